import type { Consent } from '../types.ts';
import { startGpp } from './start.ts';

/** For a script tag behind that of `heed.js`; `data-notice="no"` where the site gives no notice of the right to opt out. */
((win: Window & typeof globalThis & { heed?: Consent }) => {
  const tag = win.document.currentScript;
  if (!win.heed) return win.console.error('[heed] heed.gpp.js stands behind heed.js, and finds none');
  startGpp(win.heed, { window: win, notice: tag?.dataset.notice !== 'no' });
})(window);
