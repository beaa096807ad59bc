import { parseConfig } from '../config/parse.ts';
import { fileWarnings } from '../config/warnings.ts';
import { decideForNobody } from '../decide/nobody.ts';
import { HeedError } from '../error.ts';
import { createJudge, type Finding } from '../gate/judge.ts';
import { aliases } from '../vendors/aliases.ts';
import { registry } from '../vendors/registry.ts';

/** What tells what is held for every visitor alike. */
export interface Eyes {
  /** The finding on an address, if it is held. */
  held(address: string, base: string, mark?: string | null): Finding | undefined;
  /** Whether a cookie of this name is held. */
  heldCookie(name: string): boolean;
  /** The address that a page of the site stands at, as far as it is known. */
  readonly home: string;
  /** The one word (`data-heed`) whose grant frees all of these, or a word that frees nothing. */
  markFor(findings: readonly Finding[]): string;
  /** What is odd in the file. */
  readonly warnings: readonly string[];
}

/** Where no site is given: relative addresses are the site's own, whatever its name. */
const NOWHERE = 'https://site.invalid';

/**
 * Hosts that are the site's own where nobody can try which cookies a browser takes: the site's, what is below it or
 * below it without its "www.", and what is below the cookie's domain that the file names.
 */
function ownHosts({ hostname }: URL, cookieDomain: string): (host: string) => boolean {
  const below = (host: string, domain: string) => host === domain || host.endsWith('.' + domain);
  const domains = [hostname.replace(/^www\./, '')];
  const wide = cookieDomain.replace(/^\./, '').toLowerCase();
  if (wide !== 'auto' && below(hostname, wide)) domains.push(wide);
  return (host) => host === hostname || domains.some((domain) => domain.includes('.') && below(host, domain));
}

/**
 * Puts addresses to the decision on a visitor of whom nothing is known: everything but `required` is denied, whatever
 * the regime, since one output serves all visitors.
 *
 * @throws HeedError `bad-config` where the file has a problem, `bad-site` where the site is no http(s) address
 */
export function createEyes(config: unknown, site: string | undefined): Eyes {
  const { policy, problems } = parseConfig(config, registry, aliases);
  if (problems.length)
    throw new HeedError('bad-config', problems.map(({ path, text }) => `${path}: ${text}`).join('\n'));
  let home: URL;
  try {
    home = new URL(site ?? NOWHERE);
    if (!/^https?:$/.test(home.protocol)) throw new TypeError();
  } catch (_) {
    throw new HeedError('bad-site', `found ${site}, expected an address such as "https://www.shop.example"`);
  }
  const decision = decideForNobody(policy);
  let at = home.href;
  const judge = createJudge(policy, decision, registry, home, () => at, ownHosts(home, policy.cookie.domain));
  // In the mode `report` nothing is held anywhere.
  const holds = policy.mode === 'enforce';
  const words = new Set([...policy.categories.map(({ id }) => id), ...Object.keys(policy.vendors)]);
  // Most of what a page asks for: the site's own, seen without taking the address apart; unless a vendor stands there too.
  const names = [
    ...Object.values(policy.vendors).flatMap(({ hosts }) => hosts),
    ...Object.values(registry).flatMap(({ hosts }) => hosts.split(' ')),
  ];
  const shared = names.some((name) => `.${home.hostname}`.endsWith('.' + name.replace(/\/.*/, '')));
  const plainly = (address: string, base: string) =>
    !shared && base.startsWith(home.origin + '/') && /^\/([\w.~%?#-]|$)/.test(address);
  let nobody = 'unlisted';
  while (words.has(nobody)) nobody += '-';

  return {
    home: home.href,
    warnings: fileWarnings(policy),
    held(address, base, mark) {
      if (!mark && plainly(address, base)) return;
      at = base;
      const finding = judge.url(address, mark);
      return holds && !finding.granted ? finding : undefined;
    },
    heldCookie: (name) => holds && !judge.cookie(name).granted,
    markFor(findings) {
      const owners = new Set(findings.map(({ vendor, reason }) => (reason === 'unlisted' ? null : vendor)));
      const [owner] = owners;
      return owners.size === 1 && owner ? owner : nobody;
    },
  };
}
