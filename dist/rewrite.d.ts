import type { Config } from './types.js';
export { HeedError } from './error.js';
export type { CategoryEntry, CategoryId, Config, CookieFact, Regime, VendorEntry, VendorId, } from './types.js';
export interface RewriterOptions {
    /**
     * Address of the site, such as `https://www.shop.example`: its host, and what is below it or below it without
     * `www.`, is the site's own. Default: only relative addresses and `firstParty` are; the page frees the rest at once.
     */
    readonly site?: string;
}
/** Makes HTML inert. One output for every visitor: `heed.js` frees in the page what this visitor's decision grants. */
export interface Rewriter {
    /** A whole page, or a piece of one. Never throws, whatever the markup. */
    html(page: string): string;
    /**
     * The same for a page that comes in pieces: text in, text out; UTF-8 bytes in, bytes out. Errors with a `HeedError`:
     * `not-utf-8` for other bytes, `too-long` for a tag or a comment that does not end within 16 million characters.
     */
    stream<T extends string | Uint8Array = Uint8Array>(): TransformStream<T, T>;
    /** What is odd in the file and no mistake, such as a vendor's id that has not the usual form. */
    readonly warnings: readonly string[];
}
/**
 * @param config the category file, `heed.json`, parsed
 * @throws HeedError `bad-config` with every problem of the file, `bad-site`
 */
export declare function createRewriter(config: Config, { site }?: RewriterOptions): Rewriter;
