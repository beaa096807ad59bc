import { beforeEach, expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

describeInEveryBrowser('two tabs of one visitor', (context) => {
  beforeEach(() => {
    const body =
      '<script>new Image().src = "https://ads.acme.example/pixel.gif?" + location.search.slice(1)</script>';
    context.site.page('/', page({ body }));
  });

  it('agree on a grant: the other one sends what it held, without a reload, and asks no more', async () => {
    const { site } = context;
    const first = await context.open('/?first');
    const second = await context.open('/?second');
    await first.bringToFront();
    await first.press('button', 'Accept all');
    await site.waitForRequest('ads.acme.example/pixel.gif?first');
    await second.bringToFront();
    await site.waitForRequest('ads.acme.example/pixel.gif?second');
    await second.gone('button', 'Accept all');
    expect(site.received('/?second')).toHaveLength(1);
  });

  it('agree while the other one is hidden, by an event and without being looked at', async () => {
    const { site } = context;
    const first = await context.open('/?first');
    const second = await context.open('/?second');
    await second.evaluate(() => {
      document.addEventListener('heed:change', () => {
        document.title = document.hidden ? 'told while hidden' : 'told';
      });
    });
    await first.bringToFront();
    await first.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example/pixel.gif?second');
    await second.until(() => /^told/.test(document.title));
    await first.heed((heed) => heed.withdraw());
    await second.until(() => {
      const { heed } = window as unknown as { heed: { allows(id: string): boolean } };
      return !heed.allows('advertising');
    });
  });

  it('agree on a withdrawal', async () => {
    const { site } = context;
    const first = await context.open('/?first');
    await first.heed((heed) => heed.choose('all'));
    const second = await context.open('/?second');
    await site.waitForRequest('ads.acme.example', 2);
    await first.heed((heed) => heed.withdraw());
    await second.bringToFront();
    await second.until(() => {
      const { heed } = window as unknown as { heed: { allows(id: string): boolean } };
      return !heed.allows('advertising');
    });
    site.clear();
    await second.evaluate(() => {
      new Image().src = 'https://ads.acme.example/late.gif';
    });
    await second.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(await second.has('button', 'Accept all')).toBe(false);
  });
});
