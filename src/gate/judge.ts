import type { Policy } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { Decision, Held, Reason, Verdict } from '../types.ts';
import type { CookieOwner, Owner } from './hosts.ts';

/** The verdict on one thing, with whose it is. */
export interface Finding extends Verdict {
  readonly vendor: string | null;
  readonly category: string | null;
}

/** Schemes that go over the network to somebody. */
const REMOTE = /^(https?|wss?):$/;

export interface Judge {
  /** Verdict on an address, as the page resolves it; `mark` is the tag's `data-heed` word. Never throws. */
  url(address: unknown, mark?: string | null): Finding & { readonly href: string };
  cookie(name: string): Finding;
  /** Verdict on a `data-heed` word: a category or a vendor. Undefined for a word that is neither. */
  word(word: string): Finding | undefined;
}

const OWN: Finding = { granted: true, reason: 'required', path: '$.firstParty', vendor: null, category: null };

/**
 * The gate's eyes: puts addresses, cookies and marks to the decision.
 *
 * @param base the page's base address, read anew for each look-up since a page may change it
 */
export function createJudge(
  policy: Policy,
  decision: Decision,
  base: () => string,
  ownerOf: (url: URL) => Owner,
  cookieOwners: (name: string) => readonly CookieOwner[],
): Judge {
  const ofVendor = (id: string): Finding => ({
    ...decision.vendors[id]!,
    vendor: id,
    category: policy.vendors[id]!.category,
  });
  const ofCategory = (id: string): Finding => ({ ...decision.categories[id]!, vendor: null, category: id });
  const word = (name: string): Finding | undefined =>
    owns(decision.vendors, name)
      ? ofVendor(name)
      : owns(decision.categories, name)
        ? ofCategory(name)
        : undefined;
  /** A thing that several own is denied if it is denied for one. */
  const strictest = (findings: readonly Finding[]): Finding | undefined =>
    findings.find((finding) => !finding.granted) || findings[0];

  function url(address: unknown, mark?: string | null): Finding & { href: string } {
    const marked = mark ? word(mark) || unknownWord() : undefined;
    let href = String(address);
    let finding: Finding = OWN;
    let parsed: URL | undefined;
    try {
      parsed = new URL(href, base());
    } catch (_) {
      // No address: the browser asks nobody for it, and reports it in its own way.
    }
    if (parsed && REMOTE.test(parsed.protocol)) {
      href = parsed.href;
      const owner = ownerOf(parsed);
      if (owner.vendors.length) {
        finding = strictest(owner.vendors.map(ofVendor))!;
        // The visitor's word on this very vendor counts however its tags are marked.
        if (finding.reason === 'choice' && finding.path === policy.vendors[finding.vendor!]!.path)
          return { ...finding, href };
      } else if (!owner.own) {
        // The mark on a tag is the site's own entry for a host that the file does not list.
        if (!marked) finding = { ...decision.unlisted, vendor: owner.known, category: null };
      }
    }
    if (marked && finding.granted) finding = marked;
    return { ...finding, href };
  }

  return {
    url,
    word,
    cookie: (name) =>
      strictest(
        cookieOwners(name).map(({ vendor, category }) => (vendor ? ofVendor(vendor) : ofCategory(category))),
      ) || OWN,
  };
}

/** A `data-heed` word that the file does not know is held: it may be the misspelt name of something denied. */
const unknownWord = (): Finding => ({
  granted: false,
  reason: 'error' as Reason,
  path: '$.categories',
  vendor: null,
  category: null,
});

/** What the gate says of a thing that it holds. */
export const heldThing = (kind: string, finding: Finding & { href: string }): Held => {
  let host = '';
  try {
    host = new URL(finding.href).host;
  } catch (_) {
    // an inline script or a cookie has no host
  }
  const { href, vendor, category, reason, path } = finding;
  return { kind, url: href, host, vendor, category, reason, path };
};
