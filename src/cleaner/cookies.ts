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
  const names = readNames(doc).filter((name) => {
    const { granted, path } = judge.cookie(name);
    return name !== policy.cookie.name && !granted && path !== spared;
  });
  if (!names.length) return;

  const paths = new Set(['/']);
  const folders = win.location.pathname.split('/');
  folders.forEach((_, i) => {
    const path = folders.slice(0, i + 1).join('/');
    paths.add(path || '/').add(path + '/');
  });
  for (const name of names)
    for (const domain of domainsOf(win))
      for (const path of paths)
        doc.cookie = `${name}=; max-age=0; path=${path}${domain && '; domain=' + domain}`;
}

function readNames(doc: Document): string[] {
  try {
    return doc.cookie.split('; ').map((pair) => pair.split('=')[0]!);
  } catch (_) {
    return []; // no cookies in this document: nothing to delete
  }
}
