import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeRecord } from '../../../src/choice/codec.ts';
import { dayOf } from '../../../src/choice/record.ts';
import { createServerConsent } from '../../../src/server.ts';
import type { Config } from '../../../src/types.ts';
import { granted, recordOf, SHOP } from '../support/files.ts';
import { allGranted, cookieOf, visitOf } from '../support/visits.ts';

const warned = vi.spyOn(console, 'warn');
const failed = vi.spyOn(console, 'error');
beforeEach(() => {
  warned.mockReset().mockImplementation(() => {});
  failed.mockReset().mockImplementation(() => {});
});
afterEach(() => void vi.useRealTimers());

const ALL = [
  ...['performance', 'marketing', 'advertising', 'google-analytics', 'stats', 'marketo', 'doubleclick'],
  ...['linkedin', 'acme-ads'],
];
const decide = (headers: Record<string, string>, config: Config = SHOP) =>
  createServerConsent(config).decide(visitOf(headers));

describe('decision', () => {
  it('is that of the choice in the cookie', () => {
    expect(granted(decide({}))).toEqual([]);
    expect(granted(decide({ cookie: `a=1; heed=${cookieOf(SHOP, 'all')}; b=heed=2` }))).toEqual(ALL);
    expect(granted(decide({ cookie: `heed=${cookieOf(SHOP, { marketing: true })}` }))).toEqual([
      'marketing',
      'marketo',
    ]);
  });

  it('of two cookies takes the stricter, and nothing of a damaged or foreign one', () => {
    const all = cookieOf(SHOP, 'all');
    const some = cookieOf(SHOP, { advertising: false, marketing: true, performance: true });
    expect(granted(decide({ cookie: `heed=${all}; heed=${some}` }))).toEqual(
      granted(decide({ cookie: `heed=${some}` })),
    );
    expect(granted(decide({ cookie: `heed=${some}; heed=${all}` }))).not.toContain('advertising');
    expect(granted(decide({ cookie: `heed=${all}x` }))).toEqual([]);
    expect(granted(decide({ cookie: `xheed=${all}; a="heed=${all}"` }))).toEqual([]);
    const named = { ...SHOP, cookie: { name: 'consent' } };
    expect(granted(decide({ cookie: `heed=${all}` }, named))).toEqual([]);
    expect(granted(decide({ cookie: `consent=${all}` }, named))).toEqual(ALL);
  });

  it('ends grants with their days', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const cookie = `heed=${cookieOf(SHOP, 'all')}`;
    vi.setSystemTime(Date.now() + 181 * 864e5);
    expect(granted(decide({ cookie }))).toEqual([]);
  });

  it('holds a lift for over once its signal has gone, as a page does', () => {
    const day = dayOf(Date.now());
    const record = recordOf({ day, vendors: { linkedin: true }, signals: ['gpc'], seen: { gpc: day } });
    const cookie = `heed=${encodeRecord(record)}`;
    const consent = createServerConsent(SHOP, { region: 'US' });
    expect(consent.decide(visitOf({ cookie, 'sec-gpc': '1' })).vendors.linkedin).toMatchObject({
      granted: true,
    });
    expect(consent.decide(visitOf({ cookie })).vendors.linkedin).toMatchObject({
      granted: false,
      reason: 'gpc',
    });
  });

  it.each([
    ['sec-gpc', '1', true],
    ['sec-gpc', '1, 1', true],
    ['sec-gpc', '0, 1', true],
    ['sec-gpc', '0', false],
    ['sec-gpc', '', false],
    ['sec-gpc', 'true', false],
    ['sec-gpc', '1;x', false],
    ['sec-gpc', '"1"', false],
    ['dnt', '1', true],
    ['dnt', '1xyz', true],
    ['dnt', '0, 1', true],
    ['dnt', '0', false],
    ['dnt', 'null', false],
    ['dnt', 'unspecified', false],
  ] as const)('%s: %s is a signal: %s', (name, value, is) => {
    const cookie = `heed=${cookieOf(SHOP, 'all')}`;
    const decision = decide({ [name]: value, cookie });
    expect(decision.signals).toEqual({ gpc: name === 'sec-gpc' && is, dnt: name === 'dnt' && is });
    expect(decision.vendors['acme-ads']!.granted).toBe(!is);
  });

  it('denies an opted-out account, and nothing more', () => {
    const decision = createServerConsent(SHOP).decide(allGranted(SHOP), { account: { optedOut: true } });
    expect(decision.vendors.linkedin).toMatchObject({ granted: false, reason: 'account' });
    expect(decision.vendors.stats!.granted).toBe(true);
  });

  it('takes what Node itself gives', () => {
    const request = new IncomingMessage(new Socket());
    request.url = '/shoes';
    request.headers = { host: 'www.shop.example', cookie: `heed=${cookieOf(SHOP, 'all')}`, 'sec-gpc': '1' };
    const response = new ServerResponse(request);
    response.setHeader('Link', ['</a.js>; rel=preload', '<https://ads.acme.example/>; rel=preload']);
    response.setHeader('Set-Cookie', ['a=1', '_acme_x=1']);
    response.setHeader('Age', 3);
    const headers = createServerConsent(SHOP).headers(request, response.getHeaders());
    expect(headers.get('link')).toBe('</a.js>; rel=preload');
    expect(headers.getSetCookie()).toEqual(['a=1']);
    expect(headers.get('age')).toBe('3');
    expect(headers.get('content-security-policy')).toContain(' http://*.shop.example:* ');
  });

  it('is the same from web-standard and from Node requests', () => {
    const consent = createServerConsent(SHOP);
    const cookie = `heed=${cookieOf(SHOP, 'all')}`;
    const expected = consent.decide(visitOf({ cookie, dnt: '1' }));
    for (const visit of [
      new Headers({ cookie, dnt: '1' }),
      { headers: { cookie, dnt: '1', host: 'www.shop.example' }, url: '/' },
      { headers: { ':path': '/', ':authority': 'www.shop.example', cookie, dnt: ['1'] } },
    ])
      expect(consent.decide(visit)).toEqual(expected);
  });
});

describe('region', () => {
  it.each([
    ['nothing', {}, 'opt-in'],
    ['Cloudflare', { 'cf-ipcountry': 'US' }, 'opt-out'],
    ['Cloudflare, with the state', { 'cf-ipcountry': 'US', 'cf-region-code': 'ca' }, 'opt-out'],
    [
      'CloudFront',
      { 'cloudfront-viewer-country': 'US', 'cloudfront-viewer-country-region': 'CA' },
      'opt-out',
    ],
    ['Vercel', { 'x-vercel-ip-country': 'US' }, 'opt-out'],
    ['App Engine', { 'x-appengine-country': 'us', 'x-appengine-region': 'ca' }, 'opt-out'],
    ['two that agree', { 'cf-ipcountry': 'US', 'x-vercel-ip-country': 'US' }, 'opt-out'],
    ['two that do not', { 'cf-ipcountry': 'US', 'x-vercel-ip-country': 'DE' }, 'opt-in'],
    ['unknown', { 'cf-ipcountry': 'XX' }, 'opt-in'],
    ['Tor', { 'cf-ipcountry': 'T1' }, 'opt-in'],
    ['a state without its country', { 'cf-region-code': 'CA' }, 'opt-in'],
  ])('%s', (_who, headers, regime) => expect(decide(headers as Record<string, string>).regime).toBe(regime));

  it('of the visit goes over that of all visits, and both over the headers', () => {
    const visit = visitOf({ 'cf-ipcountry': 'DE' });
    expect(createServerConsent(SHOP, { region: 'US' }).decide(visit).regime).toBe('opt-out');
    expect(createServerConsent(SHOP, { region: 'US' }).decide(visit, { region: 'DE' }).regime).toBe('opt-in');
  });
});

describe('Vary', () => {
  const varied = (vary: string | undefined, request: Record<string, string> = {}, options = {}) =>
    createServerConsent(SHOP).headers(visitOf(request), { vary }, options).get('vary');
  it.each([
    [undefined, 'Cookie, Sec-GPC, DNT'],
    ['Accept-Encoding', 'Accept-Encoding, Cookie, Sec-GPC, DNT'],
    ['dnt, COOKIE', 'dnt, COOKIE, Sec-GPC'],
    ['*', '*'],
    ['Origin, *', 'Origin, *'],
  ])('%s becomes %s', (before, after) => expect(varied(before)).toBe(after));
  it('names the headers that the region came from', () => {
    const request = { 'cf-ipcountry': 'US' };
    expect(varied(undefined, request)).toBe('Cookie, Sec-GPC, DNT, cf-ipcountry, cf-region-code');
    expect(varied(undefined, request, { region: 'DE' })).toBe('Cookie, Sec-GPC, DNT');
  });
});

describe('a file that is not valid', () => {
  it('denies all but the required and the site’s own, says so once, and shows what is wrong', () => {
    const consent = createServerConsent({ ...SHOP, mode: 'report', regime: 'opt-inn' });
    const visit = allGranted(SHOP);
    expect(granted(consent.decide(visit))).toEqual([]);
    const headers = consent.headers(visit, {
      link: '</a.js>; rel=preload, <https://ads.acme.example/a.js>; rel=preload',
      'set-cookie': ['a=1', '_acme_x=1'],
      'speculation-rules': '"/rules.json"',
    });
    expect(headers.get('link')).toBe('</a.js>; rel=preload');
    expect(headers.getSetCookie()).toEqual(['a=1']);
    expect(headers.has('speculation-rules')).toBe(false);
    expect(headers.get('content-security-policy')).toContain('stripe.com');
    expect(headers.get('content-security-policy')).not.toContain('acme');
    expect(consent.problems).toEqual([{ path: '$.regime', text: expect.stringContaining('"opt-inn"') }]);
    expect(failed.mock.calls).toEqual([[expect.stringMatching(/not valid.*\$\.regime: found "opt-inn"/)]]);
  });

  it.each([[{}], [null], ['text'], [undefined]])('whatever it is: %j', (config) => {
    const consent = createServerConsent(config as unknown as Config);
    const headers = consent.headers(visitOf(), { link: '<https://x.example/>; rel=preload' });
    expect(headers.get('link')).toBeNull();
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self' /);
    expect(consent.problems.length).toBeGreaterThan(0);
    expect(failed).toHaveBeenCalledOnce();
  });
});

describe('a page’s own', () => {
  const kept = (url: string, link: string, options = {}) =>
    createServerConsent(SHOP, options)
      .headers(visitOf({}, url), { link: `<${link}>; rel=preload` })
      .has('link');
  it.each([
    ['https://www.shop.example/', 'https://shop.example/a', {}, true],
    ['https://www.shop.example/', 'https://cdn.shop.example/a', {}, true],
    ['https://shop.example/', 'http://shop.example:8080/a', {}, true],
    ['https://www.shop.example./', 'https://www.shop.example/a', {}, true],
    ['https://localhost./', 'https://localhost/a', {}, true],
    ['https://a.shop.example/', 'https://shop.example/a', {}, false],
    ['https://a.shop.example/', 'https://shop.example/a', { site: 'shop.example' }, true],
    ['http://10.0.0.7:3000/', 'https://cdn.shop.example/a', { site: '.Shop.Example' }, true],
    ['http://10.0.0.7:3000/', 'http://9.0.0.7/a', {}, false],
    ['http://10.0.0.7:3000/', 'http://10.0.0.7/a', {}, true],
    ['http://localhost:3000/', 'http://localhost:5173/a', {}, true],
    ['http://localhost:3000/', 'http://ads.localhost:3000/a', {}, false],
    ['https://shop.example/', 'https://notshop.example/a', {}, false],
  ])('%s: %s with %j is the site’s: %s', (url, link, options, is) =>
    expect(kept(url, link, options)).toBe(is),
  );

  it('is what the file’s cookie.domain says', () => {
    const config = { ...SHOP, cookie: { domain: 'shop.example' } };
    const headers = createServerConsent(config).headers(new Headers(), {
      link: '<https://a.shop.example/>; rel=preload',
    });
    expect(headers.has('link')).toBe(true);
  });
});

describe('policy', () => {
  const OWN = [
    'http://shop.example:*',
    'ws://shop.example:*',
    'http://*.shop.example:*',
    'ws://*.shop.example:*',
  ];
  const START = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'";

  it('names the site, the required and the granted, and nobody else', () => {
    const consent = createServerConsent(SHOP);
    const none = consent.csp(visitOf())!;
    expect(none).toMatch(new RegExp(`^${[START, ...OWN].join(' ').replace(/[*.']/g, '\\$&')} `));
    expect(none).toContain(' http://*.stripe.com:* ');
    expect(none).not.toMatch(/acme|linkedin|licdn/);
    expect(consent.csp(allGranted(SHOP))).toMatch(
      /\/\*\.ads\.acme\.example:\* .*\/snap\.licdn\.com:\* |\/snap\.licdn\.com:\* .*\/\*\.ads\.acme\.example:\* /,
    );
  });

  it('names each host once, though two vendors have it', () => {
    const sources = createServerConsent(SHOP).csp(allGranted(SHOP))!.split(' ');
    expect(sources.filter((source) => source === 'http://googletagmanager.com:*/gtag/js')).toHaveLength(1);
  });

  it('stands beside one of the site’s own, which counts as before', () => {
    const headers = createServerConsent(SHOP).headers(visitOf(), {
      'content-security-policy': "frame-ancestors 'none'",
    });
    expect(headers.get('content-security-policy')).toMatch(/^frame-ancestors 'none', default-src 'self' /);
  });

  it('with a nonce is two policies: a nonce in the first would let a script come from any host', () => {
    const consent = createServerConsent(SHOP);
    const options = { nonce: 'r4nd0m==', hashes: ['sha256-abc='], unsafeEval: true };
    const [hosts, inline, ...more] = consent.csp(visitOf(), options)!.split(', ');
    expect(hosts).toBe(consent.csp(visitOf()));
    expect(inline).toBe(
      "script-src * 'nonce-r4nd0m==' 'sha256-abc=' 'unsafe-eval'; style-src * data: blob: 'nonce-r4nd0m==' 'sha256-abc='; worker-src * data: blob:",
    );
    expect(more).toEqual([]);
    expect(consent.csp(visitOf(), { nonce: 'abc' })).not.toMatch(/, .*unsafe-/);
  });

  it.each(["a' *", 'a; script-src *', '', 'a,b', 'a\nb'])('refuses the nonce %j', (nonce) => {
    const consent = createServerConsent(SHOP);
    for (const given of [{ nonce }, { nonce: 'a', hashes: [nonce] }])
      expect(() => consent.headers(visitOf(), {}, given)).toThrow(
        expect.objectContaining({ code: 'bad-nonce' }),
      );
  });

  it.each(['a.example;script-src *', 'a.example, x', "a.example'", '*', '[::1]', '%', ''])(
    'is not written by the Host header: %j',
    (host) => {
      const csp = createServerConsent(SHOP).csp({ headers: { host }, url: '/' })!;
      expect(
        csp.startsWith(START + ' http://stripe.com:*') || csp.startsWith(START + ' http://localhost:*'),
      ).toBe(true);
      expect(csp).not.toContain(';');
    },
  );

  it('names a host that has no domain by itself, on all its ports', () => {
    const csp = createServerConsent(SHOP).csp(visitOf({}, 'http://localhost:3000/'))!;
    expect(csp).toContain(' http://localhost:* ws://localhost:* http://stripe.com:*');
    expect(csp).not.toContain('*.localhost');
  });

  it('is told of, once, where it is too long for a proxy', () => {
    const hosts = Array.from({ length: 100 }, (_, i) => `h${i}.acme.example`);
    const consent = createServerConsent({ categories: { marketing: { vendors: [{ id: 'acme', hosts }] } } });
    const visit = allGranted({ categories: { marketing: { vendors: [{ id: 'acme', hosts }] } } });
    consent.csp(visitOf());
    expect(warned).not.toHaveBeenCalled();
    consent.csp(visit);
    consent.csp(visit);
    expect(warned.mock.calls).toEqual([[expect.stringMatching(/is long.*: \d{4,} bytes$/)]]);
  });

  it('is none where the file lets unlisted hosts pass, and the console says why, once', () => {
    const consent = createServerConsent({ ...SHOP, unlisted: { allow: 'roll-out' } });
    expect(consent.csp(visitOf())).toBeNull();
    expect(consent.headers(visitOf(), {}).has('content-security-policy')).toBe(false);
    expect(warned.mock.calls).toEqual([[expect.stringContaining('$.unlisted')]]);
    expect(consent.headers(visitOf(), { link: '<https://ads.acme.example/>; rel=preload' }).has('link')).toBe(
      false,
    );
  });
});

describe('head', () => {
  const options = { src: '/heed.js', guard: '<!-- guard -->' };
  it('is the guard where something is denied, and file and script tag where nothing is', () => {
    const consent = createServerConsent(SHOP);
    expect(consent.head(visitOf(), options)).toBe('<!-- guard -->');
    expect(consent.head(visitOf(), { src: '/heed.js' })).toContain(
      '<meta name="heed-policy" content="default-src \'self\' ',
    );
    expect(consent.head(allGranted(SHOP), options)).toBe(
      `<script type="application/json" id="heed-config">${JSON.stringify(SHOP)}</script>\n<script src="/heed.js"></script>`,
    );
    expect(consent.head(allGranted(SHOP, { 'sec-gpc': '1' }), options)).toContain('<!-- guard -->');
    expect(consent.head(visitOf(), { src: '/heed.js' })).toContain('<script src="/heed.js">');
  });

  it('tells the page the region that the server found', () => {
    const head = createServerConsent(SHOP).head(visitOf({ 'cf-ipcountry': 'DE' }), options);
    expect(head).toBe('<meta name="heed-region" content="DE">\n<!-- guard -->');
  });

  it('R6: tells the page the signals that the server saw', () => {
    const head = createServerConsent(SHOP).head(visitOf({ 'sec-gpc': '1', dnt: '1' }), options);
    expect(head).toBe('<meta name="heed-signals" content="gpc dnt">\n<!-- guard -->');
  });

  it('names no region where only the clock of the page can tell, and grants nothing that it might deny', () => {
    const consent = createServerConsent({ ...SHOP, regime: 'opt-out', regionFrom: 'timezone' });
    expect(consent.head(visitOf(), options)).toBe('<!-- guard -->');
    expect(consent.decide(visitOf())).toMatchObject({ regime: 'opt-in', region: '?' });
  });

  it('cannot be broken out of', () => {
    const config = { ...SHOP, texts: { title: '</script><script>alert(1)</script><!--' } };
    const head = createServerConsent(config).head(visitOf(), { src: '/a"b&c.js', nonce: 'a"b' });
    expect(head).not.toContain('alert(1)</script>');
    expect(JSON.parse(/heed-config">(.*?)<\/script>/.exec(head)![1]!)).toEqual(config);
    expect(head).toContain('<script src="/a&quot;b&amp;c.js" nonce="a&quot;b"></script>');
  });
});

it('warns once of an id of another form, and knows vendors by their other names', () => {
  createServerConsent({ categories: { marketing: { vendors: [{ id: 'linkedin', partnerId: 'no' }] } } });
  expect(warned.mock.calls).toEqual([
    [expect.stringContaining('linkedin: partnerId "no" has not the usual form')],
  ]);
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { problems } = createServerConsent({ categories: { performance: { vendors: ['ga4'] } } });
  expect(problems[0]!.text).toContain('did you mean "google-analytics"');
  said.mockRestore();
});
