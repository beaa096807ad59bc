import { VERSION } from '../version.ts';
import { makeRecorder } from './recorder.ts';

// One file for a script element and for import() alike, as heed.ui.js is.
Object.defineProperty(globalThis, Symbol.for('heed.record@' + VERSION), {
  value: makeRecorder,
  configurable: true,
});
