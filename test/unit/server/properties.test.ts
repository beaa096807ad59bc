import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { owns } from '../../../src/owns.ts';
import { createServerConsent } from '../../../src/server.ts';
import * as arbitrary from '../support/arbitrary.ts';
import { SHOP } from '../support/files.ts';
import { visitOf } from '../support/visits.ts';

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));

const NAMES = [
  ...[
    'link',
    'refresh',
    'report-to',
    'nel',
    'reporting-endpoints',
    'speculation-rules',
    'set-cookie',
    'vary',
  ],
  ...['content-security-policy', 'content-security-policy-report-only', 'expect-ct', 'x-xss-protection'],
];
/** Pieces that header syntaxes are made of, in an order that no grammar knows. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<',
      '>',
      '"',
      "'",
      ',',
      ';',
      '=',
      '\\',
      ' ',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ':',
      '%',
      '/',
      '//',
      '\u00e9',
    ],
    ...[
      'rel',
      'rel=preload',
      'rel="canonical preload"',
      'imagesrcset="',
      'report-uri ',
      'url=',
      '0',
      'Max-Age=0',
    ],
    ...['https://ads.acme.example/a', '//ads.acme.example', 'https://www.shop.example/b', '/c', '_acme_x=1'],
    ...[
      '{"group":"g","max_age":1,"endpoints":[{"url":"https://ads.acme.example/"}]}',
      '{"report_to":"g"}',
      'null',
    ],
  ),
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
    maxLength: 3,
  }),
);
/** A value that a header can have. */
const value = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('').replace(/\x7f/g, '').trim());
/** Whether the browser would ask the denied host for this: `,//ads.acme.example` is a path of the page's own. */
function asksDenied(target: string): boolean {
  try {
    return /(^|\.)ads\.acme\.example\.?$/.test(new URL(target, 'https://www.shop.example/').hostname);
  } catch {
    return false; // no address: nobody is asked
  }
}

it('whatever the headers are, nothing is thrown and the answer can be filtered again to the same', () => {
  const consent = createServerConsent(SHOP);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...NAMES), value), (given) => {
      const once = consent.headers(visitOf(), given);
      once.delete('content-security-policy');
      const twice = consent.headers(visitOf(), once);
      twice.delete('content-security-policy');
      expect([...twice]).toEqual([...once]);
    }),
    { numRuns: 400 },
  );
});

it('whatever the request is, nothing is thrown', () => {
  const consent = createServerConsent(SHOP);
  const names = ['cookie', 'sec-gpc', 'dnt', 'host', 'cf-ipcountry', 'x-vercel-ip-country'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), value, (headers, url) => {
      const visit = { headers, url };
      expect(consent.headers(visit, { link: '<https://ads.acme.example/>; rel=preload' }).has('link')).toBe(
        false,
      );
      expect(consent.csp(visit)).toMatch(/^default-src [^;,]*$/);
      expect(consent.head(visit, { src: '/heed.js' })).toContain('<script src="/heed.js">');
    }),
    { numRuns: 200 },
  );
});

/** A link-value of a denied host, as a browser may read it, with anything behind it. */
const denied = fc
  .tuple(
    fc.constantFrom(
      'https://ads.acme.example/x',
      '//ads.acme.example',
      'https:\\\\ads.acme.example\\x',
      ' HTTPS://ADS.acme.example./',
      'https:////sub.ads.acme.example',
    ),
    fc.constantFrom('', '; rel=preload', ';rel="x stylesheet"', '; rel=canonical'),
    fc.oneof(fc.constant(''), value),
  )
  .map(([target, rel, more]) => `<${target}>${rel}${more}`);

it('no Link keeps an address of a denied host, but in quotes and where no browser asks', () => {
  const consent = createServerConsent(SHOP);
  fc.assert(
    fc.property(fc.array(fc.oneof(value, denied), { minLength: 1, maxLength: 4 }), (values) => {
      const link = consent.headers(visitOf(), { link: values.join(', ') }).get('link') ?? '';
      // Every target that stands, by the plainest of readings.
      for (const [, target, rest] of link.matchAll(/<([^>]*)>([^<]*)/g)) {
        const inert = /rel\s*=\s*"?canonical"?\s*(;|,|$)/.test(rest!);
        if (!inert) expect(asksDenied(target!), target).toBe(false);
      }
    }),
    { numRuns: 600 },
  );
});

it('a well-formed Link loses its denied values, keeps every other, in order', () => {
  const target = fc.constantFrom(
    '/a,b',
    'https://ads.acme.example/x',
    '//snap.licdn.com/y',
    'https://js.stripe.com/z',
    '?q',
  );
  const parameter = fc.constantFrom(' ; as=script', ';crossorigin', '; title="a, b; <c>"', '; x = "y"');
  const rel = fc.constantFrom('preload', '"preconnect"', '"x stylesheet"', 'MODULEPRELOAD');
  const link = fc
    .record({ target, rel, before: fc.array(parameter), after: fc.array(parameter) })
    .map(({ target, rel, before, after }) => ({
      denied: /acme|licdn/.test(target),
      text: `<${target}>${before.join('')}; rel=${rel}${after.join('')}`,
    }));
  const consent = createServerConsent(SHOP);
  fc.assert(
    fc.property(
      fc.array(link, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ', ', ' ,\t'),
      (links, comma) => {
        const left = consent
          .headers(visitOf(), { link: links.map(({ text }) => text).join(comma) })
          .get('link');
        const kept = links.filter(({ denied }) => !denied).map(({ text }) => text);
        expect(left).toBe(kept.length ? kept.join(', ') : null);
      },
    ),
  );
});

it('for any file and any circumstances, every denied host of the file is out of the policy and out of Link', () => {
  fc.assert(
    fc.property(
      arbitrary.config,
      arbitrary.signals,
      fc.constantFrom('US', 'DE', ''),
      (config, signals, region) => {
        const consent = createServerConsent(config, { site: 'shop.example' });
        const visit = visitOf({ ...(signals.gpc && { 'sec-gpc': '1' }), ...(signals.dnt && { dnt: '1' }) });
        const decision = consent.decide(visit, { region });
        for (const id of ['acme-ads', 'stats', 'chatter']) {
          const verdict = owns(decision.vendors, id) ? decision.vendors[id] : decision.unlisted;
          const headers = consent.headers(
            visit,
            { link: `<https://x.${id}.example/>; rel=preload` },
            { region },
          );
          expect(headers.has('link')).toBe(verdict!.granted);
          const csp = headers.get('content-security-policy');
          expect(csp === null).toBe(decision.unlisted.granted);
          if (csp) expect(csp.includes(`*.${id}.example`)).toBe(verdict!.granted);
        }
      },
    ),
  );
});
