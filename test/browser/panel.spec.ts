import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { ANALYTICS, CONFIG, FLOODLIGHT, LINKEDIN, MARKETO, page, serveVendors } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

const body = `<main><h1>Shop</h1>${FLOODLIGHT}</main>
<footer><a href="#heed" data-heed-open></a> <p id="status" data-heed-status></p></footer>`;
const head = ANALYTICS + LINKEDIN + MARKETO;
const SHARING = ['snap.licdn.com', 'px.ads.linkedin.com', 'ad.doubleclick.net'];
const statusOf = (tab: Tab) => tab.evaluate(() => document.getElementById('status')?.textContent);

const AXE = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);
/** What axe has against the interface as it stands. */
async function complaints(tab: Tab): Promise<string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate(async () => {
    type Axe = { run(on: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run('[data-heed-ui]');
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describeInBrowsers('the panel under opt-out', (context) => {
  const config: Config = { ...CONFIG, regime: 'opt-out' };
  beforeEach(() => {
    serveVendors(context.site);
    context.site.page('/', page({ head, body, config }));
  });

  it('is one click from the link to an opt-out that is confirmed, enforced and kept', async () => {
    const { site } = context;
    const tab = await context.open();
    await site.waitForRequest('px.ads.linkedin.com');
    expect(await statusOf(tab)).toBe('');

    await tab.press('link', 'Your Privacy Choices');
    await tab.part('button', 'Do not sell or share my personal information');
    expect(await complaints(tab)).toEqual([]);
    await tab.press('button', 'Do not sell or share my personal information');
    // In the panel, which stays, and in the page.
    await tab.part('status', 'Opt-out request honored');
    expect(await statusOf(tab)).toBe('Opt-out request honored');
    expect(await tab.has('dialog', 'Your Privacy Choices')).toBe(true);
    expect(await tab.stateOf('switch', 'Allow Advertising')).toMatchObject({ checked: false });
    await tab.idle();

    site.clear();
    await tab.reload();
    const hosts = site.thirdParty().map((url) => new URL(url).hostname);
    expect(hosts.filter((host) => SHARING.includes(host))).toEqual([]);
    expect(await statusOf(tab)).toBe('Opt-out request honored');
  });

  it('is not there before it is asked for', async () => {
    const tab = await context.open();
    expect(await tab.has('dialog', 'Your Privacy Choices')).toBe(false);
    expect(await tab.has('region', 'Your privacy')).toBe(false);
  });
});

describeInBrowsers(
  'lifting Global Privacy Control',
  (context) => {
    beforeEach(() => {
      serveVendors(context.site);
      context.site.page('/', page({ head, body }));
    });

    const NOTICE = 'Your browser sends Global Privacy Control';
    async function saveAdvertising(): Promise<Tab> {
      const tab = await context.open();
      await tab.press('link', 'Privacy preferences');
      await tab.press('switch', 'Allow Advertising');
      await tab.press('button', 'Save');
      await tab.part('dialog', NOTICE);
      return tab;
    }

    it('takes a second answer, which is the equal of the other, and is as easily taken back', async () => {
      const { site } = context;
      const tab = await saveAdvertising();
      expect(await complaints(tab)).toEqual([]);
      const [keep, allow] = await Promise.all(
        ['Keep my signal', 'Allow anyway'].map((name) => tab.stateOf('button', name)),
      );
      expect([keep!.width, keep!.height]).toEqual([allow!.width, allow!.height]);
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);

      await tab.press('button', 'Allow anyway');
      for (const host of SHARING) await site.waitForRequest(host);
      await tab.idle();
      site.clear();
      await tab.reload();
      for (const host of SHARING) await site.waitForRequest(host);

      await tab.press('link', 'Privacy preferences');
      await tab.press('switch', 'Allow Advertising');
      await tab.press('button', 'Save');
      await tab.gone('dialog', 'Privacy preferences');
      await tab.idle();
      site.clear();
      await tab.reload();
      expect(site.thirdParty()).toEqual([]);
      expect(await statusOf(tab)).toBe('Opt-out request honored');
    });

    it('does not happen when the signal is kept', async () => {
      const tab = await saveAdvertising();
      await tab.press('button', 'Keep my signal');
      await tab.gone('dialog', NOTICE);
      await tab.idle();
      await tab.reload();
      expect(context.site.thirdParty()).toEqual([]);
    });

    it('does not happen on Escape, which leads back to the panel', async () => {
      const tab = await saveAdvertising();
      await tab.page.keyboard.press('Escape');
      await tab.gone('dialog', NOTICE);
      expect(await tab.has('dialog', 'Privacy preferences')).toBe(true);
      expect(await tab.stateOf('switch', 'Allow Advertising')).toMatchObject({ checked: true });
      expect(await tab.heed((heed) => heed.allows('advertising'))).toBe(false);
    });
  },
  { gpc: true },
);

describeInBrowsers('the language of the page', (context) => {
  it('is spoken, fetched alone, and followed when it changes', async () => {
    const { site } = context;
    serveVendors(site);
    site.page('/', page({ head, body, lang: 'fr-CA' }));
    const tab = await context.open();
    await tab.part('button', 'Tout accepter');
    expect(await complaints(tab)).toEqual([]);
    const languages = () =>
      tab.asked.filter((url) => url.includes('/texts/')).map((url) => url.split('/').pop());
    expect(languages()).toEqual(['fr.js']);
    const leftOf = () =>
      tab.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-heed-ui]') as HTMLElement;
        return shadowRoot?.querySelector('[part=accept]')?.getBoundingClientRect().left;
      });
    const left = await leftOf();

    await tab.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
    await tab.part('button', 'قبول الكل');
    expect(languages()).toEqual(['fr.js', 'ar.js']);
    // Accept stands first, so now on the right.
    expect(await leftOf()).toBeGreaterThan(left ?? Number.NaN);
    expect(await complaints(tab)).toEqual([]);

    await tab.press('button', 'التفضيلات');
    await tab.part('dialog', 'تفضيلات الخصوصية');
    expect(await complaints(tab)).toEqual([]);
    await tab.evaluate(() => Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' }));
    await tab.part('button', 'Save');
  });
});

describeInBrowsers('A returning visitor', (context) => {
  it('is asked nothing and fetches nothing of the interface, in any language', async () => {
    const { site } = context;
    serveVendors(site);
    const footer = '<footer><a href="#heed" data-heed-open>Vos choix</a></footer>';
    site.page('/', page({ head, body: `<main><h1>Shop</h1></main>${footer}`, lang: 'fr' }));
    const tab = await context.open();
    await tab.press('button', 'Tout accepter');
    await tab.idle();
    tab.asked.length = 0;
    await tab.reload();
    const own = tab.asked.filter((url) => /\/(heed[\w.]*|texts\/\w+)\.js/.test(url));
    expect(own.map((url) => new URL(url).pathname)).toEqual(['/heed.js']);
    expect(await tab.evaluate(() => document.querySelector('[data-heed-ui]'))).toBe(null);
  });
});
