import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { recommended } from '../../../src/regions.ts';
import type { Schema } from '../../../src/schema/keywords.ts';
import { schema } from '../../../src/schema/schema.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { config } from '../support/arbitrary.ts';
import { problemsOf } from '../support/json-schema.ts';

// heed.schema.json and parseConfig() say the same: what one takes, the other does; but see BEYOND.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const parsed = (file: unknown) => parseConfig(file, registry).problems;
const isValid = (file: unknown) => !problemsOf(schema, file).length;

/** A file with this in it, valid but for it. */
const whole = (more: object) => ({ categories: { performance: {}, advertising: {} }, ...more });
const category = (more: object) => ({ categories: { performance: more } });
const vendor = (more: unknown) => category({ vendors: [more] });
const cookie = (more: unknown) => category({ cookies: [more] });
const known = (more: object) => vendor({ id: 'linkedin', ...more });

const words = (text = '') => text.split(' ').filter(Boolean);

describe('the schema and parseConfig() know the same keys', () => {
  /** The keys that parseConfig() names when it meets one that it does not know. */
  function keysAt(file: unknown): string[] {
    const [problem] = parsed(file).filter(({ text }) => text.includes('"not-a-key"'));
    return /one of: (.*?)(;|$)/.exec(problem!.text)![1]!.split(', ').sort();
  }
  const at = (...way: string[]): Schema =>
    way.reduce((part, key) => (part as Record<string, unknown>)[key] as Schema, schema as unknown as Schema);
  const keysOf = (...way: string[]) => Object.keys(at(...way).properties!).sort();
  const odd = { 'not-a-key': 1 };

  it.each<[string, unknown, string[]]>([
    ['the file', whole(odd), keysOf()],
    ['signals', whole({ signals: odd }), keysOf('properties', 'signals')],
    ['cookie', whole({ cookie: odd }), keysOf('properties', 'cookie')],
    ['links', whole({ links: odd }), keysOf('properties', 'links')],
    ['a category', category(odd), keysOf('$defs', 'category')],
    ['a cookie', cookie({ name: 'a', ...odd }), keysOf('$defs', 'cookie', 'anyOf', '1')],
    [
      'a vendor that the file describes',
      vendor({ id: 'acme', hosts: ['acme.example'], ...odd }),
      keysOf('$defs', 'vendorEntry'),
    ],
  ])('%s', (_name, file, keys) => {
    expect(keysAt(file)).toEqual(keys);
  });

  it.each(Object.keys(registry))('the vendor %s', (id) => {
    const base = keysOf('$defs', 'vendorEntry');
    const own = keysAt(vendor({ id, ...odd })).filter((key) => !base.includes(key));
    for (const key of own) {
      const { ids } = registry[id]!;
      const all: Record<string, unknown> = Object.fromEntries(
        [...words(ids), key].map((name) => [name, 'x']),
      );
      // The one key that is no text: it takes a reason.
      if (key === 'consentMode') all[key] = { advanced: 'x' };
      expect(problemsOf(schema, vendor({ id, ...all })), key).toEqual([]);
      expect(parsed(vendor({ id, ...all })), key).toEqual([]);
      expect(isValid(vendor({ id, ...all, [key]: 1 })), key).toBe(false);
    }
    expect(isValid(vendor({ id, ...odd }))).toBe(false);
    expect(isValid(vendor(id))).toBe(true);
  });

  it('every key has a word for whoever writes it', () => {
    const silent: string[] = [];
    function look(part: Schema, where: string): void {
      for (const [key, one] of Object.entries(part.properties ?? {})) {
        const told = one.$ref ? { ...schema.$defs![one.$ref.slice(8)]!, ...one } : one;
        if (!told.description && !('const' in one)) silent.push(`${where}.${key}`);
        look(one, `${where}.${key}`);
      }
    }
    look(schema, '$');
    for (const [name, one] of Object.entries(schema.$defs!)) if (name !== 'vendorEntry') look(one, name);
    const { allOf: _, ...vendorEntry } = schema.$defs!.vendorEntry!;
    look(vendorEntry, 'vendorEntry');
    expect(silent).toEqual([]);
  });

  it('every default of the schema is the one that holds', () => {
    const { policy } = parseConfig(whole({}), registry);
    for (const [key, { default: told }] of Object.entries(schema.properties!))
      if (told !== undefined && key !== 'tcf') expect(policy[key as 'mode'], key).toEqual(told);
    for (const [key, { default: told }] of Object.entries(at('properties', 'cookie').properties!))
      expect(policy.cookie[key as 'name'], key).toEqual(told);
    expect(policy.signals.gpc).toEqual(at('properties', 'signals').properties!.gpc!.default);
  });

  it('every region of the recommended table can be completed', () => {
    const regions = at('properties', 'regions', 'anyOf', '1');
    expect(Object.keys(regions.properties!).sort()).toEqual(
      ['recommended', ...recommended.rows.map(({ code }) => code)].sort(),
    );
  });
});

describe('what is valid', () => {
  it.each<[string, unknown]>([
    ['nothing but a category', { categories: { performance: {} } }],
    ['a category of its own', { categories: { 'my-social-2': { vendors: ['youtube'] } } }],
    ['$schema', whole({ $schema: './node_modules/heed-consent/dist/heed.schema.json' })],
    ['revision', whole({ revision: 0 })],
    ['regime', whole({ regime: 'opt-out' })],
    ['regions by name', whole({ regions: 'recommended' })],
    [
      'regions',
      whole({ regions: { recommended: '2026-11-25', US: 'opt-out', 'GB-SCT': 'opt-in', ZZ: 'opt-in' } }),
    ],
    ['regionFrom', whole({ regionFrom: 'timezone' })],
    ['signals', whole({ signals: { gpc: ['performance'], dnt: { ignore: 'because' } } })],
    ['unlisted', whole({ unlisted: { allow: 'because' } })],
    ['mode, reload, audience', whole({ mode: 'report', reload: 'ask', audience: 'sensitive' })],
    ['tcf', whole({ tcf: true })],
    ['cookie', whole({ cookie: { name: 'my_choice-1', domain: 'shop.example', grantDays: 0 } })],
    ['links', whole({ links: { privacy: '/privacy' } })],
    ['firstParty', whole({ firstParty: ['cdn.shop.example', 'SHOP.example.', 'b\u00fccher.example'] })],
    ['texts', whole({ texts: { accept: 'Yes', 'category.own': 'Mine', '': '' } })],
    ['a category in words', category({ name: 'Counting', description: 'Counts' })],
    [
      'cookies',
      category({
        cookies: [
          '_a_*',
          { name: 'b', purpose: '', duration: 'session', party: 'third' },
          { name: 'c', httpOnly: true },
        ],
      }),
    ],
    [
      'a vendor with more',
      known({ hosts: ['px.partner.example/a/b?c=d'], storage: ['li_*'], replay: false }),
    ],
    ['a vendor of the file', vendor({ id: 'acme', hosts: ['acme.example'], shares: false, cookies: ['a'] })],
    ['a vendor of the file with an empty list', vendor({ id: 'acme', hosts: [] })],
    ['a vendor with its id', known({ partnerId: '12345' })],
    ['a vendor with all of its ids', vendor({ id: 'adroll', advId: 'A', pixId: 'B' })],
    ['a vendor with an option', vendor({ id: 'hubspot', portalId: '1', region: 'eu1' })],
  ])('%s', (_name, file) => {
    expect(parsed(file)).toEqual([]);
    expect(problemsOf(schema, file)).toEqual([]);
  });

  it('any arbitrary valid file', () => {
    fc.assert(
      fc.property(config, (file) => {
        expect(problemsOf(schema, file)).toEqual([]);
      }),
    );
  });
});

it('whatever stands at a key, both take it or neither', () => {
  const value = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<unknown>(
        ...[
          'opt-in',
          'recommended',
          'hold',
          'ask',
          'report',
          'minors',
          'timezone',
          'linkedin',
          'a.example',
          'a',
        ],
        ...['', ' ', 'a*', '*', 'first', 0, 1, 1.5, -1, true, null, [], {}, ['advertising'], ['linkedin']],
        ...[
          ['a.example/b'],
          ['a.example'],
          [{ name: 'a' }],
          [{ id: 'linkedin' }],
          [{ id: 'linkedin', partnerId: 'x' }],
        ],
        ...[{ ignore: 'x' }, { allow: 'x' }, { name: 'a' }, { privacy: '/' }, { gpc: ['performance'] }],
        ...[{ US: 'opt-in' }, { recommended: '2026-11-25', DE: 'opt-out' }, { grantDays: 5 }, [['a']]],
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const entry = schema.$defs!.vendorEntry!;
  const levels: [properties: Schema['properties'], put: (more: object) => unknown][] = [
    [schema.properties, whole],
    [schema.properties!.signals!.properties, (signals) => whole({ signals })],
    [schema.properties!.cookie!.properties, (cookie) => whole({ cookie })],
    [schema.properties!.links!.properties, (links) => whole({ links })],
    [schema.$defs!.category!.properties, category],
    [entry.properties, known],
    [{ ...entry.properties, partnerId: {} }, known],
    [entry.properties, (more) => vendor({ id: 'acme', hosts: ['acme.example'], ...more })],
    [schema.$defs!.cookie!.anyOf![1]!.properties, (more) => cookie({ name: 'a', ...more })],
  ];
  const file = fc
    .constantFrom(...levels)
    .chain(([properties, put]) =>
      fc.dictionary(fc.constantFrom(...Object.keys(properties!)), value, { minKeys: 1, maxKeys: 2 }).map(put),
    );
  /** The schema does not know which categories a file has. */
  const isBeyond = (text: string) => /expected one of: (performance|advertising|, )*$/.test(text);
  let taken = 0;
  fc.assert(
    fc.property(file, (one) => {
      const problems = parsed(one);
      if (!problems.length) taken++;
      if (problems.length && problems.every(({ text }) => isBeyond(text))) return;
      expect(problemsOf(schema, one).length > 0).toBe(problems.length > 0);
    }),
    { numRuns: 1000 },
  );
  // Enough of them are valid for this to mean anything.
  expect(taken).toBeGreaterThan(50);
});

describe('what is not valid', () => {
  it.each<[string, unknown]>([
    ['no object', []],
    ['no category', {}],
    ['no category in it', { categories: {} }],
    ['an unknown key', whole({ signal: {} })],
    ['the revision as a text', whole({ revision: '1' })],
    ['half a revision', whole({ revision: 1.5 })],
    ['a revision below 0', whole({ revision: -1 })],
    ['regime', whole({ regime: 'none' })],
    ['a region in small letters', whole({ regions: { us: 'opt-in' } })],
    ['a regime of a region', whole({ regions: { US: true } })],
    ['a date of no table', whole({ regions: { recommended: '2020-01-01' } })],
    ['regions by another name', whole({ regions: 'all' })],
    ['regionFrom', whole({ regionFrom: 'ip' })],
    ['a signal without a list', whole({ signals: { gpc: true } })],
    ['a signal with an empty list', whole({ signals: { gpc: [] } })],
    ['a signal without a reason', whole({ signals: { gpc: { ignore: ' ' } } })],
    ['a signal with an empty object', whole({ signals: { dnt: {} } })],
    ['a signal that denies what is required', whole({ signals: { dnt: ['required'] } })],
    ['an unknown signal', whole({ signals: { dtn: ['advertising'] } })],
    ['unlisted without a reason', whole({ unlisted: 'allow' })],
    ['unlisted with an empty reason', whole({ unlisted: { allow: '' } })],
    ['mode', whole({ mode: 'off' })],
    ['reload', whole({ reload: true })],
    ['audience', whole({ audience: 'all' })],
    ['tcf as a text', whole({ tcf: 'yes' })],
    ['a cookie name with a space', whole({ cookie: { name: 'a b' } })],
    ['grantDays', whole({ cookie: { grantDays: '180' } })],
    ['an unknown key of the cookie', whole({ cookie: { days: 1 } })],
    ['links', whole({ links: { terms: '/terms' } })],
    ['a host with a scheme', whole({ firstParty: ['https://a.example'] })],
    ['a host with a path', whole({ firstParty: ['a.example/b'] })],
    ['a host with a port', known({ hosts: ['a.example:8080'] })],
    ['a host with "*"', known({ hosts: ['*.a.example'] })],
    ['a host of one word', known({ hosts: ['localhost'] })],
    ['a list that is none', whole({ firstParty: 'a.example' })],
    ['a text that is none', whole({ texts: { accept: 1 } })],
    ['the id of a category', { categories: { 'My Category': {} } }],
    ['an unknown key of a category', category({ vendor: [] })],
    ['an unknown vendor', vendor('linkedinn')],
    ['an unknown vendor without hosts', vendor({ id: 'acme' })],
    ['a vendor without an id', vendor({ hosts: ['a.example'] })],
    ['a vendor with capitals', vendor({ id: 'Acme', hosts: ['a.example'] })],
    ['a vendor that is a number', vendor(1)],
    ['an id of another vendor', known({ measurementId: 'G-1' })],
    ['an id that is left empty', known({ partnerId: '' })],
    ['half of the ids', vendor({ id: 'adroll', advId: 'A' })],
    ['half of the ids, the rest empty', vendor({ id: 'adroll', advId: 'A', pixId: '' })],
    ['an option without the id', vendor({ id: 'hubspot', region: 'eu1' })],
    ['shares as a text', known({ shares: 'no' })],
    ['a pattern in the middle', known({ cookies: ['_a*b'] })],
    ['a storage pattern in the middle', known({ storage: ['a*b'] })],
    ['a cookie without a name', cookie({ purpose: 'x' })],
    ['the party of a cookie', cookie({ name: 'a', party: 'none' })],
    ['null', whole({ mode: null })],
  ])('%s', (_name, file) => {
    expect(parsed(file)).not.toEqual([]);
    expect(isValid(file)).toBe(false);
  });
});

/** What only the whole of a file shows, or a URL parser: the schema lets it pass, and parseConfig() finds it. */
const BEYOND: [string, unknown][] = [
  ['a vendor twice', category({ vendors: ['linkedin', 'linkedin'] })],
  [
    'a vendor with the id of a category',
    category({ vendors: [{ id: 'performance', hosts: ['a.example'] }] }),
  ],
  ['a signal for a category that is not there', whole({ signals: { gpc: ['social'] } })],
  ['a host that no URL has', known({ hosts: ['a[.example'] })],
];
it.each(BEYOND)('no schema can tell: %s', (_name, file) => {
  expect(parsed(file)).not.toEqual([]);
  expect(problemsOf(schema, file)).toEqual([]);
});

describe('examples', () => {
  const jsonc = (text: string) => JSON.parse(text.replace(/(^|[\s,])\/\/.*$/gm, '$1')) as unknown;
  const docs = fs.readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const snippets = ['README.md', ...docs.map((name) => 'docs/' + name)].flatMap((file) =>
    [
      ...fs.readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^```jsonc?(?: (.*))?\n([\s\S]*?)^```$/gm),
    ].map(([, info = '', code], i) => [`${file} ${i + 1}`, info, jsonc(code!)] as const),
  );

  it.each(snippets.filter(([, info]) => !info))('%s', (_name, _info, file) => {
    expect(problemsOf(schema, file)).toEqual([]);
  });
  it.each(snippets.filter(([, info]) => info === 'problem'))(
    '%s, which has a problem',
    (_name, _info, file) => {
      const twice = parsed(file).some(({ text }) => text.includes('nothing else in the file has'));
      expect(isValid(file)).toBe(twice);
    },
  );
  it.each(['marketing-site', 'spa-preact'])('examples/%s', (name) => {
    const file = fs.readFileSync(path.join(ROOT, 'examples', name, 'heed.json'), 'utf8');
    expect(problemsOf(schema, JSON.parse(file))).toEqual([]);
  });
});
