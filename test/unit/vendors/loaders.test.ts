import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/gate/judge.ts';
import type { Config } from '../../../src/types.ts';
import { formWarnings } from '../../../src/vendors/forms.ts';
import { loaders } from '../../../src/vendors/loaders.ts';
import { registry } from '../../../src/vendors/registry.ts';
import type { Ids, LoaderTools } from '../../../src/vendors/vendor.ts';
import { decideFor, policyOf } from '../support/files.ts';

/** What a vendor's own snippet leaves on a page before its script has run, with the ids of the examples. */
interface Snippet {
  readonly script: string;
  /** Queues by their path, with the calls in them. */
  readonly queues?: Readonly<Record<string, readonly unknown[]>>;
  /** Globals by their path. */
  readonly globals?: Readonly<Record<string, unknown>>;
}
const HEX = '0123456789abcdef0123456789abcdef';
const UUID = '00000000-0000-4000-8000-000000000000';
const google = (id: string): Snippet => ({
  script: 'https://www.googletagmanager.com/gtag/js?id=' + id,
  queues: {
    dataLayer: [
      ['js', expect.any(Date)],
      ['config', id],
    ],
  },
});

/** Written from the vendors' documented snippets, not from the loaders. */
const SNIPPETS: Readonly<Record<string, Snippet>> = {
  adroll: {
    script: 'https://s.adroll.com/j/AAAAAAAAAAAAAAAAAAAAAA/roundtrip.js',
    queues: { adroll: [['track', ['pageView']]] },
    globals: {
      adroll_adv_id: 'AAAAAAAAAAAAAAAAAAAAAA',
      adroll_pix_id: 'BBBBBBBBBBBBBBBBBBBBBB',
      adroll_version: '2.0',
      __adroll_loaded: true,
      'adroll.f': ['setProperties', 'identify', 'track'],
    },
  },
  amplitude: { script: `https://cdn.amplitude.com/script/${HEX}.js` },
  appnexus: {
    script: 'https://acdn.adnxs.com/dmp/up/pixie.js',
    queues: {
      'pixie.actionQueue': [
        { action: 'init', actionValue: UUID, params: undefined },
        { action: 'event', actionValue: 'PageView', params: undefined },
      ],
    },
  },
  criteo: {
    script: 'https://dynamic.criteo.com/js/ld/ld.js?a=12345',
    queues: {
      criteo_q: [
        { event: 'setAccount', account: '12345' },
        { event: 'setSiteType', type: 'd' },
        { event: 'viewHome' },
      ],
    },
  },
  doubleclick: google('DC-1234567'),
  facebook: {
    script: 'https://connect.facebook.net/en_US/fbevents.js',
    queues: {
      'fbq.queue': [
        ['init', '123456789012345'],
        ['track', 'PageView'],
      ],
    },
    globals: { 'fbq.loaded': true, 'fbq.version': '2.0' },
  },
  fullstory: {
    script: 'https://edge.fullstory.com/s/fs.js',
    queues: { 'FS.q': [] },
    globals: {
      _fs_host: 'fullstory.com',
      _fs_script: 'edge.fullstory.com/s/fs.js',
      _fs_org: 'o-ABCDEF-na1',
      _fs_namespace: 'FS',
    },
  },
  g2: {
    script:
      'https://tracking.g2crowd.com/attribution_tracking/conversions/1234.js?p=https://shop.example/a%20b&e=',
  },
  'google-ads': google('AW-123456789'),
  'google-analytics': google('G-ABCDE12345'),
  'google-tag-manager': {
    script: 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234',
    queues: { dataLayer: [{ 'gtm.start': expect.any(Number), event: 'gtm.js' }] },
  },
  heap: {
    script: 'https://cdn.us.heap-api.com/config/1234567890/heap_config.js',
    queues: { heapReadyCb: [] },
    globals: { 'heap.envId': '1234567890', 'heap.clientConfig': { shouldFetchServerConfig: false } },
  },
  hotjar: {
    script: 'https://static.hotjar.com/c/hotjar-1234567.js?sv=6',
    queues: { 'hj.q': [] },
    globals: { _hjSettings: { hjid: 1234567, hjsv: 6 } },
  },
  hubspot: { script: 'https://js.hs-scripts.com/1234567.js', queues: { _hsq: [] } },
  intercom: {
    script: 'https://widget.intercom.io/widget/abcd1234',
    queues: { 'Intercom.q': [] },
    globals: { intercomSettings: { api_base: 'https://api-iam.intercom.io', app_id: 'abcd1234' } },
  },
  linkedin: {
    script: 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
    queues: { _linkedin_data_partner_ids: ['1234567'], 'lintrk.q': [] },
    globals: { _linkedin_partner_id: '1234567' },
  },
  marketo: { script: 'https://munchkin.marketo.net/munchkin.js' },
  matomo: {
    script: 'https://stats.example.com/matomo.js',
    queues: {
      _paq: [
        ['trackPageView'],
        ['enableLinkTracking'],
        ['setTrackerUrl', 'https://stats.example.com/matomo.php'],
        ['setSiteId', '1'],
      ],
    },
  },
  'microsoft-clarity': { script: 'https://www.clarity.ms/tag/abcdef1234', queues: { 'clarity.q': [] } },
  'microsoft-uet': { script: 'https://bat.bing.com/bat.js', queues: { uetq: [] } },
  mixpanel: {
    script: 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js',
    queues: { mixpanel: [] },
    globals: { 'mixpanel.__SV': 1.2, 'mixpanel._i': [[HEX, {}, 'mixpanel']] },
  },
  outbrain: {
    script: 'https://amplify.outbrain.com/cp/obtp.js',
    queues: { 'obApi.queue': [['track', 'PAGE_VIEW']] },
    globals: {
      'obApi.version': '1.1',
      'obApi.loaded': true,
      'obApi.marketerId': '00abababababababababababababababab',
    },
  },
  pinterest: {
    script: 'https://s.pinimg.com/ct/core.js',
    queues: { 'pintrk.queue': [['load', '2612345678901'], ['setconsent', true], ['page']] },
    globals: { 'pintrk.version': '3.0' },
  },
  plausible: {
    script: 'https://plausible.io/js/pa-abcdefghijklmnopqrstu.js',
    queues: { 'plausible.q': [] },
    globals: { 'plausible.o': {} },
  },
  posthog: {
    script: 'https://us-assets.i.posthog.com/static/array.js',
    queues: { posthog: [] },
    globals: {
      'posthog.__SV': 1,
      'posthog._i': [['phc_abcdefghijklmnopqrstuvwxyz', { api_host: 'https://us.i.posthog.com' }, 'posthog']],
    },
  },
  quora: {
    script: 'https://a.quora.com/qevents.js',
    queues: {
      'qp.queue': [
        ['init', HEX],
        ['track', 'ViewContent'],
      ],
    },
  },
  reddit: {
    script: 'https://www.redditstatic.com/ads/pixel.js',
    queues: {
      'rdt.callQueue': [
        ['init', 'a2_abcdefghijkl'],
        ['track', 'PageVisit'],
      ],
    },
  },
  segment: {
    script: 'https://cdn.segment.com/analytics.js/v1/aBcDeFgHiJkLmNoPqRsTuVwXyZ012345/analytics.min.js',
    queues: { analytics: [['page']] },
    globals: {
      'analytics.invoked': true,
      'analytics._writeKey': 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345',
      'analytics._loadOptions': {},
      'analytics.SNIPPET_VERSION': '5.2.0',
    },
  },
  snapchat: {
    script: 'https://sc-static.net/scevent.min.js',
    queues: {
      'snaptr.queue': [
        ['init', UUID],
        ['track', 'PAGE_VIEW'],
      ],
    },
  },
  stripe: { script: 'https://js.stripe.com/v3/' },
  taboola: {
    script: 'https://cdn.taboola.com/libtrc/unip/1234567/tfa.js',
    queues: { _tfa: [{ notify: 'event', name: 'page_view', id: 1234567 }] },
  },
  tiktok: {
    script: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C0ABCDEFGHIJKLMNOPQR&lib=ttq',
    queues: { ttq: [['page']] },
    globals: {
      TiktokAnalyticsObject: 'ttq',
      'ttq._t': { C0ABCDEFGHIJKLMNOPQR: expect.any(Number) },
      'ttq._o': { C0ABCDEFGHIJKLMNOPQR: {} },
    },
  },
  twitter: {
    script: 'https://static.ads-twitter.com/uwt.js',
    queues: { 'twq.queue': [['config', 'o1abc']] },
    globals: { 'twq.version': '1.1' },
  },
  zoominfo: {
    script: 'https://js.zi-scripts.com/zi-tag.js',
    globals: { ZIProjectKey: '0123456789abcdef0123' },
  },
};

const required = (id: string): string[] => registry[id]!.ids!.split(' ');
/** The made-up ids of a vendor's file, those that the category file must give. */
const examplesOf = (id: string): Record<string, string> =>
  Object.fromEntries(required(id).map((key) => [key, loaders[id]!.forms[key]![1]]));

/** A page without anything, and what a loader does to it, step by step. */
function page(own: Record<string, unknown> = {}) {
  const steps: string[] = [];
  const loaded: (() => void)[] = [];
  const win = {
    location: { href: 'https://shop.example/a b' },
    document: { currentScript: null },
    ...own,
  } as unknown as LoaderTools['win'];
  const script = (src: string) => {
    steps.push(src);
    return new Promise<void>((resolve) => loaded.push(resolve));
  };
  return {
    win,
    steps,
    load: (id: string, ids: Ids = {}, optedOut = false, region?: string) =>
      loaders[id]!.load({ ...examplesOf(id), ...ids }, { win, script, optedOut, region }),
    /** What is under a path of globals. */
    at: (path: string) =>
      path.split('.').reduce((owner, name) => (owner as Record<string, unknown>)?.[name], win as unknown),
    /** A script of that address runs now, or none. */
    running: (src?: string) => Object.assign(win.document, { currentScript: src ? { src } : null }),
    /** The script that was asked for has run. */
    async run() {
      for (const resolve of loaded.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
const isArguments = (one: unknown) => Object.prototype.toString.call(one) === '[object Arguments]';
/** A queue with its `arguments` objects as lists. */
const commands = (queue: unknown) =>
  Array.from(queue as ArrayLike<unknown>, (one) =>
    isArguments(one) ? Array.from(one as ArrayLike<unknown>) : one,
  );

it('there is a documented snippet for every loader', () => {
  expect(Object.keys(SNIPPETS).sort()).toEqual(Object.keys(loaders).sort());
});

describe.each(Object.keys(loaders))('%s', (id) => {
  const { forms } = loaders[id]!;

  it('knows the form of each of its ids, and an example', () => {
    const { ids, options = '' } = registry[id]!;
    expect(Object.keys(forms)).toEqual([...ids!.split(' '), ...options.split(' ').filter(Boolean)]);
    for (const [form, example] of Object.values(forms)) {
      expect(example).toMatch(form);
      for (const bad of ['', ' ', '<script>', example + '&x=1', ' ' + example]) expect(bad).not.toMatch(form);
    }
    expect(formWarnings(id, examplesOf(id))).toEqual([]);
    const [key] = required(id) as [string];
    const [warning] = formWarnings(id, { [key]: '<script>' });
    expect(warning).toContain(`${id}: ${key} "<script>" has not the usual form, as in "${forms[key]![1]}"`);
  });

  it('does what the snippet does, then asks for its script, once', () => {
    const { script, queues = {}, globals = {} } = SNIPPETS[id]!;
    const { load, steps, at } = page();
    load(id);
    expect(steps).toEqual([script]);
    for (const [path, calls] of Object.entries(queues)) expect(commands(at(path)), path).toEqual(calls);
    for (const [path, value] of Object.entries(globals)) expect(at(path), path).toEqual(value);
  });

  it('asks a host that is its own', () => {
    const { load, steps } = page();
    load(id);
    // A server of the site's own is named by the file.
    const own = id === 'matomo' ? { hosts: ['stats.example.com'] } : {};
    const config: Config = {
      regime: 'opt-out',
      categories: { advertising: { vendors: [{ id, ...own }] } },
    };
    const policy = policyOf(config);
    const site = new URL('https://shop.example');
    const judge = createJudge(
      policy,
      decideFor(policy),
      registry,
      site,
      () => site.href,
      () => false,
    );
    expect(judge.url(steps[0])).toMatchObject({ vendor: id, granted: true });
  });

  it('leaves what the page has put into its queue', () => {
    for (const path of Object.keys(SNIPPETS[id]!.queues ?? {})) {
      const [name, property] = path.split('.') as [string, string?];
      const queue: unknown[] = ['the page'];
      const stub = property ? Object.assign(() => {}, { [property]: queue }) : queue;
      const { win, load } = page({ [name]: stub });
      load(id);
      expect(win[name], path).toBe(stub);
      expect(queue, path).toContain('the page');
    }
  });
});

describe('a stub that is a function', () => {
  it.each(
    Object.entries({
      fbq: ['facebook', 'callMethod'],
      rdt: ['reddit', 'sendEvent'],
      twq: ['twitter', 'exe'],
      qp: ['quora', 'qp'],
      snaptr: ['snapchat', 'handleRequest'],
      obApi: ['outbrain', 'dispatch'],
      FS: ['fullstory', '_api'],
    }),
  )('%s hands on to the script once that has run', (name, [id, handler]) => {
    const { win, load } = page();
    load(id!);
    const stub = win[name] as ((...command: unknown[]) => void) & Record<string, unknown>;
    const said: unknown[][] = [];
    stub[handler!] = (...command: unknown[]) => said.push(command);
    stub('track', 'Lead');
    expect(said).toEqual([['track', 'Lead']]);
  });

  it('queues what a page calls meanwhile in the form that its script reads', () => {
    const { win, at, load } = page();
    for (const id of ['linkedin', 'pinterest', 'plausible', 'fullstory', 'reddit']) load(id);
    const tell = (name: string, ...command: unknown[]) =>
      (win[name] as (...all: unknown[]) => void)(...command);
    tell('lintrk', 'track', { conversion_id: 1 });
    tell('pintrk', 'track', 'checkout');
    tell('plausible', 'Signup');
    tell('FS', 'trackEvent', { name: 'a' });
    tell('rdt', 'track', 'Lead');
    expect(at('lintrk.q')).toEqual([['track', { conversion_id: 1 }]]);
    expect((at('pintrk.queue') as unknown[]).at(-1)).toEqual(['track', 'checkout']);
    expect(at('plausible.q')).toEqual([['Signup']]);
    expect(at('FS.q')).toEqual([
      ['trackEvent', { name: 'a' }, undefined, expect.any(Function), expect.any(Function), 2],
    ]);
    expect(isArguments((at('rdt.callQueue') as unknown[]).at(-1))).toBe(true);
  });
});

describe('a stub with methods', () => {
  it.each([
    ['segment', 'analytics', ['track', 'Order', { total: 1 }]],
    ['tiktok', 'ttq', ['track', 'Order', { total: 1 }]],
    ['mixpanel', 'mixpanel', ['track', 'Order', { total: 1 }]],
    ['posthog', 'posthog', ['capture', 'Order', { total: 1 }]],
  ] as const)('of %s leaves name and arguments in its list', (id, name, call) => {
    const { win, load, at } = page();
    load(id);
    const [method, ...args] = call;
    (win[name] as unknown as Record<string, (...all: unknown[]) => void>)[method]!(...args);
    expect((at(name) as unknown[]).at(-1)).toEqual(call);
  });

  it('has lists within the list', () => {
    const { load, at } = page();
    load('mixpanel');
    (at('mixpanel.people.set') as (value: object) => void)({ plan: 'pro' });
    expect(commands(at('mixpanel'))).toEqual([]);
    expect(commands(at('mixpanel.people'))).toEqual([['set', { plan: 'pro' }]]);
  });

  it('of mixpanel has a group’s methods behind the call that finds it', () => {
    const { load, at } = page();
    load('mixpanel');
    const group = (at('mixpanel.get_group') as (...of: string[]) => { set(value: object): void })(
      'firm',
      'x',
    );
    group.set({ plan: 'pro' });
    expect(commands(at('mixpanel'))).toEqual([
      [
        ['get_group', 'firm', 'x'],
        ['set', { plan: 'pro' }],
      ],
    ]);
  });

  it('of tiktok has one for each pixel, and for none it knows not', () => {
    const { load, at } = page();
    load('tiktok');
    const instance = at('ttq.instance') as (id: string) => Record<string, (...all: unknown[]) => void>;
    instance('C0ABCDEFGHIJKLMNOPQR').track!('Lead');
    instance('OTHER').track!('Lead');
    expect(commands(at('ttq._i.C0ABCDEFGHIJKLMNOPQR'))).toEqual([['track', 'Lead']]);
    expect(Object.keys(at('ttq._i') as object)).toEqual(['C0ABCDEFGHIJKLMNOPQR']);
  });

  it('gives its object back where the snippet does, and hands on to the script once that has run', () => {
    const { win, load } = page();
    load('segment');
    const stub = win.analytics as { track(name: string): unknown };
    expect(stub.track('Order')).toBe(stub);
    const said: unknown[] = [];
    win.analytics = { track: (name: string) => said.push(name) };
    stub.track('Late');
    expect(said).toEqual(['Late']);
  });

  it('of heap leaves functions that call the real method', () => {
    const { win, load, at } = page();
    load('heap');
    (at('heap.track') as (name: string) => void)('Order');
    const [waiting] = at('heapReadyCb') as [{ name: string; fn: () => void }];
    const said: unknown[] = [];
    win.heap = { track: (name: string) => said.push(name) };
    waiting.fn();
    expect([waiting.name, said]).toEqual(['track', ['Order']]);
  });
});

describe('parameters that a file may give besides', () => {
  it.each([
    ['hubspot', { region: 'eu1' }, 'https://js-eu1.hs-scripts.com/1234567.js'],
    ['hubspot', { region: 'na1' }, 'https://js.hs-scripts.com/1234567.js'],
    ['hotjar', { version: '7' }, 'https://static.hotjar.com/c/hotjar-1234567.js?sv=7'],
    ['posthog', { apiHost: 'https://eu.i.posthog.com' }, 'https://eu-assets.i.posthog.com/static/array.js'],
    ['posthog', { apiHost: 'https://ph.shop.example' }, 'https://ph.shop.example/static/array.js'],
    ['posthog', { apiHost: 'https://shop.example/ingest' }, 'https://shop.example/ingest/static/array.js'],
    ['matomo', { matomoUrl: 'https://stats.example.com' }, 'https://stats.example.com/matomo.js'],
    ['matomo', { matomoUrl: '//shop.example/matomo' }, '//shop.example/matomo/matomo.js'],
    ['fullstory', { orgId: 'o-ABCDEF-eu1' }, 'https://edge.eu1.fullstory.com/s/fs.js'],
    ['fullstory', { orgId: 'ABCDE' }, 'https://edge.fullstory.com/s/fs.js'],
    ['matomo', { cloudId: 'shop.matomo.cloud' }, 'https://cdn.matomo.cloud/shop.matomo.cloud/matomo.js'],
    [
      'google-tag-manager',
      { auth: 'abc', preview: 'env-2' },
      'https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234&gtm_auth=abc&gtm_preview=env-2',
    ],
    [
      'google-tag-manager',
      { dataLayer: 'layer' },
      'https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234&l=layer',
    ],
    [
      'google-analytics',
      { dataLayer: 'layer' },
      'https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345&l=layer',
    ],
    [
      'g2',
      { externalId: 'a b&c' },
      'https://tracking.g2crowd.com/attribution_tracking/conversions/1234.js?p=https://shop.example/a%20b&e=a%20b%26c',
    ],
  ])('%s %o', (id, more, script) => {
    const { load, steps } = page();
    load(id, more);
    expect(steps).toEqual([script]);
  });
});

it('fullstory finds the hosts of the region that its id names', () => {
  const { load, win } = page();
  load('fullstory', { orgId: 'o-ABCDEF-eu1' });
  expect(win).toMatchObject({ _fs_host: 'eu1.fullstory.com', _fs_script: 'edge.eu1.fullstory.com/s/fs.js' });
});

it.each([
  ['matomo', { matomoUrl: 'https://stats.example.com' }],
  ['posthog', { apiHost: 'https://shop.example/ingest' }],
  ['fullstory', { orgId: 'o-ABCDEF-eu1' }],
])('%s: what works is not warned of', (id, ids) => {
  expect(formWarnings(id, ids)).toEqual([]);
});

describe('a queue of Google’s under a name of the file', () => {
  it.each([
    ['google-analytics', 'js config'],
    ['google-tag-manager', 'gtm.js'],
  ])('has the words of %s, and the usual one none', (id, words) => {
    const { load, win } = page();
    load(id, { dataLayer: 'layer' });
    const layer = win.layer as { 0?: string; event?: string }[];
    expect(layer.map((one) => one[0] || one.event).join(' ')).toBe(words);
    expect(win.dataLayer).toBeUndefined();
  });
});

describe('a visitor who has opted out, of whom a granted vendor is told', () => {
  it('facebook limits the use of data before "init"', () => {
    const { load, at } = page();
    load('facebook', {}, true);
    expect(commands(at('fbq.queue')).slice(0, 2)).toEqual([
      ['dataProcessingOptions', ['LDU'], 0, 0],
      ['init', '123456789012345'],
    ]);
  });

  it('pinterest processes less in front of every event', () => {
    const { load, at } = page();
    load('pinterest', {}, true);
    expect(commands(at('pintrk.queue')).slice(0, 2)).toEqual([
      ['set', { opt_out_type: 'LDP' }],
      ['load', '2612345678901'],
    ]);
  });

  it.each([
    ['US-CA', [{ dpm: 'LDU', dpcc: 'US' }]],
    ['us', [{ dpm: 'LDU', dpcc: 'US' }]],
    ['BR', []],
    ['?', []],
  ])('reddit limits the use of data in the US alone: %s', (region, options) => {
    const { load, at } = page();
    load('reddit', {}, true, region);
    expect(commands(at('rdt.callQueue'))[0]).toEqual(['init', 'a2_abcdefghijkl', ...options]);
  });

  it('stripe takes no signals of the device', () => {
    const { load, steps } = page();
    load('stripe', {}, true);
    expect(steps).toEqual(['https://js.stripe.com/v3/?advancedFraudSignals=false']);
  });
});

it('facebook is found under both of its names', () => {
  const { win, load } = page();
  load('facebook');
  expect(win._fbq).toBe(win.fbq);
  expect((win.fbq as unknown as { push: unknown }).push).toBe(win.fbq);
});

it.each(['google-analytics', 'google-ads', 'doubleclick'])(
  'the tag of Google for %s queues `arguments`, whatever the gtag of the page does',
  (id) => {
    const dataLayer: unknown[] = [];
    for (const own of [{}, { dataLayer, gtag: (...command: unknown[]) => dataLayer.push(command) }]) {
      const { win, load } = page(own);
      load(id);
      expect(commands(win.dataLayer).map((one) => (one as string[])[0])).toEqual(['js', 'config']);
      expect((win.dataLayer as unknown[]).every(isArguments)).toBe(true);
    }
  },
);

it('linkedin joins an id that the page has given', () => {
  const { win, load } = page({ _linkedin_data_partner_ids: ['999'] });
  load('linkedin');
  expect(win._linkedin_data_partner_ids).toEqual(['999', '1234567']);
});

it('marketo and amplitude are started once their script has run, and not before', async () => {
  const started: unknown[] = [];
  const { win, load, run, steps, running } = page();
  load('marketo');
  load('amplitude');
  running(steps[0]);
  win.Munchkin = { init: (id: string) => started.push(id) };
  running(steps[1]);
  win.amplitude = { init: (...all: unknown[]) => started.push(all) };
  running();
  expect(started).toEqual([]);
  await run();
  expect(started).toEqual(['123-ABC-456', [HEX, { fetchRemoteConfig: true, autocapture: true }]]);
});

it.each([
  ['marketo', 'Munchkin'],
  ['amplitude', 'amplitude'],
])('of what stands in for %s meanwhile its own script alone sees nothing', (id, name) => {
  const { win, load, steps, running } = page();
  load(id);
  const standIn = {};
  win[name] = standIn;
  running(steps[0]);
  expect(win[name]).toBeUndefined();
  for (const src of [undefined, '', 'https://shop.example/own.js']) {
    running(src);
    expect(win[name], src).toBe(standIn);
  }
  running(steps[0]);
  const real = {};
  win[name] = real;
  expect(win[name]).toBe(real);
  running();
  expect(win[name]).toBe(real);
  // The page's own is left alone.
  const other = page({ [name]: standIn });
  other.load(id);
  expect(Object.getOwnPropertyDescriptor(other.win, name)).toHaveProperty('value', standIn);
});

it('plausible finds the options that a page has given, last and for all', () => {
  const { at, load } = page();
  load('plausible');
  const init = at('plausible.init') as (options?: object) => void;
  init({ hashBasedRouting: true });
  expect(at('plausible.o')).toEqual({ hashBasedRouting: true });
  init();
  expect(at('plausible.o')).toEqual({});
});

describe('what sets a vendor up stands in front of what the page has queued', () => {
  const ACCOUNT = [
    { event: 'setAccount', account: '12345' },
    { event: 'setSiteType', type: 'd' },
  ];
  const EMAIL = { event: 'setEmail', email: 'a@b.example' };

  it('criteo: and no view is said but the page’s own', () => {
    for (const [own, queue] of [
      [[EMAIL], [...ACCOUNT, EMAIL, { event: 'viewHome' }]],
      [[{ event: 'viewItem', item: '1' }], [...ACCOUNT, { event: 'viewItem', item: '1' }]],
      [[[EMAIL, { event: 'trackTransaction' }]], [...ACCOUNT, [EMAIL, { event: 'trackTransaction' }]]],
      [
        [null, 'viewItem'],
        [...ACCOUNT, null, 'viewItem', { event: 'viewHome' }],
      ],
    ]) {
      const { at, load } = page({ criteo_q: [...own!] });
      load('criteo');
      expect(at('criteo_q')).toEqual(queue);
    }
  });

  it('taboola: and one page view is enough', () => {
    const view = { notify: 'event', name: 'page_view', id: 1234567 };
    const lead = { notify: 'event', name: 'lead', id: 1234567 };
    for (const own of [[lead], [view, lead]]) {
      const { at, load } = page({ _tfa: own });
      load('taboola');
      expect(at('_tfa')).toEqual([view, lead]);
    }
  });

  it('a script that has taken the queue over is told in its order', () => {
    const said: unknown[] = [];
    const push = (...words: unknown[]) => said.push(...words);
    // Some keep the list, and give it another method.
    const { load } = page({ criteo_q: { push }, _tfa: Object.assign([], { push }) });
    load('criteo');
    load('taboola');
    expect(said).toEqual([
      ...ACCOUNT,
      { event: 'viewHome' },
      { notify: 'event', name: 'page_view', id: 1234567 },
    ]);
  });
});

it('intercom keeps the settings of the page, but for the id', () => {
  const own = { email: 'a@b.example', api_base: 'https://api-iam.eu.intercom.io', app_id: 'other' };
  for (const [intercomSettings, base] of [
    [own, own.api_base],
    [{ email: own.email }, 'https://api-iam.intercom.io'],
  ] as const) {
    const { win, load } = page({ intercomSettings });
    load('intercom');
    expect(win.intercomSettings).toBe(intercomSettings);
    expect(intercomSettings).toEqual({ email: own.email, api_base: base, app_id: 'abcd1234' });
  }
});

it('microsoft-uet keeps a plain queue until its script has run, then hands it over', async () => {
  const { win, load, run, steps } = page();
  load('microsoft-uet');
  expect(steps).toEqual(['https://bat.bing.com/bat.js']);
  expect(Array.isArray(win.uetq)).toBe(true);
  (win.uetq as unknown[]).push('event', 'signup', {});
  const queue = win.uetq;
  class Uet {
    said: unknown[] = [];
    constructor(readonly options: object) {}
    push(...command: unknown[]) {
      this.said.push(...command);
    }
  }
  win.UET = Uet;
  await run();
  expect(win.uetq).toBeInstanceOf(Uet);
  expect(win.uetq).toMatchObject({ options: { ti: '12345678', q: queue }, said: ['pageLoad'] });
});
