import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// Pages as they are found: with queues, calls and consent words of their own beside what Heed does.

const js = (body: string) => ({ type: 'text/javascript', body });
const insert = (url: string) =>
  `document.head.appendChild(Object.assign(document.createElement('script'), { src: '${url}' }));`;
/** The documented snippets, as the pages of `vendors.spec.ts` have them. */
const snippets = (...ids: string[]) =>
  ids
    .map((id) => fs.readFileSync(path.join(import.meta.dirname, `vendors/${id}.html`), 'utf8'))
    .map((html) => html.slice(html.indexOf('\n')))
    .join('\n');
/** What a queue of the page holds, each command as a list. */
const queueOf = (name: string) =>
  Array.from((window as unknown as Record<string, ArrayLike<unknown>>)[name] || []).map((one) =>
    String(one) === '[object Arguments]' ? Array.from(one as ArrayLike<unknown>) : one,
  );
/** A script of a vendor that keeps what its queue held when it came. */
const keeps = (queue: string) =>
  js(
    `window.seen = Array.from(${queue}, (one) => String(one) === '[object Arguments]' ? Array.from(one) : one);`,
  );
const seen = () => (window as unknown as { seen?: unknown[] }).seen;
const hasSeen = () => 'seen' in window;

describeInBrowsers("a snippet of the page's own", (context) => {
  const config: Config = {
    categories: {
      performance: { vendors: ['segment'] },
      advertising: { vendors: ['facebook', 'linkedin', 'microsoft-uet'] },
    },
  };
  /** Each script says what its queue held when it came, at its own host. A page that is left breaks it off. */
  const says = (host: string, queue: string) =>
    js(`fetch('https://${host}/said', { method: 'POST', mode: 'no-cors', body: JSON.stringify(Array.from(${queue}, (one) =>
      String(one) === '[object Arguments]' ? Array.from(one) : one)) }).catch(() => {});`);
  const QUEUES = {
    'connect.facebook.net': 'fbq.queue',
    'snap.licdn.com': 'lintrk.q',
    'bat.bing.com': 'uetq',
    'cdn.segment.com': 'analytics',
  };
  const act = (word: string) => `
    fbq('track', 'Lead', { word: '${word}' });
    lintrk('track', { conversion_id: '${word}' });
    uetq.push('event', '${word}', {});
    analytics.track('${word}');`;

  it('that starts out denied is told on every page of what the visitor has granted', async () => {
    const { site } = context;
    const file: Config = {
      categories: {
        performance: { vendors: ['google-analytics'] },
        advertising: { vendors: ['facebook', 'tiktok', 'microsoft-uet'] },
      },
    };
    site.serve('connect.facebook.net', says('connect.facebook.net', 'fbq.queue'));
    site.serve('analytics.tiktok.com/i18n/*', says('analytics.tiktok.com', 'ttq'));
    site.serve('www.googletagmanager.com/gtag/js*', says('region1.google-analytics.com', 'dataLayer'));
    site.serve('bat.bing.com', says('bat.bing.com', 'uetq'));
    const denied = `<script>
      window.dataLayer = window.dataLayer || [];
      dataLayer.push((function () { return arguments; })('consent', 'default', { analytics_storage: 'denied' }));
      window.uetq = window.uetq || [];
      uetq.push('consent', 'default', { ad_storage: 'denied' });
    </script>`;
    const head = snippets('facebook', 'tiktok', 'google-analytics', 'microsoft-uet')
      .replace('<script async', '<script type="text/plain" data-heed="google-analytics" async')
      .replace("fbq('init'", "fbq('consent', 'revoke'); fbq('init'")
      .replace('ttq.page()', 'ttq.holdConsent(); ttq.page()')
      .replace(/w\[u\] = new UET\(o\), w\[u\]\.push\("pageLoad"\)/, '0');
    site.page('/', page({ config: file, head: denied + head, body: '<h1>Shop</h1>' }));
    const hosts = [
      'connect.facebook.net',
      'analytics.tiktok.com',
      'region1.google-analytics.com',
      'bat.bing.com',
    ];
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    for (const host of hosts) await site.waitForRequest(`${host}/said`);
    for (const visit of ['second', 'third']) {
      site.clear();
      await tab.goto('/');
      for (const host of hosts) await site.waitForRequest(`${host}/said`);
      const words = (host: string) => JSON.parse(site.received(`${host}/said`)[0]!.body) as unknown[][];
      // Google reads in order: before the first command that sends something.
      const google = words('region1.google-analytics.com').map((one) => one.slice(0, 2).join(' '));
      expect(google.slice(0, 4), visit).toEqual([
        ...['consent default', 'set ads_data_redaction', 'consent default', 'consent update'],
      ]);
      const uet = words('bat.bing.com') as unknown[];
      expect(uet.slice(-3), visit).toEqual(['consent', 'update', { ad_storage: 'granted' }]);
      await tab.until(
        (meta, other) => {
          const { fbq, ttq } = window as unknown as { fbq: { queue: string[][] }; ttq: string[][] };
          const lists = [fbq.queue, ttq].map((list) => Array.from(list, (one) => Array.from(one).join(' ')));
          return lists[0]!.includes(meta) && lists[1]!.includes(other);
        },
        'consent grant',
        'grantConsent',
      );
    }
    expect(tab.errors).toEqual([]);
  });

  it('that is marked leaves no page without what it calls: calls wait, and come behind it, once', async () => {
    const { site } = context;
    const file: Config = { categories: { advertising: { vendors: ['facebook', 'pinterest'] } } };
    site.serve('connect.facebook.net', says('connect.facebook.net', 'fbq.queue'));
    const head = snippets('facebook', 'pinterest')
      .replaceAll('<script>', '<script type="text/plain" data-heed="facebook">')
      .replace(/(data-heed=")facebook(">\s+!function \(e\))/, '$1pinterest$2');
    const body = `<script>fbq('track', 'Lead'); pintrk('track', 'checkout');</script>
      <button onclick="fbq('track', 'Contact')">Contact</button>`;
    site.page('/', page({ config: file, head, body }));
    const tab = await context.open();
    expect(tab.errors).toEqual([]);
    await tab.heed((heed) => heed.choose({ facebook: true, pinterest: false }));
    await site.waitForRequest('connect.facebook.net/en_US/fbevents.js');
    // Heed's own word of consent comes when its part has come.
    const queued = () =>
      Array.from(
        (window as unknown as { fbq: { queue?: string[][] } }).fbq.queue || [],
        (one) => one[1],
      ).filter((word) => word !== 'grant');
    await tab.until(() =>
      Array.from((window as unknown as { fbq: { queue: string[][] } }).fbq.queue, (one) => one[1]).includes(
        'Lead',
      ),
    );
    await tab.evaluate(() => document.querySelector('button')!.click());
    expect(await tab.evaluate(queued)).toEqual(['123456789012345', 'PageView', 'Lead', 'Contact']);
    // What was refused is forgotten, and can be called all the same.
    await tab.evaluate(
      () => void (window as unknown as { pintrk(...all: string[]): void }).pintrk('track', 'a'),
    );
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('s.pinimg.com');
    await tab.idle();
    const pins = () =>
      (window as unknown as { pintrk: { queue: string[][] } }).pintrk.queue.map(([word]) => word);
    expect(await tab.evaluate(pins)).toEqual(['load', 'page', 'setconsent']);
    expect(tab.errors).toEqual([]);
  });

  it('sends nothing of what was done before a refusal or while it stood, and all that came after it', async () => {
    const { site } = context;
    for (const [host, queue] of Object.entries(QUEUES)) site.serve(host, says(host, queue));
    const ids = ['facebook', 'linkedin', 'microsoft-uet', 'segment'] as const;
    const head = snippets(...ids).replace(/w\[u\] = new UET\(o\), w\[u\]\.push\("pageLoad"\)/, '0');
    site.page('/', page({ config, head, body: `<h1>Shop</h1><script>${act('before')}</script>` }));
    const tab = await context.open();
    await tab.press('button', 'Required only');
    await tab.evaluate((code) => void new Function(code)(), act('between'));
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.evaluate(
      (code) => document.addEventListener('heed:change', () => void new Function(code)()),
      act('after'),
    );
    await tab.heed((heed) => heed.choose('all'));
    for (const host of Object.keys(QUEUES)) await site.waitForRequest(`${host}/said`);
    await tab.idle();
    const all = JSON.stringify(site.received().map(({ host, url, body }) => host + url + body));
    expect(all).not.toMatch(/before|between/);
    // What Heed says itself comes when its part has come.
    const said = (host: string) =>
      site
        .received(`${host}/said`)
        .flatMap(({ body }) => JSON.parse(body))
        .filter(([word]) => !/^(consent|addSourceMiddleware)$/.test(word));
    expect(said('connect.facebook.net')).toEqual([
      ['init', '123456789012345'],
      ['track', 'PageView'],
      ['track', 'Lead', { word: 'after' }],
    ]);
    expect(said('cdn.segment.com')).toEqual([['page'], ['track', 'after']]);
    expect(said('snap.licdn.com')).toEqual([['track', { conversion_id: 'after' }]]);
    expect(site.received('bat.bing.com/said')[0]!.body).toContain('after');
    expect(tab.errors).toEqual([]);
  });
});

describeInBrowsers("a page's own data layer", (context) => {
  const config: Config = {
    categories: {
      performance: { vendors: ['google-analytics'] },
      marketing: { vendors: ['google-tag-manager'] },
      advertising: { vendors: ['google-ads'] },
    },
  };
  const NO_ADS = { ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' };
  const OTHERS = ['analytics_storage', 'functionality_storage', 'personalization_storage'];
  const allOthers = (word: string) => Object.fromEntries(OTHERS.map((key) => [key, word]));
  const words = (state: string) => ({ ...NO_ADS, ...allOthers(state), security_storage: 'granted' });
  const GTM = 'https://www.googletagmanager.com/gtm.js';

  it('that takes the place of another: the default stands in front, before and after the choice', async () => {
    const { site } = context;
    site.serve(GTM + '*', keeps('dataLayer'));
    const head = `<script>dataLayer = [{ pageType: 'home' }];</script>${snippets('google-tag-manager')}`;
    site.page('/', page({ config, head }));
    const tab = await context.open();
    const redacted = ['set', 'ads_data_redaction', true];
    const own = [{ pageType: 'home' }, { event: 'heed_consent' }, { event: 'gtm.js' }];
    const before = [['consent', 'default', words('denied')], redacted];
    expect(await tab.evaluate(queueOf, 'dataLayer')).toMatchObject([...before, ...own]);
    await tab.heed((heed) => heed.choose({ performance: true, marketing: true, advertising: false }));
    await tab.until(hasSeen);
    const update = [['consent', 'update', allOthers('granted')], redacted];
    // The update too, or what stands in front of it would be sent as denied.
    expect(await tab.evaluate(seen)).toMatchObject([
      ...[...before, ...update, ...own],
      { event: 'heed_consent' },
    ]);
    await tab.goto('/');
    await tab.until(hasSeen);
    expect(await tab.evaluate(seen)).toMatchObject([
      ['consent', 'default', words('granted')],
      redacted,
      ...own,
    ]);
    expect(tab.errors).toEqual([]);
  });

  it('that its own gtag fills with arrays, which Google ignores: Heed’s words are none, before the tag and behind it', async () => {
    const { site } = context;
    // As Google does: of what is no `arguments` object nothing counts.
    const body = `
      const state = {};
      let hits = 0;
      const read = (one) => {
        if (String(one) !== '[object Arguments]' || one[0] !== 'consent') return;
        Object.assign(state, one[2]);
        new Image().src = 'https://www.googletagmanager.com/a?hit=' + ++hits + '&ads=' + state.ad_storage;
      };
      dataLayer.forEach(read);
      dataLayer.push = (...all) => all.forEach(read);`;
    site.serve(GTM + '*', js(body));
    const own = '<script>window.gtag = (...command) => dataLayer.push(command);</script>';
    site.page('/', page({ config, head: own + snippets('google-tag-manager') }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('www.googletagmanager.com/a?*ads=granted');
    site.clear();
    await tab.heed((heed) => heed.choose({ advertising: false }));
    await site.waitForRequest('www.googletagmanager.com/a?*ads=denied');
    expect(tab.errors).toEqual([]);
  });

  it('that has another name: the same words stand in it as soon as its tag comes', async () => {
    const { site } = context;
    site.serve(GTM + '*', keeps('shop'));
    site.serve('https://www.googletagmanager.com/gtag/js*', js('window.heard = Array.from(ads[0]);'));
    const gtag =
      '<script type="text/plain" data-heed="google-ads" async src="https://www.googletagmanager.com';
    const head = `${snippets('google-tag-manager').replace("'dataLayer', 'GTM", "'shop', 'GTM")}
      ${gtag}/gtag/js?l=ads&id=AW-123456789"></script>
      <script>window.ads = window.ads || []; (function () { ads.push(arguments); })('js', 1);</script>`;
    site.page('/', page({ config, head }));
    const tab = await context.open();
    const redacted = ['set', 'ads_data_redaction', true];
    const before = [['consent', 'default', words('denied')], redacted];
    const own = [{ event: 'gtm.js' }, { event: 'heed_consent' }];
    expect(await tab.evaluate(queueOf, 'shop')).toMatchObject([...before, ...own]);
    expect(await tab.evaluate(queueOf, 'ads')).toMatchObject([
      ...before,
      { event: 'heed_consent' },
      ['js', 1],
    ]);
    await tab.heed((heed) => heed.choose({ performance: true, marketing: true, advertising: false }));
    await tab.until(hasSeen);
    const update = [['consent', 'update', allOthers('granted')], redacted];
    expect(await tab.evaluate(seen)).toMatchObject([...before, ...update, ...own, { event: 'heed_consent' }]);
    await tab.heed((heed) => heed.choose('all'));
    await tab.until(() => 'heard' in window);
    // Who is granted from the start is told no later.
    await tab.goto('/');
    await tab.until(() => 'heard' in window && 'seen' in window);
    const all = { analytics_storage: 'granted', ad_storage: 'granted', ad_personalization: 'granted' };
    expect(await tab.evaluate(seen)).toMatchObject([['consent', 'default', all], redacted, ...own]);
    expect(await tab.evaluate(() => (window as unknown as { heard: unknown }).heard)).toMatchObject([
      ...['consent', 'default', all],
    ]);
    expect(tab.errors).toEqual([]);
  });

  it('that is filled before the file has come: the default stands in front; UET’s too', async () => {
    const { site } = context;
    const late: Config = {
      categories: { ...config.categories, advertising: { vendors: ['google-ads', 'microsoft-uet'] } },
    };
    site.serve('/heed.json', { type: 'application/json', body: JSON.stringify(late) });
    const head = `<script>
      window.dataLayer = window.dataLayer || [];
      function gtag() { dataLayer.push(arguments); }
      gtag('js', 1);
      gtag('config', 'G-ABCDE12345');
      window.uetq = window.uetq || [];
      uetq.push('event', 'signup', {});
    </script>`;
    const tag = '<script src="/heed.js" data-config="/heed.json"></script>';
    site.page('/', page({ config: {} as Config, tag, head }));
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    expect(await tab.evaluate(queueOf, 'dataLayer')).toMatchObject([
      ['consent', 'default', words('denied')],
      ['set', 'ads_data_redaction', true],
      ['js', 1],
      ['config', 'G-ABCDE12345'],
      { event: 'heed_consent' },
    ]);
    expect(await tab.evaluate(queueOf, 'uetq')).toEqual([
      ...['consent', 'default', { ad_storage: 'denied' }],
      ...['event', 'signup', {}],
    ]);
  });

  it('loses on a refusal what has happened, and keeps what sets the tags up', async () => {
    const { site } = context;
    site.serve(GTM + '*', keeps('dataLayer'));
    const head = `${snippets('google-tag-manager')}<script>
      function gtag() { dataLayer.push(arguments); }
      gtag('set', 'currency', 'EUR');
      gtag('event', 'purchase', { value: 1 });
      dataLayer.push({ event: 'signup' }, { pageType: 'home' });
    </script>`;
    site.page('/', page({ config, head }));
    const tab = await context.open();
    await tab.press('button', 'Required only');
    await tab.heed((heed) => heed.choose({ marketing: true }));
    await tab.until(hasSeen);
    const left = (await tab.evaluate(seen)) as unknown[];
    expect(left).toEqual(expect.arrayContaining([['set', 'currency', 'EUR'], { pageType: 'home' }]));
    expect(JSON.stringify(left)).toContain('gtm.js');
    expect(JSON.stringify(left)).not.toMatch(/purchase|signup/);
  });

  it('has what happened before the grant behind the set-up of a tag that Heed loads', async () => {
    const { site } = context;
    site.serve('https://www.googletagmanager.com/gtag/js*', keeps('dataLayer'));
    const loaded: Config = {
      categories: {
        performance: { vendors: [{ id: 'google-analytics', measurementId: 'G-ABCDE12345' }] },
      },
    };
    const head = '<script>gtag("event", "signup"); gtag("set", "currency", "EUR");</script>';
    site.page('/', page({ config: loaded, head }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await tab.until(hasSeen);
    expect(((await tab.evaluate(seen)) as string[][]).map((one) => one.slice(0, 2))).toEqual([
      ['consent', 'default'],
      ['set', 'ads_data_redaction'],
      ['consent', 'update'],
      ['set', 'ads_data_redaction'],
      ['set', 'currency'],
      ['js', expect.anything()],
      ['config', 'G-ABCDE12345'],
      ['event', 'signup'],
    ]);
  });

  it('a tag that another tag asks for by its id is the business of that id’s vendor', async () => {
    const { site } = context;
    const asks = ['AW-123456789', 'DC-1234567', 'G-OTHER12345'].map(
      (id) => `https://www.googletagmanager.com/gtag/destination?id=${id}&l=dataLayer&cx=c`,
    );
    site.serve(GTM + '*', js(asks.map(insert).join('\n')));
    site.page('/', page({ config, head: snippets('google-tag-manager') }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose({ performance: true, marketing: true, advertising: false }));
    await site.waitForRequest(asks[2]!);
    await tab.idle();
    expect(site.thirdParty()).toEqual([GTM + '?id=GTM-ABC1234', asks[2]]);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(asks[0]!);
    await tab.idle();
    expect(site.received(asks[1]!)).toEqual([]);
  });
});

describeInBrowsers('a page that calls a vendor which Heed will load', (context) => {
  const config: Config = {
    categories: {
      performance: {
        vendors: [
          { id: 'segment', writeKey: 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345' },
          { id: 'mixpanel', token: '0123456789abcdef0123456789abcdef' },
          { id: 'posthog', apiKey: 'phc_abcdefghijklmnopqrstuvwxyz' },
          { id: 'heap', envId: '1234567890' },
          { id: 'amplitude', apiKey: '0123456789abcdef0123456789abcdef' },
        ],
      },
      marketing: { vendors: [{ id: 'marketo', munchkinId: '123-ABC-456' }] },
      advertising: {
        vendors: [
          { id: 'tiktok', pixelId: 'C0ABCDEFGHIJKLMNOPQR' },
          { id: 'adroll', advId: 'AAAAAAAAAAAAAAAAAAAAAA', pixId: 'BBBBBBBBBBBBBBBBBBBBBB' },
        ],
      },
    },
  };

  it('gets no error from any method, and the calls wait for the vendor in their order', async () => {
    const { site } = context;
    const kept = keeps('mixpanel');
    site.serve('cdn.mxpnl.com', { ...kept, body: `window.people = mixpanel.people; ${kept.body}` });
    const calls = `
      analytics.ready(function () {}); analytics.trackLink('#a', 'Link'); analytics.debug();
      mixpanel.people.set({ plan: 'a' }); mixpanel.time_event('Order'); mixpanel.track('Order');
      posthog.onFeatureFlags(function () {}); posthog.people.set({}); posthog.isFeatureEnabled('a') && fail();
      heap.addUserProperties({}); amplitude.setGroup('a', 'b'); amplitude.logEvent('c');
      ttq.enableCookie(); ttq.track('Lead'); adroll.record_user({}); adroll.setProperties({});
      Promise.resolve(analytics).then(function () { window.done = true; });`;
    site.page('/', page({ config, body: `<script>${calls}</script><h1>Shop</h1>` }));
    const tab = await context.open();
    await tab.until(() => 'done' in window);
    expect(tab.errors).toEqual([]);
    expect(site.thirdParty()).toEqual([]);
    await tab.press('button', 'Accept all');
    await tab.until(hasSeen);
    expect(await tab.evaluate(seen)).toMatchObject([
      ['opt_in_tracking', {}],
      ['time_event', 'Order'],
      ['track', 'Order'],
    ]);
    // Their libraries call each entry of a list on what the list stands for: `mixpanel.people` has its own.
    expect(await tab.evaluate(queueOf, 'people')).toEqual([['set', { plan: 'a' }]]);
    expect(tab.errors).toEqual([]);
  });

  it('gets no error from what a method returns, before the grant and behind it; and all of it is made up for', async () => {
    const { site } = context;
    site.serve(
      'cdn.amplitude.com',
      js(`
        window.said = [];
        class Identify { set(key) { this.key = key; } }
        const track = (name) => (said.push(name), { promise: Promise.resolve(name + ' sent') });
        window.amplitude = { Identify, track, init() {}, identify: (one) => said.push(one instanceof Identify && one.key) };`),
    );
    site.serve(
      'cdn.mxpnl.com',
      js('window.mixpanel = { tail: function () { window.tail = "called"; }, opt_in_tracking() {} };'),
    );
    site.serve(
      'munchkin.marketo.net',
      js(`window.lead = [];
        window.Munchkin = { init: (id) => lead.push(id), munchkinFunction: (...all) => lead.push(...all) };`),
    );
    const calls = `
      ttq.instance('C0ABCDEFGHIJKLMNOPQR').track('Lead'); ttq.instance('OTHER').page();
      analytics.track('Order').page; analytics.user && analytics.user().anonymousId();
      analytics.track(Symbol('odd')); analytics.track(Object.create(null));`;
    const early = `
      ${calls}
      amplitude.track('a').promise.then(function () { window.waited = true; }).catch(function () {});
      const identify = new amplitude.Identify(); identify.set('plan'); amplitude.identify(identify);
      // What looks closer at it: a console, a serializer.
      Object.prototype.toString.call(analytics.page()); analytics.page().constructor; analytics.page().__proto__;
      mixpanel.fails(); mixpanel.tail(); Munchkin.munchkinFunction('clickLink', { href: '/a' });
      window.kept = amplitude;`;
    site.page('/', page({ config, body: `<script>${early}</script><h1>Shop</h1>` }));
    const tab = await context.open();
    await tab.until(() => 'waited' in window);
    // Between the grant and the vendors' scripts too.
    await tab.evaluate((code) => {
      const { heed } = window as unknown as { heed: { subscribe(call: () => void): void } };
      heed.subscribe(() => setTimeout(code));
    }, calls);
    await tab.press('button', 'Accept all');
    await tab.until(() => 'tail' in window && 'lead' in window && 'said' in window);
    await tab.idle();
    expect(
      await tab.evaluate(() => {
        const { said, lead } = window as unknown as Record<string, unknown>;
        return [said, lead];
      }),
    ).toEqual([
      ['a', 'plan'],
      ['123-ABC-456', 'clickLink', { href: '/a' }],
    ]);
    await tab.evaluate(() => {
      const { kept } = window as unknown as { kept: { track(name: string): { promise: Promise<string> } } };
      kept.track('b').promise.then((word) => Object.assign(window, { word }));
    });
    await tab.until(() => 'word' in window);
    expect(tab.errors).toEqual([]);
  });

  describe('whose script makes its global itself', () => {
    const own: Config = {
      categories: {
        performance: { vendors: [{ id: 'amplitude', apiKey: '0123456789abcdef0123456789abcdef' }] },
        marketing: { vendors: [{ id: 'marketo', munchkinId: '123-ABC-456' }] },
      },
    };
    /** Each says to its host, numbered, what it is told. Munchkin's looks whether it is there, Amplitude's goes on with it. */
    const say = (url: string) =>
      `let n = 0; const say = (...all) => { new Image().src = '${url}?' + [n++, ...all].join('.'); };`;
    const MUNCHKIN = `if (!window.Munchkin) {
      ${say('https://123-abc-456.mktoresp.com/')}
      window.Munchkin = { init: say, munchkinFunction: say };
    }`;
    const AMPLITUDE = `(() => {
      ${say('https://api2.amplitude.com/')}
      const real = { init: (key) => say('init'), track: say };
      window.amplitude = Object.assign(window.amplitude || {}, real);
      if (amplitude.invoked) say('invoked');
    })();`;
    const CALLS = (word: string) => `amplitude.track('${word}'); Munchkin.munchkinFunction('${word}');`;
    const run = (code: string) => void new Function(code)();

    it('gets no error until that has come, which finds nothing in its place; all is sent once, in its order', async () => {
      const { site } = context;
      site.serve('munchkin.marketo.net', { ...js(MUNCHKIN), hold: true });
      site.serve('cdn.amplitude.com', { ...js(AMPLITUDE), hold: true });
      site.page('/', page({ config: own, body: `<script>${CALLS('before')}</script><h1>Shop</h1>` }));
      const tab = await context.open();
      await tab.press('button', 'Accept all');
      for (const host of ['munchkin.marketo.net', 'cdn.amplitude.com']) {
        await site.waitForRequest(host);
        await tab.evaluate(run, CALLS('between'));
      }
      for (const host of ['munchkin.marketo.net', 'cdn.amplitude.com']) site.release(host);
      const hosts = { '123-abc-456.mktoresp.com': '123-ABC-456', 'api2.amplitude.com': 'init' };
      for (const host of Object.keys(hosts)) await site.waitForRequest(host, 4);
      await tab.evaluate(run, CALLS('after'));
      for (const [host, init] of Object.entries(hosts)) {
        const received = await site.waitForRequest(host, 5);
        expect(received.map(({ url }) => new URL(url).search.slice(1)).sort()).toEqual([
          ...[`0.${init}`, '1.before', '2.between', '3.between', '4.after'],
        ]);
      }
      expect(tab.errors).toEqual([]);
    });

    it('gets no error where a blocker has cut that', async () => {
      const { site } = context;
      site.serve('munchkin.marketo.net', { ...js(MUNCHKIN), abort: true });
      site.serve('cdn.amplitude.com', { ...js(AMPLITUDE), abort: true });
      site.page('/', page({ config: own }));
      const tab = await context.open();
      await tab.press('button', 'Accept all');
      for (const host of ['munchkin.marketo.net', 'cdn.amplitude.com']) await site.waitForRequest(host);
      await tab.idle();
      await tab.evaluate(run, CALLS('after'));
      expect(site.received('api2.amplitude.com')).toEqual([]);
    });
  });

  it('gets no error from the vendor’s own snippet beside it', async () => {
    const { site } = context;
    site.page('/', page({ config, body: snippets('segment', 'mixpanel', 'posthog', 'tiktok', 'adroll') }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await site.waitForRequest('cdn.segment.com');
    await tab.idle();
    expect(tab.errors).toEqual([]);
  });
});

describeInBrowsers("a vendor's own consent call", (context) => {
  it('takes back what the page, or an earlier page, has said before the grant', async () => {
    const { site } = context;
    const config: Config = { categories: { advertising: { vendors: ['facebook', 'hubspot'] } } };
    site.serve('connect.facebook.net', js('void 0'));
    site.serve('js.hs-scripts.com', js('void 0'));
    const own = snippets('facebook').replace("fbq('init'", "fbq('consent', 'revoke'); fbq('init'");
    const hubspot = `<script>window._hsq = window._hsq || []; ${insert('https://js.hs-scripts.com/1.js')}</script>`;
    site.page('/', page({ config, head: own + hubspot }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await tab.until(() => (window as unknown as { _hsq: unknown[] })._hsq.length > 0);
    expect(
      await tab.evaluate(() =>
        (window as unknown as { fbq: { queue: ArrayLike<unknown>[] } }).fbq.queue.map((one) =>
          Array.from(one),
        ),
      ),
    ).toEqual([
      ['consent', 'revoke'],
      ['init', '123456789012345'],
      ['track', 'PageView'],
      ['consent', 'grant'],
    ]);
    await tab.heed((heed) => heed.withdraw());
    await tab.until(() => (window as unknown as { _hsq: unknown[] })._hsq.length > 1);
    await tab.goto('/');
    await tab.heed((heed) => heed.choose('all'));
    await tab.until(() => (window as unknown as { _hsq: unknown[] })._hsq.length > 0);
    expect(await tab.evaluate(queueOf, '_hsq')).toEqual([['doNotTrack', { track: true }]]);
  });

  it('of PostHog holds, though it keeps its word in storage, where a denied vendor writes nothing', async () => {
    const { site } = context;
    // As the library has it: a stored word counts, and only where there is none, its setting.
    const body = `
      const key = '__ph_opt_in_out_phc_a', config = {};
      const isOut = () => localStorage[key] === '0' || (!localStorage[key] && !!config.opt_out_capturing_by_default);
      window.posthog = {
        set_config: (more) => Object.assign(config, more),
        clear_opt_in_out_capturing: () => localStorage.removeItem(key),
        opt_out_capturing: () => localStorage.setItem(key, '0'),
        opt_in_capturing: () => localStorage.setItem(key, '1'),
        has_opted_out_capturing: isOut,
      };`;
    site.serve('us-assets.i.posthog.com', js(body));
    const vendors = [{ id: 'posthog', apiKey: 'phc_abcdefghijklmnopqrstuvwxyz' }];
    site.page('/', page({ config: { categories: { performance: { vendors } } } }));
    const tab = await context.open();
    const isOut = (wanted: boolean) =>
      (
        window as unknown as { posthog: { has_opted_out_capturing?(): boolean } }
      ).posthog.has_opted_out_capturing?.() === wanted;
    for (const granted of [true, false, true, false]) {
      await tab.heed((heed, choice) => heed.choose({ performance: choice }), granted);
      if (granted) await tab.idle();
      await tab.until(isOut, !granted);
    }
    expect(tab.errors).toEqual([]);
  });

  it('of Matomo lets the first page view go, though Matomo reads some words ahead of others', async () => {
    const { site } = context;
    const config: Config = { categories: { performance: { vendors: ['matomo'] } } };
    // What it reads first, in this order; then all the rest (matomo-org/matomo, js/piwik.js).
    site.serve(
      'cdn.matomo.cloud',
      js(`
      let consent = true;
      const run = (word) => {
        if (/Consent/.test(word)) consent = word === 'setConsentGiven';
        else if (consent && /^track/.test(word)) new Image().src = 'https://shop.matomo.cloud/matomo.php?' + word;
      };
      const words = _paq.map(([word]) => word);
      const first = ['requireConsent', 'setConsentGiven'];
      for (const word of first) words.filter((one) => one === word).forEach(run);
      words.filter((one) => !first.includes(one)).forEach(run);
      window._paq = { push: (...all) => all.forEach(([word]) => run(word)) };`),
    );
    site.page('/', page({ config, head: snippets('matomo') }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await site.waitForRequest('https://shop.matomo.cloud/matomo.php?trackPageView');
    await tab.goto('/');
    await site.waitForRequest('https://shop.matomo.cloud/matomo.php?trackPageView', 2);
    await tab.idle();
    expect(site.received('shop.matomo.cloud')).toHaveLength(2);
    expect(tab.errors).toEqual([]);
  });

  it('of Shopify says every decision, from the first on: a storefront runs whatever the verdict', async () => {
    const { site } = context;
    const config: Config = {
      categories: { performance: { vendors: ['matomo'] }, advertising: { vendors: ['shopify'] } },
    };
    const head =
      '<script>window.told = []; window.Shopify = { customerPrivacy: { setTrackingConsent: function (one) { told.push(one); } } };</script>';
    site.page('/', page({ config, head }));
    const tab = await context.open();
    const none = { analytics: false, marketing: false, preferences: false, sale_of_data: false };
    const ads = { ...none, marketing: true, sale_of_data: true };
    /** The last word. */
    const told = (word: object) =>
      tab.until(
        (wanted) => JSON.stringify((window as unknown as { told: unknown[] }).told.pop()) === wanted,
        JSON.stringify(word),
      );
    await told(none);
    await tab.press('button', 'Required only');
    await told(none);
    await tab.heed((heed) => heed.choose({ performance: true }));
    await told({ ...none, analytics: true });
    await tab.heed((heed) => heed.choose('all'));
    await told({ ...ads, analytics: true });
    await tab.heed((heed) => heed.choose({ performance: false }));
    await told(ads);
    await tab.goto('/');
    await told(ads);
  });

  it('of Clarity goes by the category of ads too; an API that the page makes late, without a script, is told', async () => {
    const { site } = context;
    const config: Config = {
      regime: 'opt-out',
      categories: {
        performance: { vendors: ['microsoft-clarity', 'amplitude', 'posthog'] },
        marketing: { vendors: ['shopify'] },
        advertising: { vendors: ['linkedin'] },
      },
    };
    site.page('/', page({ config }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose({ performance: true, advertising: false }));
    await tab.heed((heed) => heed.choose({ amplitude: false, posthog: false }));
    await tab.evaluate(() => {
      const made: Record<string, unknown> = { heard: {} };
      const hear = (name: string) => (value: unknown) =>
        Object.assign(made.heard as object, { [name]: value ?? true });
      Object.assign(window, made, { amplitude: {} });
      requestAnimationFrame(() =>
        Object.assign(window, {
          amplitude: { setOptOut: hear('amplitude') },
          posthog: { opt_out_capturing: hear('posthog') },
          Shopify: { customerPrivacy: { setTrackingConsent: hear('shopify') } },
        }),
      );
    });
    await tab.until(() => Object.keys((window as unknown as { heard: object }).heard).length === 3);
    expect(await tab.evaluate(() => (window as unknown as { heard: object }).heard)).toEqual({
      amplitude: true,
      posthog: true,
      shopify: { analytics: true, marketing: false, preferences: true, sale_of_data: false },
    });
    const words = () =>
      (window as unknown as { clarity: { q: ArrayLike<unknown>[] } }).clarity.q.map((one) => one[1]);
    expect(await tab.evaluate(words)).toEqual([
      { ad_Storage: 'granted', analytics_Storage: 'granted' },
      { ad_Storage: 'denied', analytics_Storage: 'granted' },
    ]);
  });

  it('of Clarity reaches it where the file wants no replay, and nothing else does', async () => {
    const { site } = context;
    site.serve('www.clarity.ms', keeps('clarity.q'));
    const config: Config = {
      categories: {
        performance: { vendors: [{ id: 'microsoft-clarity', projectId: 'abcdef1234', replay: false }] },
      },
    };
    site.page('/', page({ config, head: '<script>clarity("set", "a", "b");</script>' }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await tab.until(hasSeen);
    expect(await tab.evaluate(seen)).toEqual([
      ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }],
    ]);
  });
});
