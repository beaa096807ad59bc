/**
 * What a vendor file exports. `core` is in the bytes of every visitor; `loader` is fetched when a vendor is granted
 * that the file names with its ids, `facts` when the interface or a tool asks. They stand in one file so that a vendor
 * is added in one place, and apart so that a bundler can leave the rest out.
 */

/** Ids from the category file, by parameter name. */
export type Ids = Readonly<Record<string, string>>;

/** What a loader may use of the page. */
export interface LoaderTools {
  readonly win: Window & Record<string, unknown>;
  /** Inserts an async script; resolves when it has loaded, rejects when it could not be. */
  script(src: string): Promise<void>;
}

export interface VendorCore {
  /**
   * Hosts, space-separated; a host covers its subdomains; `host/path` and `host/path?query` narrow by prefix, and
   * within one host the longest prefix wins.
   */
  readonly hosts: string;
  /** First-party cookies, space-separated; `*` at the end of a name only. */
  readonly cookies?: string;
  /** Keys and names in the browser's other storage, likewise; names of cookies count for it anyway. */
  readonly storage?: string;
  /** `false` only where terms were read that make the vendor a mere processor. Default `true`. */
  readonly shares?: boolean;
  /** Parameters, space-separated, that the file must give for Heed to load the vendor. */
  readonly ids?: string;
}

export interface VendorLoader {
  /** The form that was observed of each parameter: another one is warned about, not refused. */
  readonly forms: Readonly<Record<string, RegExp>>;
  /** Does what the vendor's own snippet does, in its order; rejects where its script fails. Called once, after the grant. */
  load(ids: Ids, tools: LoaderTools): Promise<void>;
}

export interface VendorCookie {
  readonly name: string;
  readonly party: 'first' | 'third';
  readonly purpose?: string;
  readonly duration?: string;
}

export interface VendorFacts {
  readonly name: string;
  readonly company: string;
  readonly purpose: string;
  readonly privacyPolicy?: string;
  readonly cookies: readonly VendorCookie[];
}
