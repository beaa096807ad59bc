import type { ConfigInput, ServerConsent, ServerOptions } from './types.js';
/**
 * The server's half: the decision that the page will make, from a request's headers, and the response headers that fit
 * it. A file that is not valid does not throw: all but `required` is denied, and the console says why.
 *
 * @param config the category file, parsed; an imported JSON file will do
 */
export declare function createServerConsent(config: ConfigInput, { site: own, region: everywhere }?: ServerOptions): ServerConsent;
