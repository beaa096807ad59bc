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
  let late: Node[] = [];
  function look(records: readonly MutationRecord[], last?: unknown): void {
    // The parser tells of each node by itself: what lies below one needs a look of its own only if it was not told of.
    const told = new Set(late);
    late = [];
    for (const { addedNodes } of records) addedNodes.forEach((node) => told.add(node));
    told.forEach((node) => {
      const { firstElementChild, shadowRoot } = node as Element;
      const alone = node.nodeType === 1 && (!firstElementChild || told.has(firstElementChild));
      const style = (node as Element).localName === 'style';
      if (node.nodeType !== 1 || (alone && !style && !shadowRoot && !(node as Element).hasAttributes()))
        return;
      // The rest of its text is still to come.
      if (style && !last && !(node as HTMLStyleElement).sheet) return late.push(node);
      tags.gateTree(node, 'parser', alone);
      tags.settleTree(node, alone);
      if (!shadowRoot) return;
      // A shadow root that stands in the markup is a tree of its own.
      observer.observe(shadowRoot, WHOLE);
      tags.gateTree(shadowRoot, 'parser');
      tags.settleTree(shadowRoot);
    });
  }
  const observer = new win.MutationObserver((records) => look(records));
  function stop(): void {
    look(observer.takeRecords(), true);
    observer.disconnect();
    doc.removeEventListener('readystatechange', stop);
  }
  if (doc.readyState === 'loading') {
    observer.observe(doc, WHOLE);
    doc.addEventListener('readystatechange', stop);
  }
  return stop;
}
