// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/sale/shoes" }
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { decodeRecord } from '../../src/choice/codec.ts';
import { openConsent } from '../../src/consent.ts';
import { createConsent } from '../../src/create.ts';
import { HeedError } from '../../src/error.ts';
import type { Config, Consent, Decision } from '../../src/types.ts';
import { registry } from '../../src/vendors/registry.ts';
import { cookiePairs, replaceCookies, sandboxed, writeCookie } from './support/cookies.ts';
import { granted, SHOP } from './support/files.ts';
import {
  allFunctions,
  changedFunctions,
  closePage,
  lookAgain,
  openPage,
  setSignals,
  trusted,
  trustedClick,
} from './support/page.ts';
import { until } from './support/until.ts';

const ADS = ['advertising', 'doubleclick', 'linkedin', 'acme-ads'];

let warn: Mock;
let error: Mock;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  error = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  closePage();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
const warnings = () => warn.mock.calls.map(([text]) => String(text));
const errors = () => error.mock.calls.map(([text]) => String(text));
const stored = () =>
  decodeRecord(
    cookiePairs()
      .find((pair) => pair.startsWith('heed='))
      ?.slice(5) ?? '',
  );
const californian = (config: unknown = SHOP) => openPage(config, { region: 'US-CA' });

describe('decision', () => {
  it('is the same object until something changes', () => {
    const consent = openPage();
    const before = consent.decision;
    lookAgain();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(consent.decision).toBe(before);
    consent.choose({ performance: true });
    const after = consent.decision;
    expect(after).not.toBe(before);
    consent.choose({ performance: true });
    lookAgain();
    expect(consent.decision).toBe(after);
  });

  it('takes the region from the options, else from the page, else for unknown', () => {
    expect(openPage().decision.regime).toBe('opt-in');
    document.head.innerHTML = '<meta name="heed-region" content="US-CA">';
    expect(openPage().decision.regime).toBe('opt-out');
    expect(openPage(SHOP, { region: 'DE' }).decision.regime).toBe('opt-in');
  });

  it('takes the region from the time zone only where the file says so, and where nobody has named one', () => {
    vi.spyOn(Intl, 'DateTimeFormat').mockReturnValue({
      resolvedOptions: () => ({ timeZone: 'America/New_York' }),
    } as unknown as Intl.DateTimeFormat);
    const file = { ...SHOP, regionFrom: 'timezone' };
    expect(openPage(file).decision).toMatchObject({ regime: 'opt-out', region: 'US' });
    expect(openPage(file, { region: 'DE' }).decision).toMatchObject({ regime: 'opt-in', region: 'DE' });
    expect(openPage(SHOP).decision).toMatchObject({ regime: 'opt-in', region: null });
  });

  it('R6: takes what the server saw in the headers', () => {
    document.head.innerHTML = '<meta name="heed-signals" content="gpc">';
    expect(openPage(SHOP, { region: 'US-CA' }).decision.vendors.linkedin).toMatchObject({
      granted: false,
      reason: 'gpc',
    });
  });

  it('takes what the site knows of a signed-in visitor', () => {
    const consent = openPage(SHOP, { region: 'US-CA', account: { optedOut: true } });
    expect(consent.decision).toMatchObject({ optedOut: true });
    expect(consent.allows('advertising')).toBe(false);
    consent.choose('all');
    expect(consent.allows('linkedin')).toBe(false);
  });

  it('can be changed by nobody', () => {
    const { decision } = openPage();
    expect(() => Object.assign(decision.categories, { advertising: { granted: true } })).toThrow(TypeError);
    expect(() => Object.assign(decision.categories.advertising!, { granted: true })).toThrow(TypeError);
  });
});

describe('allows', () => {
  it('answers for categories and vendors', () => {
    const consent = openPage();
    consent.choose({ performance: true });
    expect(['required', 'stripe', 'performance', 'stats'].map((id) => consent.allows(id))).toEqual(
      Array(4).fill(true),
    );
    expect(ADS.map((id) => consent.allows(id))).toEqual(Array(4).fill(false));
    expect(warn).not.toHaveBeenCalled();
  });

  it('is false for an unknown name, with one warning that gives the nearest', () => {
    const consent = openPage();
    consent.choose('all');
    for (let i = 0; i < 3; i++) expect(consent.allows('advertizing')).toBe(false);
    expect(warnings()).toEqual([expect.stringMatching(/"advertizing".*did you mean "advertising"/)]);
    for (const id of ['constructor', '__proto__', 'toString', '']) expect(consent.allows(id)).toBe(false);
  });
});

describe('subscribe', () => {
  it('calls at once, and on each change, with the decision', () => {
    const consent = openPage();
    const seen: Decision[] = [];
    consent.subscribe((decision) => seen.push(decision));
    expect(seen).toEqual([consent.decision]);
    consent.choose({ performance: true });
    consent.choose({ performance: true });
    consent.choose('required');
    expect(seen.map(granted)).toEqual([[], ['performance', 'google-analytics', 'stats'], []]);
    expect(seen.at(-1)).toBe(consent.decision);
  });

  it('returns its undo, which may be called twice', () => {
    const consent = openPage();
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = consent.subscribe(first);
    consent.subscribe(second);
    stop();
    stop();
    consent.choose('all');
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  it('a listener that throws stops neither the others nor the choice, and is told', () => {
    const consent = openPage();
    const failure = new Error('listener');
    const after = vi.fn();
    expect(() =>
      consent.subscribe(() => {
        throw failure;
      }),
    ).not.toThrow();
    consent.subscribe(after);
    consent.choose('all');
    expect(after).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledWith(failure);
    expect(consent.allows('advertising')).toBe(true);
  });

  it('may be undone by a listener while it is told', () => {
    const consent = openPage();
    const others = vi.fn();
    let stop = () => {};
    const once = vi.fn(() => stop());
    stop = consent.subscribe(once);
    consent.subscribe(others);
    consent.choose('all');
    consent.choose('required');
    expect([once.mock.calls.length, others.mock.calls.length]).toEqual([2, 3]);
  });

  it('the same listener twice is two subscriptions, each with its own undo', () => {
    const consent = openPage();
    const listener = vi.fn();
    const stop = consent.subscribe(listener);
    consent.subscribe(listener);
    stop();
    listener.mockClear();
    consent.choose('all');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('a listener may choose', () => {
    const consent = openPage();
    const seen: string[][] = [];
    consent.subscribe((decision) => {
      if (decision.categories.advertising!.granted) consent.choose({ advertising: false });
    });
    consent.subscribe((decision) => seen.push(granted(decision)));
    consent.choose({ advertising: true });
    expect(consent.allows('advertising')).toBe(false);
    expect(seen.at(-1)).toEqual([]);
  });
});

describe('events on the document', () => {
  it('heed:ready once, heed:change once for each change, with the decision', () => {
    const told: [string, Decision][] = [];
    const listen = (event: CustomEvent<Decision>) => void told.push([event.type, event.detail]);
    document.addEventListener('heed:ready', listen);
    document.addEventListener('heed:change', listen);
    const consent = openPage();
    const first = consent.decision;
    consent.choose({ performance: true });
    consent.choose({ performance: true });
    lookAgain();
    document.removeEventListener('heed:ready', listen);
    document.removeEventListener('heed:change', listen);
    expect(told).toEqual([
      ['heed:ready', first],
      ['heed:change', consent.decision],
    ]);
  });
});

describe('choose', () => {
  it('keeps the choice in the cookie, for the next page', () => {
    openPage().choose({ performance: true, advertising: false });
    expect(stored()).toMatchObject({ categories: { performance: true, advertising: false } });
    const next = openPage();
    expect(granted(next.decision)).toEqual(['performance', 'google-analytics', 'stats']);
  });

  it('writes no cookie before a choice under opt-in, whatever the browser sends', () => {
    setSignals('gpc', 'dnt');
    openPage();
    expect(document.cookie).toBe('');
  });

  it.each(['none', '', 'accept', true, false, 1, null, undefined, () => ({})])(
    'throws bad-choice at what is no choice: %s',
    (input) => {
      const consent = openPage();
      expect(() => consent.choose(input as never)).toThrow(
        expect.objectContaining({ name: 'HeedError', code: 'bad-choice' }),
      );
      expect(document.cookie).toBe('');
    },
  );

  it.each([['false'], ['no'], ['0'], [''], [0], [1], [null], [{}], [[]]])(
    'throws bad-choice at a value that is neither true nor false: %j',
    (value) => {
      const consent = openPage();
      expect(() => consent.choose({ performance: true, advertising: value as never })).toThrow(
        expect.objectContaining({ code: 'bad-choice' }),
      );
      expect(granted(consent.decision)).toEqual([]);
      expect(document.cookie).toBe('');
    },
  );

  it.each(['advertizing', 'facebook', 'constructor', '__proto__', '0'])(
    'throws unknown-id at a name that the file does not have, and chooses nothing: %s',
    (id) => {
      const consent = openPage();
      const choice = JSON.parse(`{"performance":true,"${id}":true}`);
      expect(() => consent.choose(choice)).toThrow(expect.objectContaining({ code: 'unknown-id' }));
      expect(granted(consent.decision)).toEqual([]);
      expect(document.cookie).toBe('');
    },
  );

  it('its error is a HeedError that says what was wrong and what was meant', () => {
    const consent = openPage();
    const choose = () => consent.choose({ advertizing: false });
    expect(choose).toThrow(HeedError);
    expect(choose).toThrow(/advertizing.*advertising/);
    expect(() => consent.choose('al' as never)).toThrow(/"all".*al/);
  });

  it('a list of names is none', () => {
    expect(() => openPage().choose(['advertising'] as never)).toThrow(HeedError);
  });

  it('of required is taken, and changes nothing', () => {
    const consent = openPage();
    consent.choose({ required: false, stripe: false });
    expect(consent.allows('required') && consent.allows('stripe')).toBe(true);
  });
});

describe('a signal', () => {
  it('R30: is read before anything', () => {
    setSignals('gpc');
    const consent = californian();
    expect(consent.decision.signals).toEqual({ gpc: true, dnt: false });
    expect(ADS.map((id) => consent.allows(id))).toEqual(Array(4).fill(false));
    expect(consent.allows('google-analytics')).toBe(false);
  });

  it('R100: under opt-out is kept, and nothing else', () => {
    setSignals('gpc');
    californian();
    expect(stored()).toMatchObject({
      day: null,
      categories: {},
      vendors: {},
      seen: { gpc: expect.any(Number) },
    });
  });

  it('R5: a late one tightens', () => {
    for (const [target, type] of [
      [window, 'focus'],
      [window, 'pageshow'],
      [document, 'visibilitychange'],
      [document, 'DOMContentLoaded'],
    ] as [EventTarget, string][]) {
      const consent = californian();
      expect(consent.allows('linkedin')).toBe(true);
      setSignals('gpc');
      target.dispatchEvent(Object.assign(new Event(type), { persisted: true }));
      expect(consent.allows('linkedin'), type).toBe(false);
      closePage();
    }
  });

  it('R5: one that goes while the page is open loosens nothing', () => {
    setSignals('gpc', 'dnt');
    const consent = openPage();
    consent.choose('all');
    const before = consent.decision;
    setSignals();
    lookAgain();
    expect(consent.decision).toBe(before);
    expect(granted(before)).toEqual([]);
  });

  it('R31: "all" does not lift it, not even by a click', () => {
    setSignals('gpc');
    const consent = californian();
    consent.choose('all', { event: trustedClick() });
    expect(consent.allows('linkedin')).toBe(false);
    expect(stored()!.signals).toEqual([]);
  });

  it("R31, R39: a choice by name and the visitor's own click lift it", () => {
    setSignals('gpc');
    const consent = californian();
    consent.choose({ linkedin: true }, { event: trustedClick() });
    expect(consent.allows('linkedin')).toBe(true);
    expect(consent.allows('doubleclick')).toBe(false);
    expect(openPage(SHOP, { region: 'US-CA' }).allows('linkedin')).toBe(true);
  });

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['an event that a script has made', () => new MouseEvent('click')],
    [
      'a click() of a script',
      () => {
        let event: Event | undefined;
        const button = document.body.appendChild(document.createElement('button'));
        button.addEventListener('click', (clicked) => {
          event = clicked;
        });
        button.click();
        return event;
      },
    ],
    ['an object that says so', () => ({ isTrusted: true, type: 'click' })],
    [
      'an object of the right kind that says so',
      () => Object.create(MouseEvent.prototype, { isTrusted: { value: true }, type: { value: 'click' } }),
    ],
    ['a load event of the browser', () => trusted(new Event('load'))],
    ['a scroll event of the browser (R26)', () => trusted(new Event('scroll'))],
    ['a message from another page', () => trusted(new MessageEvent('message'))],
    ['a mouse that moves', () => trusted(new MouseEvent('mousemove'))],
  ])('R31, R39: a script cannot lift it: %s', (_name, event) => {
    setSignals('gpc');
    const consent = californian();
    consent.choose({ linkedin: true }, { event: event() as Event });
    expect(consent.allows('linkedin')).toBe(false);
    expect(stored()!.signals).toEqual([]);
  });

  it('R31, R39: nor by changing what events say of themselves', () => {
    setSignals('gpc');
    const consent = californian();
    const native = Object.getOwnPropertyDescriptor(Event.prototype, 'type')!;
    Object.defineProperty(Event.prototype, 'type', { ...native, get: () => 'click' });
    try {
      for (const event of [{ isTrusted: true }, trusted(new Event('load'))])
        consent.choose({ linkedin: true }, { event: event as Event });
    } finally {
      Object.defineProperty(Event.prototype, 'type', native);
    }
    expect(consent.allows('linkedin')).toBe(false);
  });

  it('R31: a later one wins over the grant that lifted an earlier one', () => {
    setSignals('gpc');
    californian().choose({ linkedin: true }, { event: trustedClick() });
    setSignals();
    expect(californian().allows('linkedin')).toBe(true);
    setSignals('gpc');
    expect(californian().allows('linkedin')).toBe(false);
  });

  it('R33: once seen denies on the next page, where it is gone', () => {
    setSignals('gpc');
    californian();
    setSignals();
    const next = californian();
    expect(next.decision.vendors.linkedin).toMatchObject({ granted: false, reason: 'gpc' });
    expect(next.decision).toMatchObject({ ask: false, optedOut: true });
  });
});

describe('withdraw', () => {
  it('R58: denies all, asks no more, deletes what was stored', () => {
    const consent = californian();
    consent.choose('all');
    writeCookie('_ga=GA1.1; path=/; domain=shop.example');
    writeCookie('li_fat_id=1; path=/sale');
    writeCookie('__stripe_mid=1; path=/');
    writeCookie('session_id=1; path=/');
    consent.withdraw();
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.decision).toMatchObject({ ask: false, optedOut: true });
    expect(
      cookiePairs()
        .map((pair) => pair.split('=')[0])
        .sort(),
    ).toEqual(['__stripe_mid', 'heed', 'session_id']);
    expect(granted(californian().decision)).toEqual([]);
  });
});

describe('reset', () => {
  it('forgets the choice', () => {
    const consent = openPage();
    consent.choose('all');
    consent.reset();
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.decision.ask).toBe(true);
    expect(document.cookie).toBe('');
  });

  it('forgets no signal that is still sent', () => {
    setSignals('gpc');
    const consent = californian();
    consent.choose({ linkedin: true }, { event: trustedClick() });
    consent.reset();
    expect(consent.allows('linkedin')).toBe(false);
    expect(stored()).toMatchObject({ day: null, seen: { gpc: expect.any(Number) } });
  });
});

describe('whenGranted', () => {
  const settled = async (promise: Promise<void>) => {
    let done = false;
    void promise.then(() => {
      done = true;
    });
    await Promise.resolve();
    await Promise.resolve();
    return done;
  };

  it('resolves at once for what is granted', async () => {
    await openPage().whenGranted('required');
    await californian().whenGranted('linkedin');
  });

  it('resolves at the grant, and not before', async () => {
    const consent = openPage();
    const [ads, stats] = [consent.whenGranted('linkedin'), consent.whenGranted('stats')];
    expect(await settled(ads)).toBe(false);
    consent.choose({ performance: true });
    expect([await settled(ads), await settled(stats)]).toEqual([false, true]);
    consent.choose({ linkedin: true });
    expect(await settled(ads)).toBe(true);
  });

  it('of an unknown name never does, and says so', async () => {
    const consent = openPage();
    const promise = consent.whenGranted('advertizing');
    consent.choose('all');
    expect(await settled(promise)).toBe(false);
    expect(warnings()).toHaveLength(1);
  });
});

describe('explain', () => {
  const asked = (target: string) => openPage().explain(target);

  it.each([
    ['https://px.ads.linkedin.com/x?y', 'host', 'linkedin', 'advertising', false, 'regime', '$.regime'],
    ['px.ads.linkedin.com', 'host', 'linkedin', 'advertising', false, 'regime', '$.regime'],
    ['//px.ads.linkedin.com/x', 'host', 'linkedin', 'advertising', false, 'regime', '$.regime'],
    ['www.linkedin.com/px', 'host', 'linkedin', 'advertising', false, 'regime', '$.regime'],
    ['https://unknown.example/', 'host', null, null, false, 'unlisted', '$.unlisted'],
    ['localhost:8080/x', 'host', null, null, false, 'unlisted', '$.unlisted'],
    ['/app.js', 'host', null, null, true, 'required', '$.firstParty'],
    ['https://cdn.shop.example/', 'host', null, null, true, 'required', '$.firstParty'],
    ['_ga_ABC', 'cookie', 'google-analytics', 'performance', false, 'regime', '$.regime'],
    ['session_id', 'cookie', null, 'required', true, 'required', '$.categories.required'],
    ['_unknown', 'cookie', null, null, true, 'required', '$.firstParty'],
    ['linkedin', 'vendor', 'linkedin', 'advertising', false, 'regime', '$.regime'],
    ['stripe', 'vendor', 'stripe', 'required', true, 'required', '$.categories.required.vendors[0]'],
    ['advertising', 'category', null, 'advertising', false, 'regime', '$.regime'],
    ['required', 'category', null, 'required', true, 'required', '$.categories.required'],
  ])('%s', (target, kind, vendor, category, grants, reason, path) => {
    expect(asked(target)).toEqual({
      target,
      kind,
      vendor,
      category,
      granted: grants,
      reason,
      path,
      text: expect.any(String),
    });
  });

  it('says it all in one line', () => {
    const { text } = asked('https://px.ads.linkedin.com/x');
    for (const word of [
      'https://px.ads.linkedin.com/x',
      'linkedin',
      'advertising',
      'denied',
      'regime',
      '$.regime',
    ])
      expect(text).toContain(word);
    expect(text).not.toContain('\n');
    expect(asked('required').text).toContain('granted');
  });

  it('follows the decision', () => {
    const consent = openPage();
    consent.choose({ linkedin: true });
    expect(consent.explain('https://px.ads.linkedin.com/x')).toMatchObject({
      granted: true,
      reason: 'choice',
      path: '$.categories.advertising.vendors[1]',
    });
    setSignals('gpc');
    lookAgain();
    expect(consent.explain('linkedin')).toMatchObject({
      granted: false,
      reason: 'gpc',
      path: '$.signals.gpc',
    });
  });

  it('never throws', () => {
    const consent = openPage();
    for (const target of ['', ' ', '://', 'https://', '.', '/', 'constructor', '__proto__', 'a b.c', '%'])
      expect(consent.explain(target)).toMatchObject({ target, granted: expect.any(Boolean) });
  });
});

describe('what is held', () => {
  it('a request of a script: told as held, answered, and not sent', async () => {
    const native = vi.fn(async () => new Response('native'));
    const before = window.fetch;
    window.fetch = native;
    try {
      const consent = openPage();
      const answer = await fetch('https://px.ads.linkedin.com/collect');
      expect(answer.status).toBe(451);
      expect(native).not.toHaveBeenCalled();
      expect(consent.held).toEqual([
        {
          kind: 'fetch',
          url: 'https://px.ads.linkedin.com/collect',
          host: 'px.ads.linkedin.com',
          vendor: 'linkedin',
          category: 'advertising',
          reason: 'regime',
          path: '$.regime',
        },
      ]);
      await fetch('https://px.ads.linkedin.com/later', { method: 'POST', keepalive: true });
      consent.choose({ linkedin: true });
      await until(() => expect(native).toHaveBeenCalled());
      expect(native.mock.calls).toEqual([
        ['https://px.ads.linkedin.com/later', { method: 'POST', keepalive: true }],
      ]);
      expect(consent.held).toEqual([]);
      expect(await (await fetch('https://px.ads.linkedin.com/collect')).text()).toBe('native');
    } finally {
      closePage();
      window.fetch = before;
    }
  });

  it('goes at once where the page is out of sight: nothing is painted there', async () => {
    const native = vi.spyOn(window, 'fetch').mockImplementation(async () => new Response('native'));
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const consent = openPage();
    await fetch('https://px.ads.linkedin.com/later', { method: 'POST', keepalive: true });
    consent.choose({ linkedin: true });
    expect(native).toHaveBeenCalledTimes(1);
  });

  it('does not go when all is undone before its turn', async () => {
    const native = vi.spyOn(window, 'fetch').mockImplementation(async () => new Response('native'));
    const consent = openPage();
    await fetch('https://px.ads.linkedin.com/later', { method: 'POST', keepalive: true });
    consent.choose({ linkedin: true });
    consent.destroy();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    expect(native).not.toHaveBeenCalled();
  });

  it('a cookie of a script', () => {
    const consent = openPage();
    writeCookie('_ga=GA1.1; path=/');
    writeCookie('mine=1; path=/');
    expect(cookiePairs()).toEqual(['mine=1']);
    expect(consent.held).toMatchObject([{ kind: 'cookie', url: '_ga', vendor: 'google-analytics' }]);
    consent.choose({ performance: true });
    writeCookie('_ga=GA1.2; path=/');
    expect(cookiePairs()).toContain('_ga=GA1.2');
  });

  it('cannot be changed by the page', () => {
    const consent = openPage();
    writeCookie('_ga=GA1.1; path=/');
    (consent.held as unknown[]).length = 0;
    expect(consent.held).toHaveLength(1);
    expect(Object.isFrozen(consent.held[0])).toBe(true);
  });

  it('in report mode nothing is, which is said loudly', () => {
    const consent = openPage({ ...SHOP, mode: 'report' });
    writeCookie('_ga=GA1.1; path=/');
    expect(cookiePairs()).toContain('_ga=GA1.1');
    expect(consent.held).toEqual([]);
    expect(warnings().join('\n')).toContain('_ga');
  });
});

describe('a broken file', () => {
  it('throws nothing, leaves the gate shut, and says why, once', () => {
    const consent = californian({ regime: 'optout', categories: { advertising: { vendors: ['linkdin'] } } });
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.allows('required')).toBe(true);
    expect(errors()).toHaveLength(1);
    expect(errors()[0]).toMatch(/\$\.regime.*"optout".*\$\.categories\.advertising\.vendors\[0\].*linkedin/s);
    expect(() => consent.choose('all')).not.toThrow();
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.decision.ask).toBe(false);
    expect(document.cookie).toBe('');
  });

  it.each([undefined, null, [], 'heed.json', 7, {}])('throws nothing: %j', (config) => {
    const consent = openPage(config);
    expect(consent.allows('required')).toBe(true);
    expect(errors()).toHaveLength(1);
    expect(consent.explain('https://px.ads.linkedin.com/')).toMatchObject({
      granted: false,
      reason: 'error',
    });
  });

  it('forgets no choice that an earlier file has got', () => {
    openPage().choose('required');
    openPage({ categories: {} }).choose('all');
    expect(stored()).toMatchObject({ categories: { advertising: false } });
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    ['takes no cookie', { set: () => {} }],
    ['is sandboxed (R98)', sandboxed],
  ])('%s: the choice holds for this page, and the console says so once', (_name, accessors) => {
    const undo = replaceCookies(accessors);
    try {
      const consent = openPage();
      consent.choose('all');
      consent.choose({ marketing: false });
      lookAgain();
      expect(consent.allows('linkedin')).toBe(true);
      expect(consent.allows('marketing')).toBe(false);
      expect(warnings().filter((text) => text.includes('this page only'))).toHaveLength(1);
    } finally {
      closePageWith(undo);
    }
  });
  const closePageWith = (undo: () => void) => {
    undo();
    closePage();
  };
});

describe('two of them', () => {
  it('on one page agree, once the page is looked at', () => {
    const [one, other] = [openPage(), openPage()];
    one.choose({ performance: true });
    lookAgain();
    expect(other.allows('performance')).toBe(true);
    other.withdraw();
    lookAgain();
    expect(one.allows('performance')).toBe(false);
  });

  it('on one page hold what either denies', async () => {
    const one = openPage();
    openPage();
    one.choose('all');
    writeCookie('_ga=1; path=/');
    expect(cookiePairs()).not.toContain('_ga=1');
  });

  it('beside a script tag are one: its own', () => {
    const first = openPage();
    (window as unknown as { heed: Consent }).heed = first;
    expect(createConsent(SHOP)).toBe(first);
    expect(warnings()).toHaveLength(1);
  });
});

describe('destroy', () => {
  const makeNoise = (consent: Consent) => {
    writeCookie('_ga=1; path=/');
    document.body.append(
      Object.assign(document.createElement('script'), { src: 'https://snap.licdn.com/a.js' }),
    );
    consent.choose('all');
    consent.choose('required');
  };

  it('gives every native back', () => {
    const before = allFunctions();
    const consent = openPage();
    expect(changedFunctions(before).length).toBeGreaterThan(20);
    makeNoise(consent);
    consent.destroy();
    expect(changedFunctions(before)).toEqual([]);
  });

  it.each([
    ['the last first', [1, 0]],
    ['the first first', [0, 1]],
  ])('of two gives every native back, %s', (_name, order) => {
    const before = allFunctions();
    const both = [openPage(), openPage()];
    makeNoise(both[0]!);
    for (const i of order) both[i]!.destroy();
    expect(changedFunctions(before)).toEqual([]);
  });

  it('of one leaves the other at work', () => {
    const [one, other] = [openPage(), openPage()];
    one.destroy();
    writeCookie('_ga=1; path=/');
    expect(cookiePairs()).toEqual([]);
    expect(other.held).toHaveLength(1);
  });

  it('may be called twice, and does not undo what the page has patched since', () => {
    const consent = openPage();
    consent.destroy();
    const native = document.body.appendChild;
    const theirs = vi.fn(native);
    Node.prototype.appendChild = theirs as never;
    consent.destroy();
    expect(Node.prototype.appendChild).toBe(theirs);
    Node.prototype.appendChild = native;
  });

  it('ends every listener: nothing is told, and the page may come and go', () => {
    const consent = openPage();
    const listener = vi.fn();
    consent.subscribe(listener);
    listener.mockClear();
    consent.destroy();
    setSignals('gpc');
    lookAgain();
    writeCookie('heed=x; path=/');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(consent.decision.signals.gpc).toBe(false);
    consent.choose('all');
    expect(listener).not.toHaveBeenCalled();
  });

  it('leaves the choice for the next one', () => {
    const consent = openPage();
    consent.choose('all');
    consent.destroy();
    expect(openPage().allows('linkedin')).toBe(true);
  });
});

describe('a file that is late', () => {
  const surroundings = { win: window, nonce: '', registry, fetchPart: () => new Promise<never>(() => {}) };
  const open = (found?: { config: unknown; why?: string }) => {
    const opened = openConsent(found, { ui: 'none', region: 'US-CA' }, surroundings);
    consents.push(opened.consent);
    return opened;
  };
  const consents: Consent[] = [];
  afterEach(() => {
    for (const consent of consents.splice(0)) consent.destroy();
  });

  it('holds everything until it is there, without a word of a mistake', () => {
    const { consent, configure } = open();
    const seen: boolean[] = [];
    consent.subscribe((decision) => seen.push(!!decision.vendors.linkedin?.granted));
    expect(consent.explain('https://px.ads.linkedin.com/')).toMatchObject({
      granted: false,
      reason: 'error',
    });
    expect(consent.allows('linkedin')).toBe(false);
    expect([warnings(), errors()]).toEqual([[], []]);
    configure({ config: SHOP });
    expect(consent.allows('linkedin')).toBe(true);
    expect(seen).toEqual([false, true]);
  });

  it('says why where it cannot be read', () => {
    const { consent, configure } = open();
    configure({ config: null, why: '/heed.json could not be read: status 404' });
    expect(granted(consent.decision)).toEqual([]);
    expect(errors()).toEqual([expect.stringContaining('/heed.json could not be read: status 404')]);
  });

  it('takes a choice over that was made on another page, under the name that it gives', () => {
    openPage({ ...SHOP, cookie: { name: 'shop_choice' } }).choose('required');
    const { consent, configure } = open();
    configure({ config: { ...SHOP, cookie: { name: 'shop_choice' } } satisfies Config });
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.decision.vendors.linkedin!.reason).toBe('choice');
  });
});

describe("a name of the file's for Google's queue", () => {
  it('has the default in front from the start, and loses on a refusal what has happened', () => {
    const page = window as unknown as { shopLayer?: unknown[] };
    page.shopLayer = [{ event: 'purchase' }, { page: 'home' }];
    const vendor = { id: 'google-tag-manager', containerId: 'GTM-ABC1234', dataLayer: 'shopLayer' };
    const consent = openPage({ categories: { marketing: { vendors: [vendor] } } });
    const words = () => page.shopLayer!.map((one) => Array.from(one as ArrayLike<unknown>)[1] || one);
    expect(words()).toEqual(
      ['default', 'ads_data_redaction'].concat([
        { event: 'purchase' },
        { page: 'home' },
        expect.objectContaining({ event: 'heed_consent' }),
      ] as never[]),
    );
    consent.choose('required');
    expect(words()).not.toContainEqual({ event: 'purchase' });
    expect(words()).toContainEqual({ page: 'home' });
    consent.destroy();
    Reflect.deleteProperty(window, 'shopLayer');
  });
});
