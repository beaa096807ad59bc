/** Tells the page that a visitor has the banner or the preferences before them: `heed:shown`. */
export const tellShown = (win: Window & typeof globalThis, part: 'banner' | 'panel') =>
  win.document.dispatchEvent(new win.CustomEvent('heed:shown', { bubbles: true, detail: { part } }));
