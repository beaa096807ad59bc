import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

describeInEveryBrowser('A placeholder', (context) => {
  /** Ways in which pages and players bring a frame late. */
  const WAYS: Record<string, () => void> = {
    'a script makes it': () => {
      const frame = document.createElement('iframe');
      frame.width = '400';
      frame.height = '225';
      frame.src = 'https://ads.acme.example/late';
      document.querySelector('main')?.append(frame);
    },
    'markup brings it': () => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML(
          'beforeend',
          '<iframe loading="lazy" width="400" height="225" src="https://ads.acme.example/late"></iframe>',
        );
    },
    'a player puts it in place of an element, and gives it an address later': () => {
      const stage = document.createElement('div');
      document.querySelector('main')?.append(stage);
      const frame = document.createElement('iframe');
      frame.setAttribute('width', '400');
      frame.setAttribute('height', '225');
      stage.parentNode?.replaceChild(frame, stage);
      frame.setAttribute('src', 'https://ads.acme.example/late');
    },
    'a lazy loader swaps the address in': () => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'width:400px;height:225px';
      document.querySelector('main')?.append(frame);
      requestAnimationFrame(() => Object.assign(frame, { src: 'https://ads.acme.example/late' }));
    },
  };

  it.each(Object.keys(WAYS))(
    'comes in the box of the frame, goes with a grant and comes back with a denial: %s',
    async (way) => {
      const { site } = context;
      site.page('/', page({ body: '<main><h1>Shop</h1></main>' }));
      const tab = await context.open();
      await tab.evaluate(WAYS[way]!);
      const box = async () => {
        await tab.part('button', 'Load once');
        return tab.evaluate(() => {
          const { width, height } = document
            .querySelector('[data-heed-placeholder]')!
            .getBoundingClientRect();
          return [Math.round(width / 10), Math.round(height / 10)];
        });
      };
      const first = await box();
      expect(first).toEqual([40, 23]);
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);

      await tab.heed((heed) => heed.choose({ 'acme-ads': true }));
      await site.waitForRequest('ads.acme.example/late');
      await tab.gone('button', 'Load once');
      expect(await tab.evaluate(() => document.querySelector('iframe')?.offsetWidth)).toBeGreaterThan(390);
      await tab.idle();
      site.clear();
      await tab.heed((heed) => heed.withdraw());
      expect(await box()).toEqual(first);
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);
    },
  );

  it('keeps its shape where the page is narrow, and shows the picture of the site itself only', async () => {
    const { site } = context;
    const frame = (picture: string) =>
      `<div style="width:200px"><iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" data-heed-picture="${picture}" width="400" height="225" style="max-width:100%;aspect-ratio:16/9;height:auto"></iframe></div>`;
    site.page(
      '/',
      page({
        body: `<main><h1>Shop</h1>${frame('/still.gif')}${frame('https://pictures.vendor.example/still.gif')}</main>`,
      }),
    );
    const tab = await context.open();
    await tab.part('button', 'Load once');
    await site.waitForRequest('/still.gif');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(
      await tab.evaluate(() =>
        Array.from(document.querySelectorAll('[data-heed-placeholder]'), (place) => {
          const { width, height } = place.getBoundingClientRect();
          return Math.round((width / height) * 10);
        }),
      ),
    ).toEqual([18, 18]);
  });
});
