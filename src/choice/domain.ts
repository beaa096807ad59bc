const PROBE = 'heed_probe';

/**
 * Writes a cookie for the whole site. Name, value and domain hold no character that a cookie may not hold.
 *
 * @param domain `''` for the host alone
 * @param days its life: 0 takes the cookie away, none leaves it for the session
 */
export function setCookie(
  doc: Document,
  name: string,
  value: string,
  domain: string,
  days?: number,
  secure = '',
): void {
  const life =
    days === undefined ? '' : '; expires=' + new Date(days && Date.now() + days * 864e5).toUTCString();
  doc.cookie = `${name}=${value}; path=/; samesite=lax${domain && '; domain=' + domain}${life}${secure}`;
}

/** The host alone, and every domain on which a cookie of this page may stand. */
export function domainsOf({ location }: Window): string[] {
  const labels = location.hostname.split('.');
  return ['', ...labels.map((_, i) => labels.slice(i).join('.'))];
}

/**
 * The widest domain on which this page may set a cookie, without a list of public suffixes: browsers refuse those by
 * themselves, so a probe is tried from the broadest label set inward and taken away again (R96). `''` where only the
 * host itself will do: an IP address, `localhost`, blocked cookies.
 */
export function widestDomain(doc: Document): string {
  const labels = doc.location.hostname.split('.');
  // A last label in digits is an IPv4 address: it has no domain above it.
  if (/^\d*$/.test(labels[labels.length - 1]!)) return '';
  try {
    for (let from = labels.length - 2; from >= 0; from--) {
      const domain = labels.slice(from).join('.');
      setCookie(doc, PROBE, '1', domain);
      const stuck = doc.cookie.includes(PROBE + '=1');
      setCookie(doc, PROBE, '', domain, 0);
      if (stuck) return domain;
    }
  } catch (_) {
    // A document without cookies (a sandboxed frame): the jar says so when it cannot write.
  }
  return '';
}
