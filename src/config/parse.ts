import { owns } from '../owns.ts';
import type { CookieFact, Regime } from '../types.ts';
import type { VendorCore } from '../vendors/vendor.ts';
import { nearest } from './nearest.ts';
import type { Policy, PolicyCategory, PolicyVendor } from './policy.ts';

/** One thing that is wrong in the file. */
export interface Problem {
  /** JSON path, `$.categories.marketing.vendors[0]`. */
  readonly path: string;
  /** What was found, what was expected, and the nearest valid name where there is one. */
  readonly text: string;
}

type Json = Record<string, unknown>;
type Check = (value: unknown, path: string) => unknown;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const shown = (value: unknown): string => (JSON.stringify(value) || String(value)).slice(0, 60);

/** Any letter, digit, "-", "_" or "." and, at the end only, one `*`. */
const COOKIE = /^[!#$%&'+.^_`|~\w-]+\*?$/;
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const HOST = /^[^\s/:*?#@]+\.[^\s/:*?#@]+$/;

/**
 * Checks a category file and fills in every default. Never throws: whatever is wrong is a problem, and a policy with
 * a problem is `broken`, which denies everything but `required` (fail closed).
 *
 * @param raw the parsed JSON, or undefined where there is none
 * @param registry what Heed knows of vendors, by id
 */
export function parseConfig(
  raw: unknown,
  registry: Readonly<Record<string, VendorCore>>,
): { policy: Policy; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (path: string, text: string): undefined => {
    problems.push({ path, text });
  };
  const expect = (path: string, found: unknown, expected: string, valid?: readonly string[]): undefined => {
    const near = valid && typeof found === 'string' && nearest(found, valid);
    wrong(path, `found ${shown(found)}, expected ${expected}${near ? `; did you mean "${near}"?` : ''}`);
  };

  /** Applies a check per key; an unknown key is a problem. */
  function read(value: unknown, path: string, checks: Readonly<Record<string, Check>>): Json {
    const out: Json = {};
    if (value === undefined) return out;
    if (!isObject(value)) {
      expect(path, value, 'an object');
      return out;
    }
    const keys = Object.keys(checks);
    for (const key of Object.keys(value)) {
      if (owns(checks, key)) out[key] = checks[key]!(value[key], `${path}.${key}`);
      else expect(`${path}.${key}`, key, 'one of ' + keys.join(', '), keys);
    }
    return out;
  }

  const text: Check = (v, path) => (typeof v === 'string' ? v : expect(path, v, 'a text'));
  const flag: Check = (v, path) => (typeof v === 'boolean' ? v : expect(path, v, 'true or false'));
  const whole: Check = (v, path) =>
    Number.isInteger(v) && (v as number) >= 0 && (v as number) < 1e9 ? v : expect(path, v, 'a whole number');
  const one =
    (...valid: string[]): Check =>
    (v, path) =>
      valid.includes(v as string) ? v : expect(path, v, valid.map(shown).join(' or '), valid);
  const reason =
    (key: string): Check =>
    (v, path) =>
      isObject(v) && typeof v[key] === 'string' && v[key] && Object.keys(v).length === 1
        ? v
        : expect(path, v, `{ "${key}": "the reason" }`);
  const list =
    (item: Check): Check =>
    (v, path) =>
      Array.isArray(v)
        ? v.map((x, i) => item(x, `${path}[${i}]`)).filter((x) => x !== undefined)
        : expect(path, v, 'a list');
  const texts: Check = (v, path) => {
    if (!isObject(v)) return expect(path, v, 'an object of texts');
    for (const key of Object.keys(v)) text(v[key], `${path}.${key}`);
    return v;
  };

  const host: Check = (v, path) => {
    const [name, ...rest] = typeof v === 'string' ? v.split('/') : [''];
    try {
      // The browser's own spelling: lower case, punycode, no dot at the end.
      const clean = HOST.test(name!) && new URL('http://' + name).hostname.replace(/\.$/, '');
      if (clean) return [clean, ...rest].join('/');
    } catch (_) {
      // told below, like every other host that is none
    }
    return expect(path, v, 'a host such as "ads.example.com", without scheme or port');
  };
  const cookieName: Check = (v, path) =>
    typeof v === 'string' && COOKIE.test(v) ? v : expect(path, v, 'a cookie name, "*" at its end only');
  const cookie: Check = (v, path) => {
    if (typeof v === 'string') return cookieName(v, path) && { name: v };
    const fact = read(v, path, {
      name: cookieName,
      purpose: text,
      duration: text,
      party: one('first', 'third'),
    });
    return fact.name ? fact : isObject(v) && !('name' in v) ? expect(path, v, 'a "name"') : undefined;
  };
  const regime = one('opt-in', 'opt-out');

  const file = raw === undefined ? {} : raw;
  const rawCategories = isObject(file) && isObject(file.categories) ? file.categories : {};
  const ids = Object.keys(rawCategories);
  const category: Check = (v, path) =>
    ids.includes(v as string) ? v : expect(path, v, 'a category of this file', ids);
  const signal: Check = (v, path) =>
    Array.isArray(v) ? list(category)(v, path) : reason('ignore')(v, path) && [];

  const top = read(file, '$', {
    $schema: text,
    revision: whole,
    regime,
    regions: (v, path) => {
      const out: Record<string, Regime> = {};
      if (!isObject(v)) return expect(path, v, 'an object of region codes');
      for (const key of Object.keys(v)) {
        if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(key))
          expect(`${path}.${key}`, key, 'a region code such as "US" or "US-CA"');
        else out[key] = regime(v[key], `${path}.${key}`) as Regime;
      }
      return out;
    },
    signals: (v, path) => read(v, path, { gpc: signal, dnt: signal }),
    unlisted: (v, path) => (v === 'hold' ? v : reason('allow')(v, path) && 'allow'),
    mode: one('enforce', 'report'),
    audience: one('minors', 'sensitive'),
    cookie: (v, path) =>
      read(v, path, {
        name: (n, at) =>
          typeof n === 'string' && COOKIE.test(n) && !n.endsWith('*') ? n : expect(at, n, 'a cookie name'),
        domain: text,
        grantDays: whole,
      }),
    links: (v, path) => read(v, path, { privacy: text }),
    firstParty: list(host),
    texts,
    categories: (v, path) => (isObject(v) ? v : expect(path, v, 'an object of categories')),
  });
  if (!isObject(rawCategories) || !ids.length)
    wrong('$.categories', 'found none, expected at least one category');

  const categories: PolicyCategory[] = [];
  const vendors: Record<string, PolicyVendor> = {};
  const known = Object.keys(registry);

  function vendor(value: unknown, path: string, categoryId: string): string | undefined {
    const entry: Json = typeof value === 'string' ? { id: value } : isObject(value) ? value : {};
    const id = entry.id;
    if (typeof id !== 'string' || !ID.test(id) || owns(rawCategories, id))
      return expect(
        isObject(value) ? path + '.id' : path,
        isObject(value) ? id : value,
        'a vendor id: small letters, digits and "-", and no category',
      );
    const fact = owns(registry, id) ? registry[id] : undefined;
    const parameters = Object.keys(fact?.ids || {});
    const own = read(entry, path, {
      id: text,
      name: text,
      company: text,
      purpose: text,
      privacyPolicy: text,
      shares: flag,
      hosts: list(host),
      cookies: list(cookie),
      replay: flag,
      ...Object.fromEntries(parameters.map((key) => [key, text])),
    });
    const hosts = (own.hosts as string[]) || [];
    if (!fact && !hosts.length)
      return expect(path, id, 'a vendor that Heed knows, or one with "hosts"', known);
    if (owns(vendors, id))
      return wrong(path, `found "${id}" again, expected it once; it stands at ${vendors[id]!.path}`);
    const given = parameters.filter((key) => own[key]);
    for (const key of given.length ? parameters : []) {
      if (!own[key]) wrong(`${path}.${key}`, `found nothing, expected the vendor's own id: ${fact!.ids![key]}`);
    }
    vendors[id] = {
      id,
      category: categoryId,
      path,
      shares: (own.shares as boolean) ?? fact?.shares ?? true,
      hosts: [...(fact ? fact.hosts.split(' ') : []), ...hosts],
      cookies: [
        ...(fact?.cookies ? fact.cookies.split(' ') : []),
        ...((own.cookies as CookieFact[]) || []).filter((c) => c.party !== 'third').map((c) => c.name),
      ],
      replay: own.replay !== false,
      entry: own,
    };
    return id;
  }

  for (const id of ids) {
    const path = '$.categories.' + id;
    if (!ID.test(id)) expect(path, id, 'a category id: small letters, digits and "-"');
    const own = read(rawCategories[id], path, {
      name: text,
      description: text,
      cookies: list(cookie),
      vendors: list((v, at) => vendor(v, at, id)),
    });
    categories.push({
      id,
      path,
      name: own.name as string,
      description: own.description as string,
      vendors: (own.vendors as string[]) || [],
      cookies: (own.cookies as CookieFact[]) || [],
    });
  }
  // What is necessary is a category of every file, written or not.
  if (!ids.includes('required'))
    categories.unshift({ id: 'required', path: '$.categories.required', vendors: [], cookies: [] });

  const all = ids.filter((id) => id !== 'required');
  const signals = (top.signals || {}) as Json;
  const store = (top.cookie || {}) as Json;
  const policy: Policy = {
    revision: (top.revision as number) ?? 1,
    regime: (top.regime as Regime) || 'opt-in',
    regions: (top.regions as Record<string, Regime>) || {},
    signals: {
      gpc: (signals.gpc as string[]) || ['advertising'],
      dnt: (signals.dnt as string[]) || all,
    },
    unlisted: top.unlisted === 'allow' ? 'allow' : 'hold',
    report: top.mode === 'report',
    audience: (top.audience as 'minors' | 'sensitive') || null,
    cookie: {
      name: (store.name as string) || 'heed',
      domain: (store.domain as string) || 'auto',
      grantDays: (store.grantDays as number) ?? 180,
    },
    links: (top.links as { privacy?: string }) || {},
    firstParty: (top.firstParty as string[]) || [],
    texts: (top.texts as Record<string, string>) || {},
    categories,
    vendors,
    broken: problems.length > 0,
  };
  return { policy, problems };
}
