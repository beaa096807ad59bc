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
  const { open } = tags.styles;
  function enter(tree: Element | ShadowRoot, last: unknown): void {
    // One walk, in which what has no attribute is passed over: quicker than the selectors of everything that loads.
    for (const element of [tree as Element, ...tree.querySelectorAll('*')]) {
      const { shadowRoot } = element;
      const style = element.localName === 'style';
      // The rest of its text is still to come.
      if (style && !last && !(element as HTMLStyleElement).sheet) open.add(element);
      if (style || (element.hasAttributes && element.hasAttributes())) tags.meet(element);
      // A shadow root that stands in the markup is a tree of its own.
      if (shadowRoot) {
        observer.observe(shadowRoot, WHOLE);
        enter(shadowRoot, last);
      }
    }
  }
  function look(records: readonly MutationRecord[], last?: unknown): void {
    const trees = [...open];
    open.clear();
    // The parser tells of each node by itself: what came into a tree that is new itself is looked at with it. Asking a
    // record for its nodes is what costs most.
    let tree: Element | undefined;
    for (const record of records)
      if (!tree || !tree.contains(record.target))
        record.addedNodes.forEach((node) => {
          if (node.nodeType === 1) trees.push((tree = node as Element));
        });
    for (const each of trees) enter(each, last);
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
