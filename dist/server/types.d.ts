import type { Config, Decision } from '../types.js';
/** Headers as Node, Express and others keep them: a list is a header that comes several times. */
export type HeaderBag = Readonly<Record<string, string | number | readonly string[] | undefined>>;
/**
 * A request, as web-standard servers and as Node give it. Where the address is a path, its host is that of the `Host`
 * header.
 */
export type Visit = Request | Headers | {
    readonly headers: Headers | HeaderBag;
    readonly url?: string;
};
/** What a server knows of a visit besides the request's headers. */
export interface VisitOptions {
    /** ISO 3166 code of the visitor's region. Default: what the country headers of the CDN say. */
    region?: string | null;
    /** What the site knows of a signed-in visitor. */
    account?: {
        optedOut?: boolean;
    };
}
export interface PolicyOptions extends VisitOptions {
    /** Only inline scripts and styles with this nonce run. Default: all run. A new one for each answer, in base64. */
    nonce?: string;
    /** Beside the nonce: hashes of inline scripts that run, such as the guard's (`sha256-…`). */
    hashes?: readonly string[];
    /** Beside the nonce: lets `eval` and WebAssembly run. Default `false`. */
    unsafeEval?: boolean;
}
export interface HeadOptions extends VisitOptions {
    /** Address of `heed.js`, for example `/heed.js`. */
    src: string;
    /** What `npx heed guard` has printed: for visitors to whom something is denied. Default: none. */
    guard?: string;
    /** Nonce for the script tag. */
    nonce?: string;
}
export interface ServerOptions {
    /** The site's own domain, `shop.example`: all below it is the site's own. Default: the file's `cookie.domain`, else the request's host without `www.`. */
    site?: string;
    /** Region of every visit that brings none itself. */
    region?: string;
}
/** One thing that is wrong in the file. */
export interface FileProblem {
    /** JSON path, `$.categories.marketing.vendors[0]`. */
    readonly path: string;
    readonly text: string;
}
export interface ServerConsent {
    /** What is wrong in the file; while there is anything, all but `required` is denied. */
    readonly problems: readonly FileProblem[];
    /** The decision for this visit, as the page itself will make it. */
    decide(visit: Visit, options?: VisitOptions): Decision;
    /**
     * The `Content-Security-Policy` that keeps a page to what the visit's decision lets pass, or null where no policy can
     * say it: the file lets unlisted hosts pass, or is in report mode. The console says so once.
     *
     * @throws HeedError `bad-nonce` for a nonce or hash that is not base64
     */
    csp(visit: Visit, options?: PolicyOptions): string | null;
    /**
     * The headers of a response, without what they would have the browser ask of or keep for denied vendors, with the
     * policy of `csp()` beside any of the site's own, and with `Vary`.
     *
     * @throws HeedError `bad-nonce` for a nonce or hash that is not base64
     */
    headers(visit: Visit, response: Response | Headers | HeaderBag, options?: PolicyOptions): Headers;
    /** What stands first in `<head>` for this visit: region, category file, script tag, and the guard where it is needed. */
    head(visit: Visit, options: HeadOptions): string;
}
/** The category file, parsed; an imported JSON file will do. */
export type ConfigInput = Config | Readonly<Record<string, unknown>>;
