import type { CategoryId, CookieFact, VendorId } from './types.ts';
import { abouts } from './vendors/abouts.ts';
import { facts } from './vendors/facts.ts';
import { loaders } from './vendors/loaders.ts';
import { hostLookup, nameLookup } from './vendors/lookup.ts';
import { registry } from './vendors/registry.ts';

/** One of the vendor's own ids in the category file. */
export interface VendorParameter {
  readonly name: string;
  /** Whether Heed needs it to load the vendor. */
  readonly required: boolean;
  /** The form that was observed: another one is odd, not wrong. */
  readonly form: RegExp;
  /** Made up; names no account. */
  readonly example: string;
}

/** All that Heed knows of a vendor. */
export interface Vendor {
  readonly id: VendorId;
  /** Other names that people write for the id. */
  readonly aliases: readonly string[];
  readonly name: string;
  readonly company: string;
  readonly purpose: string;
  /** Where it belongs unless a site decides otherwise. An editorial choice. */
  readonly category: CategoryId;
  /** Whether a site sells or shares data with it, unless its file says otherwise. */
  readonly shares: boolean;
  /** A host covers its subdomains; `host/path` narrows to a path. */
  readonly hosts: readonly string[];
  /** Hosts that count as the site's own once its file names the vendor. */
  readonly needs: readonly string[];
  /** First-party cookies that are held and deleted; a name may end in `*`. */
  readonly cookies: readonly string[];
  /** Every cookie that is told of. */
  readonly cookieFacts: readonly CookieFact[];
  /** Keys and names in the browser's other storage, likewise; names of cookies count for it anyway. */
  readonly storage: readonly string[];
  readonly globals: readonly string[];
  /** Empty where Heed cannot load it; `only` says why. */
  readonly parameters: readonly VendorParameter[];
  readonly only?: string;
  /** What it is told of decisions, or `none known`. */
  readonly consent: string;
  readonly remark?: string;
  readonly privacyPolicy?: string;
  readonly optOut?: string;
  /** Public sources, by part. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A cookie, and whose it is. */
export interface VendorCookieFact extends CookieFact {
  readonly vendor: VendorId;
}

/** For good, with all that is in it: what one tool is given, the next is given too. */
function freeze<T extends object>(thing: T): T {
  for (const part of Object.values(thing)) if (typeof part === 'object') freeze(part);
  return Object.freeze(thing);
}

const words = (text = '') => text.split(' ').filter(Boolean);

/** Every vendor that Heed knows, by id in the order of the alphabet. */
export const vendors: readonly Vendor[] = freeze(
  Object.keys(registry).map((id): Vendor => {
    const { hosts, cookies, storage, needs, ids, shares = true } = registry[id]!;
    const { aliases, globals, ...about } = abouts[id]!;
    const { cookies: cookieFacts, ...told } = facts[id]!;
    const forms = loaders[id]?.forms ?? {};
    return {
      id,
      ...told,
      ...about,
      aliases: words(aliases),
      shares,
      hosts: words(hosts),
      needs: words(needs),
      cookies: words(cookies),
      cookieFacts,
      storage: words(storage),
      globals: words(globals),
      parameters: Object.entries(forms).map(([name, [form, example]]) => ({
        name,
        required: words(ids).includes(name),
        form,
        example,
      })),
    };
  }),
);

const byHost = hostLookup(vendors.flatMap((one) => one.hosts.map((host) => [host, one] as const)));
const byName = nameLookup(
  vendors.flatMap(({ id: vendor, cookieFacts, cookies }) =>
    [...cookieFacts, ...cookies.map((name) => ({ name, party: 'first' as const }))].map(
      (fact) => [fact.name, freeze({ ...fact, vendor })] as const,
    ),
  ),
);

/**
 * The vendor that an address of the web belongs to, or null for none that Heed knows, and for what is no such address. Of
 * two that share a host, the first by id.
 */
export const vendorOf = (url: string | URL): Vendor | null => byHost(url);

/** The cookie of that name, with its vendor, or null for none that Heed knows. Of two that share a name, the first by id. */
export const cookieOf = (name: string): VendorCookieFact | null => byName(name);
