import type { Policy } from '../config/policy.ts';
import type { Decision, Verdict } from '../types.ts';

/** Whether what a vendor's hosts are asked for passes. */
export const passes = ({ granted, pings }: Verdict): boolean => granted || !!pings;

/** Whether the visitor has said no: what happens until that is taken back is not told to the vendor later. */
export const refuses = (one: Verdict | undefined): boolean =>
  !!one && !passes(one) && one.reason === 'choice';

/**
 * What a decision lets a page ask, as CSP source expressions (CSP Level 3, "source lists"): the site's other hosts and
 * those of every vendor that is granted or may send pings, each with its subdomains, on any port; a whole host for WebSockets
 * too (`http:` covers `https:`, `ws:` covers `wss:`).
 *
 * A host with a path counts for that path and what is below it.
 *
 * @param own the site's own domain, where it is known: `'self'` is but the page's host
 * @returns null where a policy cannot say it: CSP has no way to let every unlisted host pass but a few
 */
export function sourcesOf(policy: Policy, decision: Decision, own: readonly string[] = []): string[] | null {
  if (decision.unlisted.granted || policy.mode === 'report') return null;
  const hosts = [...own, ...policy.firstParty];
  for (const id of Object.keys(decision.vendors))
    if (passes(decision.vendors[id]!)) hosts.push(...policy.vendors[id]!.hosts);
  const sources = new Set<string>();
  for (const address of hosts) {
    // A slash alone is no path.
    const [, host, path = ''] = /^([^/]*)(\/[^?]+)?/.exec(address)!;
    // These two end a source or a directive.
    const start = path.replace(/[;,]/g, encodeURIComponent);
    // With a scheme: Firefox (ESR 153) takes none to mean that of the page, and a page of its own text has none.
    for (const name of ['//' + host, '//*.' + host])
      for (const source of start
        ? [`http:${name}:*${start}`, `http:${name}:*${start}/`]
        : [`http:${name}:*`, `ws:${name}:*`])
        sources.add(source);
  }
  return [...sources];
}

/**
 * The policy that keeps a page to these sources and leaves it all else that it does: inline code, `eval`, blob workers.
 */
export const contentPolicy = (sources: readonly string[]): string =>
  ["default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'", ...sources].join(' ');
