import type { Room } from './room.ts';
import type { Tags } from './tags.ts';

const WHOLE = { childList: true, subtree: true };

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
        // A shadow root that stands in the markup is a tree of its own.
        const { shadowRoot } = node as Element;
        if (shadowRoot) observer.observe(shadowRoot, WHOLE);
        for (const tree of shadowRoot ? [node, shadowRoot] : [node]) {
          tags.gateTree(tree, 'parser');
          tags.settleTree(tree);
        }
      }
  }
  const observer = new win.MutationObserver(look);
  function stop(): void {
    look(observer.takeRecords());
    observer.disconnect();
    doc.removeEventListener('readystatechange', stop);
  }
  if (doc.readyState === 'loading') {
    observer.observe(doc, WHOLE);
    doc.addEventListener('readystatechange', stop);
  }
  return stop;
}
