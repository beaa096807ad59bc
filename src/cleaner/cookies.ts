import { domainsOf } from '../choice/domain.ts';
import type { Policy } from '../config/policy.ts';
import type { Judge } from '../gate/judge.ts';

/**
 * Deletes what denied vendors have stored as first-party cookies: on the host and every domain above it, on `/` and
 * on each folder of the current path. Cookies that a script cannot see (HttpOnly, third-party domains) stay.
 *
 * @param spared path of a denial that is not final: what it denies is held, not deleted
 */
export function cleanCookies(win: Window, policy: Policy, judge: Judge, spared?: string): void {
  if (policy.broken || policy.mode === 'report') return;
  const doc = win.document;
  let names = readNames(doc).filter((name) => {
    const { granted, path } = judge.cookie(name);
    return name !== policy.cookie.name && !granted && path !== spared;
  });

  // No path at all is the folder of the page, which may have a ";" in its name.
  const paths = new Set<string>();
  const folders = win.location.pathname.split('/');
  folders.forEach((_, i) => {
    const path = folders.slice(0, i + 1).join('/');
    paths.add(path + '/').add(path);
  });
  // A name that begins with "__Secure-" or "__Host-" has to be secure; partitioned cookies (CHIPS) have a jar of their
  // own. On localhost browsers keep both without https.
  for (const how of ['', '; secure', '; secure; partitioned'])
    for (const path of paths)
      for (const domain of domainsOf(win)) {
        if (!names.length) return;
        for (const name of names)
          doc.cookie = `${name}=; max-age=0; path=${path}${domain && '; domain=' + domain}${how}`;
        // A write takes time, and most cookies go with the first few.
        const left = readNames(doc);
        names = names.filter((name) => left.includes(name));
      }
}

function readNames(doc: Document): string[] {
  try {
    return doc.cookie.split('; ').map((pair) => pair.split('=')[0]!);
  } catch (_) {
    return []; // no cookies in this document: nothing to delete
  }
}
