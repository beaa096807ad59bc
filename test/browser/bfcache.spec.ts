import { beforeEach, expect, it } from 'vitest';
import { describeInBrowsers } from './support/each-browser.ts';
import { page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

const BODY = `<script>
  addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted });
  new Image().src = 'https://ads.acme.example' + location.pathname + '.gif';
</script>`;
const persisted = (tab: Tab) => tab.evaluate(() => (window as unknown as { persisted: boolean }).persisted);

describeInBrowsers('a page that comes back from the back-forward cache', (context) => {
  beforeEach(() => {
    for (const path of ['/one', '/two']) context.site.page(path, page({ body: BODY }));
  });

  it('knows of a grant given meanwhile, and sends what it held', async () => {
    const { site } = context;
    const tab = await context.open('/one');
    await tab.part('button', 'Accept all');
    await tab.goto('/two');
    await tab.press('button', 'Accept all');
    await site.waitForRequest('ads.acme.example/two.gif');
    await tab.idle();
    await tab.back('/one');
    expect(await persisted(tab), 'the page was kept').toBe(true);
    await site.waitForRequest('ads.acme.example/one.gif');
    expect(site.received('/one')).toHaveLength(1);
    await tab.gone('button', 'Accept all');
  });

  it('knows of a withdrawal made meanwhile', async () => {
    const { site } = context;
    const tab = await context.open('/one');
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example/one.gif');
    await tab.goto('/two');
    await tab.heed((heed) => heed.withdraw());
    await tab.back('/one');
    expect(await persisted(tab), 'the page was kept').toBe(true);
    await tab.until(() => {
      const { heed } = window as unknown as { heed: { allows(id: string): boolean } };
      return !heed.allows('advertising');
    });
    site.clear();
    await tab.evaluate(() => {
      new Image().src = 'https://ads.acme.example/late.gif';
    });
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
  });
});
