/**
 * Which hosts are the site's own: this one and what is below it, and all below the widest domain on which it may set a
 * cookie, which is only found out for a host that has its last two labels in common. Where there are no cookies to find
 * it out by, all below this host without its "www.".
 */
export function siteHosts(win: Window, siteDomain: () => string): (host: string) => boolean {
  const own = win.location.hostname;
  const bare = own.replace(/^www\./, '');
  const below = (host: string, domain: string) => host === domain || host.endsWith('.' + domain);
  return (host) => {
    if (host === own) return true;
    // A single label, such as `localhost`, is nobody's domain.
    if (!bare.includes('.')) return false;
    if (below(host, own)) return true;
    return below(host, bare.split('.').slice(-2).join('.')) && below(host, siteDomain() || bare);
  };
}
