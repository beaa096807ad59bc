import { expect, it } from 'vitest';
import { forgetEvents } from '../../../src/vendors/own-queues.ts';
import type { Page } from '../../../src/vendors/queue.ts';

const args = (...all: unknown[]) =>
  (function () {
    return arguments;
  })(...(all as []));
const inFunction = (key: string, ...calls: unknown[]) => Object.assign(() => {}, { [key]: calls });

/** What each vendor's own snippet has queued: what stays, and what has happened. */
const QUEUES: Record<
  string,
  [global: string, place: (calls: unknown[]) => object, stay: unknown[], go: unknown[]]
> = {
  Meta: [
    'fbq',
    (calls) => inFunction('queue', ...calls),
    [
      args('consent', 'revoke'),
      args('init', '1'),
      args('track', 'PageView'),
      args('set', 'autoConfig', false),
    ],
    [args('track', 'Lead'), args('trackCustom', 'Quiz'), args('trackSingle', '1', 'Purchase', {})],
  ],
  LinkedIn: ['lintrk', (calls) => inFunction('q', ...calls), [], [['track', { conversion_id: 1 }]]],
  TikTok: [
    'ttq',
    (calls) => Object.assign([...calls], { _i: { C0: [...calls] } }),
    [['page'], ['holdConsent']],
    [
      ['track', 'AddToCart', {}],
      ['identify', { email: 'x' }],
    ],
  ],
  X: [
    'twq',
    (calls) => inFunction('queue', ...calls),
    [args('config', 'o1')],
    [args('event', 'tw-o1-a', {})],
  ],
  Pinterest: [
    'pintrk',
    (calls) => inFunction('queue', ...calls),
    [['load', '26'], ['page'], ['setconsent', false]],
    [['track', 'checkout', {}]],
  ],
  Reddit: [
    'rdt',
    (calls) => inFunction('callQueue', ...calls),
    [args('init', 'a2'), args('track', 'PageVisit')],
    [args('track', 'SignUp')],
  ],
  Snap: [
    'snaptr',
    (calls) => inFunction('queue', ...calls),
    [args('init', '0'), args('track', 'PAGE_VIEW')],
    [args('track', 'PURCHASE', {})],
  ],
  Quora: [
    'qp',
    (calls) => inFunction('queue', ...calls),
    [args('init', '0'), args('track', 'ViewContent')],
    [args('track', 'Generic')],
  ],
  Segment: [
    'analytics',
    (calls) => [...calls],
    [['page'], ['ready', () => {}]],
    [
      ['track', 'Order'],
      ['identify', 'u1'],
      ['group', 'g1'],
      ['alias', 'u2'],
      ['trackLink', 'a'],
    ],
  ],
  Matomo: [
    '_paq',
    (calls) => [...calls],
    [
      ['requireConsent'],
      ['forgetConsentGiven'],
      ['trackPageView'],
      ['enableLinkTracking'],
      ['setSiteId', '1'],
    ],
    [
      ['trackEvent', 'a', 'b'],
      ['trackGoal', 1],
      ['trackEcommerceOrder', 1],
      ['addEcommerceItem', 's'],
    ],
  ],
  HubSpot: [
    '_hsq',
    (calls) => [...calls],
    [['setPath', '/'], ['trackPageView']],
    [
      ['identify', {}],
      ['trackEvent', {}],
    ],
  ],
  Microsoft: [
    'uetq',
    (calls) => (calls as unknown[][]).flat(),
    [
      ['consent', 'default', { ad_storage: 'denied' }],
      ['event', 'page_view', { page_path: '/' }],
    ],
    [
      ['event', 'signup', {}],
      ['event', 'subscribe'],
    ],
  ],
  Clarity: [
    'clarity',
    (calls) => inFunction('q', ...calls),
    [args('consentv2', {}), args('set', 'page', 'home')],
    [args('event', 'signup'), args('identify', 'u1')],
  ],
  Mixpanel: [
    'mixpanel',
    (calls) => Object.assign([...calls], { _i: [['token', {}, 'mixpanel']] }),
    [['opt_out_tracking'], ['register', {}]],
    [
      ['track', 'Order'],
      ['identify', 'u1'],
    ],
  ],
  PostHog: [
    'posthog',
    (calls) => [...calls],
    [['opt_out_capturing']],
    [
      ['capture', 'order'],
      ['identify', 'u1'],
      ['setPersonProperties', { plan: 'pro' }],
    ],
  ],
  Amplitude: [
    'amplitude',
    (calls) => ({ _q: [...calls] }),
    [{ name: 'init', args: ['key'] }],
    [
      { name: 'track', args: ['order'] },
      { name: 'identify', args: [{}] },
    ],
  ],
  Taboola: [
    '_tfa',
    (calls) => [...calls],
    [{ notify: 'event', name: 'page_view', id: 1 }],
    [{ notify: 'event', name: 'lead', id: 1 }],
  ],
  Criteo: [
    'criteo_q',
    (calls) => [...calls],
    [{ event: 'setAccount', account: 1 }, { event: 'setSiteType', type: 'd' }, { event: 'viewHome' }],
    [
      { event: 'viewItem', item: '1' },
      { event: 'trackTransaction', id: 't' },
    ],
  ],
  Xandr: [
    'pixie',
    (calls) => inFunction('actionQueue', ...calls),
    [
      { action: 'init', actionValue: '0' },
      { action: 'event', actionValue: 'PageView' },
    ],
    [{ action: 'event', actionValue: 'Lead' }],
  ],
  AdRoll: [
    'adroll',
    (calls) => [...calls],
    [
      ['track', args('pageView')],
      ['setProperties', args({})],
    ],
    [['identify', args({})]],
  ],
  Plausible: ['plausible', (calls) => inFunction('q', ...calls), [args('pageview')], [args('Signup', {})]],
  Outbrain: [
    'obApi',
    (calls) => inFunction('queue', ...calls),
    [args('track', 'PAGE_VIEW')],
    [args('track', 'Lead')],
  ],
  Intercom: [
    'Intercom',
    (calls) => inFunction('q', ...calls),
    [args('boot', {}), args('update')],
    [args('trackEvent', 'order')],
  ],
  Hotjar: [
    'hj',
    (calls) => inFunction('q', ...calls),
    [args('consent', 'x')],
    [args('event', 'quiz'), args('identify', 'u1', {})],
  ],
};

/** Each list that a vendor's object holds, and itself where it is one. */
const listsOf = (owner: object) => {
  const { _i, ...others } = owner as { _i?: object };
  const all = [owner, ...Object.values(others), ...Object.values(Array.isArray(_i) ? {} : (_i ?? {}))];
  return all.filter(Array.isArray).filter((list) => list.length || list === owner);
};

it.each(Object.entries(QUEUES))(
  "%s: events go out of a snippet's own queue, in any order; the rest stays",
  (_, row) => {
    const [global, place, stay, go] = row;
    for (const calls of [
      [...stay, ...go],
      [...go, ...stay],
      [...go, ...stay, ...go],
    ]) {
      const owner = place(calls);
      forgetEvents({ [global]: owner } as unknown as Page, global);
      const left = place(stay);
      for (const [at, list] of listsOf(owner).entries())
        expect([...list]).toEqual([...(listsOf(left)[at] ?? [])]);
    }
  },
);

it('finds what Heap calls back', () => {
  const back = (name: string) => ({ name, fn() {} });
  const win = { heap: [], heapReadyCb: [back('init'), back('track'), back('identify')] };
  forgetEvents(win as unknown as Page, 'heap');
  expect(win.heapReadyCb.map(({ name }) => name)).toEqual(['init']);
});

it('finds what Mixpanel and PostHog keep of a person, in a list of its own', () => {
  const people = [
    ['set', { plan: 'pro' }],
    ['increment', 'orders'],
  ];
  const mixpanel = Object.assign([['register', {}]], { people });
  forgetEvents({ mixpanel } as unknown as Page, 'mixpanel');
  expect(people).toEqual([]);
  expect(mixpanel).toHaveLength(1);
});

it('leaves alone what is no queue', () => {
  for (const owner of [
    {},
    () => {},
    'text',
    { q: 'text', queue: { 0: ['track'] } },
    [null, 1, 'track', undefined],
  ]) {
    const before = JSON.stringify(owner);
    forgetEvents({ x: owner } as unknown as Page, 'x');
    expect(JSON.stringify(owner)).toBe(before);
  }
});
