import { VERSION } from '../version.ts';
import { mountUi } from './mount.tsx';

// One file for a script element and for import() alike: it exports nothing, and is found under a name that no other
// version of Heed looks for.
Object.defineProperty(globalThis, Symbol.for('heed.ui@' + VERSION), { value: mountUi, configurable: true });
