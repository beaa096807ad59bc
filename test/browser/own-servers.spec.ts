import { expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// Hosts of which a vendor has but a part, and servers of a vendor's that the site itself has named.

const js = (body: string) => ({ type: 'text/javascript', body });

describeInBrowsers('a path', (context) => {
  it('is not what begins with the same letters', async () => {
    const { site } = context;
    const config: Config = {
      unlisted: { allow: 'a test' },
      categories: { advertising: { vendors: ['facebook'] } },
    };
    const ask = (url: string) => `new Image().src = 'https://www.facebook.com/${url}';`;
    site.page(
      '/',
      page({ config, body: `<script>${['tr?id=1', 'tr/?id=1', 'travel'].map(ask).join('')}</script>` }),
    );
    const tab = await context.open();
    await site.waitForRequest('www.facebook.com/travel');
    await tab.idle();
    expect(site.thirdParty()).toEqual(['https://www.facebook.com/travel']);
    await tab.press('button', 'Accept all');
    await site.waitForRequest('www.facebook.com', 3);
    expect(tab.errors).toEqual([]);
  });
});

describeInBrowsers('a Matomo of one’s own', (context) => {
  const MATOMO = `new Image().src = _paq.find(([name]) => name === 'setTrackerUrl')[1] + '?action_name=shop';`;
  const pageWith = (matomoUrl: string) =>
    page({
      config: { categories: { performance: { vendors: [{ id: 'matomo', matomoUrl, siteId: '1' }] } } },
      body: '<h1>Shop</h1>',
    });

  it('gets its hits after the grant, is silent after a denial, and is no escape on the next visit', async () => {
    const { site } = context;
    site.serve('stats.partner.example/matomo.js', js(MATOMO));
    site.page('/', pageWith('https://stats.partner.example/'));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    await tab.press('button', 'Accept all');
    await site.waitForRequest('stats.partner.example', 2);
    const hit = 'https://stats.partner.example/matomo.php?action_name=shop';
    expect(site.thirdParty()).toEqual(['https://stats.partner.example/matomo.js', hit]);
    await tab.goto('/');
    await site.waitForRequest('stats.partner.example', 4);
    await tab.idle();
    expect(tab.lines.map(({ text }) => text).filter((text) => /asked for|unlisted/.test(text))).toEqual([]);
    await tab.heed((heed) => heed.withdraw());
    await tab.evaluate((url) => void (new Image().src = url), hit);
    await tab.idle();
    expect(site.received('stats.partner.example')).toHaveLength(4);
    expect(tab.errors).toEqual([]);
  });
});
