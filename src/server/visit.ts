import type { HeaderBag, Visit } from './types.ts';

const isHeaders = (given: object): given is Headers => typeof (given as Headers).getSetCookie === 'function';

/** A copy as web-standard headers. */
export function headersOf(given: Headers | HeaderBag): Headers {
  if (isHeaders(given)) return new Headers(given);
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    // HTTP/2 keeps the address among the headers (`:path`).
    if (value === undefined || name.startsWith(':')) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, String(one));
  }
  return headers;
}

/** The headers of a response, or those that were handed in by themselves. */
export function responseHeaders(given: Response | Headers | HeaderBag): Headers {
  const { headers } = given as Response;
  return headersOf(headers && isHeaders(headers) ? headers : (given as Headers | HeaderBag));
}

/** Where a page stands, and which hosts are its site's own. */
export interface Place {
  readonly origin: string;
  readonly hostname: string;
  /** Base for relative addresses. */
  readonly href: string;
  /** The site's own domain, `''` for a host that has none: `localhost`, an IP address. */
  readonly domain: string;
  isOwn(host: string): boolean;
}

/**
 * @param site the site's own domain, or `''` to take it from the host
 */
export function placeOf(visit: Visit, headers: Headers, site: string): Place {
  const path = isHeaders(visit) ? '' : visit.url || '';
  const host =
    headers.get('host') || (isHeaders(visit) ? '' : authority(visit.headers)) || site || 'localhost';
  let url = new URL('https://localhost');
  // What is no address (a path of "//", a broken Host) leaves the next best: a visit is never refused for it.
  for (const [address, base] of [
    ['/', 'https://' + host],
    [path.replace(/^\/+/, '/'), 'https://' + host],
  ] as const)
    try {
      url = new URL(address, base);
    } catch (_) {
      // the next best stands
    }
  const { origin, href } = url;
  // Such a name can stand in a policy; with anything else in it, a Host header could write one.
  const self = url.hostname.replace(/\.$/, '');
  const hostname = /^[\w.-]+$/.test(self) ? self : '';
  const bare = hostname.replace(/^www\./, '');
  const domain = site || (bare.includes('.') && !/(^|\.)\d+$/.test(bare) ? bare : '');
  return {
    origin,
    href,
    hostname,
    domain,
    isOwn: (name) => name === self || (!!domain && isBelow(name, domain)),
  };
}

/** Whether a host is that domain or under it. */
export const isBelow = (host: string, domain: string): boolean =>
  host === domain || host.endsWith('.' + domain);

const authority = (headers: Headers | HeaderBag): string =>
  isHeaders(headers) ? '' : String(headers[':authority'] || '');
