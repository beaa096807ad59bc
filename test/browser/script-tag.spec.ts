import { beforeEach, expect, it } from 'vitest';
import { describeInEveryBrowser, RESTARTS } from './support/each-browser.ts';
import { NO_PROFILE } from './support/engine.ts';
import {
  ANALYTICS,
  FLOODLIGHT,
  LINKEDIN,
  MARKETO,
  page,
  serveVendors,
  UNLISTED,
  VENDOR_REQUESTS,
} from './support/pages.ts';

const shop = page({ head: ANALYTICS + LINKEDIN + MARKETO, body: `<h1>Shop</h1>${FLOODLIGHT}${UNLISTED}` });

describeInEveryBrowser('the script tag', (context) => {
  beforeEach(() => {
    serveVendors(context.site);
    context.site.page('/', shop);
    context.site.page('/next', shop);
  });

  it('lets nothing reach a vendor or an unlisted host before a choice', async () => {
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    await tab.idle();
    expect(context.site.thirdParty()).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  it('after "Accept all" sends each of the same tags once, without a reload; what is unlisted stays held', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    for (const url of VENDOR_REQUESTS) await site.waitForRequest(url);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(VENDOR_REQUESTS);
    expect(site.received('/')).toHaveLength(1);
    expect((await tab.ran()).sort()).toEqual(['analytics', 'linkedin', 'marketo']);
    expect(await tab.has('button', 'Accept all')).toBe(false);
    expect(tab.errors).toEqual([]);
  });

  it('after "Accept all" asks for the scripts in document order', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    for (const url of VENDOR_REQUESTS) await site.waitForRequest(url);
    // The browser tells the driver of a request later than the server has it.
    await tab.idle();
    const inDocument = [
      'https://snap.licdn.com/li.lms-analytics/insight.min.js', // goes before the first script
      'https://www.googletagmanager.com/gtag/js?id=G-TEST12345',
      'https://munchkin.marketo.net/munchkin.js',
    ];
    expect(tab.asked.filter((url) => inDocument.includes(url))).toEqual(inDocument);
  });

  it('on the next page sends at once what was accepted, and does not ask again', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await site.waitForRequest('px.ads.linkedin.com');
    await tab.idle();
    site.clear();
    await tab.goto('/next');
    for (const url of VENDOR_REQUESTS) await site.waitForRequest(url);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(VENDOR_REQUESTS);
    expect(await tab.has('button', 'Accept all')).toBe(false);
  });

  context.itIn(['chromium', 'firefox'], NO_PROFILE)(
    'after "Required only" sends nothing on this page, the next, and after a restart',
    RESTARTS,
    async () => {
      const { site } = context;
      const visitor = await context.regular();
      let tab = await visitor.open();
      await tab.press('button', 'Required only');
      await tab.idle();
      await tab.goto('/next');
      expect(await tab.has('button', 'Accept all')).toBe(false);
      await visitor.restart();
      tab = await visitor.open();
      expect(await tab.has('button', 'Accept all')).toBe(false);
      expect(await tab.heed((heed) => heed.decision.ask)).toBe(false);
      expect(site.thirdParty()).toEqual([]);
    },
  );

  context.itIn(['chromium', 'firefox'], NO_PROFILE)(
    'keeps what was accepted over a restart',
    RESTARTS,
    async () => {
      const { site } = context;
      const visitor = await context.regular();
      let tab = await visitor.open();
      await tab.press('button', 'Accept all');
      await site.waitForRequest('px.ads.linkedin.com');
      await visitor.restart();
      site.clear();
      tab = await visitor.open();
      await site.waitForRequest('px.ads.linkedin.com');
      expect(await tab.has('button', 'Accept all')).toBe(false);
    },
  );

  it('after a withdrawal sends nothing more, here and on the next page', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    for (const url of VENDOR_REQUESTS) await site.waitForRequest(url);
    await tab.idle();
    await tab.heed((heed) => heed.withdraw());
    site.clear();
    await tab.evaluate(() => {
      new Image().src = 'https://px.ads.linkedin.com/collect?after=image';
      fetch('https://www.google-analytics.com/g/collect?after=fetch', { mode: 'no-cors' }).catch(() => {});
      navigator.sendBeacon('https://www.google-analytics.com/g/collect?after=beacon');
      document.head.append(
        Object.assign(document.createElement('script'), { src: 'https://snap.licdn.com/after.js' }),
      );
    });
    await tab.idle();
    await tab.goto('/next');
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.has('button', 'Accept all')).toBe(false);
  });

  it('grants by category what was saved in the preferences', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Preferences');
    await tab.part('dialog', /./);
    await tab.press('switch', /^Allow Marketing/);
    await tab.press('button', 'Save');
    await site.waitForRequest('https://123-abc-456.mktoresp.com/*');
    await tab.idle();
    const hosts = new Set(site.thirdParty().map((url) => new URL(url).host));
    expect([...hosts].sort()).toEqual(['123-abc-456.mktoresp.com', 'munchkin.marketo.net']);
  });
});
