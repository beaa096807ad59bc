import type { Config, Consent, ConsentOptions } from './types.js';
/**
 * Installs the gate for a page and returns its consent object. Call it before anything else runs: what was asked for
 * earlier cannot be held. A file that is not valid does not throw: everything but `required` stays held, and the
 * console says why. Without a window (on a server) nothing is installed and everything but `required` is denied.
 *
 * @param config the category file, parsed; an imported JSON file will do
 */
export declare function createConsent(config: Config | Readonly<Record<string, unknown>>, options?: ConsentOptions): Consent;
