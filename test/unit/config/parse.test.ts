import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, parseConfig } from '../../../src/config/parse.ts';
import { aliases } from '../../../src/vendors/aliases.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { config } from '../support/arbitrary.ts';
import { decideFor, deepFreeze, GPC, granted, policyOf, SHOP } from '../support/files.ts';

/** The documented sample of a category file. */
const SAMPLE = {
  $schema: './node_modules/heed-consent/dist/heed.schema.json',
  revision: 1,
  regime: 'opt-in',
  regions: { US: 'opt-out', 'US-CA': 'opt-out' },
  signals: { gpc: ['advertising'], dnt: ['performance', 'marketing', 'advertising'] },
  unlisted: 'hold',
  mode: 'enforce',
  cookie: { name: 'heed', domain: 'auto', grantDays: 180 },
  links: { privacy: '/privacy' },
  firstParty: ['cdn.shop.example'],
  categories: {
    required: {
      vendors: ['stripe'],
      cookies: [{ name: 'session_id', purpose: 'Keeps you signed in', duration: 'session' }],
    },
    performance: { vendors: [{ id: 'google-analytics', measurementId: 'G-XXXX' }] },
    marketing: { vendors: ['marketo'] },
    advertising: {
      vendors: [
        'doubleclick',
        { id: 'linkedin', partnerId: '12345' },
        { id: 'acme-ads', name: 'Acme Ads', hosts: ['ads.acme.example'], cookies: ['_acme_*'] },
      ],
    },
  },
};

const parse = (raw: unknown) => parseConfig(raw, registry);
/** A file in which one thing is as given. */
const withVendor = (vendor: unknown) => ({ categories: { advertising: { vendors: [vendor] } } });
const withCookie = (cookie: unknown) => ({ categories: { advertising: { cookies: [cookie] } } });
const and = (rest: object) => ({ ...rest, categories: { advertising: { vendors: ['linkedin'] } } });

/** Nothing but `required` is granted by such a file, whatever the regime. */
function staysShut(raw: unknown): void {
  const { policy } = parse(raw);
  expect(policy.broken).toBe(true);
  const decision = decideFor({ ...policy, regime: 'opt-out', regions: {} });
  expect(granted(decision)).toEqual([]);
  expect(decision.unlisted.granted).toBe(false);
  expect(decision.categories.required).toMatchObject({ granted: true });
}

describe('a valid file', () => {
  it('is the documented sample', () => {
    const { policy, problems } = parse(SAMPLE);
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      ...SAMPLE,
      broken: false,
      categories: expect.anything(),
      regions: { US: ['opt-out', '$.regions.US'], 'US-CA': ['opt-out', '$.regions.US-CA'] },
    });
    expect(policy.categories.map(({ id, path, vendors }) => [id, path, vendors])).toEqual([
      ['required', '$.categories.required', ['stripe']],
      ['performance', '$.categories.performance', ['google-analytics']],
      ['marketing', '$.categories.marketing', ['marketo']],
      ['advertising', '$.categories.advertising', ['doubleclick', 'linkedin', 'acme-ads']],
    ]);
    expect(policy.categories[0]!.cookies).toEqual(SAMPLE.categories.required.cookies);
    expect(policy.vendors['acme-ads']).toEqual({
      id: 'acme-ads',
      category: 'advertising',
      path: '$.categories.advertising.vendors[2]',
      name: 'Acme Ads',
      shares: true,
      replay: true,
      hosts: ['ads.acme.example'],
      cookies: ['_acme_*'],
      storage: [],
      ids: [],
      entry: {
        id: 'acme-ads',
        name: 'Acme Ads',
        hosts: ['ads.acme.example'],
        cookies: [{ name: '_acme_*' }],
      },
    });
  });

  it('may name what a vendor stores, with "*" at the end only', () => {
    const vendor = (storage: unknown) =>
      parse({ categories: { advertising: { vendors: [{ id: 'acme', hosts: ['acme.example'], storage }] } } });
    const { policy, problems } = vendor(['acme', 'Acme: a key-*']);
    expect(problems).toEqual([]);
    expect(policy.vendors.acme!.storage).toEqual(['acme', 'Acme: a key-*']);
    for (const wrong of ['*', 'a*b', '', 1, null])
      expect(vendor([wrong]).problems).toMatchObject([
        { path: '$.categories.advertising.vendors[0].storage[0]' },
      ]);
  });

  it('gets every default', () => {
    const { policy, problems } = parse({ categories: { advertising: { vendors: ['linkedin'] } } });
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      revision: 1,
      regime: 'opt-in',
      regions: {},
      signals: { gpc: ['advertising'], dnt: ['advertising'] },
      unlisted: 'hold',
      mode: 'enforce',
      cookie: { name: 'heed', domain: 'auto', grantDays: 180 },
      links: {},
      firstParty: [],
      texts: {},
      broken: false,
    });
    expect(policy.audience).toBeUndefined();
    expect(policy.categories).toEqual([
      { id: 'required', path: '$.categories.required', vendors: [], cookies: [] },
      { id: 'advertising', path: '$.categories.advertising', vendors: ['linkedin'], cookies: [] },
    ]);
  });

  it('keeps the defaults of what it only gives in part', () => {
    const { policy } = parse(and({ cookie: { grantDays: 90 }, signals: { dnt: { ignore: 'because' } } }));
    expect(policy.cookie).toEqual({ name: 'heed', domain: 'auto', grantDays: 90 });
    expect(policy.signals).toEqual({ gpc: ['advertising'], dnt: [] });
  });

  it('R20: DNT denies by default every category that the file names, but required', () => {
    const { policy } = parse({ categories: { required: {}, social: {}, chat: {}, performance: {} } });
    expect(policy.signals.dnt).toEqual(['social', 'chat', 'performance']);
  });

  it('joins what the file says of a vendor to what Heed knows of it', () => {
    const extra = {
      id: 'linkedin',
      hosts: ['px.partner.example'],
      cookies: ['li_extra'],
      name: 'L',
      replay: false,
    };
    const { policy, problems } = parse(withVendor(extra));
    expect(problems).toEqual([]);
    const { hosts, cookies, shares, replay, ids, entry } = policy.vendors.linkedin!;
    expect(hosts).toEqual([...registry.linkedin!.hosts.split(' '), 'px.partner.example']);
    expect(cookies).toEqual([...registry.linkedin!.cookies!.split(' '), 'li_extra']);
    expect({ shares, replay, ids }).toEqual({ shares: true, replay: false, ids: ['partnerId'] });
    expect(entry).toMatchObject({ name: 'L' });
  });

  it('takes "shares" from the file, else from what Heed knows, else for true', () => {
    const shares = (vendor: unknown) => Object.values(parse(withVendor(vendor)).policy.vendors)[0]!.shares;
    expect(shares('marketo')).toBe(false);
    expect(shares({ id: 'marketo', shares: true })).toBe(true);
    expect(shares('linkedin')).toBe(true);
    expect(shares({ id: 'linkedin', shares: false })).toBe(false);
    expect(shares({ id: 'acme', hosts: ['acme.example'] })).toBe(true);
  });

  it('lists third-party cookies, and holds none of them by name', () => {
    const cookies = ['_own', { name: '_theirs', party: 'third' }, { name: '_first', party: 'first' }];
    const vendor = parse(withVendor({ id: 'acme', hosts: ['acme.example'], cookies })).policy.vendors.acme!;
    expect(vendor.cookies).toEqual(['_own', '_first']);
    expect(vendor.entry.cookies).toHaveLength(3);
  });

  it('holds by name what only a server can delete, for the server to go by', () => {
    const cookies = [{ name: '_sent', httpOnly: true }];
    const { policy } = parse(withVendor({ id: 'acme', hosts: ['acme.example'], cookies }));
    expect(policy.vendors.acme!.cookies).toEqual(['_sent']);
    expect(policy.vendors.acme!.entry.cookies).toEqual(cookies);
  });

  it.each([
    ['ADS.Acme.Example', 'ads.acme.example'],
    ['ads.acme.example.', 'ads.acme.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['linkedin.com/px', 'linkedin.com/px'],
    ['LinkedIn.com/Px/a?b=C', 'linkedin.com/Px/a?b=C'],
    ['192.168.1.10', '192.168.1.10'],
  ])('spells a host as browsers do: %s', (written, expected) => {
    const { policy, problems } = parse(withVendor({ id: 'acme', hosts: [written] }));
    expect(problems).toEqual([]);
    expect(policy.vendors.acme!.hosts).toEqual([expected]);
  });

  it('may name a category as objects name what they inherit', () => {
    const { policy, problems } = parse({ categories: { constructor: { vendors: ['linkedin'] } } });
    expect(problems).toEqual([]);
    expect(granted(decideFor(policy))).toEqual([]);
  });

  it('is not changed by being read', () => {
    const file = deepFreeze(structuredClone(SAMPLE));
    expect(parse(file).problems).toEqual([]);
    expect(file).toEqual(SAMPLE);
  });

  it('has no problem, whatever it combines', () => {
    fc.assert(
      fc.property(config, (file) => {
        const { policy, problems } = parse(file);
        expect(problems).toEqual([]);
        expect(policy.broken).toBe(false);
      }),
    );
  });

  it('reads the same after it has been JSON', () => {
    fc.assert(
      fc.property(config, (file) => {
        expect(parse(JSON.parse(JSON.stringify(file)))).toEqual(parse(file));
      }),
    );
  });
});

type Mistake = [name: string, raw: unknown, path: string, found: string, expected: string, near?: string];

const mistakes: Mistake[] = [
  // What there is instead of a file.
  ['nothing', undefined, '$', 'nothing', 'an object'],
  ['null', null, '$', 'null', 'an object'],
  ['a list', [], '$', '[]', 'an object'],
  ['a list of files', [SAMPLE], '$', '[{', 'an object'],
  ['a text', 'heed.json', '$', '"heed.json"', 'an object'],
  ['a number', 1, '$', '1', 'an object'],
  ['true', true, '$', 'true', 'an object'],
  ['an empty file', {}, '$.categories', 'nothing', 'at least one category'],
  ['no categories', { categories: {} }, '$.categories', 'nothing', 'at least one category'],
  ['categories as a list', { categories: ['advertising'] }, '$.categories', '["advertising"]', 'an object'],
  ['categories as a text', { categories: 'advertising' }, '$.categories', '"advertising"', 'an object'],
  ['categories as null', { categories: null }, '$.categories', 'null', 'an object'],

  // Unknown keys.
  ['an unknown key', and({ signal: {} }), '$.signal', '"signal"', 'one of:', 'signals'],
  ['a key in another case', and({ Regime: 'opt-in' }), '$.Regime', '"Regime"', 'one of:', 'regime'],
  ['an unknown key that is like none', and({ analytics: true }), '$.analytics', '"analytics"', 'one of:'],
  [
    'an unknown signal',
    and({ signals: { gpp: ['advertising'] } }),
    '$.signals.gpp',
    '"gpp"',
    'one of: gpc, dnt',
    'gpc',
  ],
  [
    'an unknown key of a category',
    { categories: { advertising: { vendor: ['linkedin'] } } },
    '$.categories.advertising.vendor',
    '"vendor"',
    'one of: name, description, cookies, vendors',
    'vendors',
  ],
  [
    'an unknown key of a vendor',
    withVendor({ id: 'linkedin', partnerID: '12345' }),
    '$.categories.advertising.vendors[0].partnerID',
    '"partnerID"',
    'one of:',
    'partnerId',
  ],
  [
    'the id of another vendor',
    withVendor({ id: 'linkedin', measurementId: 'G-XXXX' }),
    '$.categories.advertising.vendors[0].measurementId',
    '"measurementId"',
    'one of:',
  ],
  [
    'an unknown key of a cookie',
    withCookie({ name: 'a', days: 3 }),
    '$.categories.advertising.cookies[0].days',
    '"days"',
    'one of: name, purpose, duration, party',
  ],
  ['an unknown key of the cookie', and({ cookie: { days: 9 } }), '$.cookie.days', '"days"', 'one of:'],
  ['an unknown link', and({ links: { imprint: '/' } }), '$.links.imprint', '"imprint"', 'one of: privacy'],

  // Vendors.
  [
    'an unknown vendor',
    withVendor('linkdin'),
    '$.categories.advertising.vendors[0]',
    '"linkdin"',
    'a vendor that Heed knows, or one with "hosts"',
    'linkedin',
  ],
  [
    'an unknown vendor that is like none',
    withVendor({ id: 'zzzzzzzzzz', name: 'Z' }),
    '$.categories.advertising.vendors[0]',
    '"zzzzzzzzzz"',
    'a vendor that Heed knows',
  ],
  [
    'a vendor twice in one category',
    { categories: { advertising: { vendors: ['linkedin', { id: 'linkedin' }] } } },
    '$.categories.advertising.vendors[1]',
    '"linkedin"',
    'an id that nothing else in the file has',
  ],
  [
    'a vendor in two categories',
    { categories: { marketing: { vendors: ['linkedin'] }, advertising: { vendors: ['linkedin'] } } },
    '$.categories.advertising.vendors[0]',
    '"linkedin"',
    'an id that nothing else in the file has',
  ],
  [
    'a vendor with the id of a category',
    withVendor({ id: 'advertising', hosts: ['ads.example'] }),
    '$.categories.advertising.vendors[0]',
    '"advertising"',
    'an id that nothing else in the file has',
  ],
  [
    'a vendor with the id of a category that comes later',
    {
      categories: { advertising: { vendors: [{ id: 'social', hosts: ['ads.example'] }] }, social: {} },
    },
    '$.categories.advertising.vendors[0]',
    '"social"',
    'an id that nothing else in the file has',
  ],
  [
    'a vendor without id',
    withVendor({ hosts: ['ads.example'] }),
    '$.categories.advertising.vendors[0].id',
    'nothing',
    'small letters, digits and "-"',
  ],
  [
    'a vendor id in capitals',
    withVendor('LinkedIn'),
    '$.categories.advertising.vendors[0]',
    '"LinkedIn"',
    'small letters, digits and "-"',
  ],
  ['a vendor as a number', withVendor(7), '$.categories.advertising.vendors[0]', '7', 'small letters'],
  ['a vendor as null', withVendor(null), '$.categories.advertising.vendors[0]', 'null', 'small letters'],
  [
    'a vendor as a list',
    withVendor(['linkedin']),
    '$.categories.advertising.vendors[0]',
    '["linkedin"]',
    'small letters',
  ],
  [
    'vendors as a text',
    { categories: { advertising: { vendors: 'linkedin' } } },
    '$.categories.advertising.vendors',
    '"linkedin"',
    'a list',
  ],
  [
    'a number for the id of an account',
    withVendor({ id: 'linkedin', partnerId: 12345 }),
    '$.categories.advertising.vendors[0].partnerId',
    '12345',
    'a text',
  ],
  [
    '"shares" as a text',
    withVendor({ id: 'linkedin', shares: 'false' }),
    '$.categories.advertising.vendors[0].shares',
    '"false"',
    'true or false',
  ],
  [
    '"replay" as a number',
    withVendor({ id: 'linkedin', replay: 0 }),
    '$.categories.advertising.vendors[0].replay',
    '0',
    'true or false',
  ],
  [
    'the name of a vendor as a number',
    withVendor({ id: 'linkedin', name: 1 }),
    '$.categories.advertising.vendors[0].name',
    '1',
    'a text',
  ],
  [
    'hosts as a text',
    withVendor({ id: 'acme', hosts: 'acme.example' }),
    '$.categories.advertising.vendors[0].hosts',
    '"acme.example"',
    'a list',
  ],

  // Category ids.
  [
    'a category in capitals',
    { categories: { Advertising: {} } },
    '$.categories.Advertising',
    '"Advertising"',
    'small letters, digits and "-"',
  ],
  ['a category of nothing', { categories: { '': {} } }, '$.categories.', '""', 'small letters'],
  [
    'a category of forty-one letters',
    { categories: { ['x'.repeat(41)]: {} } },
    `$.categories.${'x'.repeat(41)}`,
    'xxx',
    'small letters',
  ],
  [
    'a category as a list of vendors',
    { categories: { advertising: ['linkedin'] } },
    '$.categories.advertising',
    '["linkedin"]',
    'an object',
  ],
  [
    'a category as null',
    { categories: { advertising: null } },
    '$.categories.advertising',
    'null',
    'an object',
  ],

  // Cookies.
  [
    'a cookie with a star in the middle',
    withCookie('_g*a'),
    '$.categories.advertising.cookies[0].name',
    '"_g*a"',
    'a cookie name, "*" at its end only',
  ],
  [
    'a cookie with two stars',
    withCookie('_ga**'),
    '$.categories.advertising.cookies[0].name',
    '"_ga**"',
    'a cookie name',
  ],
  [
    'a cookie that is HttpOnly in words',
    withCookie({ name: '_s', httpOnly: 'yes' }),
    '$.categories.advertising.cookies[0].httpOnly',
    '"yes"',
    'true or false',
  ],
  ['every cookie', withCookie('*'), '$.categories.advertising.cookies[0].name', '"*"', 'a cookie name'],
  [
    'a cookie with a space',
    withCookie('a b'),
    '$.categories.advertising.cookies[0].name',
    '"a b"',
    'a cookie name',
  ],
  [
    'a cookie with its value',
    withCookie('a=b'),
    '$.categories.advertising.cookies[0].name',
    '"a=b"',
    'a cookie name',
  ],
  ['a cookie as a number', withCookie(1), '$.categories.advertising.cookies[0]', '1', 'an object'],
  [
    'a cookie of a strange party',
    withCookie({ name: 'a', party: 'frist' }),
    '$.categories.advertising.cookies[0].party',
    '"frist"',
    'one of: first, third',
    'first',
  ],
  [
    'a bad pattern of a vendor',
    withVendor({ id: 'acme', hosts: ['acme.example'], cookies: ['*_acme'] }),
    '$.categories.advertising.vendors[0].cookies[0].name',
    '"*_acme"',
    'a cookie name',
  ],

  // The rest, wrong in type or value.
  ['$schema as an object', and({ $schema: {} }), '$.$schema', '{}', 'a text'],
  ['a revision with a fraction', and({ revision: 1.5 }), '$.revision', '1.5', 'a whole number'],
  ['a revision below zero', and({ revision: -1 }), '$.revision', '-1', 'a whole number'],
  ['a revision as a text', and({ revision: '1' }), '$.revision', '"1"', 'a whole number'],
  ['an unknown regime', and({ regime: 'optin' }), '$.regime', '"optin"', 'one of: opt-in, opt-out', 'opt-in'],
  ['a regime as true', and({ regime: true }), '$.regime', 'true', 'one of:'],
  ['regions as a list', and({ regions: ['US'] }), '$.regions', '["US"]', 'an object'],
  ['a region in small letters', and({ regions: { us: 'opt-out' } }), '$.regions.us', '"us"', 'a region code'],
  [
    'a region by name',
    and({ regions: { California: 'opt-out' } }),
    '$.regions.California',
    '"California"',
    'a region code',
  ],
  [
    'a region with "_"',
    and({ regions: { US_CA: 'opt-out' } }),
    '$.regions.US_CA',
    '"US_CA"',
    'a region code',
  ],
  [
    'an unknown regime of a region',
    and({ regions: { US: 'out' } }),
    '$.regions.US',
    '"out"',
    'one of: opt-in, opt-out',
  ],
  ['signals as a list', and({ signals: ['gpc'] }), '$.signals', '["gpc"]', 'an object'],
  [
    'a signal as a text',
    and({ signals: { gpc: 'advertising' } }),
    '$.signals.gpc',
    '"advertising"',
    'a list',
  ],
  ['a signal as false', and({ signals: { gpc: false } }), '$.signals.gpc', 'false', 'a list'],
  ['a signal as null', and({ signals: { dnt: null } }), '$.signals.dnt', 'null', 'a list'],
  [
    'a signal for a category that there is not',
    and({ signals: { gpc: ['advertizing'] } }),
    '$.signals.gpc[0]',
    '"advertizing"',
    'one of: advertising',
    'advertising',
  ],
  [
    'a signal for required',
    and({ signals: { gpc: ['advertising', 'required'] } }),
    '$.signals.gpc[1]',
    '"required"',
    'one of: advertising',
  ],
  [
    'a signal ignored with an empty reason',
    and({ signals: { gpc: { ignore: ' ' } } }),
    '$.signals.gpc.ignore',
    '" "',
    'a reason',
  ],
  [
    'a signal ignored with true',
    and({ signals: { gpc: { ignore: true } } }),
    '$.signals.gpc.ignore',
    'true',
    'a reason',
  ],
  [
    'a signal ignored by another word',
    and({ signals: { gpc: { ignored: 'because' } } }),
    '$.signals.gpc.ignored',
    '"ignored"',
    'one of: ignore',
    'ignore',
  ],
  ['unlisted allowed without a reason', and({ unlisted: 'allow' }), '$.unlisted', '"allow"', 'an object'],
  [
    'unlisted allowed with an empty reason',
    and({ unlisted: { allow: '' } }),
    '$.unlisted.allow',
    '""',
    'a reason',
  ],
  ['unlisted allowed with true', and({ unlisted: { allow: true } }), '$.unlisted.allow', 'true', 'a reason'],
  ['unlisted as null', and({ unlisted: null }), '$.unlisted', 'null', 'an object'],
  ['an unknown mode', and({ mode: 'reprot' }), '$.mode', '"reprot"', 'one of: enforce, report', 'report'],
  [
    'an unknown audience',
    and({ audience: 'minor' }),
    '$.audience',
    '"minor"',
    'one of: minors, sensitive',
    'minors',
  ],
  ['the cookie as a text', and({ cookie: 'heed' }), '$.cookie', '"heed"', 'an object'],
  [
    'a cookie name with a blank',
    and({ cookie: { name: 'my heed' } }),
    '$.cookie.name',
    '"my heed"',
    'a cookie name',
  ],
  ['grantDays below zero', and({ cookie: { grantDays: -1 } }), '$.cookie.grantDays', '-1', 'a whole number'],
  [
    'grantDays as a text',
    and({ cookie: { grantDays: '180' } }),
    '$.cookie.grantDays',
    '"180"',
    'a whole number',
  ],
  ['a domain as a list', and({ cookie: { domain: [] } }), '$.cookie.domain', '[]', 'a text'],
  ['links as a text', and({ links: '/privacy' }), '$.links', '"/privacy"', 'an object'],
  ['a link as a number', and({ links: { privacy: 1 } }), '$.links.privacy', '1', 'a text'],
  [
    'firstParty as a text',
    and({ firstParty: 'cdn.shop.example' }),
    '$.firstParty',
    '"cdn.shop.example"',
    'a list',
  ],
  ['a text as a list', and({ texts: { accept: ['OK'] } }), '$.texts.accept', '["OK"]', 'a text'],
  ['texts as a list', and({ texts: [] }), '$.texts', '[]', 'an object'],
  [
    'the name of a category as a number',
    { categories: { advertising: { name: 1 } } },
    '$.categories.advertising.name',
    '1',
    'a text',
  ],
];

/** What a file may not do, or not in silence; the words of the problem are the parser's own. */
const silent: [name: string, raw: unknown, path: string][] = [
  ['GPC ignored without a reason', and({ signals: { gpc: {} } }), '$.signals.gpc'],
  ['DNT ignored without a reason', and({ signals: { dnt: {} } }), '$.signals.dnt'],
  ['GPC that denies nothing, without a reason', and({ signals: { gpc: [] } }), '$.signals.gpc'],
  ['DNT that denies nothing, without a reason', and({ signals: { dnt: [] } }), '$.signals.dnt'],
  ['unlisted allowed without a reason', and({ unlisted: {} }), '$.unlisted'],
  [
    'a cookie without a name',
    withCookie({ purpose: 'Keeps you signed in' }),
    '$.categories.advertising.cookies[0]',
  ],
];

describe("a vendor's own server", () => {
  it.each([
    [{ id: 'matomo', matomoUrl: 'https://Stats.Partner.example/', siteId: '1' }, 'stats.partner.example/'],
    [{ id: 'matomo', matomoUrl: '//stats.partner.example:8443/m/', siteId: '1' }, 'stats.partner.example/m/'],
    [{ id: 'matomo', matomoUrl: 'https://stäts.example/', siteId: '1' }, 'xn--stts-moa.example/'],
    [{ id: 'posthog', apiKey: 'phc_a', apiHost: 'https://ph.partner.example' }, 'ph.partner.example/'],
    [{ id: 'posthog', apiKey: 'phc_a', apiHost: 'https://app.example/ingest' }, 'app.example/ingest'],
  ])('is one of its hosts: %j', (entry, host) => {
    const { policy, problems } = parse(withVendor(entry));
    expect(problems).toEqual([]);
    expect(policy.vendors[entry.id]!.hosts).toEqual([...registry[entry.id]!.hosts.split(' '), host]);
  });

  it.each([
    { id: 'matomo', matomoUrl: '/matomo/', siteId: '1' },
    { id: 'matomo', matomoUrl: 'https://', siteId: '1' },
    { id: 'posthog', apiKey: 'a:b' },
    { id: 'linkedin', partnerId: '12345' },
  ])('is none without an address: %j', (entry) => {
    const { hosts } = parse(withVendor(entry)).policy.vendors[entry.id]!;
    expect(hosts).toEqual(registry[entry.id]!.hosts.split(' '));
  });
});

describe('a mistake', () => {
  it.each(mistakes)(
    '%s: says where, what was found and what was expected',
    (_name, raw, path, found, expected, near) => {
      const { problems } = parse(raw);
      const problem = problems.find((one) => one.path === path) as Problem;
      expect(problem, JSON.stringify(problems)).toBeDefined();
      expect(problem.text).toMatch(/^found .*, expected /);
      expect(problem.text).toContain('found ' + (found === 'xxx' ? '"xxx' : found));
      expect(problem.text.slice(problem.text.indexOf(', expected'))).toContain(expected);
      if (near) expect(problem.text).toContain(`; did you mean "${near}"?`);
      else expect(problem.text).not.toContain('did you mean');
    },
  );

  it.each(mistakes)('%s: leaves the gate shut', (_name, raw) => {
    staysShut(raw);
  });

  it.each(silent)('%s: says where, and leaves the gate shut', (_name, raw, path) => {
    expect(parse(raw).problems).toEqual([
      { path: expect.stringContaining(path), text: expect.stringMatching(/^found .*, expected ./) },
    ]);
    staysShut(raw);
  });

  it.each([
    'https://ads.acme.example',
    '//ads.acme.example',
    'ads.acme.example:443',
    '*.acme.example',
    'acme',
    'localhost',
    '',
    ' ads.acme.example',
    'ads acme.example',
    'user@acme.example',
    'acme.example#x',
    'a%00b.example',
    '.acme.example',
    'acme..example',
    '-.',
    '.',
    null,
    7,
    1.5,
    true,
    {},
    ['acme.example'],
  ])('a bad host: %j', (host) => {
    for (const [raw, path] of [
      [
        withVendor({ id: 'acme', hosts: ['ok.example', host] }),
        '$.categories.advertising.vendors[0].hosts[1]',
      ],
      [and({ firstParty: ['ok.example', host] }), '$.firstParty[1]'],
    ] as const) {
      const { problems } = parse(raw);
      expect(problems).toEqual([{ path, text: expect.stringContaining('expected a host') }]);
      staysShut(raw);
    }
  });

  it('half of the ids of a vendor: the missing ones are named', () => {
    const known = { ...registry, twin: { hosts: 'twin.example', ids: 'account pixel' } };
    const { problems, policy } = parseConfig(withVendor({ id: 'twin', account: '1' }), known);
    expect(problems).toEqual([
      {
        path: '$.categories.advertising.vendors[0].pixel',
        text: "found nothing, expected the vendor's own id",
      },
    ]);
    expect(policy.broken).toBe(true);
    // An id that a template has left empty is as good as none, and not a vendor that is only held.
    expect(parseConfig(withVendor({ id: 'twin', account: '1', pixel: '' }), known).problems).toEqual(
      problems,
    );
    expect(parseConfig(withVendor({ id: 'twin', account: '', pixel: '' }), known).problems).toHaveLength(2);
    expect(parseConfig(withVendor({ id: 'twin', account: '1', pixel: '2' }), known).problems).toEqual([]);
    expect(parseConfig(withVendor('twin'), known).problems).toEqual([]);
  });

  it('what the file may give besides the ids is no id, and none without them', () => {
    const entry = (more: object) => parse(withVendor({ id: 'hubspot', ...more }));
    expect(entry({ portalId: '1234567', region: 'eu1' }).problems).toEqual([]);
    expect(entry({ portalId: '1234567' }).policy.vendors.hubspot!.ids).toEqual(['portalId']);
    expect(entry({ region: 'eu1' }).problems).toEqual([
      {
        path: '$.categories.advertising.vendors[0].portalId',
        text: "found nothing, expected the vendor's own id",
      },
    ]);
  });

  it('another name of a vendor is no id; a tool gives the right one', () => {
    for (const [alias, id] of Object.entries(aliases)) {
      const { problems } = parseConfig(withVendor(alias), registry, aliases);
      expect(problems).toEqual([
        {
          path: '$.categories.advertising.vendors[0]',
          text: `found "${alias}", expected a vendor that Heed knows, or one with "hosts"; did you mean "${id}"?`,
        },
      ]);
    }
  });

  it('all of them are told at once', () => {
    const { problems } = parse({
      revison: 2,
      regime: 'opt',
      categories: {
        marketing: { vendors: ['marketoo', 'linkedin'] },
        advertising: { vendors: ['linkedin'] },
      },
    });
    expect(problems.map(({ path }) => path).sort()).toEqual([
      '$.categories.advertising.vendors[0]',
      '$.categories.marketing.vendors[0]',
      '$.regime',
      '$.revison',
    ]);
  });

  it('a list that lets a signal deny less than the rules ask for needs a reason', () => {
    // GPC: advertising and who shares. DNT: all that is not required (R20).
    for (const signals of [{ gpc: ['performance'] }, { dnt: ['advertising'] }]) {
      const raw = { signals, categories: SHOP.categories };
      const { policy } = parse(raw);
      const sent = { gpc: 'gpc' in signals, dnt: 'dnt' in signals };
      const decision = decideFor({ ...policy, regime: 'opt-out', regions: {} }, { signals: sent });
      expect(decision.categories.advertising).toMatchObject({ granted: false });
      if (sent.dnt) expect(granted(decision)).toEqual([]);
    }
  });
});

describe('whatever there is instead of a file', () => {
  const usable = (raw: unknown) => {
    const { policy, problems } = parse(raw);
    expect(policy.broken).toBe(problems.length > 0);
    for (const { path, text } of problems) {
      expect(path).toMatch(/^\$/);
      expect(text).toMatch(/^found .*, expected ./s);
    }
    const decision = decideFor(policy, { signals: GPC });
    expect(decision.categories.required).toMatchObject({ granted: true });
    expect(granted(decision)).toEqual([]);
    return policy;
  };

  it('never throws, and gives a policy that grants nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => void usable(raw)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => void usable(raw)),
      { numRuns: 300 },
    );
  });

  it('never throws: anything at any place of a valid file', () => {
    const places = Object.keys(SAMPLE);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), (key, value) => {
        const policy = usable({ ...SAMPLE, [key]: value });
        expect(policy.cookie).toEqual(expect.objectContaining({ name: expect.any(String) }));
        expect(policy.revision).toEqual(expect.any(Number));
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.constantFrom('vendors', 'cookies', 'name'), fc.anything(), (key, value) => {
        usable({ categories: { advertising: { [key]: value } } });
        usable({ categories: { advertising: { [key]: [value] } } });
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('id', 'hosts', 'cookies', 'shares', 'replay', 'name', 'partnerId'),
        fc.anything(),
        (key, value) => {
          usable(withVendor({ id: 'linkedin', [key]: value }));
          usable(withVendor({ id: 'linkedin', [key]: [value] }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an object that is no text', '{"toString":1,"valueOf":1}'],
    ['a key that sets a prototype', '{"__proto__":{"regime":"opt-out"}}'],
  ])('never throws: %s, at any place', (_name, json) => {
    const value = JSON.parse(json);
    for (const key of Object.keys(SAMPLE)) usable({ ...SAMPLE, [key]: value });
    usable(and({ firstParty: [value] }));
    usable(and({ regions: { US: value } }));
    usable(and({ signals: { gpc: [value] } }));
    usable(withVendor(value));
    usable(withVendor({ id: 'acme', hosts: [value] }));
    usable(withCookie(value));
  });

  it('never throws: what no JSON can hold', () => {
    const round: Record<string, unknown> = {};
    round.round = round;
    for (const value of [
      BigInt(1),
      Symbol('x'),
      () => 1,
      round,
      Object.create(null),
      Number.NaN,
      new Date(0),
    ]) {
      usable(value);
      for (const key of Object.keys(SAMPLE)) usable({ ...SAMPLE, [key]: value });
      usable(withVendor(value));
      usable(withVendor({ id: 'acme', hosts: [value] }));
    }
  });

  it('does not let a file reach what all objects share', () => {
    usable(
      JSON.parse(
        '{"__proto__":{"polluted":1},"texts":{"__proto__":"x"},"categories":{"__proto__":{"vendors":[]}}}',
      ),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(policyOf(SHOP).texts).toEqual({});
  });
});
