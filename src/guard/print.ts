import type { Policy } from '../config/policy.ts';
import { contentPolicy, sourcesOf } from '../decide/content-policy.ts';
import { quoted } from '../quoted.ts';
import type { Decision } from '../types.ts';
import { MARK } from './entry.ts';

/** What the printed head is made of. */
export interface GuardParts {
  readonly policy: Policy;
  /** The decision for a visitor about whom nothing is known. */
  readonly decision: Decision;
  /** The text of the category file. */
  readonly file: string;
  /** Stands for the file: another file, another value. */
  readonly hash: string;
  /** The constant snippet, as the package holds it in `heed.guard.js`. */
  readonly snippet: string;
  /** Address of `heed.js`. Default `/heed.js`. */
  readonly src?: string;
  /** The site's own domain, where its subdomains serve pages too. */
  readonly own?: readonly string[];
  /** Tags to put in front: preloads of the page's own files. */
  readonly before?: readonly string[];
}

/** What holds every plain tag for a visitor who has granted nothing, or null where CSP cannot say it. */
export function strictPolicy(
  policy: Policy,
  decision: Decision,
  own?: readonly string[],
  src = '/heed.js',
): string | null {
  const host = /^(?:https?:)?\/\/([^/:]+)/.exec(src);
  const sources = sourcesOf(policy, decision, [...(own || []), ...(host ? [host[1]!] : [])]);
  return sources && contentPolicy(sources);
}

/**
 * The head of every page of a site with a guard, for its first lines: nothing that waits may stand in front of it.
 * WebKit's preload scanner runs as soon as its parser waits for anything external (measured, WebKitGTK 2.50).
 *
 * @returns null where a policy cannot hold what the file says: unlisted hosts allowed, or the mode `report`
 */
export function guardHead(parts: GuardParts): string | null {
  const { policy, decision, file, hash, snippet, src = '/heed.js', own, before = [] } = parts;
  const strict = strictPolicy(policy, decision, own, src);
  if (strict === null) return null;
  return [
    ...before,
    `<script ${MARK}="${hash}">${snippet}</script>`,
    `<meta http-equiv="Content-Security-Policy" content="${quoted(strict)}">`,
    '</noscript>',
    // In a script element only these end the text before its time.
    `<script type="application/json" id="heed-config">${file.trim().replace(/</g, '\\u003c')}</script>`,
    `<script src="${quoted(src)}"></script>`,
  ].join('\n');
}
