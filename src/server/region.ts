/** Where a CDN says from which country, and which part of it, a visit comes. */
const HEADERS: readonly (readonly [country: string, part: string])[] = [
  // Cloudflare; the part with its "Add visitor location headers" switched on.
  ['cf-ipcountry', 'cf-region-code'],
  ['cloudfront-viewer-country', 'cloudfront-viewer-country-region'],
  ['x-vercel-ip-country', 'x-vercel-ip-country-region'],
  ['x-appengine-country', 'x-appengine-region'],
];

/** ISO 3166 leaves these to their users: CDNs mean "unknown". */
const UNKNOWN = ['XX', 'ZZ'];

/**
 * The region that a CDN found, `US-CA` or `DE`, with the headers that said so. Where two disagree, one of them is not a
 * CDN's: the region is unknown.
 */
export function regionOf(headers: Headers): { region: string | null; from: readonly string[] } {
  const found = new Set<string>();
  const from: string[] = [];
  for (const [where, which] of HEADERS) {
    const country = (headers.get(where) || '').trim().toUpperCase();
    if (!/^[A-Z]{2}$/.test(country) || UNKNOWN.includes(country)) continue;
    const part = (headers.get(which) || '').trim().toUpperCase();
    found.add(/^[A-Z\d]{1,3}$/.test(part) ? `${country}-${part}` : country);
    from.push(where, which);
  }
  return { region: found.size === 1 ? [...found][0]! : null, from };
}
