import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRecord } from '../../../src/choice/codec.ts';
import { chainOf } from '../../../src/decide/chain.ts';
import { type Circumstances, decide } from '../../../src/decide/decide.ts';
import { explain, inWords, type Visitor } from '../../../src/explain.ts';
import { createJudge } from '../../../src/gate/judge.ts';
import type { Config } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { circumstances, lately, policy } from '../support/arbitrary.ts';
import { recordOf, SHOP, TODAY } from '../support/files.ts';

const now = TODAY * 864e5 + 1000;
const ACCEPTED = { categories: { advertising: true }, vendors: { doubleclick: true, linkedin: true } };
const kept = (record: Parameters<typeof recordOf>[0]) => encodeRecord(recordOf(record));

it('ends with what the decision says, for whatever is known of a visitor', () => {
  fc.assert(
    fc.property(policy, fc.oneof(circumstances, lately) as fc.Arbitrary<Circumstances>, (file, given) => {
      const decision = decide(file, given);
      const site = new URL('https://www.shop.example/');
      const judge = createJudge(
        file,
        decision,
        registry,
        site,
        () => site.href,
        () => false,
      );
      const words = [...Object.keys(decision.categories), ...Object.keys(decision.vendors)];
      const findings = [
        ...words.map((word) => judge.word(word)!),
        judge.url('https://nobody.example/'),
        judge.url('/own'),
      ];
      for (const finding of findings) {
        const chain = chainOf(file, given, decision, finding);
        const last = chain.at(-1)!;
        expect(chain.filter(({ decides }) => decides)).toEqual([last]);
        expect(last.about).toBe(/gpc|dnt/.test(finding.reason) ? 'signal' : finding.reason);
        expect(last.path).toBe(finding.path);
        expect(last.text.endsWith(finding.granted ? ': granted' : ': denied')).toBe(true);
        for (const { text } of chain) expect(text).not.toMatch(/undefined|NaN|null/);
      }
    }),
    { numRuns: 300 },
  );
});

describe('the way to a verdict, in words', () => {
  type Row = [name: string, target: string, visitor: Visitor, last: string, file?: Partial<Config>];
  const rows: Row[] = [
    ['required', 'https://js.stripe.com/v3', {}, 'what is required is always granted: granted'],
    [
      "the site's own",
      'https://www.shop.example/x',
      { page: 'https://www.shop.example/' },
      "the site's own: granted",
    ],
    ['nobody', 'https://nobody.example/x', {}, 'belongs to nobody that the file names: denied'],
    [
      'a known vendor that the file has not',
      'https://connect.facebook.net/x',
      {},
      'belongs to "facebook", which the file does not name: denied',
    ],
    [
      'R52',
      'linkedin',
      { region: 'DE' },
      'the region is DE, under opt-in nothing is allowed before a choice: denied',
    ],
    [
      'no region',
      'linkedin',
      {},
      'the region is not known, under opt-in nothing is allowed before a choice: denied',
    ],
    [
      'opt-out',
      'linkedin',
      { region: 'US-CA' },
      'the region is US-CA, under opt-out what nobody has denied is allowed: granted',
    ],
    [
      'R30',
      'px.ads.linkedin.com',
      { region: 'US-CA', gpc: '1' },
      'the browser sends Global Privacy Control: denied',
    ],
    ['R20', 'stats', { dnt: true }, 'the browser sends Do Not Track: denied'],
    [
      'R33',
      'linkedin',
      { region: 'US-CA', cookie: kept({ day: null, revision: 0, seen: { gpc: TODAY - 9 } }) },
      'Global Privacy Control was seen on 2026-11-16 and has gone, which is no consent: denied',
    ],
    ['R30', 'linkedin', { optedOut: true }, 'the site knows that this person has opted out: denied'],
    [
      'R40',
      'linkedin',
      { cookie: kept(ACCEPTED) },
      'the audience is "minors", which no choice lifts: denied',
      { audience: 'minors' },
    ],
    ['R54', 'linkedin', { cookie: kept(ACCEPTED) }, 'the choice of 2026-11-25 grants the category: granted'],
    [
      'R58',
      'linkedin',
      { cookie: kept({ categories: { advertising: false } }) },
      'the choice of 2026-11-25 denies the category: denied',
    ],
    [
      'one vendor',
      'linkedin',
      { region: 'US-CA', cookie: kept({ vendors: { linkedin: false } }) },
      'the choice of 2026-11-25 denies the vendor: denied',
    ],
    [
      'R38',
      'linkedin',
      { region: 'US-CA', cookie: kept({ categories: { '-sale': false } }) },
      'the choice of 2026-11-25 opts out of all that sells or shares: denied',
    ],
    [
      'a broken file',
      'linkedin',
      {},
      'the category file has a mistake or is not there: denied',
      { regime: 'none' as 'opt-in' },
    ],
  ];
  it.each(rows)('%s: %s', (_name, target, visitor, last, file = {}) => {
    expect(explain(target, { ...SHOP, ...file }, { now, ...visitor }).chain.at(-1)!.text).toBe(last);
  });

  it.each([
    [
      'R61: a vendor that came later',
      { ...ACCEPTED, vendors: { doubleclick: true } },
      'R61',
      'granted the category before this vendor was in it',
    ],
    [
      'R94: over',
      { ...ACCEPTED, day: TODAY - 200 },
      'R94',
      'granted this for 180 days from 2026-05-09, which are over',
    ],
    ['another revision', { ...ACCEPTED, revision: 7 }, 'R61', 'was made under revision 7, the file has 1'],
    ['the future', { ...ACCEPTED, day: TODAY + 9 }, 'R94', 'is from the future'],
    ['nothing said', { categories: { marketing: true } }, '', 'says nothing of this'],
  ])('a choice that does not count: %s', (_name, record, rule, text) => {
    const { chain } = explain('linkedin', SHOP, { now, region: 'DE', cookie: kept(record) });
    expect(chain.at(-2)).toMatchObject({ about: 'choice', rule, text: expect.stringContaining(text) });
    expect(chain.at(-1)).toMatchObject({ about: 'regime', path: '$.regions.DE' });
  });

  it('R31: a lifted signal', () => {
    const cookie = kept({ ...ACCEPTED, signals: ['gpc'] });
    const { chain, granted } = explain('linkedin', SHOP, { now, gpc: true, cookie });
    expect(granted).toBe(true);
    expect(chain.at(-2)).toMatchObject({
      about: 'signal',
      rule: 'R31',
      text: expect.stringContaining('knowingly lifted'),
    });
  });

  it('R69: pings that the file lets pass, with its reason, for the vendor and its hosts but not what it would store', () => {
    const advanced = 'a note of our lawyers';
    const file: Config = {
      regions: { US: 'opt-out' },
      categories: {
        performance: { vendors: [{ id: 'google-analytics', consentMode: { advanced } }] },
      },
    };
    for (const target of ['google-analytics', 'https://region1.google-analytics.com/g/collect']) {
      const why = explain(target, file, { now, region: 'DE' });
      expect(why).toMatchObject({ granted: false, pings: true });
      expect(inWords(why).split('\n')).toEqual([
        target + ': denied, pings pass',
        ' - belongs to the vendor "google-analytics", which sells or shares data ($.categories.performance.vendors[0])',
        ' - stands in the category "performance" ($.categories.performance)',
        ' - the visitor has made no choice',
        ' - the file lets its pings pass while it is denied, for this reason: a note of our lawyers (R69, $.categories.performance.vendors[0].consentMode)',
        '=> the region is DE, under opt-in nothing is allowed before a choice: denied (R52, $.regime)',
      ]);
    }
    for (const [target, visitor] of [
      ['_ga', { region: 'DE' }],
      ['performance', { region: 'DE' }],
      ['google-analytics', { region: 'DE', dnt: '1' }],
      ['google-analytics', { region: 'US' }],
    ] as const) {
      const why = explain(target, file, { now, ...visitor });
      expect(why).not.toHaveProperty('pings');
      expect(inWords(why)).not.toContain('pings');
    }
  });

  it('all of it, line by line', () => {
    const cookie = kept({ categories: { advertising: false } });
    expect(
      inWords(
        explain('https://px.ads.linkedin.com/collect', SHOP, {
          now,
          region: 'US-TX',
          gpc: '1',
          dnt: '0',
          cookie,
        }),
      ),
    ).toBe(
      [
        'https://px.ads.linkedin.com/collect: denied',
        ' - belongs to the vendor "linkedin", which sells or shares data ($.categories.advertising.vendors[1])',
        ' - stands in the category "advertising" ($.categories.advertising)',
        '=> the browser sends Global Privacy Control: denied (R30, $.signals.gpc)',
      ].join('\n'),
    );
  });
});
