import type { CategoryId, Consent, Explanation, Step } from './types.js';
export type { Step } from './types.js';
/** A verdict with the way to it. */
export interface FullExplanation extends Explanation {
    /** Every input that was looked at, in order of precedence; the last one decides. */
    readonly chain: readonly Step[];
}
/** What is known of a visitor. Whatever is left out is not known. */
export interface Visitor {
    /** `DE`, `US-CA` … */
    region?: string | null;
    /** Value of the header `Sec-GPC`, or of `navigator.globalPrivacyControl`. */
    gpc?: string | boolean | null;
    /** Value of the header `DNT`, or of `navigator.doNotTrack`. */
    dnt?: string | boolean | null;
    /** Value of the opt-out cookie. */
    cookie?: string | null;
    /** Whether the site knows that this person has opted out. */
    optedOut?: boolean;
    /** Categories that the page's IAB TCF platform allows. Left out: it has not answered; a file without `tcf` asks none. */
    allowed?: readonly CategoryId[];
    /** Milliseconds since 1970. Default: now. */
    now?: number;
    /** Address of the page. Default: an invented one, so that every host is a third party. */
    page?: string;
}
/**
 * Why an address, a cookie, a vendor or a category is granted or denied for a visitor: the same on a server, on the
 * command line and in a page, since it is the same decision. A mistake in the file does not throw: it is the reason.
 */
export declare function explain(target: string, config: unknown, visitor?: Visitor): FullExplanation;
/**
 * The same for the page's own visitor.
 *
 * @param consent what `createConsent()` returned, or `window.heed`
 */
export declare function explainHere(target: string, config: unknown, consent: Consent, win?: Window): FullExplanation;
/** The chain in lines of text, for a console or a terminal. */
export declare const inWords: ({ target, granted, pings, chain }: FullExplanation) => string;
