import { css } from './style.ts';

/** Puts an open shadow root into an element. One constructed style sheet serves all of a mount: no policy forbids it. */
export function shadowMaker(win: Window & typeof globalThis): (element: HTMLElement) => ShadowRoot {
  let sheet: CSSStyleSheet | undefined;
  return (element) => {
    const root = element.attachShadow({ mode: 'open' });
    if ('adoptedStyleSheets' in root) {
      if (!sheet) {
        sheet = new win.CSSStyleSheet();
        sheet.replaceSync(css);
      }
      root.adoptedStyleSheets = [sheet];
    }
    return root;
  };
}
