/**
 * What a vendor file exports. `core` is in the bytes of every visitor; `loader` and `consent` are fetched when a vendor
 * is granted that Heed loads or tells, `facts` when the interface asks, `about` by tools alone. They stand in one file
 * so that a vendor is added in one place, and apart so that a bundler can leave the rest out.
 */

/** Ids from the category file, by parameter name. */
export type Ids = Readonly<Record<string, string>>;

/** What a loader may use of the page. */
export interface LoaderTools {
  readonly win: Window & Record<string, unknown>;
  /** Inserts an async script; resolves when it has loaded, rejects when it could not be. */
  script(src: string): Promise<void>;
  /** Whether, under `opt-out`, an opt-out of the visitor is in force, though this vendor is granted. */
  readonly optedOut?: boolean;
  /** The visitor's region, as the decision has it. */
  readonly region?: string | null;
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
  /** Parameters, space-separated, that the file may give besides. */
  readonly options?: string;
  /**
   * The global that pages call before the vendor's script has run: `_paq[]` is a list, any other a function or an object
   * with methods. Heed keeps such calls where it loads the vendor itself.
   */
  readonly stub?: string;
  /** Set where the file has a `consent`: only then is it fetched to be told; `first`: of a page's first decision too. */
  readonly tell?: true | 'first';
  /** Hosts, space-separated, without which the site cannot run: its own once the file names the vendor. */
  readonly needs?: string;
}

export interface VendorLoader {
  /** The form that was observed of each parameter, with a made-up example: another form is warned about, not refused. */
  readonly forms: Readonly<Record<string, readonly [form: RegExp, example: string]>>;
  /** Does what the vendor's own snippet does, in its order; rejects where its script fails. Called once, after the grant. */
  load(ids: Ids, tools: LoaderTools): Promise<void>;
}

/** What a vendor's consent call needs to know of a decision. */
export interface ConsentState {
  readonly granted: boolean;
  readonly optedOut: boolean;
  readonly categories: Readonly<Record<string, boolean>>;
  /** The vendor's entry in the category file. */
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface VendorConsent {
  /**
   * Tells the vendor. False where its API is not on the page: it is tried again when a script has loaded.
   *
   * @param memory what the vendor's own calls keep between each other, on this page
   */
  tell(win: LoaderTools['win'], state: ConsentState, memory: Record<string, unknown>): boolean;
  /** Set where it is told of every decision, not only of its own grant and denial. */
  readonly every?: true;
  /** Set where the vendor remembers a denial beyond the page: the next grant takes it back, whoever loads the vendor. */
  readonly lasts?: true;
}

export interface VendorCookie {
  readonly name: string;
  readonly party: 'first' | 'third';
  /** Set where a public source says so. */
  readonly httpOnly?: true;
  readonly purpose?: string;
  readonly duration?: string;
}

/** What visitors are told. */
export interface VendorFacts {
  readonly name: string;
  readonly company: string;
  readonly purpose: string;
  readonly privacyPolicy?: string;
  /** Page of the vendor on which a person can object, whatever a site does. */
  readonly optOut?: string;
  readonly cookies: readonly VendorCookie[];
}

/** What tools and the documentation tell besides, with the sources of everything in the file. */
export interface VendorAbout {
  /** Where it belongs unless a site decides otherwise. An editorial choice. */
  readonly category: 'required' | 'performance' | 'marketing' | 'advertising';
  /** Other names that people write, space-separated, in the form of ids. */
  readonly aliases: string;
  /** Globals that the vendor's script or snippet makes, space-separated. */
  readonly globals?: string;
  /** Why Heed does not load it: the vendor is held by its hosts alone. */
  readonly only?: string;
  /** What it is told, or `none known`. */
  readonly consent: string;
  readonly remark?: string;
  /** Public sources, by part of the file. */
  readonly sources: Readonly<
    { hosts: string; shares: string } & Partial<
      Record<'cookies' | 'storage' | 'loader' | 'consent' | 'links', string>
    >
  >;
}
