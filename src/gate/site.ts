/**
 * Which hosts are the site's own: this one, what is below it (without "www."), and all below the widest domain on
 * which it may set a cookie, which is only found out for a host that has its last two labels in common.
 */
export function siteHosts(win: Window, siteDomain: () => string): (host: string) => boolean {
  const own = win.location.hostname;
  const bare = own.replace(/^www\./, '');
  const below = (host: string, domain: string) => host === domain || host.endsWith('.' + domain);
  return (host) => {
    if (host === own) return true;
    // A single label, such as `localhost`, is nobody's domain.
    if (!bare.includes('.')) return false;
    if (below(host, bare)) return true;
    if (!below(host, bare.split('.').slice(-2).join('.'))) return false;
    const widest = siteDomain();
    return !!widest && below(host, widest);
  };
}
