import type { Policy } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { VendorCore } from '../vendors/vendor.ts';

/** Whose an address is: the site's own, or vendors' (more than one where a host is shared), or nobody's. */
export interface Owner {
  readonly own: boolean;
  /** Vendors that the file names. */
  readonly vendors: readonly string[];
  /** A vendor that Heed knows and the file does not name: for explanations only. */
  readonly known: string | null;
}

interface Entry {
  /** `path?query` prefix, `''` for the whole host. */
  readonly prefix: string;
  readonly vendors: string[];
}

/** Who owns an address: one walk up the labels of its host. */
export function hostIndex(
  policy: Policy,
  registry: Readonly<Record<string, VendorCore>>,
  isOwn: (host: string) => boolean,
): (url: URL) => Owner {
  const index = new Map<string, Entry[]>();
  const add = (address: string, vendor: string) => {
    const slash = address.indexOf('/');
    const host = slash < 0 ? address : address.slice(0, slash);
    const prefix = slash < 0 ? '' : address.slice(slash);
    const entries = index.get(host) || [];
    if (!entries.length) index.set(host, entries);
    const entry = entries.find((e) => e.prefix === prefix);
    if (entry) entry.vendors.push(vendor);
    else entries.push({ prefix, vendors: [vendor] });
    // The longest prefix of a host comes first, so that it wins.
    entries.sort((a, b) => b.prefix.length - a.prefix.length);
  };
  for (const id of Object.keys(policy.vendors)) for (const host of policy.vendors[id]!.hosts) add(host, id);
  for (const id of Object.keys(registry)) {
    if (!owns(policy.vendors, id)) for (const host of registry[id]!.hosts.split(' ')) add(host, id);
  }
  const firstParty = new Set(policy.firstParty);

  return (url) => {
    const host = url.hostname.replace(/\.$/, '');
    const found: string[] = [];
    let own = false;
    for (let at = host; ; at = at.slice(at.indexOf('.') + 1)) {
      const entries = index.get(at);
      const entry = entries?.find((e) => !e.prefix || (url.pathname + url.search).startsWith(e.prefix));
      // Each level adds its owners: of two vendors that match, the stricter verdict holds.
      if (entry) found.push(...entry.vendors);
      own ||= firstParty.has(at);
      if (!at.includes('.')) break;
    }
    const vendors = found.filter((id) => owns(policy.vendors, id));
    // A vendor on the site's own domain (a tagging server, say) is that vendor's all the same.
    return { own: !vendors.length && (own || isOwn(host)), vendors, known: found[0] || null };
  };
}

/** Which vendors, or which category's own list, a first-party cookie belongs to. */
export interface CookieOwner {
  readonly vendor: string | null;
  readonly category: string;
}

/** All owners of a cookie name; none for the site's own that the file does not list. */
export function cookieIndex(policy: Policy): (name: string) => readonly CookieOwner[] {
  const patterns: { pattern: string; owner: CookieOwner }[] = [];
  for (const category of policy.categories) {
    for (const { name: pattern } of category.cookies)
      patterns.push({ pattern, owner: { vendor: null, category: category.id } });
    for (const vendor of category.vendors)
      for (const pattern of policy.vendors[vendor]!.cookies)
        patterns.push({ pattern, owner: { vendor, category: category.id } });
  }
  return (name) =>
    patterns
      .filter(({ pattern }) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      )
      .map(({ owner }) => owner);
}
