import type { Room } from './room.ts';

/**
 * Forms and links that a page sends into a frame of its own, what such a frame's page sends away by itself, and windows
 * that open by themselves. What takes the place of the whole page is the visitor's, and is left alone.
 *
 * @param inner whether this is a frame inside the page
 * @returns its undo
 */
export function patchLeaving({ win, doc, patch, url, stops }: Room, inner: boolean): () => void {
  /** Whether nobody has clicked or typed just now: a script does it. */
  function isIdle(): boolean {
    const { userActivation } = win.navigator;
    return !!userActivation && !userActivation.isActive;
  }
  /** Whether the target is a frame on this page; a window that the visitor has not asked for is none of theirs either. */
  const reaches = (target: string): boolean =>
    /^(_self)?$/i.test(target)
      ? inner && isIdle()
      : !/^_(top|parent)$/i.test(target) &&
        (isIdle() || [...doc.getElementsByName(target)].some((element) => 'contentWindow' in element));
  const held = (kind: string, target: string, address: string, send?: () => void) =>
    reaches(target) && stops(kind, url(address), send);

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
    const link = target && target.closest && target.closest('a,area');
    // Of SVG its properties are no text.
    const said = (name: string) => link!.getAttribute(name) || '';
    if (link && held('link', said('target'), said('href'))) event.preventDefault();
  }
  win.addEventListener('submit', onSubmit, true);
  win.addEventListener('click', onClick, true);

  patch(win, 'open', (native, self, args) =>
    // As the browser's own blocker would answer.
    args[0] && (isIdle() || reaches(`${args[1]}`)) && stops('window', url(args[0]))
      ? null
      : native.apply(self, args),
  );

  return () => {
    win.removeEventListener('submit', onSubmit, true);
    win.removeEventListener('click', onClick, true);
  };
}
