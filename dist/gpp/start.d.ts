import type { Consent } from '../types.js';
export interface GppOptions {
    /** The page. Default: the global window. */
    window?: Window;
    /** Whether the site gives the notice of the right to opt out, by link or text. Default `true`. */
    notice?: boolean;
}
/**
 * Tells vendors of the visitor's opt-out in the words of the Global Privacy Platform (IAB Tech Lab, CMP API 1.1): US state
 * sections alone, under `cmpId` 1, which stands for a maker that is not registered (R75-R79). It follows the decision and
 * writes nothing back. Any other platform's `__gpp` on the page stays as it is.
 *
 * @returns takes the API away again
 */
export declare function startGpp(consent: Consent, { window: given, notice }?: GppOptions): () => void;
