import type { Policy, PolicyVendor } from '../config/policy.ts';
import { passes } from '../decide/content-policy.ts';
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
  findings.filter(({ granted }) => !granted)[0] || findings.filter(({ pings }) => pings)[0] || findings[0];

/** Owners of a host by path, the longest first; `''` is the site itself. */
export type Owners<T = string> = [path: string, owner: T][];

/** All that a judge knows, for where there is no judge. */
export interface Rules {
  readonly hosts: [host: string, owners: Owners][];
  /** Whether what is asked of each owner that the file names passes. */
  readonly words: Readonly<Record<string, boolean>>;
  /** Whether everybody else is. */
  readonly open: boolean;
  /** Denied names of stored things. */
  readonly names: string[];
}

/**
 * One walk up the labels of the host: each level adds its owners, the longest path of a level wins. A path is that path
 * and what is below it (`/tr` is no `/travel`); one that ends in `/` or names a parameter goes on as it likes. Goes to
 * workers as text.
 */
export function ownersOf<T>(hosts: ReadonlyMap<string, Owners<T>>, host: string, path: string): T[] {
  const found = [];
  // A path may name a parameter: it is found wherever it stands (`gtag/js?l=…&id=…`).
  const moved = path.replace(/\?.+&(?=id=)/, '?');
  for (let at = host; at; at = at.slice((at + '.').indexOf('.') + 1)) {
    let length = -1;
    for (const [prefix, owner] of hosts.get(at) || []) {
      // The site's own word counts for all of a host.
      if (
        (owner && prefix.length < length) ||
        !(path.startsWith(prefix) || moved.startsWith(prefix)) ||
        !/\?|\/.?$|;$/.test((path + '/').slice(0, prefix.length + 1))
      )
        continue;
      length = prefix.length;
      found.push(owner);
    }
  }
  return found;
}

/** The gate's eyes: puts addresses, cookies and marks to the decision. Nothing of it throws. */
export interface Judge {
  /** Verdict on an address or a Request, as the page resolves it; `mark` is the tag's `data-heed` word. */
  url(address: unknown, mark?: string | null): Finding;
  cookie(name: string): Finding;
  /** Verdict on the name of anything else that is stored: a vendor's cookie names count for it too. */
  storage(name: string): Finding;
  /** The same, as plain data for a worker of a page on this host; none where nothing is held anyway. */
  rules(hostname: string): Rules | false;
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
  const hosts = new Map<string, Owners>();
  const add = (address: string, vendor: string) => {
    const [, host, path] = /^([^/]*)(.*)/.exec(address)!;
    const entries = hosts.get(host!) || [];
    entries.push([path!, vendor]);
    hosts.set(
      host!,
      entries.sort((a, b) => b[0].length - a[0].length),
    );
  };
  const { origin, hostname } = site;
  /** Whether a host covers one of these. */
  const covers = (host: string, names: readonly string[]) =>
    names.some((name) => ('.' + name).endsWith('.' + host));
  // An address of the file's without a path: a vendor that the site itself serves is not the whole site.
  for (const id of Object.keys(policy.vendors))
    for (const host of policy.vendors[id]!.hosts)
      if (!host.endsWith('/') || !covers(host.replace(/^www\.|\/$/g, ''), [hostname, ...policy.firstParty]))
        add(host, id);

  // Names: every pattern with the word, vendor or category, whose it is.
  const cookies: [pattern: string, word: string][] = [];
  const stored: typeof cookies = [];
  for (const { id, cookies: own, vendors } of policy.categories) {
    for (const { name, party } of own) if (party !== 'third') cookies.push([name, id]);
    for (const vendor of vendors) {
      for (const name of policy.vendors[vendor]!.cookies) cookies.push([name, vendor]);
      for (const name of policy.vendors[vendor]!.storage) stored.push([name, vendor]);
    }
  }

  for (const id of Object.keys(registry))
    if (!owns(policy.vendors, id)) {
      const { hosts: theirs, cookies: names, storage } = registry[id]!;
      for (const host of theirs.split(' ')) add(host, id);
      for (const name of words(names)) cookies.push([name, id]);
      for (const name of words(storage)) stored.push([name, id]);
    }
  stored.push(...cookies);

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
  const answer = (verdict: Verdict, host?: string) =>
    verdict.pings && host !== undefined ? { ...verdict, granted: true } : verdict;
  const own = (url: string, host?: string) =>
    find({ granted: true, reason: 'required', path: '$.firstParty' }, null, null, url, host);
  /** Pings pass to a host; to a name that is stored they are no leave. */
  const word: Judge['word'] = (name, url, host) =>
    owns(decision.vendors, name)
      ? find(answer(decision.vendors[name]!, host), name, policy.vendors[name]!.category, url, host)
      : owns(decision.categories, name)
        ? find(decision.categories[name]!, null, name, url, host)
        : undefined;
  /** Whether the site's own host can be a vendor's too (a tagging server): then its paths matter. */
  const home = origin + '/';
  const shared = [...hosts.keys()].some((host) => covers(host, [hostname]));
  for (const host of policy.firstParty) add(host, '');

  function url(address: unknown, mark?: string | null): Finding {
    let href = '';
    try {
      // A Request has its address as a property; a symbol is none, and not to be made one.
      href = '' + ({}.toString.call(address) === '[object Request]' ? (address as Request).url : address);
    } catch (_) {
      // An object that is no text: the browser refuses it in its own way. (In WebKitGTK 2.50 `href` is that object here.)
      return own('');
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

  const owner = ({ pathname, search, href }: URL, host: string): Finding =>
    whose(ownersOf(hosts, host, pathname + search), href, host) ||
    (isOwn(host) ? own(href, host) : find(decision.unlisted, null, null, href, host));

  /** Of several owners: a vendor on the site's own domain (a tagging server, say) is that vendor's all the same. */
  function whose(owners: string[], url: string, host?: string): Finding | undefined {
    const findings = owners.map((name) => word(name, url, host)!).filter(Boolean);
    const known = owners.filter((name) => owns(registry, name)).pop();
    return (
      strictest(findings) ||
      (owners.includes('') || (known && host && isOwn(host))
        ? own(url, host)
        : known
          ? find(decision.unlisted, known, null, url, host)
          : undefined)
    );
  }
  const named = (list: typeof cookies) => (name: string) =>
    whose(
      list
        .filter(([pattern]) =>
          pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
        )
        .map(([, id]) => id),
      name,
    ) || own(name);
  const storage = named(stored);

  return {
    url,
    word,
    cookie: named(cookies),
    storage,
    rules(home) {
      if (policy.mode === 'report') return false;
      const all = new Map(hosts);
      const labels = home.split('.');
      labels.forEach((_, i) => {
        const at = labels.slice(i).join('.');
        if (isOwn(at)) all.set(at, [...(all.get(at) || []), ['', '']]);
      });
      const granted: Record<string, boolean> = { '': true };
      for (const id of Object.keys(decision.vendors)) granted[id] = passes(decision.vendors[id]!);
      return {
        hosts: [...all],
        words: granted,
        open: decision.unlisted.granted,
        names: stored.map(([name]) => name).filter((name) => !storage(name.replace(/\*$/, '')).granted),
      };
    },
  };
}

const words = (text?: string): string[] => (text ? text.split(' ') : []);
