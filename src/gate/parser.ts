import type { Room } from './gate.ts';
import type { Tags } from './tags.ts';

/**
 * Tags that the parser makes. The observer's call-back comes in the microtask before a script runs and before a
 * frame or, where no preload scanner was ahead, a picture is asked for (measured: Chromium 156, Firefox ESR 153).
 * It runs only while the parser does: afterwards every way in is patched, and inserting costs nothing extra.
 *
 * @returns its undo
 */
export function watchParser({ win, doc }: Room, tags: Tags): () => void {
  function look(records: readonly MutationRecord[]): void {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        tags.gateTree(node, 'parser');
        tags.settleTree(node);
      }
  }
  const observer = new win.MutationObserver(look);
  function stop(): void {
    look(observer.takeRecords());
    observer.disconnect();
    doc.removeEventListener('readystatechange', stop);
  }
  if (doc.readyState === 'loading') {
    observer.observe(doc, { childList: true, subtree: true });
    doc.addEventListener('readystatechange', stop);
  }
  return stop;
}
