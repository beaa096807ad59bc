import type { Policy } from '../config/policy.ts';
import { contentPolicy, sourcesOf } from '../decide/content-policy.ts';
import { HeedError } from '../error.ts';
import type { Decision } from '../types.ts';
import type { PolicyOptions } from './types.ts';
import type { Place } from './visit.ts';

const BASE64 = /^[\w+/-]+={0,2}$/;

/**
 * The header that keeps a page to what the decision lets pass, or null where no policy can say it.
 *
 * With a nonce it is two policies, of which each counts by itself (CSP Level 3, "multiple policies"). In one policy a
 * nonce lets a script come from any host, so that a held tag would only need the nonce that a template gives to all.
 */
export function headerPolicy(
  policy: Policy,
  decision: Decision,
  { domain, hostname }: Place,
  { nonce, hashes = [], unsafeEval }: PolicyOptions,
): string | null {
  const sources = sourcesOf(policy, decision, domain ? [domain] : []);
  // A host without a domain of its own (`localhost`): its other ports are the site's too.
  if (sources && hostname && !domain) sources.unshift(`http://${hostname}:*`, `ws://${hostname}:*`);
  if (nonce === undefined) return sources && contentPolicy(sources);

  const keys = [`nonce-${nonce}`, ...hashes];
  for (const key of keys)
    if (!BASE64.test(key.replace(/^(nonce|sha(256|384|512))-/, '')))
      throw new HeedError('bad-nonce', `a nonce or hash is base64, not ${JSON.stringify(key)}`);
  const inline = keys.map((key) => `'${key}'`).join(' ');
  return (
    sources &&
    [
      contentPolicy(sources),
      `script-src * ${inline}${unsafeEval ? " 'unsafe-eval'" : ''}; style-src * data: blob: ${inline}; worker-src * data: blob:`,
    ].join(', ')
  );
}
