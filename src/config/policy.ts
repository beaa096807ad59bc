import type { CategoryId, CookieFact, Regime, SignalKind, VendorId } from '../types.ts';

/** A vendor as the file and Heed's own facts describe it together. */
export interface PolicyVendor {
  readonly id: VendorId;
  readonly category: CategoryId;
  /** JSON path of its entry in the file. */
  readonly path: string;
  /** Whether the site sells or shares data with it. */
  readonly shares: boolean;
  readonly hosts: readonly string[];
  /** First-party cookie names, each may end in `*`. */
  readonly cookies: readonly string[];
  /** Names in the browser's other storage, each may end in `*`. */
  readonly storage: readonly string[];
  /** Whether what was held is sent after a grant. */
  readonly replay: boolean;
  /** Parameters with which Heed could load it. */
  readonly ids: readonly string[];
  /** What the file itself says: name, purpose, the vendor's own ids. */
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface PolicyCategory {
  readonly id: CategoryId;
  readonly path: string;
  readonly name?: string;
  readonly description?: string;
  readonly vendors: readonly VendorId[];
  /** Cookies that the category lists besides those of its vendors. */
  readonly cookies: readonly CookieFact[];
}

/** The category file, checked and with every default filled in: all that `decide()` and the gate need. */
export interface Policy {
  readonly revision: number;
  readonly regime: Regime;
  /** Regime of each listed region, with the JSON path that says so; the recommended table is filled in. */
  readonly regions: Readonly<Record<string, readonly [regime: Regime, path: string]>>;
  /** Set where the time zone may stand in for a region that nobody has named. */
  readonly regionFrom?: 'timezone';
  /** Categories that each signal denies; a vendor that shares is denied by GPC wherever it stands. */
  readonly signals: Readonly<Record<SignalKind, readonly CategoryId[]>>;
  /** Anything but `hold` lets hosts pass that no category lists. */
  readonly unlisted: 'hold' | { readonly allow: string };
  readonly mode: 'enforce' | 'report';
  /** Whether a visitor is asked before a page with a guard is loaded anew after a grant. */
  readonly reload: 'auto' | 'ask';
  readonly audience?: 'minors' | 'sensitive';
  /** Whether a registered platform of the page is one more denial (`__tcfapi`). */
  readonly tcf?: boolean;
  readonly cookie: { readonly name: string; readonly domain: string; readonly grantDays: number };
  readonly links: { readonly privacy?: string };
  readonly firstParty: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly categories: readonly PolicyCategory[];
  readonly vendors: Readonly<Record<VendorId, PolicyVendor>>;
  /** Set where the file is broken or not there yet: everything but `required` is denied, nobody is asked. */
  readonly broken: boolean;
}
