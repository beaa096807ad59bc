import { expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { guardedPage } from './support/guarded.ts';
import { page } from './support/pages.ts';

// Vendors that Heed loads and tells, and vendors that bring others along.

const LOADED: Config = {
  categories: {
    advertising: {
      vendors: [
        { id: 'facebook', pixelId: '123456789012345' },
        { id: 'microsoft-uet', tagId: '12345678' },
      ],
    },
    performance: { vendors: ['microsoft-clarity', 'google-analytics'] },
    marketing: { vendors: ['google-tag-manager'] },
  },
};
/** Sends every command to its host, as the vendor's script would: what waited, then what comes. */
const FBEVENTS = `
  window.said = [];
  const tell = (command) => {
    const words = Array.from(command).join('.');
    said.push(words);
    new Image().src = 'https://www.facebook.com/tr/?said=' + words;
  };
  fbq.callMethod = (...command) => tell(command);
  fbq.queue.splice(0).forEach(tell);`;
const said = () => (window as unknown as { said: string[] }).said;
const js = (body: string) => ({ type: 'text/javascript', body });

describeInBrowsers('a vendor that Heed loads', (context) => {
  it('gets what the page called before the grant, once, behind its own snippet; and is told of a denial', async () => {
    const { site } = context;
    site.serve('connect.facebook.net', js(FBEVENTS));
    site.serve('bat.bing.com/bat.js', js('window.UET = function () { this.push = function () {}; };'));
    site.page('/', page({ config: LOADED, body: '<script>fbq("track", "Lead")</script><h1>Shop</h1>' }));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    await tab.press('button', 'Accept all');
    await site.waitForRequest('www.facebook.com', 3);
    await tab.idle();
    const first = ['init.123456789012345', 'track.PageView', 'track.Lead'];
    expect(await tab.evaluate(said)).toEqual(first);
    expect(site.received('www.facebook.com')).toHaveLength(3);
    expect(site.received('connect.facebook.net')).toHaveLength(1);
    await tab.heed((heed) => heed.withdraw());
    await tab.until(() => (window as unknown as { said: string[] }).said.length > 3);
    await tab.evaluate(() => (window as unknown as { fbq(...all: string[]): void }).fbq('track', 'Late'));
    await tab.idle();
    expect(await tab.evaluate(said)).toEqual([...first, 'consent.revoke', 'track.Late']);
    expect(site.received('www.facebook.com')).toHaveLength(3);
    expect(tab.errors).toEqual([]);
  });

  it('does not get what the page called before a refusal', async () => {
    const { site } = context;
    site.serve('connect.facebook.net', js(FBEVENTS));
    site.serve('bat.bing.com/bat.js', js('window.UET = function () { this.push = function () {}; };'));
    site.page('/', page({ config: LOADED, body: '<script>fbq("track", "Lead")</script><h1>Shop</h1>' }));
    const tab = await context.open();
    await tab.press('button', 'Required only');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose({ facebook: true }));
    await site.waitForRequest('www.facebook.com', 2);
    await tab.idle();
    expect(await tab.evaluate(said)).toEqual(['init.123456789012345', 'track.PageView']);
  });

  it('finds the default of its consent in front of every command', async () => {
    const { site } = context;
    site.serve(
      'bat.bing.com/bat.js',
      js(`window.UET = function (options) {
        new Image().src = 'https://bat.bing.com/action/0?queue=' + encodeURIComponent(JSON.stringify(options.q));
        this.push = function () {};
      };`),
    );
    const early = '<script>window.uetq = window.uetq || []; uetq.push("event", "signup", {});</script>';
    site.page('/', page({ config: LOADED, head: early }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    const [hit] = await site.waitForRequest('bat.bing.com/action/*');
    expect(JSON.parse(new URL(hit!.url).searchParams.get('queue')!)).toEqual([
      ...['consent', 'default', { ad_storage: 'denied' }],
      ...['event', 'signup', {}],
      ...['consent', 'update', { ad_storage: 'granted' }],
    ]);
  });
});

describeInBrowsers('a vendor that Heed loads, on a page that has called it', (context) => {
  const VENDORS: Record<
    string,
    { entry: object; script: string; calls: string; reads: string; finds: unknown }
  > = {
    criteo: {
      entry: { accountId: '12345', siteType: 'd' },
      script: 'https://dynamic.criteo.com/js/ld/ld.js',
      calls: `criteo_q.push({ event: 'viewItem', item: 'a' });`,
      reads: 'criteo_q',
      finds: [
        { event: 'setAccount', account: '12345' },
        { event: 'setSiteType', type: 'd' },
        { event: 'viewItem', item: 'a' },
      ],
    },
    taboola: {
      entry: { accountId: '1234567' },
      script: 'https://cdn.taboola.com/libtrc/unip/1234567/tfa.js',
      calls: `_tfa.push({ notify: 'event', name: 'lead', id: 1234567 });`,
      reads: '_tfa',
      finds: ['page_view', 'lead'].map((name) => ({ notify: 'event', name, id: 1234567 })),
    },
    hubspot: {
      entry: { portalId: '1234567' },
      script: 'https://js.hs-scripts.com/1234567.js',
      calls: `_hsq.push(['identify', { email: 'a@b.example' }]);`,
      reads: '_hsq',
      finds: [
        ['doNotTrack', { track: true }],
        ['identify', { email: 'a@b.example' }],
      ],
    },
    plausible: {
      entry: { scriptId: 'abcdefghijklmnopqrstu' },
      script: 'https://plausible.io/js/pa-abcdefghijklmnopqrstu.js',
      calls: `plausible.init({ hashBasedRouting: true }); plausible('Signup');`,
      reads: '[plausible.o, plausible.q]',
      finds: [{ hashBasedRouting: true }, [['Signup']]],
    },
    intercom: {
      entry: { appId: 'abcd1234' },
      script: 'https://widget.intercom.io/widget/abcd1234',
      calls: `window.intercomSettings = { email: 'a@b.example' };`,
      reads: 'intercomSettings',
      finds: { email: 'a@b.example', api_base: 'https://api-iam.intercom.io', app_id: 'abcd1234' },
    },
  };

  it('has its set-up in front of that, and the page’s own options in it', async () => {
    const { site } = context;
    const vendors = Object.entries(VENDORS).map(([id, { entry }]) => ({ id, ...entry }));
    for (const { script, reads } of Object.values(VENDORS))
      site.serve(
        script + '*',
        js(
          `new Image().src = '${new URL(script).origin}/found?' + encodeURIComponent(JSON.stringify(${reads}));`,
        ),
      );
    const calls = Object.values(VENDORS).map((one) => one.calls);
    site.page(
      '/',
      page({
        config: { categories: { advertising: { vendors } } },
        body: `<script>${calls.join('\n')}</script><h1>Shop</h1>`,
      }),
    );
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    for (const [id, { script, finds }] of Object.entries(VENDORS)) {
      const [found] = await site.waitForRequest(`${new URL(script).host}/found*`);
      expect(JSON.parse(decodeURIComponent(new URL(found!.url).search.slice(1))), id).toEqual(finds);
    }
    expect(tab.errors).toEqual([]);
  });
});

describeInBrowsers('a vendor that brings others', (context) => {
  const insert = (url: string) =>
    `document.head.appendChild(Object.assign(document.createElement('script'), { src: '${url}' }));`;

  it('a container of Tag Manager: each tag goes by its own host, whoever inserted it', async () => {
    const { site } = context;
    const analytics = 'https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345';
    site.serve(
      'https://www.googletagmanager.com/gtm.js*',
      js(
        [analytics, 'https://connect.facebook.net/en_US/fbevents.js', 'https://widget.unlisted.example/w.js']
          .map(insert)
          .join('\n'),
      ),
    );
    site.serve('connect.facebook.net', js('void 0'));
    const container = insert('https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234');
    const config: Config = {
      categories: {
        performance: { vendors: ['google-analytics'] },
        marketing: { vendors: ['google-tag-manager'] },
        advertising: { vendors: ['facebook'] },
      },
    };
    site.page('/', page({ config, head: `<script>${container}</script>` }));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose({ marketing: true, performance: true, advertising: false }));
    await site.waitForRequest(analytics);
    await tab.idle();
    expect(site.thirdParty()).toEqual(['https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234', analytics]);
    expect(
      await tab.evaluate(() =>
        (window as unknown as { dataLayer: { event?: string; heed?: object }[] }).dataLayer
          .filter(({ event }) => event === 'heed_consent')
          .map(({ heed }) => heed),
      ),
    ).toEqual([
      { required: true, performance: false, marketing: false, advertising: false },
      { required: true, performance: true, marketing: true, advertising: false },
    ]);
  });

  it('UET that loads Clarity, Google Ads that asks DoubleClick: held unless both are granted', async () => {
    const { site } = context;
    const clarity = 'https://www.clarity.ms/tag/uet/12345678';
    const remarketing = 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/';
    site.serve('bat.bing.com/bat.js', js(insert(clarity)));
    site.serve(
      'https://www.googleadservices.com/pagead/conversion.js',
      js(`new Image().src = '${remarketing}';`),
    );
    const config: Config = {
      categories: {
        performance: { vendors: ['microsoft-clarity'] },
        marketing: { vendors: ['doubleclick'] },
        advertising: { vendors: ['microsoft-uet', 'google-ads'] },
      },
    };
    const tags = ['https://bat.bing.com/bat.js', 'https://www.googleadservices.com/pagead/conversion.js'];
    site.page('/', page({ config, head: `<script>${tags.map(insert).join('\n')}</script>` }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose({ advertising: true, performance: false, marketing: false }));
    for (const url of tags) await site.waitForRequest(url);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(tags);
    await tab.heed((heed) => heed.choose({ performance: true, marketing: true }));
    for (const url of [clarity, remarketing]) await site.waitForRequest(url);
  });
});

describeInBrowsers("Google's advanced mode", (context) => {
  const GTAG = 'https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345';
  const COLLECT = 'https://region1.google-analytics.com/g/collect';
  const config: Config = {
    categories: {
      performance: {
        vendors: [{ id: 'google-analytics', consentMode: { advanced: 'see the privacy page' } }],
      },
      advertising: { vendors: ['doubleclick'] },
    },
  };
  const TAG = `<script>
    window.dataLayer = window.dataLayer || [];
    function gtag() { dataLayer.push(arguments); }
    gtag('js', new Date());
    gtag('config', 'G-ABCDE12345');
    document.head.appendChild(Object.assign(document.createElement('script'), { src: '${GTAG}' }));
  </script>`;
  /** Stores what it can, asks another vendor's host, and then its own with what it was told first. */
  const SCRIPT = `
    document.cookie = '_ga=GA1.1.1.1; path=/';
    document.cookie = 'gtag_own=1; path=/';
    localStorage.setItem('_ga_ABCDE12345', '1');
    new Image().src = 'https://stats.g.doubleclick.net/g/collect';
    const [kind, which, keys] = Array.from(dataLayer[0]);
    new Image().src = '${COLLECT}?told=' + [kind, which, keys.analytics_storage];`;
  const stored = () => [
    document.cookie.replace(/heed=[^;]*/, ''),
    Object.keys(localStorage)
      .filter((key) => !/^heed/.test(key))
      .join(),
  ];

  it('sends pings before a choice and after a refusal, is told "denied" and stores nothing', async () => {
    const { site } = context;
    site.serve(GTAG.replace(/[?].*/, '') + '*', js(SCRIPT));
    site.page('/', page({ config, head: TAG }));
    const tab = await context.open();
    await site.waitForRequest(COLLECT + '*');
    await tab.idle();
    const ping = COLLECT + '?told=consent,default,denied';
    expect(site.thirdParty().sort()).toEqual([ping, GTAG]);
    expect(await tab.evaluate(stored)).toEqual(['', '']);
    await tab.press('button', 'Required only');
    await tab.goto('/');
    await site.waitForRequest(COLLECT + '*', 2);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([ping, ping, GTAG, GTAG]);
    expect(await tab.evaluate(stored)).toEqual(['', '']);
    expect(await tab.heed((heed) => heed.allows('google-analytics'))).toBe(false);
    expect(tab.errors).toEqual([]);
  });

  it('passes a guard from the second page on, and no refusal loads the page anew for it', async () => {
    const { site } = context;
    site.serve(GTAG.replace(/[?].*/, '') + '*', js(SCRIPT));
    site.page('/', guardedPage(config, TAG, '<h1>Shop</h1>'));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    for (const times of [1, 2]) {
      await tab.goto('/');
      await site.waitForRequest(COLLECT + '*', times);
      await tab.idle();
      expect(site.received('www.googletagmanager.com')).toHaveLength(times);
      if (times === 1) await tab.press('button', 'Required only');
    }
    expect(site.received('stats.g.doubleclick.net')).toEqual([]);
    expect(await tab.evaluate(stored)).toEqual(['', '']);
  });

  it('is silent where the browser sends a signal', async () => {
    const { site } = context;
    const signal =
      '<script>Object.defineProperty(navigator, "globalPrivacyControl", { value: true })</script>';
    site.page('/', page({ config, first: signal, head: TAG }));
    const tab = await context.open();
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
  });
});
