import { filterLink } from './link.ts';
import { addressesIn } from './lists.ts';
import { filterRefresh } from './refresh.ts';
import { filterEndpoints, filterReporting, filterReportUri } from './reporting.ts';
import type { Sieve } from './sieve.ts';

/** What is left of a header's value; null for nothing. */
type Filter = (value: string, sieve: Sieve) => string | null;

/** A header that names addresses and means nothing without them: it goes whole. */
const whole: Filter = (value, { denies }) => (addressesIn(value).some(denies) ? null : value);

/** The response headers by which a browser asks somebody else, or sends reports there. */
const FILTERS: Readonly<Record<string, Filter>> = {
  link: filterLink,
  refresh: filterRefresh,
  'reporting-endpoints': filterEndpoints,
  'content-security-policy': filterReportUri,
  'content-security-policy-report-only': filterReportUri,
  // Attribution Reporting: the browser, or the system below it, asks these addresses.
  'attribution-reporting-redirect': whole,
  'attribution-reporting-register-os-source': whole,
  'attribution-reporting-register-os-trigger': whole,
  // Report addresses of earlier browsers.
  'expect-ct': whole,
  'public-key-pins': whole,
  'public-key-pins-report-only': whole,
  'x-xss-protection': whole,
};

/**
 * Takes out of a response's headers what would have a browser ask something denied. Cookies are not among it.
 *
 * @param held whether anything of the file is denied: speculation rules are in a file of their own, which nobody has read
 */
export function filterHeaders(headers: Headers, sieve: Sieve, held: boolean): void {
  for (const name of Object.keys(FILTERS)) {
    const value = headers.get(name);
    if (value === null) continue;
    const left = FILTERS[name]!(value, sieve);
    if (left === null) headers.delete(name);
    else if (left !== value) headers.set(name, left);
  }
  filterReporting(headers, sieve);
  if (held) headers.delete('speculation-rules');
}

/** Says by `Vary` what a response depends on besides its address (RFC 9110, "Vary"). */
export function vary(headers: Headers, names: readonly string[]): void {
  const before = (headers.get('vary') || '').split(',').map((name) => name.trim());
  if (before.includes('*')) return;
  const known = new Set(before.map((name) => name.toLowerCase()));
  const all = [...before.filter(Boolean), ...names.filter((name) => !known.has(name.toLowerCase()))];
  headers.set('vary', all.join(', '));
}
