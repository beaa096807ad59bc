import { type Owners, ownersOf } from '../gate/judge.ts';

/** A host with an optional path, or a cookie name that may end in `*`, and what stands for it. */
export type Entry<T> = readonly [pattern: string, value: T];

/**
 * Finds whose an address is: the most specific host that covers it, and of that host the longest path. One step per
 * label of the host, however many entries there are.
 */
export function hostLookup<T>(entries: Iterable<Entry<T>>): (url: string | URL) => T | null {
  const hosts = new Map<string, Owners<T>>();
  for (const [pattern, value] of entries) {
    const slash = (pattern + '/').indexOf('/');
    const host = pattern.slice(0, slash);
    const paths = hosts.get(host) ?? [];
    hosts.set(host, paths);
    paths.push([pattern.slice(slash), value]);
    paths.sort(([a], [b]) => b.length - a.length);
  }
  return (url) => {
    try {
      const { protocol, hostname, pathname, search } = url instanceof URL ? url : new URL(url);
      const host = hostname.replace(/\.$/, '');
      // Nobody is asked by the host in any other address: "javascript://host/" is code. Nor by a name longer than DNS has.
      if (!/^(http|ws)s?:$/.test(protocol) || host.length > 253) return null;
      return ownersOf(hosts, host, pathname + search)[0] ?? null;
    } catch {
      return null; // no address
    }
  };
}

/**
 * Finds what a cookie name stands for: the name itself, else the longest pattern. One step per letter of the name, as far
 * as the patterns go.
 */
export function nameLookup<T>(entries: Iterable<Entry<T>>): (name: string) => T | null {
  const names = new Map<string, T>();
  let longest = 0;
  for (const [pattern, value] of entries) {
    if (!names.has(pattern)) names.set(pattern, value);
    longest = Math.max(longest, pattern.length);
  }
  return (name) => {
    if (typeof name !== 'string') return null;
    const own = name.endsWith('*') ? undefined : names.get(name);
    if (own !== undefined) return own;
    for (let length = Math.min(name.length, longest); length > 0; length--) {
      const found = names.get(name.slice(0, length) + '*');
      if (found !== undefined) return found;
    }
    return null;
  };
}
