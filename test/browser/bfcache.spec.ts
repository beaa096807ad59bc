import { beforeEach, expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

const BODY = `<script>
  addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted });
  new Image().src = 'https://ads.acme.example' + location.pathname + '.gif';
</script>`;
const persisted = (tab: Tab) => tab.evaluate(() => (window as unknown as { persisted: boolean }).persisted);

describeInEveryBrowser('a page that comes back from the back-forward cache', (context) => {
  beforeEach(() => {
    for (const path of ['/one', '/two']) context.site.page(path, page({ body: BODY }));
  });

  /**
   * Goes through a scenario that ends on a page come back. A browser need not keep a page, and a busy machine makes
   * Firefox drop one now and then: then with another visitor, three times in all, for it has to be kept once.
   */
  const keptAfter = async (scenario: () => Promise<Tab>): Promise<Tab> => {
    for (let attempt = 0; attempt < 3; attempt++) {
      await context.newVisitor();
      context.site.clear();
      const tab = await scenario();
      if (await persisted(tab)) return tab;
    }
    throw new Error('the page was never kept');
  };

  it('knows of a grant given meanwhile, and sends what it held', async () => {
    const { site } = context;
    const tab = await keptAfter(async () => {
      const one = await context.open('/one');
      await one.part('button', 'Accept all');
      await one.goto('/two');
      await one.press('button', 'Accept all');
      await site.waitForRequest('ads.acme.example/two.gif');
      await one.idle();
      await one.back('/one');
      return one;
    });
    await site.waitForRequest('ads.acme.example/one.gif');
    expect(site.received('/one')).toHaveLength(1);
    await tab.gone('button', 'Accept all');
  });

  it('knows of a withdrawal made meanwhile', async () => {
    const { site } = context;
    const tab = await keptAfter(async () => {
      const one = await context.open('/one');
      await one.heed((heed) => heed.choose('all'));
      await site.waitForRequest('ads.acme.example/one.gif');
      await one.idle();
      await one.goto('/two');
      await one.heed((heed) => heed.withdraw());
      await one.back('/one');
      return one;
    });
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
