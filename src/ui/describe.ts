import type { PolicyCategory } from '../config/policy.ts';
import type { CookieFact } from '../types.ts';
import type { View } from './view.tsx';

/** What a visitor is told about a vendor: the category file first, then what Heed knows. */
export interface Described {
  readonly name: string;
  readonly company?: string;
  readonly purpose?: string;
  readonly privacyPolicy?: string;
  /** The vendor's own page to object on. */
  readonly optOut?: string;
  readonly cookies: readonly CookieFact[];
}

/** All but the cookies. */
export const whoIs = ({ policy, facts }: View, id: string): Omit<Described, 'cookies'> => ({
  name: id,
  ...facts[id],
  ...policy.vendors[id]!.entry,
});

export function describeVendor(view: View, id: string): Described {
  const { entry, cookies: names } = view.policy.vendors[id]!;
  let cookies: readonly CookieFact[] = view.facts[id]?.cookies || [];
  for (const cookie of (entry as Partial<Described>).cookies || []) {
    const fact = typeof cookie === 'string' ? { name: cookie } : cookie;
    // One name may be two cookies, on the site's domain and on the vendor's.
    const same = ({ name, party = 'first' }: CookieFact) =>
      name === fact.name && (fact.party || party) === party;
    cookies = cookies.some(same)
      ? cookies.map((one) => (same(one) ? { ...one, ...fact } : one))
      : [...cookies, fact];
  }
  // A pattern whose cookies are told by their names, with how long they stay, would only say it again.
  const isTold = (name: string) =>
    cookies.some(
      (one) =>
        one.name === name ||
        (one.party !== 'third' && /\*$/.test(name) && one.name.startsWith(name.slice(0, -1))),
    );
  const rest = names.filter((name) => !isTold(name)).map((name) => ({ name }));
  return { ...whoIs(view, id), cookies: [...cookies, ...rest] };
}

export const categoryName = ({ say }: View, { id, name }: PolicyCategory): string =>
  name || say('category.' + id) || id[0]!.toUpperCase() + id.slice(1);

/** How long a cookie stays, in the words of the language where it is said in the plain form "13 months". */
export function durationOf({ say }: View, { duration }: CookieFact): string | undefined {
  if (duration === 'session') return say(duration);
  const [, count, unit] = /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(duration || '') || [];
  return unit ? quantity(say('lang'), +count!, unit) : duration;
}

/** "400 days" in a language; in English where the browser does not know the language's name. */
export function quantity(language: string, count: number, unit: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  } catch {
    return count + ' ' + unit + (count === 1 ? '' : 's');
  }
}

/** The words for who sets a cookie. */
export const partyOf = ({ say }: View, { party }: CookieFact): string => say(party || 'first');
