import { VERSION } from '../version.ts';
import { listenToPlatform } from './platform.ts';

// One file for a script element and for import() alike, as heed.ui.js is.
Object.defineProperty(globalThis, Symbol.for('heed.tcf@' + VERSION), {
  value: listenToPlatform,
  configurable: true,
});
