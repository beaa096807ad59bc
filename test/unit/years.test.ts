// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config, Consent, SignalKind } from '../../src/types.ts';
import { granted, SHOP } from './support/files.ts';
import { closePage, openPage, setSignals, trustedClick } from './support/page.ts';

/*
 * Visitors over three years, from page to page: what one page knows of another is what the browser's own cookie store
 * has kept until then.
 */

let config: Config;
let region: string;
let day: number;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  config = SHOP;
  day = 0;
});
afterEach(() => {
  closePage();
  vi.useRealTimers();
});

/** A page view on this day: what the visitor does there, and what was in force at its end. */
function on(at: number, act: (consent: Consent) => void = () => {}, ...signals: SignalKind[]) {
  expect(at).toBeGreaterThanOrEqual(day);
  day = at;
  vi.setSystemTime(Date.UTC(2026, 0, 1 + at, 12));
  setSignals(...signals);
  const consent = openPage(config, { region });
  act(consent);
  const { decision } = consent;
  consent.destroy();
  return { granted: granted(decision), ask: decision.ask, optedOut: decision.optedOut };
}
/** The ids that are granted on each of these days. */
const every = (step: number, until: number) =>
  Array.from({ length: (until - day) / step }, (_, i) => day + (i + 1) * step);

const ALL = [
  'performance',
  'marketing',
  'advertising',
  'google-analytics',
  'stats',
  'marketo',
  'doubleclick',
  'linkedin',
  'acme-ads',
];
const UNDER_GPC = ['performance', 'marketing', 'stats', 'marketo'];
const accept = (consent: Consent) => consent.choose('all');
const refuse = (consent: Consent) => consent.choose('required');

describe('under opt-in', () => {
  beforeEach(() => {
    region = 'DE';
  });

  it('who never answers is asked for three years, and nothing is stored', () => {
    for (let at = 0; at < 3 * 365; at += 30) {
      expect(on(at, () => {}, ...(at % 60 ? (['gpc'] as const) : []))).toMatchObject({
        granted: [],
        ask: true,
      });
      expect(document.cookie).toBe('');
    }
  });

  it('R60: who has refused is silent for three years, if the visits are less than 400 days apart', () => {
    on(0, refuse);
    for (const at of every(73, 730)) expect(on(at)).toEqual({ granted: [], ask: false, optedOut: true });
    expect(on(730 + 399)).toEqual({ granted: [], ask: false, optedOut: true });
  });

  it('R60: who has refused once and stays away: day 183 silent, day 184 and later still denied', () => {
    on(0, refuse);
    expect(on(183)).toMatchObject({ granted: [], ask: false });
    expect(on(184).granted).toEqual([]);
  });

  it('R94: who has accepted is asked again half a year later, however often the visits', () => {
    on(0, accept);
    for (const at of every(9, 180)) expect(on(at)).toMatchObject({ granted: ALL, ask: false });
    expect(on(181)).toMatchObject({ granted: [], ask: true });
    expect(document.cookie).toBe('');
    on(200, accept);
    expect(on(380).granted).toEqual(ALL);
    expect(on(381).granted).toEqual([]);
  });

  it('R94: who has accepted with one exception keeps the exception', () => {
    on(0, (consent) =>
      consent.choose({ advertising: true, linkedin: false, performance: true, marketing: true }),
    );
    expect(on(180).granted).toEqual(ALL.filter((id) => id !== 'linkedin'));
    expect(on(190).granted).toEqual([]);
    for (const at of every(90, 1090)) expect(on(at).granted).toEqual([]);
    region = 'US-CA';
    expect(on(1095).granted).not.toContain('linkedin');
  });

  it('R33: a signal between two visits takes grants away for good, until the next answer', () => {
    on(0, accept);
    expect(on(10, () => {}, 'gpc')).toEqual({ granted: UNDER_GPC, ask: false, optedOut: true });
    for (const at of every(10, 60)) expect(on(at)).toMatchObject({ granted: UNDER_GPC, ask: true });
    expect(on(61, accept).granted).toEqual(ALL);
    expect(on(62).granted).toEqual(ALL);
  });

  it('a new revision asks who has accepted, not who has refused', () => {
    on(0, accept);
    config = { ...SHOP, revision: 2 };
    expect(on(1)).toMatchObject({ granted: [], ask: true });
    on(2, refuse);
    config = { ...SHOP, revision: 3 };
    for (const at of every(30, 362)) expect(on(at)).toMatchObject({ granted: [], ask: false });
  });
});

describe('under opt-out', () => {
  beforeEach(() => {
    region = 'US-CA';
  });

  it('who does nothing is asked nothing, and nothing is stored', () => {
    for (let at = 0; at < 3 * 365; at += 90) {
      expect(on(at)).toEqual({ granted: ALL, ask: false, optedOut: false });
      expect(document.cookie).toBe('');
    }
  });

  it.each([
    ['everything', refuse, ALL],
    [
      'a category',
      (consent: Consent) => consent.choose({ advertising: false }),
      ['advertising', 'doubleclick', 'linkedin', 'acme-ads'],
    ],
    ['one vendor', (consent: Consent) => consent.choose({ linkedin: false }), ['linkedin']],
    [
      'one vendor, beside grants',
      (consent: Consent) => consent.choose({ advertising: true, linkedin: false }),
      ['linkedin'],
    ],
  ])('R38, R94: who has opted out of %s stays so for three years', (_name, act, denied) => {
    on(0, act);
    for (const at of [30, 180, 182, 400, 401, 790, 1095, 1095 + 399])
      expect(on(at)).toMatchObject({
        granted: ALL.filter((id) => !denied.includes(id)),
        ask: false,
        optedOut: true,
      });
  });

  it('R33, R47: a signal seen once denies for three years after it has gone', () => {
    expect(on(0, () => {}, 'gpc').granted).toEqual(UNDER_GPC);
    for (const at of [1, 180, 400, 799, 1095])
      expect(on(at)).toEqual({ granted: UNDER_GPC, ask: false, optedOut: true });
    expect(on(1096, accept).granted).toEqual(ALL);
    // Years later nothing is left of it.
    expect(on(1300)).toMatchObject({ granted: ALL, optedOut: false });
  });

  it('R39: a lift ends with its days, while the signal is sent', () => {
    on(0, (consent) => consent.choose({ linkedin: true }, { event: trustedClick() }), 'gpc');
    expect(on(180, () => {}, 'gpc').granted).toEqual([...UNDER_GPC, 'linkedin']);
    expect(on(181, () => {}, 'gpc').granted).toEqual(UNDER_GPC);
    for (const at of [400, 799, 1095]) expect(on(at).granted).toEqual(UNDER_GPC);
  });

  it('R37, R38: who has opted out of sale has opted out of vendors that come in three years', () => {
    on(0, refuse);
    const advertising = { vendors: ['doubleclick', 'linkedin', 'facebook'] };
    const social = { vendors: [{ id: 'later', hosts: ['later.example'] }] };
    config = { ...SHOP, revision: 2, categories: { ...SHOP.categories, advertising, social } };
    for (const at of [1, 181, 366, 760, 1095]) {
      const { granted, ask } = on(at);
      expect(granted).not.toContain('facebook');
      expect(granted).not.toContain('later');
      expect(ask).toBe(false);
    }
  });

  it('R38: who has opted out and moves to opt-in is not asked', () => {
    on(0, refuse);
    region = 'DE';
    for (const at of every(60, 360)) expect(on(at)).toMatchObject({ granted: [], ask: false });
  });
});

describe('where the region is not known', () => {
  beforeEach(() => {
    region = '';
    config = { ...SHOP, regions: 'recommended' };
  });

  it('three years go by as under opt-in', () => {
    for (let at = 0; at < 360; at += 90) expect(on(at)).toMatchObject({ granted: [], ask: true });
    on(400, accept);
    expect(on(580).granted).toEqual(ALL);
    expect(on(581)).toMatchObject({ granted: [], ask: true });
    on(600, refuse);
    for (const at of every(90, 1095)) expect(on(at)).toMatchObject({ granted: [], ask: false });
  });
});

describe('who travels', () => {
  beforeEach(() => {
    config = { ...SHOP, regions: 'recommended' };
  });
  const at = (code: string, day: number, ...rest: [act?: (consent: Consent) => void, ...SignalKind[]]) => {
    region = code;
    return on(day, ...rest);
  };

  it('takes an opt-out along, and no grant that was not given', () => {
    expect(at('US-CA', 0, () => {}, 'gpc').granted).toEqual(UNDER_GPC);
    expect(at('DE', 10)).toMatchObject({ granted: [], ask: true });
    expect(at('US-CA', 20).granted).toEqual(UNDER_GPC);
    at('DE', 30, accept);
    expect(at('US-NY', 40).granted).toEqual(ALL);
    at('US-NY', 50, refuse);
    for (const [day, code] of [
      [100, 'DE'],
      [400, 'JP'],
      [790, 'CA-QC'],
      [1095, 'US-TX'],
    ] as const)
      expect(at(code, day).granted).toEqual([]);
  });
});
