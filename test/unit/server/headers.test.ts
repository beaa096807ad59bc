import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServerConsent } from '../../../src/server.ts';
import type { Config } from '../../../src/types.ts';
import { SHOP } from '../support/files.ts';
import { allGranted, visitOf } from '../support/visits.ts';

// What is left of a response's headers for a visitor who has chosen nothing: all but Stripe and the site's own is denied.

const visit = visitOf();
const warned = vi.spyOn(console, 'warn');
beforeEach(() => void warned.mockReset().mockImplementation(() => {}));
afterEach(() => expect(warned.mock.calls.length).toBeLessThan(2));

const left = (name: string, value: string, config: Config = SHOP) =>
  createServerConsent(config)
    .headers(visit, { [name]: value })
    .get(name);

describe('Link', () => {
  it.each([
    ['own', '</a.css>; rel=preload; as=style'],
    ['own, by its whole address', '<https://cdn.shop.example/a.js>; rel="preload"; as=script'],
    ['a required vendor', '<https://js.stripe.com>; rel=preconnect'],
    ['a denied one that browsers do not ask', '<https://ads.acme.example/>; rel=canonical'],
    ['several such types', '<https://ads.acme.example/>; REL="author license"'],
    ['a comma in the address', '</a,b.css>; rel=preload; as=style'],
    ['a comma in quotes', '</a.css>; rel=preload; as=style; title="a, b"'],
    ['data', '<data:text/css,a{}>; rel=stylesheet'],
    ['a parameter without a value', '</a.js>; rel=preload; as=script; crossorigin'],
  ])('keeps %s', (_what, value) => expect(left('link', value)).toBe(value));

  it.each([
    ['preload', '<https://ads.acme.example/a.js>; rel=preload; as=script'],
    ['preconnect', '<https://ads.acme.example>;rel=preconnect'],
    ['dns-prefetch', '<//ads.acme.example>; rel=dns-prefetch'],
    ['stylesheet', '<https://ads.acme.example/a.css>; rel="stylesheet"'],
    ['modulepreload', '<https://ads.acme.example/a.js>; rel=modulepreload'],
    ['prefetch', '<https://ads.acme.example/>; rel=prefetch'],
    ['prerender', '<https://ads.acme.example/>; rel=prerender'],
    ['next, which Firefox prefetches', '<https://ads.acme.example/>; rel=next'],
    ['a type of tomorrow', '<https://ads.acme.example/>; rel=teleport'],
    ['no type', '<https://ads.acme.example/>'],
    ['an alternate style sheet', '<https://ads.acme.example/a.css>; rel="alternate stylesheet"'],
    ['a second rel', '<https://ads.acme.example/a.css>; rel=canonical; rel=preload'],
    ['a backslash for a slash', '</\\ads.acme.example/a.css>; rel=preload'],
    ['spaces around', '<  https://ads.acme.example/a.css  >  ;  rel = preload'],
    ['capitals', '<HTTPS://ADS.ACME.EXAMPLE/>; Rel=PreConnect'],
    ['a host that no category lists', '<https://unlisted.example/>; rel=preconnect'],
    [
      'a candidate of imagesrcset',
      '</a.png>; rel=preload; as=image; imagesrcset="/a.png 1x, https://ads.acme.example/a.png 2x"',
    ],
  ])('drops %s', (_what, value) => expect(left('link', value)).toBeNull());

  it('drops the denied values and leaves the others as they are', () => {
    const own = [
      '</a,b.css>; rel=preload; as=style; title="x, <https://ads.acme.example>"',
      '</c.js>;rel=modulepreload',
    ];
    const denied = '<https://ads.acme.example/a.js>; rel=preload; as=script';
    expect(left('link', [denied, own[0], denied, own[1], denied].join(' , '))).toBe(own.join(', '));
  });

  it.each([
    ['quotes that do not end', '</a.css>; rel=canonical; title="a, <https://ads.acme.example>; rel=preload'],
    [
      'a quote within a word',
      '</a.css>; rel=canonical; title=a"b, <https://ads.acme.example>; rel=preload; x="',
    ],
    [
      'an escaped quote',
      '</a.css>; rel=canonical; title="a\\", <https://ads.acme.example>; rel=preload; x="b"',
    ],
    ['an address that does not end', '</a.css, <https://ads.acme.example>; rel=preload'],
    ['no address', 'https://ads.acme.example; rel=preload'],
  ])('drops what browsers may read in two ways, and says so: %s', (_what, value) => {
    expect(left('link', value)).toBeNull();
    expect(warned.mock.calls).toEqual([[expect.stringContaining('a Link header was dropped')]]);
  });
});

describe('Refresh', () => {
  it.each([
    '5',
    '5; url=/next',
    '0;URL="https://www.shop.example/"',
    '1, https://js.stripe.com/',
    'x; url=https://ads.acme.example/',
  ])('keeps %s', (value) => expect(left('refresh', value)).toBe(value));
  it.each([
    '1; url=https://ads.acme.example/',
    '1;URL = https://ads.acme.example/',
    '1,url=https://ads.acme.example/',
    '1 https://ads.acme.example/',
    '.5;"https://ads.acme.example/" x',
    "0; url='//ads.acme.example/",
    '9; url=/a, 0; url=https://ads.acme.example/',
  ])('drops %s', (value) => expect(left('refresh', value)).toBeNull());
});

describe('reports', () => {
  it.each([
    ['reporting-endpoints', 'own="/r", acme="https://ads.acme.example/r"', 'own="/r"'],
    ['reporting-endpoints', 'acme="https://ads.acme.example/r";x=1', null],
    ['reporting-endpoints', 'a="/r,s", b="/t"', 'a="/r,s", b="/t"'],
    [
      'content-security-policy',
      "img-src 'self'; report-uri /r https://ads.acme.example/r",
      /^img-src 'self'; report-uri \/r, /,
    ],
    [
      'content-security-policy',
      "report-uri https://ads.acme.example/r; img-src 'self'",
      /^; img-src 'self', /,
    ],
    ['content-security-policy-report-only', 'report-uri https://ads.acme.example/r', null],
    [
      'content-security-policy-report-only',
      "img-src 'none'; report-uri https://ads.acme.example, font-src x; REPORT-URI /r",
      "img-src 'none';, font-src x; REPORT-URI /r",
    ],
    [
      'content-security-policy-report-only',
      'img-src https://ads.acme.example',
      'img-src https://ads.acme.example',
    ],
    ['expect-ct', 'max-age=1, report-uri="https://ads.acme.example/r"', null],
    ['x-xss-protection', '1; report=https://ads.acme.example/r', null],
    ['x-xss-protection', '1; mode=block', '1; mode=block'],
    ['attribution-reporting-redirect', '"https://ads.acme.example/r"', null],
    ['attribution-reporting-register-os-source', '"https://ads.acme.example/r"; x', null],
    [
      'attribution-reporting-register-source',
      '{"destination":"https://ads.acme.example"}',
      '{"destination":"https://ads.acme.example"}',
    ],
  ] as const)('%s: %s', (name, value, expected) => {
    if (expected instanceof RegExp) expect(left(name, value)).toMatch(expected);
    else expect(left(name, value)).toBe(expected);
  });

  const group = (name: string, ...urls: string[]) => ({
    group: name,
    max_age: 600,
    endpoints: urls.map((url) => ({ url })),
  });
  const list = (...objects: object[]) => objects.map((one) => JSON.stringify(one)).join(', ');

  it('Report-To and NEL: a denied group is ended where the browser has kept it, the others stay', () => {
    const headers = createServerConsent(SHOP).headers(visit, {
      'report-to': list(
        group('acme', 'https://ads.acme.example/'),
        group('both', '/r', 'https://ads.acme.example/'),
        group('own', '/r'),
      ),
      nel: list({ report_to: 'acme', max_age: 600, success_fraction: 1 }),
    });
    expect(headers.get('report-to')).toBe(
      list({ group: 'acme', max_age: 0, endpoints: [] }, group('both', '/r'), group('own', '/r')),
    );
    expect(headers.get('nel')).toBe(list({ report_to: 'acme', max_age: 0 }));
  });

  it('Report-To and NEL of the site itself stay as they are', () => {
    const own = {
      'report-to': '{ "endpoints": [{"url": "\\u002fr\\u4e2d"}], "max_age": 1 }',
      nel: '{"report_to":"default","max_age":1}',
    };
    const headers = createServerConsent(SHOP).headers(visit, own);
    expect(headers.get('report-to')).toBe(own['report-to']);
    expect(headers.get('nel')).toBe(own.nel);
  });

  it('Report-To keeps characters that a header can hold only as escapes', () => {
    const value = '{"group":"\\u4e2d","endpoints":[{"url":"/r"},{"url":"https://ads.acme.example/"}]}';
    expect(left('report-to', value)).toBe('{"group":"\\u4e2d","endpoints":[{"url":"/r"}]}');
  });

  it('what is no JSON, or no dictionary, is dropped, and the console says so', () => {
    expect(left('report-to', '{"endpoints":[{"url":"https://ads.acme.example/"}]')).toBeNull();
    expect(warned).toHaveBeenCalledOnce();
    warned.mockClear();
    expect(left('reporting-endpoints', 'a="https://ads.acme.example')).toBeNull();
    expect(warned).toHaveBeenCalledOnce();
  });
});

describe('Set-Cookie', () => {
  const cookies = (lines: string[]) =>
    createServerConsent(SHOP).headers(visit, { 'set-cookie': lines }).getSetCookie();
  it.each([
    ['the site’s own', 'session_id=1; Path=/; HttpOnly'],
    ['a name that nobody lists', 'cart=1'],
    ['the opt-out cookie', 'heed=1~1~2026-11-25~~~~~; Path=/'],
    ['one that takes a denied cookie away', '_acme_id=; Max-Age=0'],
    ['the same by date', '_acme_id=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    ['a domain that is not the site’s, which browsers refuse', '_acme_id=1; Domain=other.example'],
    ['no name', '=x'],
  ])('keeps %s', (_what, line) => expect(cookies([line, 'a=1'])).toEqual([line, 'a=1']));
  it.each([
    '_acme_id=1',
    ' _acme_id = 1; Path=/',
    '_acme_id=1; Domain=.shop.example; Secure',
    '_acme_id=1; domain = SHOP.example',
    'li_fat_id=1; Max-Age=9999',
    '_acme_id=1; Max-Age=x',
    '_acme_id=1; Max-Age=0; Max-Age=9',
    '_acme_id=1; Expires=0',
    '_acme_id=1; Expires=1970-01-01T00:00:00.000Z',
  ])('drops %s', (line) => expect(cookies(['a=1', line, 'b=2'])).toEqual(['a=1', 'b=2']));
});

it('Speculation-Rules goes while anything is denied: its rules stand in a file that nobody has read', () => {
  const consent = createServerConsent(SHOP);
  const response = { 'speculation-rules': '"/rules.json"' };
  expect(consent.headers(visit, response).has('speculation-rules')).toBe(false);
  expect(consent.headers(allGranted(SHOP), response).get('speculation-rules')).toBe('"/rules.json"');
});

it('everything else, and everything of a visitor who has granted all, stays', () => {
  const response = {
    'clear-site-data': '"cache"',
    location: 'https://ads.acme.example/',
    'content-type': 'text/html',
    'permissions-policy': 'ch-ua=("https://ads.acme.example")',
  };
  const more = {
    link: '<https://ads.acme.example/a.js>; rel=preload; as=script',
    refresh: '1; url=https://ads.acme.example/',
    'reporting-endpoints': 'a="https://ads.acme.example/"',
    'report-to': '{"group":"n","max_age":600,"endpoints":[{"url":"https://ads.acme.example/"}]}',
    nel: '{"report_to":"n","max_age":600}',
    'content-security-policy-report-only': 'img-src x; report-uri https://ads.acme.example/',
    'set-cookie': ['_acme_id=1', 'a=1'],
  };
  const consent = createServerConsent(SHOP);
  const all = (given: Headers) => [...given].filter(([name]) => name in response || name in more);
  const before = Object.entries({ ...response, ...more }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  expect(all(consent.headers(visit, response))).toEqual(Object.entries(response).sort());
  expect(all(consent.headers(allGranted(SHOP), { ...response, ...more }))).toEqual(before.sort());
});

it('report mode takes nothing away and sets no policy, and says so', () => {
  const consent = createServerConsent({ ...SHOP, mode: 'report' });
  const response = { link: '<https://ads.acme.example/>; rel=preload', 'set-cookie': ['_acme_id=1'] };
  expect([...consent.headers(visit, response)]).toEqual([
    ['link', response.link],
    ['set-cookie', '_acme_id=1'],
    ['vary', 'Cookie, Sec-GPC, DNT'],
  ]);
  expect(warned.mock.calls.map(([text]) => text)).toEqual([
    expect.stringContaining('NOTHING is held'),
    expect.stringContaining('no Content-Security-Policy in report mode'),
  ]);
  warned.mockReset();
});

it.each([
  [
    'Response',
    new Response('', {
      headers: [
        ['Link', '<https://ads.acme.example>; rel=preload'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', '_acme_x=1'],
      ],
    }),
  ],
  [
    'Headers',
    new Headers([
      ['Link', '<https://ads.acme.example>; rel=preload'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', '_acme_x=1'],
    ]),
  ],
  [
    'an object as Node keeps it',
    { link: ['<https://ads.acme.example>; rel=preload'], 'set-cookie': ['a=1', '_acme_x=1'], age: undefined },
  ],
] as const)('takes a %s, and leaves it as it is', (_what, response) => {
  const before = JSON.stringify(response instanceof Response ? [...response.headers] : response);
  const headers = createServerConsent(SHOP).headers(visit, response);
  expect([headers.get('link'), headers.getSetCookie()]).toEqual([null, ['a=1']]);
  expect(JSON.stringify(response instanceof Response ? [...response.headers] : response)).toBe(before);
});
