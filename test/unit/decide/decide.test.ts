import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import type { Config, Decision, Verdict } from '../../../src/types.ts';
import { BOTH, DNT, decideFor, GPC, NO_SIGNAL, policyOf, recordOf, SHOP, TODAY } from '../support/files.ts';

const IN: Partial<Circumstances> = { region: 'DE' };
const OUT: Partial<Circumstances> = { region: 'US-CA' };
/** "Accept all", as the cookie keeps it. */
const ACCEPTED = {
  categories: { performance: true, marketing: true, advertising: true },
  vendors: {
    'google-analytics': true,
    stats: true,
    marketo: true,
    doubleclick: true,
    linkedin: true,
    'acme-ads': true,
  },
};
const { linkedin: _, ...ALL_BUT_LINKEDIN } = ACCEPTED.vendors;
const REFUSED = { categories: { performance: false, marketing: false, advertising: false } };
const at = {
  performance: '$.categories.performance',
  advertising: '$.categories.advertising',
  analytics: '$.categories.performance.vendors[0]',
  stats: '$.categories.performance.vendors[1]',
  marketo: '$.categories.marketing.vendors[0]',
  doubleclick: '$.categories.advertising.vendors[0]',
  linkedin: '$.categories.advertising.vendors[1]',
};

const verdict = (decision: Decision, id: string): Verdict =>
  (decision.vendors[id] ?? decision.categories[id])!;
const yes = (reason: string, path: string) => ({ granted: true, reason, path });
const no = (reason: string, path: string) => ({ granted: false, reason, path });

type Row = [
  rule: string,
  given: Partial<Circumstances>,
  id: string,
  expected: { granted: boolean; reason: string; path: string },
  file?: Partial<Config>,
];

const rows: Row[] = [
  // 1. Required.
  ['required is granted', IN, 'required', yes('required', '$.categories.required')],
  [
    'required is granted against every denial from outside',
    { ...IN, signals: BOTH, optedOut: true, record: recordOf({ categories: { required: false } }) },
    'required',
    yes('required', '$.categories.required'),
    { audience: 'minors' },
  ],
  [
    'a vendor in required is granted, even if the cookie says otherwise',
    { ...IN, signals: BOTH, optedOut: true, record: recordOf({ vendors: { stripe: false } }) },
    'stripe',
    yes('required', '$.categories.required.vendors[0]'),
    { audience: 'sensitive' },
  ],

  // 2. Denials from outside.
  [
    'R30: an account that opted out denies advertising',
    { ...OUT, optedOut: true },
    'advertising',
    no('account', at.advertising),
  ],
  [
    'R30: an account that opted out beats a choice',
    { ...IN, optedOut: true, record: recordOf(ACCEPTED) },
    'linkedin',
    no('account', at.linkedin),
  ],
  [
    'R30: an account that opted out denies who shares, whatever the category',
    { ...OUT, optedOut: true },
    'google-analytics',
    no('account', at.analytics),
  ],
  [
    'R30: an account that opted out leaves a processor alone',
    { ...OUT, optedOut: true },
    'stats',
    yes('regime', '$.regions.US-CA'),
  ],
  [
    'R74: a platform that has not answered denies what the regime allows',
    OUT,
    'stats',
    no('account', '$.tcf'),
    { tcf: true },
  ],
  [
    'R74: a platform that has not answered denies what the visitor has granted here',
    { ...IN, record: recordOf(ACCEPTED) },
    'linkedin',
    no('account', '$.tcf'),
    { tcf: true },
  ],
  [
    'R74: a platform denies the vendors of a category that it does not allow',
    { ...OUT, allowed: new Set(['performance']) },
    'doubleclick',
    no('account', '$.tcf'),
    { tcf: true },
  ],
  [
    'R74: a platform leaves alone what it allows',
    { ...OUT, allowed: new Set(['performance']) },
    'stats',
    yes('regime', '$.regions.US-CA'),
    { tcf: true },
  ],
  [
    'R74: a platform grants nothing',
    { ...IN, allowed: new Set(['performance']) },
    'stats',
    no('regime', '$.regions.DE'),
    { tcf: true },
  ],
  [
    'R74: a platform denies nothing that is required',
    OUT,
    'stripe',
    yes('required', '$.categories.required.vendors[0]'),
    { tcf: true },
  ],
  [
    'R74: a platform is not looked at unless the file says so',
    OUT,
    'stats',
    yes('regime', '$.regions.US-CA'),
  ],
  [
    "R74: the account's own reason stands before the platform's",
    { ...OUT, optedOut: true },
    'linkedin',
    no('account', at.linkedin),
    { tcf: true },
  ],
  [
    'R40, R51: no choice cures what is owed to minors',
    { ...IN, record: recordOf(ACCEPTED) },
    'advertising',
    no('audience', '$.audience'),
    { audience: 'minors' },
  ],
  [
    'R50: no regime grants sharing on a sensitive page',
    OUT,
    'google-analytics',
    no('audience', '$.audience'),
    { audience: 'sensitive' },
  ],
  [
    'R40: the audience does not touch who does not share',
    { ...IN, record: recordOf(ACCEPTED) },
    'marketo',
    yes('choice', '$.categories.marketing'),
    { audience: 'minors' },
  ],
  [
    'R7, R30: GPC denies advertising under opt-out',
    { ...OUT, signals: GPC },
    'advertising',
    no('gpc', '$.signals.gpc'),
  ],
  [
    'R30: GPC denies the vendors of advertising',
    { ...OUT, signals: GPC },
    'linkedin',
    no('gpc', '$.signals.gpc'),
  ],
  [
    'R30: GPC denies a vendor that shares in another category, by its own entry',
    { ...OUT, signals: GPC },
    'google-analytics',
    no('gpc', at.analytics),
  ],
  [
    'R7: GPC does not deny the category of such a vendor',
    { ...OUT, signals: GPC },
    'performance',
    yes('regime', '$.regions.US-CA'),
  ],
  [
    'R7: GPC does not deny a mere processor',
    { ...OUT, signals: GPC },
    'marketo',
    yes('regime', '$.regions.US-CA'),
  ],
  [
    'R30: GPC denies a vendor that the file gives as sharing, whatever Heed knows',
    { ...OUT, signals: GPC },
    'marketo',
    no('gpc', at.marketo),
    {
      categories: { ...SHOP.categories, marketing: { vendors: [{ id: 'marketo', shares: true }] } },
    },
  ],
  [
    'a file may let GPC deny more',
    { ...OUT, signals: GPC },
    'stats',
    no('gpc', '$.signals.gpc'),
    { signals: { gpc: ['performance', 'advertising'] } },
  ],
  [
    'R31: a grant older than GPC does not win',
    { ...IN, signals: GPC, record: recordOf(ACCEPTED) },
    'advertising',
    no('gpc', '$.signals.gpc'),
  ],
  [
    'R31: a grant older than GPC does not win for who shares elsewhere',
    { ...IN, signals: GPC, record: recordOf(ACCEPTED) },
    'google-analytics',
    no('gpc', at.analytics),
  ],
  [
    'R30: GPC leaves other choices alone',
    { ...IN, signals: GPC, record: recordOf(ACCEPTED) },
    'stats',
    yes('choice', at.performance),
  ],
  [
    'a site that ignores GPC with a reason is not held to it',
    { ...OUT, signals: GPC },
    'advertising',
    yes('regime', '$.regions.US-CA'),
    { signals: { gpc: { ignore: 'Handled by our own server' } } },
  ],
  [
    'R20: DNT denies all that is not required',
    { ...OUT, signals: DNT },
    'performance',
    no('dnt', '$.signals.dnt'),
  ],
  ['R20: DNT denies a processor too', { ...OUT, signals: DNT }, 'marketo', no('dnt', '$.signals.dnt')],
  [
    'R20: DNT denies a category that the site added',
    { ...OUT, signals: DNT },
    'social',
    no('dnt', '$.signals.dnt'),
    { categories: { ...SHOP.categories, social: { vendors: ['youtube'] } } },
  ],
  [
    'R20: a grant older than DNT does not win',
    { ...IN, signals: DNT, record: recordOf(ACCEPTED) },
    'stats',
    no('dnt', '$.signals.dnt'),
  ],
  ['of two signals GPC is told first', { ...OUT, signals: BOTH }, 'advertising', no('gpc', '$.signals.gpc')],
  [
    'R1, R16: no signal is no consent',
    { ...IN, signals: NO_SIGNAL },
    'advertising',
    no('regime', '$.regions.DE'),
  ],
  [
    'R33, R47: GPC seen once denies on under opt-out',
    { ...OUT, record: recordOf({ day: null, seen: { gpc: TODAY - 300 } }) },
    'advertising',
    no('gpc', '$.signals.gpc'),
  ],
  [
    'R33: GPC seen once denies on for who shares elsewhere',
    { ...OUT, record: recordOf({ day: null, seen: { gpc: TODAY - 1 } }) },
    'google-analytics',
    no('gpc', at.analytics),
  ],
  [
    'R47: DNT seen once denies on under opt-out',
    { ...OUT, record: recordOf({ day: null, seen: { dnt: TODAY - 1 } }) },
    'stats',
    no('dnt', '$.signals.dnt'),
  ],

  // 3. Lifting, and what a signal overrode.
  [
    'R31, R39: a grant that lifted GPC holds while GPC is sent',
    { ...IN, signals: GPC, record: recordOf({ ...ACCEPTED, signals: ['gpc'] }) },
    'linkedin',
    yes('choice', at.advertising),
  ],
  [
    'R31: lifting GPC does not lift DNT',
    { ...IN, signals: BOTH, record: recordOf({ ...ACCEPTED, signals: ['gpc'] }) },
    'linkedin',
    no('dnt', '$.signals.dnt'),
  ],
  [
    'R31: a lift covers only what was granted with it',
    { ...OUT, signals: GPC, record: recordOf({ vendors: { linkedin: true }, signals: ['gpc'] }) },
    'doubleclick',
    no('gpc', '$.signals.gpc'),
  ],
  [
    'R31: a lift ends with the grant',
    { ...OUT, signals: GPC, record: recordOf({ ...ACCEPTED, signals: ['gpc'], day: TODAY - 181 }) },
    'linkedin',
    no('gpc', '$.signals.gpc'),
  ],
  [
    'R33: an overridden grant does not come back under opt-in: asked anew',
    { ...IN, record: recordOf({ ...ACCEPTED, seen: { gpc: TODAY } }) },
    'advertising',
    no('regime', '$.regions.DE'),
  ],
  [
    'R33: an overridden grant does not come back under opt-in for who shares elsewhere',
    { ...IN, record: recordOf({ ...ACCEPTED, seen: { gpc: TODAY } }) },
    'google-analytics',
    no('regime', '$.regions.DE'),
  ],
  [
    'R33: what the signal did not override is still granted',
    { ...IN, record: recordOf({ ...ACCEPTED, seen: { gpc: TODAY } }) },
    'stats',
    yes('choice', at.performance),
  ],
  [
    'R47: an overridden grant does not come back under opt-out: stays denied',
    { ...OUT, record: recordOf({ ...ACCEPTED, seen: { gpc: TODAY } }) },
    'linkedin',
    no('gpc', '$.signals.gpc'),
  ],
  [
    "a refusal is the visitor's own word, also after a signal has gone",
    { ...IN, record: recordOf({ ...REFUSED, seen: { gpc: TODAY } }) },
    'advertising',
    no('choice', at.advertising),
  ],

  // 4. The choice.
  ['a choice grants', { ...IN, record: recordOf(ACCEPTED) }, 'advertising', yes('choice', at.advertising)],
  [
    'a choice grants the vendors that it covers',
    { ...IN, record: recordOf(ACCEPTED) },
    'linkedin',
    yes('choice', at.advertising),
  ],
  ['a choice denies', { ...OUT, record: recordOf(REFUSED) }, 'advertising', no('choice', at.advertising)],
  [
    'a category that is denied denies its vendors',
    { ...OUT, record: recordOf(REFUSED) },
    'linkedin',
    no('choice', at.advertising),
  ],
  [
    'vendor over category: granted in a denied one',
    { ...IN, record: recordOf({ categories: { advertising: false }, vendors: { linkedin: true } }) },
    'linkedin',
    yes('choice', at.linkedin),
  ],
  [
    'vendor over category: denied in a granted one',
    {
      ...IN,
      record: recordOf({ ...ACCEPTED, vendors: { ...ACCEPTED.vendors, linkedin: false } }),
    },
    'linkedin',
    no('choice', at.linkedin),
  ],
  [
    'vendor over regime: denied alone',
    { ...OUT, record: recordOf({ vendors: { linkedin: false } }) },
    'linkedin',
    no('choice', at.linkedin),
  ],
  [
    'a vendor denied alone takes no other along',
    { ...OUT, record: recordOf({ vendors: { linkedin: false } }) },
    'doubleclick',
    yes('regime', '$.regions.US-CA'),
  ],
  [
    'R61: a vendor that came after the choice is not granted by it',
    { ...IN, record: recordOf({ categories: { advertising: true }, vendors: { linkedin: true } }) },
    'doubleclick',
    no('regime', '$.regions.DE'),
  ],
  [
    'R61: a vendor that came after a refusal is refused',
    { ...OUT, record: recordOf({ categories: { advertising: false } }) },
    'doubleclick',
    no('choice', at.advertising),
  ],
  [
    'R94: a grant holds on its last day',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY - 180 }) },
    'linkedin',
    yes('choice', at.advertising),
  ],
  [
    'R94: and not on the day after',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY - 181 }) },
    'linkedin',
    no('regime', '$.regions.DE'),
  ],
  [
    'a grant of another revision does not hold',
    { ...IN, record: recordOf(ACCEPTED) },
    'linkedin',
    no('regime', '$.regions.DE'),
    { revision: 2 },
  ],
  [
    'nor does one of a revision yet to come',
    { ...IN, record: recordOf({ ...ACCEPTED, revision: 2 }) },
    'linkedin',
    no('regime', '$.regions.DE'),
  ],
  [
    'a grant from the future does not hold',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY + 2 }) },
    'linkedin',
    no('regime', '$.regions.DE'),
  ],
  [
    'nor does an older one that a choice from the future has carried along',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY + 2, grantDay: TODAY - 9 }) },
    'linkedin',
    no('regime', '$.regions.DE'),
  ],
  [
    'R94: a grant that was carried along holds on its own last day',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY - 10, grantDay: TODAY - 180 }) },
    'linkedin',
    yes('choice', at.advertising),
  ],
  [
    'R94: and not on the day after',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY - 10, grantDay: TODAY - 181 }) },
    'linkedin',
    no('regime', '$.regions.DE'),
  ],
  [
    'one day ahead is a clock in another zone',
    { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY + 1 }) },
    'linkedin',
    yes('choice', at.advertising),
  ],
  [
    'a grant without a day does not hold',
    { ...IN, record: recordOf({ ...ACCEPTED, day: null }) },
    'linkedin',
    no('regime', '$.regions.DE'),
  ],
  [
    'R38, R60: a denial outlives the revision',
    { ...OUT, record: recordOf(REFUSED) },
    'linkedin',
    no('choice', at.advertising),
    { revision: 9 },
  ],
  [
    'R38, R60: a denial outlives the time of a grant',
    { ...OUT, record: recordOf({ ...REFUSED, day: TODAY - 399 }) },
    'linkedin',
    no('choice', at.advertising),
  ],
  [
    'a vendor of an ended grant is denied with its category',
    {
      ...OUT,
      record: recordOf({
        categories: { advertising: false },
        vendors: { linkedin: true },
        day: TODAY - 181,
      }),
    },
    'linkedin',
    no('choice', at.advertising),
  ],

  // 5. The regime.
  ['opt-in: nothing before a choice', IN, 'performance', no('regime', '$.regions.DE')],
  ['opt-out: all before a choice', OUT, 'linkedin', yes('regime', '$.regions.US-CA')],
  [
    'a state over its country',
    { region: 'US-CA' },
    'linkedin',
    no('regime', '$.regions.US-CA'),
    {
      regions: { US: 'opt-out', 'US-CA': 'opt-in' },
    },
  ],
  ['a country for its states', { region: 'US-TX' }, 'linkedin', yes('regime', '$.regions.US')],
  [
    'a state does not speak for its country',
    { region: 'US' },
    'linkedin',
    no('regime', '$.regime'),
    {
      regions: { 'US-CA': 'opt-out' },
    },
  ],
  ['the country alone', { region: 'US' }, 'linkedin', yes('regime', '$.regions.US')],
  ['the case of a region does not matter', { region: 'us-ca' }, 'linkedin', yes('regime', '$.regions.US-CA')],
  ['a region that is not listed', { region: 'FR' }, 'linkedin', no('regime', '$.regime')],
  [
    'a region that is not listed, under another default',
    { region: 'FR' },
    'linkedin',
    yes('regime', '$.regime'),
    {
      regime: 'opt-out',
    },
  ],
  ['an unknown region is opt-in', { region: null }, 'linkedin', no('regime', '$.regime')],
  ['an empty region is unknown', { region: '' }, 'linkedin', no('regime', '$.regime')],
  [
    'a region is no name that objects inherit',
    { region: 'constructor' },
    'linkedin',
    no('regime', '$.regime'),
  ],
];

describe('precedence', () => {
  it.each(rows)('%s', (_rule, given, id, expected, file = {}) => {
    const decision = decideFor(policyOf({ ...SHOP, ...file }), given);
    expect(verdict(decision, id)).toEqual(expected);
  });
});

describe('a broken file', () => {
  it('grants nothing but required, asks nobody, and says why', () => {
    const policy = { ...policyOf({ ...SHOP, unlisted: { allow: 'because' } }), broken: true };
    const decision = decideFor(policy, { ...OUT, record: recordOf(ACCEPTED) });
    expect(decision.categories).toEqual({
      required: yes('required', '$.categories.required'),
      performance: no('error', '$'),
      marketing: no('error', '$'),
      advertising: no('error', '$'),
    });
    expect(decision.vendors.linkedin).toEqual(no('error', '$'));
    expect(decision.vendors.stripe).toMatchObject({ granted: true });
    expect(decision.unlisted).toEqual(no('error', '$'));
    expect(decision.ask).toBe(false);
  });
});

describe('a host that no category lists', () => {
  it('is held', () => {
    expect(decideFor(policyOf(SHOP), OUT).unlisted).toEqual(no('unlisted', '$.unlisted'));
  });
  it('passes if the file gives a reason', () => {
    const policy = policyOf({ ...SHOP, unlisted: { allow: 'All are ours' } });
    expect(decideFor(policy, IN).unlisted).toEqual(yes('unlisted', '$.unlisted'));
  });
});

describe('signals in force', () => {
  it.each([
    ['sent', { ...IN, signals: GPC }, GPC],
    ['both sent', { ...IN, signals: BOTH }, BOTH],
    ['none', IN, NO_SIGNAL],
    ['R33: remembered under opt-out', { ...OUT, record: recordOf({ day: null, seen: { gpc: TODAY } }) }, GPC],
    [
      'not remembered under opt-in',
      { ...IN, record: recordOf({ day: null, seen: { gpc: TODAY } }) },
      NO_SIGNAL,
    ],
  ] as [string, Partial<Circumstances>, object][])('%s', (_name, given, expected) => {
    expect(decideFor(policyOf(SHOP), given).signals).toEqual(expected);
  });
});

describe('whether to ask', () => {
  const asks = (given: Partial<Circumstances>, file: Partial<Config> = {}) =>
    decideFor(policyOf({ ...SHOP, ...file }), given).ask;

  it.each([
    ['opt-in, no choice', IN, true],
    ['opt-in, all accepted', { ...IN, record: recordOf(ACCEPTED) }, false],
    ['opt-in, all refused', { ...IN, record: recordOf(REFUSED) }, false],
    [
      'opt-in, part of it granted',
      { ...IN, record: recordOf({ categories: { marketing: true }, vendors: { marketo: true } }) },
      true,
    ],
    ['opt-in, part of it refused', { ...IN, record: recordOf({ categories: { marketing: false } }) }, true],
    [
      'R38: opt-in, advertising refused and the rest not answered',
      { ...IN, record: recordOf({ categories: { advertising: false } }) },
      false,
    ],
    ['opt-in, the grant has ended', { ...IN, record: recordOf({ ...ACCEPTED, day: TODAY - 181 }) }, true],
    ['opt-in, GPC: the rest can still be asked', { ...IN, signals: GPC }, true],
    ['opt-in, DNT: nothing is left to ask', { ...IN, signals: DNT }, false],
    [
      'R33: opt-in, GPC has gone and left an overridden grant',
      { ...IN, record: recordOf({ ...ACCEPTED, seen: { gpc: TODAY } }) },
      true,
    ],
    [
      'R61: opt-in, a vendor has come',
      { ...IN, record: recordOf({ ...ACCEPTED, vendors: ALL_BUT_LINKEDIN }) },
      true,
    ],
    ['R36: opt-out', OUT, false],
    ['R36: opt-out, GPC', { ...OUT, signals: GPC }, false],
    ['opt-out, refused', { ...OUT, record: recordOf(REFUSED) }, false],
    ['opt-out, the grant has ended', { ...OUT, record: recordOf({ ...ACCEPTED, day: TODAY - 181 }) }, false],
    ['R30: opt-in, an account that opted out: the rest can still be asked', { ...IN, optedOut: true }, true],
  ] as [string, Partial<Circumstances>, boolean][])('%s', (_name, given, expected) => {
    expect(asks(given)).toBe(expected);
  });

  it('R38, R60: a new revision asks nobody again who has refused', () => {
    expect(asks({ ...IN, record: recordOf(REFUSED) }, { revision: 2 })).toBe(false);
  });
  it('a new revision asks those again who have granted', () => {
    expect(asks({ ...IN, record: recordOf(ACCEPTED) }, { revision: 2 })).toBe(true);
  });
  it('R38: a new revision does not ask, within 12 months, who has refused advertising and granted the rest', () => {
    const record = recordOf({ ...ACCEPTED, categories: { ...ACCEPTED.categories, advertising: false } });
    const decision = decideFor(policyOf({ ...SHOP, revision: 2 }), { ...IN, record });
    expect(decision.optedOut).toBe(true);
    expect(decision.ask).toBe(false);
  });
  it.each([
    [365, false],
    [366, true],
  ])('R38: nor does the end of a grant, %i days later: %s', (days, expected) => {
    const categories = { ...ACCEPTED.categories, advertising: false };
    expect(asks({ ...IN, record: recordOf({ ...ACCEPTED, categories, day: TODAY - days }) })).toBe(expected);
  });
  it.each([
    [183, false],
    [184, true],
  ])('R60: nor who has refused what is no opt-out of sharing, %i days later: %s', (days, expected) => {
    const categories = { ...ACCEPTED.categories, marketing: false };
    expect(asks({ ...IN, record: recordOf({ ...ACCEPTED, categories, day: TODAY - days }) })).toBe(expected);
  });
  it('R60: the end of a grant does not ask, within six months, who has refused the rest', () => {
    const record = recordOf({
      ...ACCEPTED,
      categories: { ...ACCEPTED.categories, advertising: false },
      day: TODAY - 183,
    });
    expect(asks({ ...IN, record })).toBe(false);
  });
  it('nobody about a category that names nothing', () => {
    const categories = { performance: {}, advertising: { vendors: ['linkedin'] } };
    const record = recordOf({ categories: { advertising: true }, vendors: { linkedin: true } });
    expect(asks({ ...IN, record }, { categories })).toBe(false);
    expect(asks(IN, { categories })).toBe(true);
  });
  it('about a category all the same where none names anything', () => {
    expect(asks(IN, { categories: { performance: {}, advertising: {} } })).toBe(true);
  });
  it('R40: nobody about what the audience denies in any case', () => {
    const categories = { advertising: { vendors: ['linkedin'] } };
    expect(asks(IN, { audience: 'minors', categories })).toBe(false);
  });
});

describe('whether an opt-out is enforced', () => {
  it.each([
    ['nothing said, opt-in', IN, false],
    ['nothing said, opt-out', OUT, false],
    ['all accepted', { ...IN, record: recordOf(ACCEPTED) }, false],
    ['R34: all refused', { ...OUT, record: recordOf(REFUSED) }, true],
    ['R34: one that shares refused', { ...OUT, record: recordOf({ vendors: { linkedin: false } }) }, true],
    [
      'R34: one that does not share refused',
      { ...OUT, record: recordOf({ vendors: { marketo: false } }) },
      false,
    ],
    [
      'R34: a category without sharing refused',
      { ...OUT, record: recordOf({ categories: { marketing: false } }) },
      false,
    ],
    ['R34: GPC', { ...OUT, signals: GPC }, true],
    ['R34: DNT', { ...OUT, signals: DNT }, true],
    ['R34: GPC seen', { ...OUT, record: recordOf({ day: null, seen: { gpc: TODAY } }) }, true],
    ['R34: the account', { ...OUT, optedOut: true }, true],
    [
      'R31: GPC lifted for all',
      { ...OUT, signals: GPC, record: recordOf({ ...ACCEPTED, signals: ['gpc'] }) },
      false,
    ],
  ] as [string, Partial<Circumstances>, boolean][])('%s', (_name, given, expected) => {
    expect(decideFor(policyOf(SHOP), given).optedOut).toBe(expected);
  });

  it('is not said for what the audience denies, which nobody asked for', () => {
    expect(decideFor(policyOf({ ...SHOP, audience: 'minors' }), OUT).optedOut).toBe(false);
  });
  it('is not said for a signal that the site ignores', () => {
    const policy = policyOf({ ...SHOP, signals: { gpc: { ignore: 'because' } } });
    expect(decideFor(policy, { ...OUT, signals: GPC }).optedOut).toBe(false);
  });
});
