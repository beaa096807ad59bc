/**
 * The public vocabulary: every type that a caller of Heed meets. Types only, no code.
 */
/** `required`, `performance`, `marketing`, `advertising`, or one that the category file adds. */
export type CategoryId = string;
/** Id of a vendor (third party): one that Heed knows, such as `linkedin`, or one that the file describes. */
export type VendorId = string;
/** `opt-in`: nothing but required until a choice. `opt-out`: allowed until denied. */
export type Regime = 'opt-in' | 'opt-out';
/** What a browser can say by itself: Global Privacy Control, Do Not Track. */
export type SignalKind = 'gpc' | 'dnt';
/** Which signals the browser sends now. `false` is "no signal", never consent. */
export type Signals = Readonly<Record<SignalKind, boolean>>;
/** Why a category or vendor is granted or denied. */
export type Reason = 'required' | 'choice' | 'gpc' | 'dnt' | 'account' | 'audience' | 'regime' | 'unlisted' | 'error';
/** Granted or denied, why, and the JSON path in the category file that made it (`$.categories.advertising`). */
export interface Verdict {
    readonly granted: boolean;
    readonly reason: Reason;
    readonly path: string;
    /** Denied, but the file lets Google's tag send its cookieless pings all the same (`consentMode`). */
    readonly pings?: true;
}
/** Immutable: the same object until something changes. */
export interface Decision {
    readonly regime: Regime;
    /** The region that was given (`US-CA`), guessed by the time zone (`US`, or `?` for anywhere), or null for unknown. */
    readonly region: string | null;
    /** Signals in force: sent now, or remembered under `opt-out`. */
    readonly signals: Signals;
    readonly categories: Readonly<Record<CategoryId, Verdict>>;
    readonly vendors: Readonly<Record<VendorId, Verdict>>;
    /** Third-party hosts that no category lists. */
    readonly unlisted: Verdict;
    /** Whether the visitor still has something to be asked (opt-in only). */
    readonly ask: boolean;
    /** Whether an opt-out of the visitor, by signal, account or choice, is enforced now. */
    readonly optedOut: boolean;
}
/** A cookie that a site or vendor may set. A name may end in `*`. */
export interface CookieFact {
    readonly name: string;
    readonly purpose?: string;
    /** In words, for example `session` or `13 months`. */
    readonly duration?: string;
    /** `first` unless said otherwise. */
    readonly party?: 'first' | 'third';
    /** Whether only a server can see and delete it. Default `false`. */
    readonly httpOnly?: boolean;
}
/** A vendor in the category file: the id alone, or the id with more. */
export interface VendorEntry {
    id: VendorId;
    name?: string;
    company?: string;
    purpose?: string;
    privacyPolicy?: string;
    /** `false` only where the vendor is a mere processor. Default: what Heed knows of the vendor, else `true`. */
    shares?: boolean;
    /** Hosts, each covering its subdomains; `host/path` narrows to a path. */
    hosts?: string[];
    cookies?: (string | CookieFact)[];
    /** Names in localStorage, sessionStorage, IndexedDB, caches; `*` at the end. Those of `cookies` count anyway. */
    storage?: string[];
    /** `false`: nothing that was held is sent after a grant. */
    replay?: boolean;
    /** Google's tags alone: their cookieless pings pass before a grant, for this reason. Default: nothing does. */
    consentMode?: {
        advanced: string;
    };
    /** The vendor's own ids (`measurementId`, `partnerId` …): with them Heed loads the vendor. */
    [parameter: string]: unknown;
}
export interface CategoryEntry {
    name?: string;
    description?: string;
    vendors?: (VendorId | VendorEntry)[];
    cookies?: (string | CookieFact)[];
}
/** The category file, `heed.json`. */
export interface Config {
    $schema?: string;
    /** Default 1. A higher number lets grants lapse and asks again. */
    revision?: number;
    /** Where no region matches. Default `opt-in`. */
    regime?: Regime;
    /**
     * Region code (`US`, `US-CA`, `DE`) to regime. `recommended` as the whole, or as a key with the date of a table, fills
     * in the recommended regimes; what the file writes itself goes over them.
     */
    regions?: 'recommended' | {
        recommended?: string;
        [code: Uppercase<string>]: Regime;
    };
    /** Lets the time zone stand in for a region that nobody has named. Default: no guess. */
    regionFrom?: 'timezone';
    /** Which categories a signal denies. `{ "ignore": "reason" }` switches one off. */
    signals?: Partial<Record<SignalKind, CategoryId[] | {
        ignore: string;
    }>>;
    /** Default `hold`. */
    unlisted?: 'hold' | {
        allow: string;
    };
    /** Default `enforce`. */
    mode?: 'enforce' | 'report';
    /**
     * With a guard, a grant loads the page anew: by itself (`auto`, default; the visitor is asked all the same if they
     * have typed something), or only when the visitor says so (`ask`).
     */
    reload?: 'auto' | 'ask';
    /** No choice grants advertising, or a vendor that shares, to these (R40, R50, R51). Default: neither. */
    audience?: 'minors' | 'sensitive';
    /**
     * Whether a registered IAB TCF platform of the page (`__tcfapi`) is one more denial: what it has not allowed stays
     * held, and everything but `required` until it has answered (R74). Default: it is not looked at.
     */
    tcf?: boolean;
    /** Default: `heed`, on the widest domain that the browser accepts (`auto`); grants end after 180 days. */
    cookie?: {
        name?: string;
        domain?: string;
        grantDays?: number;
    };
    /** `privacy`: address of the privacy page. */
    links?: {
        privacy?: string;
    };
    /** Hosts besides the site's own domain that are the site's own. */
    firstParty?: string[];
    /** Texts that replace Heed's own, by key. */
    texts?: Record<string, string>;
    categories?: Record<CategoryId, CategoryEntry>;
}
/** What may be chosen: everything, nothing but required, or categories and vendors by id. */
export type ChoiceInput = 'all' | 'required' | Readonly<Record<CategoryId | VendorId, boolean>>;
export interface ChooseOptions {
    /** The visitor's own trusted click: the only way to grant what a signal denies. */
    event?: Event;
}
/** An opt-out, for the site to carry where no browser reaches: to the account, and to sale outside the page. */
export interface OptOut {
    /** The visitor's own choice, or the signal that was seen for the first time. */
    readonly by: 'choice' | SignalKind;
    /** What is in force since. */
    readonly decision: Decision;
}
/** What proves a choice. No identifier, no address, no time finer than the day. */
export interface ConsentRecord {
    /** Where the choice was made: in Heed's interface, by the site's own call, or by a signal. */
    readonly act: 'banner' | 'panel' | 'conflict' | 'placeholder' | 'api' | SignalKind;
    /** `2026-11-25`, UTC. */
    readonly day: string;
    readonly regime: Regime;
    readonly region: string | null;
    readonly revision: number;
    /** SHA-256 of the category file as `JSON.stringify()` gives it, in hex; null where the page is not secure (http). */
    readonly file: string | null;
    /** Language of the interface; null where none was shown. */
    readonly language: string | null;
    /** SHA-256 of all texts of the interface in that language, in hex; null without a language, and on http. */
    readonly texts: string | null;
    /** Version of Heed. */
    readonly version: string;
    readonly signals: Signals;
    /** What is granted and denied since, by category and vendor; `required` left out. */
    readonly categories: Readonly<Record<CategoryId, boolean>>;
    readonly vendors: Readonly<Record<VendorId, boolean>>;
}
export interface ConsentOptions {
    /** ISO 3166 code of the visitor's region, with or without a subdivision: `DE`, `US-CA`. */
    region?: string;
    /** `auto` (default): Heed's own banner and panel. `none`: the site draws its own. */
    ui?: 'auto' | 'none';
    /** What the site knows of a signed-in visitor. */
    account?: {
        optedOut?: boolean;
    };
    /**
     * Called once per opt-out: when a choice is one and none was in force, or when a signal is seen and remembered that
     * was not known yet (R30, R37). Not for `account`, which the site knows.
     */
    onOptOut?: (optOut: OptOut) => void;
    /** Called after each choice, and each signal that was not known yet, with what proves it. Heed itself sends nothing. */
    onRecord?: (record: ConsentRecord) => void;
    /** Nonce for the tags that Heed makes, where a policy asks for one. Default: that of the page's own script. */
    nonce?: string;
}
/** One thing that the gate holds on this page. */
export interface Held {
    /** `script`, `img`, `iframe`, `link` …, or `fetch`, `xhr`, `beacon`, `connection`, `worker`, `cookie`, `storage`. */
    readonly kind: string;
    readonly url: string;
    readonly host: string;
    readonly vendor: VendorId | null;
    readonly category: CategoryId | null;
    readonly reason: Reason;
    readonly path: string;
}
export interface Explanation extends Verdict {
    readonly target: string;
    readonly kind: 'host' | 'cookie' | 'vendor' | 'category';
    readonly vendor: VendorId | null;
    readonly category: CategoryId | null;
    /** The whole in one line. */
    readonly text: string;
}
/** One step on the way to a verdict, in the order of precedence. */
export interface Step {
    /** What is looked at. */
    readonly about: 'target' | Exclude<Reason, SignalKind> | 'signal';
    /** Whether it made the verdict: true of the last step alone. */
    readonly decides: boolean;
    /** Rule of `docs/law.md` that it goes by, or `''` for none. */
    readonly rule: string;
    /** JSON path in the category file that it comes from, or `''`. */
    readonly path: string;
    /** In words. */
    readonly text: string;
}
export interface Consent {
    /** Same reference until something changes. */
    readonly decision: Decision;
    /** What the gate holds on this page now, oldest first. */
    readonly held: readonly Held[];
    /** Whether a category or vendor is granted. An unknown name is `false`, with one warning. */
    allows(id: CategoryId | VendorId): boolean;
    /** Calls the listener at once and on each change; returns its undo (the Svelte store contract). */
    subscribe(listener: (decision: Decision) => void): () => void;
    /**
     * The one door for a visitor's choice. What is not named keeps what is in force.
     *
     * @throws HeedError `unknown-id` for what the file does not name, `bad-choice` for anything but true and false
     */
    choose(input: ChoiceInput, options?: ChooseOptions): void;
    /** Denies all that was granted, deletes, stops; does not ask again. */
    withdraw(): void;
    /** Forgets the choice altogether. */
    reset(): void;
    /** Decision for an address, a cookie name, a vendor or a category, with the reason and the path in the file. */
    explain(target: string): Explanation;
    openPreferences(): void;
    showBanner(): void;
    /** Resolves once the category or vendor is granted; at once if it is. */
    whenGranted(id: CategoryId | VendorId): Promise<void>;
    /** Takes every patch and listener away. */
    destroy(): void;
}
declare global {
    interface DocumentEventMap {
        /** The first decision, once. */
        'heed:ready': CustomEvent<Decision>;
        /** Each later decision, once. */
        'heed:change': CustomEvent<Decision>;
        /** A page with a guard is about to be loaded anew for a grant; `preventDefault()` leaves it to the site. */
        'heed:reload': CustomEvent<Decision>;
        /** The banner or the panel is shown. */
        'heed:shown': CustomEvent<{
            readonly part: 'banner' | 'panel';
        }>;
    }
}
