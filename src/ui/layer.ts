import { css } from './style.ts';

/** Makes elements with an open shadow root. One constructed style sheet serves them all: no policy forbids it. */
export function layerMaker(win: Window & typeof globalThis, lang: string): (name: string) => HTMLElement {
  const doc = win.document;
  let sheet: CSSStyleSheet | undefined;
  return (name) => {
    const element = doc.createElement('div');
    element.setAttribute('data-heed-' + name, '');
    // The texts have their own language; which side things stand on is the page's to say.
    element.lang = lang;
    element.dir = win.getComputedStyle(doc.body || doc.documentElement).direction;
    const root = element.attachShadow({ mode: 'open' });
    // Browsers without them show the same parts unstyled.
    if (root.adoptedStyleSheets) {
      if (!sheet) {
        sheet = new win.CSSStyleSheet();
        sheet.replaceSync(css);
      }
      root.adoptedStyleSheets = [sheet];
    }
    return element;
  };
}
