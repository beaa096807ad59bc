import { VERSION } from '../version.ts';
import { loaders } from './loaders.ts';

// One file for a script element and for import() alike, as heed.ui.js is.
Object.defineProperty(globalThis, Symbol.for('heed.load@' + VERSION), { value: loaders, configurable: true });
