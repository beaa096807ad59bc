import type { Policy, PolicyVendor } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { Decision, Held, Verdict } from '../types.ts';
import type { VendorCore } from '../vendors/vendor.ts';

/** The verdict on one thing, and whose it is. */
export interface Finding extends Verdict {
  readonly vendor: string | null;
  readonly category: string | null;
  /** Address or name of what was judged. */
  readonly url: string;
  readonly host: string;
}

/** A finding as the public tells it. */
export const heldThing = (kind: string, { url, host, vendor, category, reason, path }: Finding): Held =>
  Object.freeze({ kind, url, host, vendor, category, reason, path });

/** Of several findings on one thing the strictest: what is denied for one is denied. */
export const strictest = (findings: readonly Finding[]): Finding | undefined =>
  findings.filter(({ granted }) => !granted)[0] || findings[0];

/** The gate's eyes: puts addresses, cookies and marks to the decision. Nothing of it throws. */
export interface Judge {
  /** Verdict on an address, as the page resolves it; `mark` is the tag's `data-heed` word. */
  url(address: unknown, mark?: string | null): Finding;
  cookie(name: string): Finding;
  /** Verdict on a category or a vendor; undefined for a word that is neither. */
  word(word: string, url?: string, host?: string): Finding | undefined;
}

/**
 * @param site where the page stands
 * @param base the page's base address, read anew for each look-up since a page may change it
 * @param isOwn whether a host is the site's own
 */
export function createJudge(
  policy: Policy,
  decision: Decision,
  registry: Readonly<Record<string, VendorCore>>,
  site: Pick<Location, 'origin' | 'hostname'>,
  base: () => string,
  isOwn: (host: string) => boolean,
): Judge {
  // Hosts: by name, the longest path first. Vendors that the file does not name are known too, to be told by name.
  const hosts = new Map<string, [path: string, vendor: string][]>();
  const add = (address: string, vendor: string) => {
    const [, host, path] = /^([^/]*)(.*)/.exec(address)!;
    const entries = hosts.get(host!) || [];
    entries.push([path!, vendor]);
    hosts.set(
      host!,
      entries.sort((a, b) => b[0].length - a[0].length),
    );
  };
  for (const id in policy.vendors) for (const host of policy.vendors[id]!.hosts) add(host, id);
  for (const id in registry)
    if (!owns(policy.vendors, id)) for (const host of registry[id]!.hosts.split(' ')) add(host, id);

  // Cookies: every pattern with the word, vendor or category, whose it is.
  const cookies: [pattern: string, word: string][] = [];
  for (const { id, cookies: own, vendors } of policy.categories) {
    for (const { name } of own) cookies.push([name, id]);
    for (const vendor of vendors)
      for (const name of policy.vendors[vendor]!.cookies) cookies.push([name, vendor]);
  }

  const find = (
    verdict: Verdict,
    vendor: string | null,
    category: string | null,
    url = '',
    host = '',
  ): Finding => ({
    ...verdict,
    vendor,
    category,
    url,
    host,
  });
  const own = (url: string, host?: string) =>
    find({ granted: true, reason: 'required', path: '$.firstParty' }, null, null, url, host);
  const word: Judge['word'] = (name, url, host) =>
    owns(decision.vendors, name)
      ? find(decision.vendors[name]!, name, policy.vendors[name]!.category, url, host)
      : owns(decision.categories, name)
        ? find(decision.categories[name]!, null, name, url, host)
        : undefined;
  /** Whether the site's own host can be a vendor's too (a tagging server): then its paths matter. */
  const { origin, hostname } = site;
  const home = origin + '/';
  const shared = [...hosts.keys()].some((host) => ('.' + hostname).endsWith('.' + host));

  function url(address: unknown, mark?: string | null): Finding {
    let href = '';
    try {
      href = String(address);
    } catch (_) {
      // An object that is no text: the browser refuses it in its own way.
    }
    // The site's own, seen without taking the address apart: most of what a page asks for.
    if (!mark && !shared) {
      const relative = /^\/([\w.~%?#-]|$)/.test(href) && base().startsWith(home);
      if (relative || href.startsWith(home)) return own(href, hostname);
    }
    let host = '';
    let finding = own(href);
    try {
      const parsed = new URL(href, base());
      if (/^(http|ws)s?:$/.test(parsed.protocol)) {
        href = parsed.href;
        host = parsed.hostname.replace(/\.$/, '');
        finding = owner(parsed, host);
      }
    } catch (_) {
      // No address: the browser asks nobody for it, and reports it in its own way.
    }
    if (!mark) return finding;
    const marked =
      word(mark, href, host) ||
      // A word that the file does not know may be the misspelt name of something denied.
      find({ granted: false, reason: 'error', path: '$.categories' }, null, null, href, host);
    const { vendor, reason, path } = finding;
    // The mark is the site's own entry for a host that the file does not list.
    if (reason === 'unlisted') return marked;
    // The visitor's word on this very vendor counts, however its tags are marked.
    const named = vendor && reason === 'choice' && path === (policy.vendors[vendor] as PolicyVendor).path;
    return finding.granted && !named ? marked : finding;
  }

  /** One walk up the labels of the host: each level adds its owners, the longest path of a level wins. */
  function owner({ pathname, search, href }: URL, host: string): Finding {
    const vendors: string[] = [];
    let known = null;
    let mine = false;
    for (let at = host; at; at = at.slice((at + '.').indexOf('.') + 1)) {
      let length = -1;
      for (const [path, vendor] of hosts.get(at) || []) {
        if (path.length < length || !(pathname + search).startsWith(path)) continue;
        length = path.length;
        if (owns(policy.vendors, vendor)) vendors.push(vendor);
        else known = vendor;
      }
      mine = mine || policy.firstParty.includes(at);
    }
    return (
      // A vendor on the site's own domain (a tagging server, say) is that vendor's all the same.
      strictest(vendors.map((name) => word(name, href, host)!)) ||
      (mine || isOwn(host) ? own(href, host) : find(decision.unlisted, known, null, href, host))
    );
  }

  return {
    url,
    word,
    cookie(name) {
      const owners = cookies.filter(([pattern]) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      );
      return strictest(owners.map(([, id]) => word(id, name)!)) || own(name);
    },
  };
}
