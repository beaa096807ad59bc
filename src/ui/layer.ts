import { css } from './style.ts';

export interface Layers {
  /** Makes an element with an open shadow root. */
  make(name: string): HTMLElement;
  /** Adds rules to every layer, those that there are and those to come. */
  style(more: string): void;
  /** Says the language, the direction and the colour scheme of what is in a layer. */
  speak(element: HTMLElement): void;
}

/** Elements with open shadow roots. One constructed style sheet serves them all: no policy forbids it. */
export function createLayers(win: Window & typeof globalThis, language: () => string): Layers {
  const doc = win.document;
  let sheet: CSSStyleSheet | undefined;
  let rules = css;
  const layers: Layers = {
    make(name) {
      const element = doc.createElement('div');
      element.setAttribute('data-heed-' + name, '');
      layers.speak(element);
      const root = element.attachShadow({ mode: 'open' });
      // Browsers without them show the same parts unstyled.
      if (root.adoptedStyleSheets) {
        if (!sheet) {
          sheet = new win.CSSStyleSheet();
          sheet.replaceSync(rules);
        }
        root.adoptedStyleSheets = [sheet];
      }
      return element;
    },
    style(more) {
      rules += more;
      if (sheet) sheet.replaceSync(rules);
    },
    speak(element) {
      // The texts have their own language; which side things stand on is the page's to say.
      element.lang = language();
      element.dir = win.getComputedStyle(doc.body || doc.documentElement).direction;
      // Light or dark as the page says, where it says; else as the system is set.
      const said = [
        win.getComputedStyle(doc.documentElement).colorScheme,
        doc.querySelector<HTMLMetaElement>('meta[name=color-scheme]')?.content,
      ].find((scheme) => /dark|light/.test(scheme!));
      element.style.setProperty('--s', said || 'light dark');
    },
  };
  return layers;
}
