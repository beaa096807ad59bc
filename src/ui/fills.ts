import { declaration } from './declaration.tsx';
import { openerLabel } from './opener.tsx';
import type { View } from './view.tsx';

/** The page's own elements that Heed fills: declarations, and links to the preferences that have no label. */
export interface Fills {
  /** Fills an element with the cookie declaration from now on. */
  declare(element: Element): void;
  draw(): void;
  clear(): void;
}

export function createFills(view: View): Fills {
  const { win, render } = view;
  const filled = new Map<Element, (view: View) => Parameters<View['render']>[0]>();
  return {
    declare(element) {
      filled.set(element, declaration);
    },
    draw() {
      for (const link of win.document.querySelectorAll('[data-heed-open]:empty'))
        filled.set(link, openerLabel);
      for (const [element, content] of filled)
        if (element.isConnected) render(content(view), element);
        else filled.delete(element);
    },
    clear() {
      for (const element of filled.keys()) render(null, element);
    },
  };
}
