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

  /** How frames lie in pages. */
  const LAYOUTS: Record<string, string> = {
    'with a border of its own': '<iframe FRAME width="400" height="225"></iframe>',
    'without one': '<iframe FRAME width="400" height="225" frameborder="0"></iframe>',
    'as wide as a column':
      '<div style="width:333.3px"><iframe FRAME style="width:100%;aspect-ratio:16/9;border:0"></iframe></div>',
    'in a box that keeps a ratio':
      '<div style="position:relative;padding-top:56.25%"><iframe FRAME style="position:absolute;top:0;left:0;width:100%;height:100%;border:0"></iframe></div>',
    'in a row':
      '<div style="display:flex;gap:8px"><iframe FRAME style="flex:1;height:200px"></iframe><p>Beside</p></div>',
    'in a grid':
      '<div style="display:grid;grid-template-columns:2fr 1fr"><iframe FRAME style="width:100%;border:0" height="180"></iframe><p>Beside</p></div>',
    'floating, with space around it':
      '<iframe FRAME width="300" height="150" style="float:left;margin:10px 20px 5px 0"></iframe><p>Around it</p>',
    'as a block in the middle':
      '<iframe FRAME width="300" height="150" style="display:block;margin:1em auto;box-sizing:border-box;padding:4px"></iframe>',
    'within a line of text': '<p>Look: <iframe FRAME width="200" height="120"></iframe> there</p>',
  };

  it.each(Object.keys(LAYOUTS))('moves nothing when it comes: a frame %s', async (layout) => {
    const { site } = context;
    site.page('/', page({ body: '<main><h1>Shop</h1></main><p id="after">After</p>' }));
    const tab = await context.open();
    await tab.evaluate(
      (markup) => {
        const told: string[] = [];
        const places = () =>
          Array.from(document.querySelectorAll('h1,p,body'), (element) => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left, top, width, height].map((value) => Math.round(value / 2)).join(' ');
          }).join();
        const main = document.querySelector('main')!;
        main.insertAdjacentHTML('beforeend', markup);
        const look = () => {
          const now = places();
          if (told[told.length - 1] !== now) told.push(now);
          requestAnimationFrame(look);
        };
        look();
        Object.assign(window, { told });
      },
      LAYOUTS[layout]!.replace('FRAME', 'src="https://ads.acme.example/late"'),
    );
    await tab.part('button', 'Load once');
    await tab.idle();
    expect(await tab.evaluate(() => (window as unknown as { told: string[] }).told)).toHaveLength(1);
    expect(site.thirdParty()).toEqual([]);
  });

  it('has both answers whole in a small frame, in long languages too', async () => {
    const { site } = context;
    site.page(
      '/',
      page({
        body: '<main><h1>Shop</h1></main><iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" width="200" height="100"></iframe>',
      }),
    );
    const tab = await context.open();
    await tab.part('button', 'Load once');
    for (const language of ['de', 'el', 'fi', 'ga', 'hu', 'pt', 'uk', 'ar']) {
      const cut = await tab.evaluate(async (language) => {
        document.documentElement.lang = language;
        const place = document.querySelector<HTMLElement>('[data-heed-placeholder]')!;
        while (place.lang !== language) await new Promise(requestAnimationFrame);
        const held = place.shadowRoot!.querySelector('.held')!.getBoundingClientRect();
        return Array.from(place.shadowRoot!.querySelectorAll('button'))
          .filter((button) => {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const isIn = left >= held.left && right <= held.right && top >= held.top && bottom <= held.bottom;
            return (
              !isIn || button.scrollWidth > button.clientWidth || button.scrollHeight > button.clientHeight
            );
          })
          .map((button) => button.textContent);
      }, language);
      expect(cut, language).toEqual([]);
    }
  });

  it('has the size that the page gives to an ordinary frame', async () => {
    const { site } = context;
    const frame =
      '<iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" width="560" height="315"></iframe>';
    site.page('/', page({ body: `<main><h1>Shop</h1><p>${frame}</p></main>` }));
    const tab = await context.open();
    await tab.part('button', 'Load once');
    const size = await tab.evaluate(() => {
      const { width, height } = document.querySelector('[data-heed-placeholder]')!.getBoundingClientRect();
      return [width, height];
    });
    expect(size).toEqual([560, 315]);
  });

  it.each([
    '',
    'display: block',
    'display: block; margin-inline: auto',
    'width: calc(100% - 18px); box-sizing: border-box',
    'float: left; width: calc(100% - 18px); box-sizing: border-box',
  ])('covers the inside of the frame, whatever is around it: %s', async (css) => {
    const { site } = context;
    site.page('/', page({ body: '<main><h1>Shop</h1></main>' }));
    const tab = await context.open();
    const inside = await tab.evaluate((css) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { width: '400', height: '225' });
      frame.style.cssText = `border: 7px solid; border-left-width: 20px; margin: 5px 9px; ${css}`;
      document.querySelector('main')!.append(frame);
      const { left, top } = frame.getBoundingClientRect();
      frame.src = 'https://ads.acme.example/late';
      return [left + 20, top + 7, frame.clientWidth, frame.clientHeight].map(Math.round);
    }, css);
    await tab.part('button', 'Load once');
    const shown = await tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('[data-heed-placeholder]')!;
      const { left, top, width, height } = shadowRoot!.querySelector('.held')!.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    });
    expect(shown).toEqual(inside);
  });

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
          return Math.round((width / height) * 5);
        }),
      ),
    ).toEqual([9, 9]);
  });
});
