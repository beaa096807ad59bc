import { isTelling } from './attributes.ts';
import type { Room } from './room.ts';
import type { Tags } from './tags.ts';

const WHOLE = { childList: true, subtree: true };

/**
 * Tags that the parser makes. The observer's call-back comes in the microtask before a script runs and, where no preload
 * scanner or slow script was ahead, before a frame or a picture is asked for (measured: Chromium 156, Firefox ESR 153;
 * docs/limits.md has the rest).
 * It runs only while the parser does: afterwards every way in is patched, and inserting costs nothing extra.
 *
 * @returns its undo
 */
export function watchParser({ win, doc }: Room, tags: Tags): () => void {
  const { open } = tags.styles;
  function enter(tree: Element | ShadowRoot, last: unknown): void {
    const style = (element: HTMLStyleElement) => {
      // The rest of its text is still to come.
      if (!last && !element.sheet) open.add(element);
      tags.meet(element);
    };
    if ((tree as Element).localName === 'style') style(tree as HTMLStyleElement);
    tree.querySelectorAll('style').forEach(style);
    // One walk, in which what has no attribute is passed over: quicker than the selectors of everything that loads.
    see(tree as Element, last);
    for (const element of tree.querySelectorAll('*')) see(element, last);
  }
  function see(element: Element, last: unknown): void {
    const { shadowRoot } = element;
    if (element.hasAttributes && element.hasAttributes() && isTelling(element)) tags.meet(element);
    // A shadow root that stands in the markup is a tree of its own.
    if (shadowRoot) {
      observer.observe(shadowRoot, WHOLE);
      enter(shadowRoot, last);
    }
  }
  function look(records: readonly MutationRecord[], last?: unknown): void {
    const trees = [...open];
    open.clear();
    // The parser tells of each node by itself, and what came into a tree that is new itself is looked at with it. It does
    // not come back to a tree that it has left, but for what stands misplaced in a table; so the first record from
    // outside is found without asking each. Scripts may move what the parser has open: then each is asked.
    for (let at = 0; at < records.length; ) {
      let tree: Element | undefined;
      records[at++]!.addedNodes.forEach((node) => {
        if (node.nodeType === 1) trees.push((tree = node as Element));
      });
      if (!tree) continue;
      const pace = tags.stirred || tree.closest('table') ? 1 : 2;
      for (let step = 1; step >= 1; )
        if (at + step <= records.length && tree.contains(records[at + step - 1]!.target)) {
          at += step;
          step *= pace;
        } else step /= 2;
    }
    tags.stirred = false;
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
