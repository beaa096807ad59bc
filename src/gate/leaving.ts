import type { Room } from './room.ts';

/**
 * Forms and links that a page sends into a frame of its own, and windows that open by themselves. What takes the
 * place of the whole page is the visitor's, and is left alone.
 *
 * @returns its undo
 */
export function patchLeaving({ win, doc, patch, url, stops }: Room): () => void {
  /** Whether the target is a frame on this page, and what is sent there is held. */
  function held(kind: string, target: string, address: string, send?: () => void): boolean {
    // A name may hold any character: it is compared, not put into a selector.
    const frames = target ? [...doc.querySelectorAll('iframe,frame,object')] : [];
    return frames.some((frame) => frame.getAttribute('name') === target) && stops(kind, url(address), send);
  }

  patch('HTMLFormElement', 'submit', (native, self, args) => {
    const send = () => native.apply(self, args);
    if (!held('form', self.target, self.action, send)) send();
  });
  function onSubmit(event: Event): void {
    const form = event.target as HTMLFormElement;
    const { submitter } = event as SubmitEvent;
    const said = (name: 'target' | 'action') => {
      const own = submitter && submitter.getAttribute('form' + name);
      return own == null ? form[name] : own;
    };
    if (held('form', said('target'), said('action'))) event.preventDefault();
  }
  function onClick(event: Event): void {
    const [target] = event.composedPath() as Element[];
    const link = target && target.closest && target.closest<HTMLAnchorElement>('a[target],area[target]');
    if (link && held('link', link.target, link.href)) event.preventDefault();
  }
  win.addEventListener('submit', onSubmit, true);
  win.addEventListener('click', onClick, true);

  patch(win, 'open', (native, self, args) => {
    const { userActivation } = win.navigator;
    // A window that the visitor has not asked for: as the browser's own blocker would answer.
    return args[0] && userActivation && !userActivation.isActive && stops('window', url(args[0]))
      ? null
      : native.apply(self, args);
  });

  return () => {
    win.removeEventListener('submit', onSubmit, true);
    win.removeEventListener('click', onClick, true);
  };
}
