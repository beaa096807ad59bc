import type { Finding } from './judge.ts';
import type { Room } from './room.ts';

/**
 * Forms and links that a page sends into a frame of its own, and windows that open by themselves. What takes the
 * place of the whole page is the visitor's, and is left alone.
 *
 * @returns its undo
 */
export function patchLeaving({ win, doc, patch, url, holds, quarantine }: Room): () => void {
  /** Whether the target is a frame on this page, and what is sent there is held. */
  function held(kind: string, target: string, address: string): Finding | undefined {
    // A name may hold any character: it is compared, not put into a selector.
    const frames = target ? [...doc.querySelectorAll('iframe,frame,object')] : [];
    if (!frames.some((frame) => frame.getAttribute('name') === target)) return;
    const finding = url(address);
    return holds(kind, finding) ? finding : undefined;
  }

  patch('HTMLFormElement', 'submit', (native, self, args) => {
    const finding = held('form', self.target, self.action);
    if (!finding) return native.apply(self, args);
    quarantine.add('form', finding, () => native.apply(self, args));
  });
  function onSubmit(event: Event): void {
    const form = event.target as HTMLFormElement;
    const { submitter } = event as SubmitEvent;
    const own = (name: string) => submitter && submitter.getAttribute('form' + name);
    const finding = held('form', own('target') ?? form.target, own('action') ?? form.action);
    if (!finding) return;
    event.preventDefault();
    quarantine.add('form', finding);
  }
  function onClick(event: Event): void {
    const [target] = event.composedPath() as Element[];
    const link = target && target.closest && target.closest<HTMLAnchorElement>('a[target],area[target]');
    const finding = link && held('link', link.target, link.href);
    if (!finding) return;
    event.preventDefault();
    quarantine.add('link', finding);
  }
  win.addEventListener('submit', onSubmit, true);
  win.addEventListener('click', onClick, true);

  patch(win, 'open', (native, self, args) => {
    const { userActivation } = win.navigator;
    const finding = url(args[0] || '');
    // A window that the visitor has not asked for: as the browser's own blocker would answer.
    if (!args[0] || !userActivation || userActivation.isActive || !holds('window', finding))
      return native.apply(self, args);
    quarantine.add('window', finding);
    return null;
  });

  return () => {
    win.removeEventListener('submit', onSubmit, true);
    win.removeEventListener('click', onClick, true);
  };
}
