import type { PolicyCategory } from '../config/policy.ts';
import type { CookieFact } from '../types.ts';
import type { View } from './view.tsx';

/** What a visitor is told about a vendor: the category file first, then what Heed knows. */
export interface Described {
  readonly name: string;
  readonly company?: string;
  readonly purpose?: string;
  readonly privacyPolicy?: string;
  readonly cookies: readonly CookieFact[];
}

export function describeVendor({ policy, facts }: View, id: string): Described {
  const { entry, cookies: names } = policy.vendors[id]!;
  const own = entry as Partial<Described>;
  const known: Partial<Described> = facts[id] || {};
  const cookies = new Map<string, CookieFact>();
  for (const list of [known.cookies, own.cookies, names])
    for (const cookie of list || []) {
      const fact = typeof cookie === 'string' ? { name: cookie } : cookie;
      cookies.set(fact.name, { ...cookies.get(fact.name), ...fact });
    }
  return { name: id, ...known, ...own, cookies: [...cookies.values()] };
}

export const categoryName = ({ say }: View, { id, name }: PolicyCategory): string =>
  name || say('category.' + id) || id[0]!.toUpperCase() + id.slice(1);

/** The words for how long a cookie stays and who sets it. */
export const durationOf = ({ say }: View, { duration }: CookieFact): string | undefined =>
  duration === 'session' ? say(duration) : duration;
export const partyOf = ({ say }: View, { party }: CookieFact): string => say(party || 'first');

/** What there is of some words, in one line. */
export const line = (...words: unknown[]): string => words.filter(Boolean).join(' · ');
