import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import type { Config } from '../../../src/types.ts';
import { abouts } from '../../../src/vendors/abouts.ts';
import { consents } from '../../../src/vendors/consents.ts';
import { firstWords } from '../../../src/vendors/first-words.ts';
import { openPart } from '../../../src/vendors/part.ts';
import type { LoaderTools } from '../../../src/vendors/vendor.ts';
import { decideFor, policyOf, recordOf } from '../support/files.ts';

type Page = LoaderTools['win'];
const said = (vendors: Record<string, boolean>, categories: Record<string, boolean> = {}) => ({
  record: recordOf({ vendors, categories }),
});

/** A page that has these globals, and what it tells the vendors of the file. */
function page(config: Config, globals: Record<string, unknown> = {}) {
  const warnings: string[] = [];
  const target = new EventTarget();
  const timers: (() => void)[] = [];
  const waits: number[] = [];
  const win = {
    document: target,
    setTimeout: (call: () => void, time: number) => waits.push(time) && timers.push(call),
    clearTimeout: (timer: number) => delete timers[timer - 1],
    ...globals,
  } as unknown as Page;
  const policy = policyOf(config);
  let end = () => {};
  const part = openPart(
    { win, script: async () => {} },
    (message) => void warnings.push(message),
    (back) => {
      end = back;
    },
  );
  const ran = new Map<string, boolean>();
  let before = false;
  return {
    win,
    warnings,
    decide(given: Partial<Circumstances>) {
      const decision = decideFor(policy, given);
      for (const [id, { granted }] of Object.entries(decision.vendors))
        if (granted && !ran.has(id)) ran.set(id, before);
      before = true;
      part.tell(policy, decision, ran);
    },
    /** Some script of the page has loaded. */
    loaded: () => void target.dispatchEvent(new Event('load')),
    waits,
    /** Time goes by: as much as it waits for. */
    later: () => timers.splice(0).forEach((call) => call?.()),
    end: () => end(),
  };
}
const alone = (id: string): Config => ({ categories: { advertising: { vendors: [id] } } });

/** What each vendor hears of a denial, and of the grant behind it, at a path of globals. */
const CALLS: Readonly<Record<string, readonly [path: string, deny: unknown[], grant: unknown[]]>> = {
  amplitude: ['amplitude.setOptOut', [true], [false]],
  bizible: ['Bizible.Push', ['Consent', false], ['Consent', true]],
  facebook: ['fbq', ['consent', 'revoke'], ['consent', 'grant']],
  hubspot: ['_hsq.push', [['doNotTrack']], [['doNotTrack', { track: true }]]],
  intercom: ['Intercom', ['shutdown'], ['boot', { app_id: 'abc' }]],
  optimizely: [
    'optimizely.push',
    [{ type: 'optOut', isOptOut: true }],
    [{ type: 'optOut', isOptOut: false }],
  ],
  pinterest: ['pintrk', ['setconsent', false], ['setconsent', true]],
  reddit: ['rdt', ['disableFirstPartyCookies'], ['enableFirstPartyCookies']],
  vwo: ['VWO.init', [3], [1]],
};
/** The same, where denial and grant are two methods. */
const METHODS: Readonly<Record<string, readonly [owner: string, deny: string, grant: string]>> = {
  heap: ['heap', 'stopTracking', 'startTracking'],
  mixpanel: ['mixpanel', 'opt_out_tracking', 'opt_in_tracking'],
  posthog: ['posthog', 'opt_out_capturing', 'opt_in_capturing'],
  tiktok: ['ttq', 'revokeConsent', 'grantConsent'],
};
const OTHERS = ['fullstory', 'google-analytics', 'segment', 'sentry', 'shopify'];

it('every vendor that is told is tested, and says so in words', () => {
  const tested = [...Object.keys(CALLS), ...Object.keys(METHODS), ...OTHERS].sort();
  expect(Object.keys(consents)).toEqual(tested);
  for (const id of tested) expect(abouts[id]!.consent).not.toBe('none known');
});

describe.each(Object.entries(CALLS))('%s', (id, [path, deny, grant]) => {
  it('hears of a denial and of the next grant, once each', () => {
    const heard: unknown[][] = [];
    const hear = (...args: unknown[]) => void heard.push(args);
    const [name, method] = path.split('.') as [string, string?];
    const one = page(alone(id), {
      intercomSettings: { app_id: 'abc' },
      [name]: method ? { [method]: hear } : hear,
    });
    one.decide(said({ [id]: true }));
    expect(heard).toEqual([]);
    for (const granted of [false, false, true, true]) one.decide(said({ [id]: granted }));
    expect(heard).toEqual([deny, grant]);
  });
});

describe.each(Object.entries(METHODS))('%s', (id, [owner, deny, grant]) => {
  it('hears of a denial and of the next grant, once each', () => {
    const heard: string[] = [];
    const api = { [deny]: () => heard.push(deny), [grant]: () => heard.push(grant) };
    const one = page(alone(id), { [owner]: api });
    for (const granted of [true, false, false, true]) one.decide(said({ [id]: granted }));
    expect(heard).toEqual([deny, grant]);
  });
});

describe('fullstory', () => {
  const decisions = (globals: Record<string, unknown>, ...granted: boolean[]) => {
    const heard: unknown[][] = [];
    const one = page(alone('fullstory'), { FS: (...args: unknown[]) => void heard.push(args), ...globals });
    for (const each of granted) one.decide(said({ fullstory: each }));
    return heard;
  };
  const consent = (granted: boolean) => ['setIdentity', { consent: granted }];

  it('stops recording on a denial, and goes on with the next grant', () => {
    expect(decisions({}, true, false, false, true)).toEqual([
      ...[['shutdown'], consent(false)],
      ...[['restart'], consent(true)],
    ]);
  });

  it('starts where its own snippet waits for a grant', () => {
    expect(decisions({ _fs_capture_on_startup: false }, false, true)).toEqual([['start'], consent(true)]);
  });
});

it('a grant that follows a denial is told; to a vendor that Heed loads itself, only where the denial may have lasted', () => {
  const heard: unknown[] = [];
  const hear = (...command: unknown[]) => void heard.push(command[0]);
  const globals = () => ({
    ...{ fbq: hear, mixpanel: { opt_in_tracking: () => hear('mixpanel') }, _hsq: { push: hear } },
    ...{ posthog: { opt_in_capturing: () => hear('posthog') }, Intercom: hear },
  });
  const own = ['facebook', 'mixpanel', 'posthog', 'hubspot', 'intercom'];
  const loaded = [
    { id: 'facebook', pixelId: '1234567890' },
    { id: 'mixpanel', token: '0123456789abcdef0123456789abcdef' },
    { id: 'posthog', apiKey: 'phc_abcdefghijklmnopqrstuvwxyz' },
    { id: 'hubspot', portalId: '1234567' },
    { id: 'intercom', appId: 'abcd1234' },
  ];
  for (const [vendors, told] of [
    [own, ['consent', 'mixpanel', 'posthog', ['doNotTrack', { track: true }]]],
    [loaded, ['mixpanel', 'posthog', ['doNotTrack', { track: true }]]],
  ] as const) {
    const one = page({ categories: { advertising: { vendors: [...vendors] } } }, globals());
    one.decide({});
    expect(heard).toEqual([]);
    one.decide(said(Object.fromEntries(own.map((id) => [id, true]))));
    expect(heard.splice(0)).toEqual(told);
  }
});

it('hubspot’s word stands in front of what the page has queued, behind an earlier word', () => {
  const _hsq: unknown[] = [['trackPageView'], ['trackEvent', { id: 'a' }]];
  const { win, decide } = page(alone('hubspot'), { _hsq });
  for (const granted of [false, true, false]) decide(said({ hubspot: granted }));
  const words = [['doNotTrack', { track: true }], ['doNotTrack']];
  expect(_hsq).toEqual([...words, ['trackPageView'], ['trackEvent', { id: 'a' }]]);
  const heard: unknown[] = [];
  win._hsq = { push: (word: unknown) => heard.push(word) };
  decide(said({ hubspot: true }));
  expect(heard).toEqual([words[0]]);
});

it('posthog’s own word goes before the denial: where it cannot be written, the setting behind it holds', () => {
  const heard: unknown[] = [];
  const posthog = {
    set_config: (config: object) => heard.push(config),
    clear_opt_in_out_capturing: () => heard.push('clear'),
    opt_out_capturing: () => heard.push('out'),
  };
  const { decide } = page(alone('posthog'), { posthog });
  for (const granted of [true, false]) decide(said({ posthog: granted }));
  expect(heard).toEqual([{ opt_out_capturing_by_default: true }, 'clear', 'out']);
});

it('no event of a vendor is sent for its consent alone', () => {
  const heard: unknown[][] = [];
  const one = page(
    { categories: { performance: { vendors: ['mixpanel', 'posthog'] } } },
    {
      mixpanel: { opt_in_tracking: (options: { track(): void }) => heard.push(['track', options.track()]) },
      posthog: { opt_in_capturing: (options: object) => heard.push([options]) },
    },
  );
  one.decide({});
  one.decide(said({ mixpanel: true, posthog: true }));
  expect(heard).toEqual([['track', undefined], [{ captureEventName: false }]]);
});

it('who never was granted on this page never ran, and hears nothing', () => {
  const one = page(alone('facebook'), { fbq: () => expect.unreachable() });
  one.decide({});
  one.decide(said({ facebook: false }));
});

it('an API that comes late is told when a script has loaded, of what holds then', () => {
  const heard: unknown[] = [];
  const one = page(alone('amplitude'));
  one.decide(said({ amplitude: true }));
  one.decide(said({ amplitude: false }));
  one.loaded();
  one.win.amplitude = { setOptOut: (out: boolean) => heard.push(out) };
  one.loaded();
  one.loaded();
  expect(heard).toEqual([true]);
});

it('an API that comes late after the visitor has granted again hears nothing', () => {
  const one = page(alone('amplitude'));
  for (const granted of [true, false, true]) one.decide(said({ amplitude: granted }));
  one.win.amplitude = { setOptOut: () => expect.unreachable() };
  one.loaded();
});

it('an API that comes without a script, or grows in pieces, is told in a while; until then ever more seldom', () => {
  const heard: unknown[] = [];
  const one = page(alone('shopify'));
  one.decide(said({ shopify: true }, { advertising: true }));
  one.later();
  one.win.Shopify = {};
  one.later();
  (one.win.Shopify as Record<string, unknown>).customerPrivacy = {
    setTrackingConsent: ({ marketing }: { marketing: boolean }) => heard.push(marketing),
  };
  one.later();
  one.later();
  expect(heard).toEqual([true]);
  expect(one.waits).toEqual([250, 375, 562.5]);
});

it('an API that comes when all has ended hears nothing', () => {
  const one = page(alone('amplitude'));
  for (const granted of [true, false]) one.decide(said({ amplitude: granted }));
  one.end();
  one.win.amplitude = { setOptOut: () => expect.unreachable() };
  one.later();
  one.loaded();
});

it('an API that throws is told of, and stops no other', () => {
  const heard: unknown[] = [];
  const one = page(
    { categories: { advertising: { vendors: ['facebook', 'pinterest'] } } },
    {
      fbq() {
        throw new Error('broken pixel');
      },
      pintrk: (...args: unknown[]) => heard.push(args),
    },
  );
  one.decide(said({ facebook: true, pinterest: true }));
  one.decide(said({ facebook: false, pinterest: false }));
  expect(heard).toEqual([['setconsent', false]]);
  expect(one.warnings).toEqual([expect.stringMatching(/facebook.*broken pixel/)]);
});

it('google-analytics is switched off for every account on the page, and on again', () => {
  const id = { id: 'google-analytics', measurementId: 'G-AAAA' };
  const one = page(
    { categories: { performance: { vendors: [id] } } },
    { google_tag_manager: { 'G-BBBB': {}, 'GTM-CCCC': {}, dataLayer: {} } },
  );
  one.decide(said({ 'google-analytics': true }));
  one.decide(said({ 'google-analytics': false }));
  expect(one.win).toMatchObject({ 'ga-disable-G-AAAA': true, 'ga-disable-G-BBBB': true });
  expect(one.win).not.toHaveProperty('ga-disable-GTM-CCCC');
  one.decide(said({ 'google-analytics': true }));
  expect(one.win).toMatchObject({ 'ga-disable-G-AAAA': false, 'ga-disable-G-BBBB': false });
});

it('sentry is closed after a denial', () => {
  let closed = 0;
  const one = page(alone('sentry'), { Sentry: { close: () => closed++ } });
  for (const granted of [true, false, true]) one.decide(said({ sentry: granted }));
  expect(closed).toBe(1);
});

describe('segment', () => {
  interface Event {
    context?: { consent?: object; page?: string };
  }
  function start() {
    const all: ((step: { payload: { obj: Event }; next(payload: object): void }) => void)[] = [];
    const one = page(
      { categories: { performance: { vendors: ['segment'] }, advertising: { vendors: ['linkedin'] } } },
      { analytics: { addSourceMiddleware: (middleware: (typeof all)[0]) => all.push(middleware) } },
    );
    const pass = (event: Event) => {
      let passed: Event | undefined;
      all[0]!({
        payload: { obj: event },
        next: (payload) => {
          passed = (payload as { obj: Event }).obj;
        },
      });
      return passed;
    };
    return { ...one, all, pass };
  }

  it('gets the categories with each event, as they are by then', () => {
    const { decide, pass, all } = start();
    decide(said({ segment: true }, { performance: true }));
    expect(pass({ context: { page: '/' } })).toEqual({
      context: {
        page: '/',
        consent: { categoryPreferences: { required: true, performance: true, advertising: false } },
      },
    });
    decide(said({ segment: true, linkedin: true }, { performance: true, advertising: true }));
    expect(pass({})!.context!.consent).toMatchObject({ categoryPreferences: { advertising: true } });
    expect(all).toHaveLength(1);
  });

  it('passes nothing on after a denial, until the next grant', () => {
    const { decide, pass } = start();
    decide(said({ segment: true }));
    decide(said({ segment: false }));
    expect(pass({})).toBeUndefined();
    decide(said({ segment: true }));
    expect(pass({})).toBeDefined();
  });
});

describe('shopify', () => {
  const file: Config = {
    regime: 'opt-out',
    categories: {
      performance: { vendors: ['shopify'] },
      marketing: { vendors: ['marketo'] },
      advertising: { vendors: ['linkedin'] },
    },
  };
  const all = { analytics: true, marketing: true, preferences: true, sale_of_data: true };

  it('hears of every decision', () => {
    const heard: unknown[] = [];
    const one = page(file, {
      Shopify: { customerPrivacy: { setTrackingConsent: (state: object) => heard.push(state) } },
    });
    one.decide({});
    one.decide(said({}, { advertising: false }));
    one.decide(said({}, { advertising: false }));
    expect(heard).toEqual([all, { ...all, marketing: false, sale_of_data: false }]);
  });

  it('is asked for its API where that is not there', () => {
    const heard: unknown[] = [];
    const Shopify: Record<string, unknown> = {};
    Shopify.loadFeatures = (features: object, then: (error?: unknown) => void) => {
      heard.push(features);
      Shopify.customerPrivacy = { setTrackingConsent: (state: object) => heard.push(state) };
      then();
    };
    page(file, { Shopify }).decide({});
    expect(heard).toEqual([[{ name: 'consent-tracking-api', version: '0.1' }], all]);
  });
});

describe('R68: words that stand in front of all others', () => {
  function start(id: string, globals: Record<string, unknown> = {}) {
    const win = { ...globals } as unknown as Page;
    const policy = policyOf(alone(id));
    const tell = firstWords(win);
    return {
      win,
      decide: (given: Partial<Circumstances> = {}) => tell(policy, decideFor(policy, given)),
    };
  }

  it('microsoft-uet: the default first, flat, then updates', () => {
    const one = start('microsoft-uet');
    one.decide();
    one.decide();
    one.decide(said({ 'microsoft-uet': true }));
    one.decide(said({ 'microsoft-uet': false }));
    expect(one.win.uetq).toEqual([
      ...['consent', 'default', { ad_storage: 'denied' }],
      ...['consent', 'update', { ad_storage: 'granted' }],
      ...['consent', 'update', { ad_storage: 'denied' }],
    ]);
  });

  it('microsoft-uet: the default stands in front of what is there, and is an update to who runs already', () => {
    const waiting = start('microsoft-uet', { uetq: ['event', 'signup', {}] });
    waiting.decide();
    expect(waiting.win.uetq).toEqual([
      ...['consent', 'default', { ad_storage: 'denied' }],
      ...['event', 'signup', {}],
    ]);
    const heard: unknown[] = [];
    start('microsoft-uet', { uetq: { push: (...all: unknown[]) => heard.push(...all) } }).decide();
    expect(heard).toEqual(['consent', 'update', { ad_storage: 'denied' }]);
  });

  it('microsoft-uet: a stored grant is in the default', () => {
    const one = start('microsoft-uet');
    one.decide(said({ 'microsoft-uet': true }));
    expect(one.win.uetq).toEqual(['consent', 'default', { ad_storage: 'granted' }]);
  });

  it('microsoft-clarity: both keys, in a stub that its snippet goes on with', () => {
    const one = start('microsoft-clarity');
    one.decide();
    const clarity = one.win.clarity as ((...command: unknown[]) => void) & { q: ArrayLike<unknown>[] };
    clarity('set', 'plan', 'pro');
    one.decide(said({ 'microsoft-clarity': true }));
    expect(one.win.clarity).toBe(clarity);
    expect(clarity.q.map((call) => Array.from(call))).toEqual([
      ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }],
      ['set', 'plan', 'pro'],
      ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }],
    ]);
  });

  it('microsoft-clarity: its word for ads goes by the category of ads too, where the file has one', () => {
    const win = {} as Page;
    const policy = policyOf({
      categories: { performance: { vendors: ['microsoft-clarity'] }, advertising: { vendors: ['linkedin'] } },
    });
    const tell = firstWords(win);
    const vendor = { 'microsoft-clarity': true };
    tell(policy, decideFor(policy, said(vendor, { performance: true, advertising: false })));
    tell(policy, decideFor(policy, said(vendor, { performance: true, advertising: true })));
    tell(policy, decideFor(policy, said({}, { performance: false, advertising: true })));
    expect((win.clarity as unknown as { q: unknown[][] }).q.map(([, states]) => states)).toEqual([
      { ad_Storage: 'denied', analytics_Storage: 'granted' },
      { ad_Storage: 'granted', analytics_Storage: 'granted' },
      { ad_Storage: 'denied', analytics_Storage: 'denied' },
    ]);
  });

  it('stand in front of what a page has said while the file was on its way', () => {
    const one = start('matomo', { _paq: [['trackPageView']] });
    one.decide();
    expect((one.win._paq as unknown[][]).map(([word]) => word)).toEqual([
      'requireConsent',
      'forgetConsentGiven',
      'trackPageView',
    ]);
  });

  it('are said anew where a refusal has emptied the queue', () => {
    const one = start('microsoft-uet');
    one.decide();
    (one.win.uetq as unknown[]).length = 0;
    one.decide(said({ 'microsoft-uet': false }));
    (one.win.uetq as unknown[]).push('event', 'late', {});
    one.decide(said({ 'microsoft-uet': true }));
    expect(one.win.uetq).toEqual([
      ...['consent', 'default', { ad_storage: 'denied' }],
      ...['event', 'late', {}],
      ...['consent', 'update', { ad_storage: 'granted' }],
    ]);
  });

  it('matomo: consent is required before the first page view', () => {
    const one = start('matomo');
    one.decide();
    const queue = one.win._paq as unknown[];
    queue.push(['trackPageView']);
    expect(queue).toEqual([['requireConsent'], ['forgetConsentGiven'], ['trackPageView']]);
  });

  it('matomo: of what it has not read yet only the last word stands, since it reads grants ahead of denials', () => {
    const one = start('matomo');
    for (const granted of [true, false, true]) one.decide(said({ matomo: granted }));
    expect(one.win._paq).toEqual([['requireConsent'], ['setConsentGiven']]);
    const heard: unknown[] = [];
    one.win._paq = { push: (...all: unknown[]) => heard.push(...all) };
    one.decide(said({ matomo: false }));
    one.decide(said({ matomo: true }));
    expect(heard).toEqual([
      ...[['requireConsent'], ['forgetConsentGiven']],
      ...[['requireConsent'], ['setConsentGiven']],
    ]);
  });

  it('a file without them leaves the page alone', () => {
    const one = start('linkedin');
    one.decide();
    expect(one.win).toEqual({});
  });
});
