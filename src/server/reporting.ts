import { partsOf } from './lists.ts';
import type { Sieve } from './sieve.ts';

const objectsIn = (value: string): Record<string, unknown>[] | null => {
  try {
    return JSON.parse(`[${value}]`);
  } catch (_) {
    return null; // browsers ignore it too; the caller drops it and tells
  }
};
/** JSON that a header can hold: ASCII only. */
const write = (objects: readonly unknown[]) =>
  objects
    .map((one) => JSON.stringify(one))
    .join(', ')
    .replace(/[^\x20-\x7e]/g, (char) => '\\u' + char.charCodeAt(0).toString(16).padStart(4, '0'));

/**
 * Keeps browsers from reporting to something denied. A group of `Report-To` that is left without an endpoint, and the
 * `NEL` policy that names it, are sent with an age of 0: browsers keep them from earlier answers, and forget them by
 * that (W3C Network Error Logging, "max_age").
 */
export function filterReporting(headers: Headers, { denies, tell }: Sieve): void {
  const ended = new Set<unknown>();
  const groups = headers.get('report-to');
  if (groups !== null) {
    const list = objectsIn(groups);
    if (!list) {
      tell('a Report-To header was dropped, for it is not JSON');
      headers.delete('report-to');
    } else {
      let changed = false;
      const kept = list.map((group) => {
        const endpoints = Array.isArray(group?.endpoints) ? group.endpoints : [];
        const good = endpoints.filter((endpoint) => !denies(String(endpoint?.url)));
        if (good.length === endpoints.length) return group;
        changed = true;
        if (good.length) return { ...group, endpoints: good };
        const name = group.group ?? 'default';
        ended.add(name);
        return { group: name, max_age: 0, endpoints: [] };
      });
      if (changed) headers.set('report-to', write(kept));
    }
  }

  const nel = headers.get('nel');
  if (nel !== null && ended.size) {
    const list = objectsIn(nel) || [];
    const kept = list.map((one) =>
      ended.has(one?.report_to) ? { report_to: one.report_to, max_age: 0 } : one,
    );
    if (kept.length) headers.set('nel', write(kept));
    else headers.delete('nel');
  }
}

/** `Reporting-Endpoints` without the denied ones; null for none left (W3C Reporting API, a structured dictionary). */
export function filterEndpoints(value: string, { denies, tell }: Sieve): string | null {
  const kept = partsOf(value).filter((part) => {
    const form = /^[a-z*][\w.*-]*="([^"\\]*)"(?:;[^"]*)?$/i.exec(part);
    if (!form)
      tell('a Reporting-Endpoints header was dropped, for it has no name="address"', part.slice(0, 200));
    return form && !denies(form[1]!);
  });
  return kept.join(', ') || null;
}

/** A site's own policy, which reports to nobody who is denied. All else of it stays, byte for byte. */
export function filterReportUri(value: string, { denies }: Sieve): string | null {
  const left = value.replace(
    /(^|[;,])(\s*)report-uri(?=[\s;,]|$)([^;,]*)/gi,
    (all, before: string, space: string, list: string) => {
      const uris = list.trim().split(/\s+/).filter(Boolean);
      const good = uris.filter((uri) => !denies(uri));
      if (good.length === uris.length) return all;
      return before + (good.length ? `${space}report-uri ${good.join(' ')}` : '');
    },
  );
  return left.trim() ? left : null;
}
