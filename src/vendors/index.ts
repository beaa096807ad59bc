import { VERSION } from '../version.ts';
import { openPart } from './part.ts';

// One file for a script element and for import() alike, as heed.ui.js is.
Object.defineProperty(globalThis, Symbol.for('heed.load@' + VERSION), {
  value: openPart,
  configurable: true,
});
