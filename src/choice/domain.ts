import Cookies from 'js-cookie';

const PROBE = 'heed_probe';

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
      Cookies.set(PROBE, '1', { domain, sameSite: 'lax' });
      const stuck = doc.cookie.includes(PROBE + '=1');
      Cookies.remove(PROBE, { domain });
      if (stuck) return domain;
    }
  } catch (_) {
    // A document without cookies (a sandboxed frame): the jar says so when it cannot write.
  }
  return '';
}
