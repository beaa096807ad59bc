import type { Policy } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { CookieFact } from '../types.ts';
import { facts } from '../vendors/facts.ts';
import type { Say } from './language.ts';

/** What a visitor is told about a vendor: the category file first, then what Heed knows. */
export interface Described {
  readonly name: string;
  readonly company?: string;
  readonly purpose?: string;
  readonly privacyPolicy?: string;
  readonly cookies: readonly CookieFact[];
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  owns(table, key) ? table[key] : undefined;

export function describeVendor(policy: Policy, id: string): Described {
  const vendor = own(policy.vendors, id);
  const entry = (vendor?.entry ?? {}) as Partial<Described> & { cookies?: (string | CookieFact)[] };
  const known = own(facts, id);
  const cookies = new Map<string, CookieFact>();
  const add = (cookie: string | CookieFact) => {
    const fact = typeof cookie === 'string' ? { name: cookie } : cookie;
    cookies.set(fact.name, { ...cookies.get(fact.name), ...fact });
  };
  for (const list of [known?.cookies, entry.cookies, vendor?.cookies]) list?.forEach(add);
  return { name: id, ...known, ...entry, cookies: [...cookies.values()] };
}

export function categoryName(policy: Policy, say: Say, id: string): string {
  const name = policy.categories.find((category) => category.id === id)?.name;
  return name || say('category.' + id, {}, id.charAt(0).toUpperCase() + id.slice(1));
}

export const durationOf = (say: Say, cookie: CookieFact): string =>
  cookie.duration === 'session' ? say('session') : cookie.duration || '';
