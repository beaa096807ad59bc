import { owns } from '../owns.ts';
import { LATEST, RECOMMENDED } from '../regions/recommended.ts';
import type { CookieFact } from '../types.ts';
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
/** Gives the value that holds, or undefined and a problem. */
type Check = (value: unknown, path: string) => unknown;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Small letters, digits and "-". */
export const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** The vendors that go by Google's Consent Mode; fonts, maps and reCAPTCHA do not. */
export const ADVANCED = /^(google-[at]|doubleclick)/;
/** A cookie name (RFC 6265 token); `*` at its end stands for any more. */
export const COOKIE = /^[!#$%&'+.^`|~\w-]+\*?$/;

/**
 * Checks a category file and fills in every default. Never throws: whatever is wrong is a problem, and a policy with
 * a problem is `broken`, which denies everything but `required` (fail closed).
 *
 * @param raw the parsed JSON, or undefined where there is none
 * @param registry what Heed knows of vendors, by id
 * @param aliases other names of those vendors, for the hint at the right one; tools have them, a visitor's page does not
 */
export function parseConfig(
  raw: unknown,
  registry: Readonly<Record<string, VendorCore>>,
  aliases?: Readonly<Record<string, string>>,
): { policy: Policy; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const expect = (
    path: string,
    found: unknown,
    expected: string,
    valid: readonly string[] = [],
    others: Readonly<Record<string, string>> = {},
  ): undefined => {
    let shown = typeof found as string;
    try {
      shown = JSON.stringify(found) || 'nothing';
    } catch (_) {
      // what JSON cannot hold goes by its type
    }
    const near = typeof found === 'string' && (owns(others, found) ? others[found] : nearest(found, valid));
    problems.push({
      path,
      text: `found ${shown.slice(0, 60)}, expected ${expected}` + (near ? `; did you mean "${near}"?` : ''),
    });
  };

  const that =
    (test: (value: unknown) => unknown, expected: string): Check =>
    (value, path) =>
      test(value) ? value : expect(path, value, expected);
  const like = (form: RegExp, expected: string) =>
    that((value) => typeof value === 'string' && form.test(value), expected);
  const one =
    (...valid: string[]): Check =>
    (value, path) =>
      valid.includes(value as string) ? value : expect(path, value, 'one of: ' + valid.join(', '), valid);
  const list =
    (item: Check): Check =>
    (value, path) =>
      Array.isArray(value)
        ? value.map((x, i) => item(x, `${path}[${i}]`)).filter((x) => x !== undefined)
        : expect(path, value, 'a list');
  /** An object of any keys: `key` judges each of them. */
  const map =
    (key: Check, item: Check): Check =>
    (value, path) => {
      if (!isObject(value)) return expect(path, value, 'an object');
      const out: Json = {};
      for (const name of Object.keys(value)) {
        const at = `${path}.${name}`;
        const good = key(name, at) === undefined ? undefined : item(value[name], at);
        if (good !== undefined) out[name] = good;
      }
      return out;
    };
  /** An object of these keys only. */
  const shape = (checks: Readonly<Record<string, Check>>): Check =>
    map(one(...Object.keys(checks)), (value, path) =>
      checks[path.slice(path.lastIndexOf('.') + 1)]!(value, path),
    );

  const text = like(/^/, 'a text');
  const yesNo = that((value) => typeof value === 'boolean', 'true or false');
  const whole = that((value) => Number.isInteger(value) && (value as number) >= 0, 'a whole number');
  const regime = one('opt-in', 'opt-out');
  const dates = one(...Object.keys(RECOMMENDED));
  /** The rows of the recommended table, and over them what the file writes itself. */
  const regions: Check = (value, path) => {
    const whole =
      typeof value === 'string' && (one('recommended')(value, path) ? { recommended: LATEST } : {});
    const { recommended, ...own } = (map(
      like(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|recommended)$/, 'a region code such as "US-CA"'),
      (row, at) => (/d$/.test(at) ? dates(row, at) : regime(row, at) && [row, at]),
    )(whole || value, path) || {}) as Json;
    return { ...(recommended ? RECOMMENDED[recommended as string]!(path) : {}), ...own };
  };
  const id = like(ID, 'small letters, digits and "-"');
  /** Whoever denies less than the rules do says why. */
  const because =
    (key: string): Check =>
    (value, path) =>
      isObject(value) && !Object.keys(value).length
        ? expect(path, value, `{ "${key}": "the reason" }`)
        : shape({ [key]: like(/\S/, 'a reason') })(value, path);
  const host: Check = (value, path) => {
    const [name, ...rest] = typeof value === 'string' ? value.split('/') : [''];
    try {
      // The browser's own spelling: lower case, punycode, no dot at the end.
      if (/^[^\s.:*?#@]+(\.[^\s.:*?#@]+)+\.?$/.test(name!))
        return [new URL('http://' + name).hostname.replace(/\.$/, ''), ...rest].join('/');
    } catch (_) {
      // told below, like every other host that is none
    }
    return expect(path, value, 'a host, without scheme, port and "*"');
  };
  const cookieFact = shape({
    name: like(COOKIE, 'a cookie name, "*" at its end only'),
    purpose: text,
    duration: text,
    party: one('first', 'third'),
    httpOnly: yesNo,
  });
  const cookie: Check = (value, path) => {
    const written =
      typeof value === 'string' ? { name: value } : isObject(value) ? { name: undefined, ...value } : value;
    const fact = cookieFact(written, path) as CookieFact | undefined;
    return fact && fact.name ? fact : undefined;
  };

  const vendors: Record<string, PolicyVendor> = {};
  /** Hosts without which the site of a vendor that the file names cannot run. */
  const needed: string[] = [];
  const rawCategories = (isObject(raw) && raw.categories) || {};
  const categoryIds = Object.keys(rawCategories);
  const optional = categoryIds.filter((name) => name !== 'required');
  /** What a signal denies: a list adds to what it denies anyway; only a reason takes that away. */
  const signal =
    (always: readonly string[]): Check =>
    (value, path) =>
      isObject(value) || (Array.isArray(value) && !value.length)
        ? because('ignore')(isObject(value) ? value : {}, path) && []
        : [...new Set([...always, ...((list(one(...optional))(value, path) as string[]) || [])])];

  const vendorIn =
    (category: string): Check =>
    (value, path) => {
      const written: Json = isObject(value) ? value : { id: value };
      const name = id(written.id, path + (written === value ? '.id' : '')) as string | undefined;
      if (name === undefined) return;
      if (owns(vendors, name) || owns(rawCategories, name))
        return expect(path, name, 'an id that nothing else in the file has');
      const core = owns(registry, name) ? registry[name]! : undefined;
      if (!core && !written.hosts)
        return expect(
          path,
          name,
          'a vendor that Heed knows, or one with "hosts"',
          Object.keys(registry),
          aliases,
        );
      const {
        hosts = '',
        cookies = '',
        storage = '',
        ids = '',
        options = '',
        needs = '',
        shares = true,
      } = core || {};
      const parameters = words(ids);
      const more = words(options);
      const checks: Record<string, Check> = { ...vendorKeys };
      for (const key of [...parameters, ...more]) checks[key] = text;
      if (core && ADVANCED.test(name)) checks.consentMode = because('advanced');
      const entry = (shape(checks)(written, path) || {}) as Json;
      // All of a vendor's own ids or none: with them Heed loads it, without them it is gated only.
      if ([...parameters, ...more].some((key) => typeof entry[key] === 'string'))
        for (const key of parameters)
          if (!entry[key]) expect(`${path}.${key}`, undefined, "the vendor's own id");
      // An address among them is a host of this vendor's too: a server of one's own.
      const servers = [...parameters, ...more]
        .map((key) => {
          try {
            const { hostname, pathname } = new URL((entry[key] as string).replace(/^\/\//, 'http://'));
            return hostname && hostname + pathname;
          } catch (_) {
            return '';
          }
        })
        .filter(Boolean);
      needed.push(...words(needs));
      const own = ((entry.cookies as CookieFact[]) || []).filter((fact) => fact.party !== 'third');
      vendors[name] = {
        shares,
        replay: true,
        ...entry,
        id: name,
        category,
        path,
        hosts: [...words(hosts), ...((entry.hosts as string[]) || []), ...servers],
        cookies: [...words(cookies), ...own.map((fact) => fact.name)],
        storage: [...words(storage), ...((entry.storage as string[]) || [])],
        ids: parameters,
        entry,
      };
      return name;
    };
  const vendorKeys: Record<string, Check> = {
    id,
    name: text,
    company: text,
    purpose: text,
    privacyPolicy: text,
    shares: yesNo,
    hosts: list(host),
    cookies: list(cookie),
    storage: list(like(/^[^*]+\*?$/, 'a name, "*" at its end only')),
    replay: yesNo,
  };

  const file = (shape({
    $schema: text,
    revision: whole,
    regime,
    regions,
    regionFrom: one('timezone'),
    signals: shape({ gpc: signal(['advertising']), dnt: signal(optional) }),
    unlisted: (value, path) => (value === 'hold' ? value : because('allow')(value, path)),
    mode: one('enforce', 'report'),
    reload: one('auto', 'ask'),
    audience: one('minors', 'sensitive'),
    tcf: yesNo,
    cookie: shape({ name: like(/^[\w-]+$/, 'a cookie name'), domain: text, grantDays: whole }),
    links: shape({ privacy: text }),
    firstParty: list((value, path) =>
      typeof value === 'string' && value.includes('/')
        ? expect(path, value, 'a host without a path')
        : host(value, path),
    ),
    texts: map(text, text),
    categories: map(id, (value, path) => {
      const name = path.slice(path.lastIndexOf('.') + 1);
      const entry = shape({
        name: text,
        description: text,
        cookies: list(cookie),
        vendors: list(vendorIn(name)),
      })(value, path) as Json | undefined;
      return { vendors: [], cookies: [], ...entry, id: name, path };
    }),
  })(raw, '$') || {}) as Json;
  if (!categoryIds.length && !problems.length) expect('$.categories', undefined, 'at least one category');

  const categories = Object.keys(file.categories || {}).map(
    (name) => (file.categories as Record<string, PolicyCategory>)[name]!,
  );
  // What is necessary is a category of every file, written or not.
  if (!owns(rawCategories, 'required'))
    categories.unshift({ id: 'required', path: '$.categories.required', vendors: [], cookies: [] });

  return {
    policy: {
      revision: 1,
      regime: 'opt-in',
      regions: {},
      unlisted: 'hold',
      mode: 'enforce',
      reload: 'auto',
      links: {},
      texts: {},
      ...file,
      firstParty: [...((file.firstParty as string[]) || []), ...needed],
      signals: { gpc: ['advertising'], dnt: optional, ...(file.signals as object) },
      cookie: { name: 'heed', domain: 'auto', grantDays: 180, ...(file.cookie as object) },
      categories,
      vendors,
      broken: problems.length > 0,
      // A file that is not valid opens nothing, whatever it says.
      ...(problems.length && { mode: 'enforce' }),
    } as Policy,
    problems,
  };
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);
