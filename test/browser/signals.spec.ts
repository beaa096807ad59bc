import { beforeEach, expect, it } from 'vitest';
import type { Config, Consent } from '../../src/types.ts';
import { describeInBrowsers, describeInEveryBrowser, RESTARTS } from './support/each-browser.ts';
import { NO_SIGNALS } from './support/engine.ts';
import { ANALYTICS, CONFIG, FLOODLIGHT, LINKEDIN, MARKETO, page, serveVendors } from './support/pages.ts';

// The signals are the browser's own, switched on as its user would: on navigator and in every request.

const STATUS = '<p id="status" data-heed-status></p>';
const body = `<h1>Shop</h1>${STATUS}${FLOODLIGHT}`;
const head = ANALYTICS + LINKEDIN + MARKETO;
const hostsOf = (urls: string[]) => [...new Set(urls.map((url) => new URL(url).hostname))].sort();

/** Analytics as a mere processor, so that GPC, which is about selling and sharing, leaves it alone. */
const PROCESSOR: Config = {
  ...CONFIG,
  categories: {
    ...CONFIG.categories,
    performance: { vendors: [{ id: 'google-analytics', shares: false }] },
  },
};
const ANALYTICS_HOSTS = ['www.google-analytics.com', 'www.googletagmanager.com'];
const MARKETO_HOSTS = ['123-abc-456.mktoresp.com', 'munchkin.marketo.net'];

describeInBrowsers(
  'Global Privacy Control',
  (context) => {
    beforeEach(() => {
      serveVendors(context.site);
      context.site.page('/', page({ head, body, config: PROCESSOR }));
      context.site.page('/opt-out', page({ head, body, config: { ...PROCESSOR, regime: 'opt-out' } }));
    });

    it('keeps advertising and sharing vendors silent, and the status says so', async () => {
      const { site } = context;
      const tab = await context.open();
      await tab.until(() => document.getElementById('status')?.textContent === 'Opt-out request honored');
      expect(site.thirdParty()).toEqual([]);
      expect(site.received('/')).toMatchObject([{ gpc: '1' }]);
    });

    it('is not lifted by "Accept all": only what it does not deny is granted', async () => {
      const { site } = context;
      const tab = await context.open();
      await tab.press('button', 'Accept all');
      for (const host of [...ANALYTICS_HOSTS, ...MARKETO_HOSTS]) await site.waitForRequest(host);
      await tab.idle();
      expect(hostsOf(site.thirdParty())).toEqual([...ANALYTICS_HOSTS, ...MARKETO_HOSTS].sort());
      expect(await tab.heed((heed) => heed.decision.vendors)).toMatchObject({
        linkedin: { granted: false, reason: 'gpc' },
        doubleclick: { granted: false, reason: 'gpc' },
      });
    });

    it("is the same in a frame of the site, which has the top page's value", async () => {
      const { site } = context;
      site.page('/frame', page({ body: FLOODLIGHT, config: { ...PROCESSOR, regime: 'opt-out' } }));
      site.page('/top', page({ body: '<iframe src="/frame"></iframe>', config: PROCESSOR }));
      const tab = await context.open('/top');
      const frame = tab.page.frames().find((one) => one.url().endsWith('/frame'))!;
      const inside = await frame.evaluate(() => {
        const { heed } = window as unknown as { heed: Consent };
        return [heed.decision.signals.gpc, heed.decision.vendors.doubleclick];
      });
      expect(inside).toMatchObject([true, { granted: false, reason: 'gpc' }]);
      expect(site.received('/frame')).toMatchObject([{ gpc: '1' }]);
      expect(site.thirdParty()).toEqual([]);
    });

    it('is not lifted by a script', async () => {
      const { site } = context;
      const tab = await context.open();
      await tab.heed((heed) => {
        try {
          heed.choose({ advertising: true });
        } catch {
          // Saying so loudly is as good as not obeying.
        }
        try {
          heed.choose({ advertising: true }, { event: new MouseEvent('click') });
        } catch {
          // The same.
        }
      });
      await tab.idle();
      await tab.reload();
      expect(site.thirdParty()).toEqual([]);
    });

    it('denies under opt-out, where all else is allowed, and asks nothing', async () => {
      const { site } = context;
      const tab = await context.open('/opt-out');
      for (const host of [...ANALYTICS_HOSTS, ...MARKETO_HOSTS]) await site.waitForRequest(host);
      await tab.idle();
      expect(hostsOf(site.thirdParty())).toEqual([...ANALYTICS_HOSTS, ...MARKETO_HOSTS].sort());
      await tab.until(() => document.getElementById('status')?.textContent === 'Opt-out request honored');
      expect(await tab.has('button', 'Accept all')).toBe(false);
    });
  },
  { gpc: true, engines: ['chromium', 'firefox'], because: NO_SIGNALS },
);

describeInBrowsers(
  'Do Not Track',
  (context) => {
    for (const regime of ['opt-in', 'opt-out'] as const) {
      it(`leaves nothing but required under ${regime}`, async () => {
        const { site } = context;
        serveVendors(site);
        const stripe = '<script src="https://js.stripe.com/v3/stripe.js"></script>';
        site.page('/', page({ head: head + stripe, body, config: { ...PROCESSOR, regime } }));
        const tab = await context.open();
        expect(hostsOf(site.thirdParty())).toEqual(['js.stripe.com']);
        expect(site.received('/')).toMatchObject([{ dnt: '1' }]);
        await tab.heed((heed) => heed.choose('all'));
        await tab.idle();
        expect(hostsOf(site.thirdParty())).toEqual(['js.stripe.com']);
        await tab.until(() => document.getElementById('status')?.textContent === 'Opt-out request honored');
      });
    }
  },
  { dnt: true, engines: ['chromium', 'firefox'], because: NO_SIGNALS },
);

describeInBrowsers(
  'a signal that comes and goes',
  (context) => {
    beforeEach(() => {
      serveVendors(context.site);
      context.site.page('/', page({ head, body }));
      context.site.page('/opt-out', page({ head, body, config: { ...CONFIG, regime: 'opt-out' } }));
    });

    it(
      'wins over a stored grant that is older, and the grant does not come back with its going',
      RESTARTS,
      async () => {
        const { site } = context;
        const visitor = await context.regular();
        let tab = await visitor.open();
        await tab.press('button', 'Accept all');
        await site.waitForRequest('px.ads.linkedin.com');
        await tab.idle();

        await visitor.restart({ gpc: true });
        site.clear();
        tab = await visitor.open();
        await site.waitForRequest('munchkin.marketo.net');
        await tab.idle();
        // Analytics shares unless the file says otherwise, so it is denied as well.
        expect(hostsOf(site.thirdParty())).toEqual(MARKETO_HOSTS);
        await tab.until(() => document.getElementById('status')?.textContent === 'Opt-out request honored');

        await visitor.restart({ gpc: false });
        site.clear();
        tab = await visitor.open();
        await site.waitForRequest('munchkin.marketo.net');
        await tab.idle();
        expect(hostsOf(site.thirdParty())).toEqual(MARKETO_HOSTS);
        await tab.part('button', 'Accept all'); // the visitor is asked anew
      },
    );

    it('denies on after it has gone, under opt-out', RESTARTS, async () => {
      const { site } = context;
      const visitor = await context.regular({ gpc: true });
      await visitor.open('/opt-out');
      await visitor.restart({ gpc: false });
      site.clear();
      const tab = await visitor.open('/opt-out');
      await site.waitForRequest('munchkin.marketo.net');
      await tab.idle();
      expect(hostsOf(site.thirdParty())).toEqual(MARKETO_HOSTS);
      expect(await tab.heed((heed) => heed.decision.categories.advertising)).toMatchObject({ reason: 'gpc' });
    });
  },
  { engines: ['chromium', 'firefox'], because: NO_SIGNALS },
);

describeInEveryBrowser('a signal that comes late', (context) => {
  const PIXEL = "new Image().src = 'https://ads.acme.example/pixel.gif?'";
  beforeEach(() => {
    context.site.page('/', page({ body: STATUS, config: { ...CONFIG, regime: 'opt-out' } }));
  });
  const define = (value: boolean) =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });

  it('from an extension, is seen when the page is looked at again, and only tightens', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.evaluate(`${PIXEL} + 'before'`);
    await site.waitForRequest('ads.acme.example/pixel.gif?before');

    await tab.evaluate(define, true);
    const other = await context.tab();
    await other.bringToFront();
    await tab.bringToFront();
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await tab.until(() => document.getElementById('status')?.textContent === 'Opt-out request honored');
    await tab.evaluate(define, false);
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    site.clear();
    await tab.evaluate(`${PIXEL} + 'after'`);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    // And on the next page, where it is gone.
    await tab.reload();
    await tab.evaluate(`${PIXEL} + 'reload'`);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
  });

  it('from the server, counts before any tag', async () => {
    const { site } = context;
    const meta = '<meta name="heed-signals" content="gpc">';
    const file: Config = { ...CONFIG, regime: 'opt-out' };
    site.page('/', page({ first: meta, body: `<script>${PIXEL}</script>${STATUS}`, config: file }));
    const tab = await context.open();
    await tab.until(() => document.getElementById('status')?.textContent === 'Opt-out request honored');
    expect(site.thirdParty()).toEqual([]);
  });
});

describeInEveryBrowser('no signal', (context) => {
  it('is no consent, and no opt-out', async () => {
    const { site } = context;
    serveVendors(site);
    site.page('/', page({ head, body }));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.heed((heed) => [heed.decision.signals, heed.decision.optedOut])).toEqual([
      { gpc: false, dnt: false },
      false,
    ]);
    expect(await tab.evaluate(() => document.getElementById('status')?.textContent)).toBe('');
  });
});
