import { partsOf } from './lists.ts';
import type { Sieve } from './sieve.ts';

/** Link types for which no browser asks the target: they tell people and crawlers where something is. */
const INERT = new Set(
  (
    'alternate author bookmark canonical collection describedby edit external first help hub index item last license ' +
    'nofollow noopener noreferrer prev previous privacy-policy self shortlink tag terms-of-service up'
  ).split(' '),
);

/** A link-value that every browser reads in the same way (RFC 8288, "Link Serialisation in HTTP Headers"). */
const FORM = /^<([^<>"]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"[^"\\]*"|[^\s;,"<>\\]*))?)*)(?:\s*;)?$/;
const PARAMETER = /;\s*([^\s=;]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;]*)))?/g;

/** A `Link` header without the link-values that would have the browser ask something denied; null for none left. */
export function filterLink(value: string, { denies, tell }: Sieve): string | null {
  const kept = partsOf(value, true).filter((part) => {
    const form = FORM.exec(part);
    if (!form) {
      tell('a Link header was dropped, for browsers would not agree on what it says', part.slice(0, 200));
      return false;
    }
    const targets = [form[1]!];
    const types: string[] = [];
    for (const [, name, quoted, plain] of form[2]!.matchAll(PARAMETER)) {
      const text = quoted ?? plain ?? '';
      if (/^rel$/i.test(name!)) types.push(...text.toLowerCase().split(/\s+/).filter(Boolean));
      if (/^imagesrcset$/i.test(name!)) targets.push(...text.split(/[\s,]+/));
    }
    // An unknown type is asked about: browsers learn new ones. An alternate style sheet is fetched, `inert` or not.
    return (types.length > 0 && types.every((type) => INERT.has(type))) || !targets.some(denies);
  });
  return kept.join(', ') || null;
}
