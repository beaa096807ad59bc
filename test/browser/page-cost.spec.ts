import { beforeEach, describe, expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

declare global {
  interface Window {
    /** What a page of these tests noted, in order. */
    noted: string[];
  }
}

const NOTES = '<script>window.noted = [];</script>';
const noted = (tab: Tab) => tab.evaluate(() => window.noted);
const SHAPES = ['box', 'bar', 'corner'];
const shaped = (shape: string) => `<style>:root { --heed-banner: ${shape} }</style>`;

/** Notes each paint that is the largest so far: the id of its element, or that it stands in a shadow tree. */
const LARGEST = `${NOTES}<script>
  new PerformanceObserver((list) => {
    for (const { element } of list.getEntries()) noted.push(element ? element.id : 'in a shadow tree');
  }).observe({ type: 'largest-contentful-paint', buffered: true });
</script>`;

/** Notes each shift that the browser counts, right after an input too. */
const SHIFTS = `${NOTES}<script>
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries()) noted.push('moved: ' + sources.map(({ node }) => node && node.nodeName));
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;

/** Pages that what is done for the banner could move. */
const LAYOUTS = {
  'that is longer than the window': '<h1>Shop</h1><div style="height: 300vh"></div><p>End</p>',
  'that is shorter than the window': '<h1>Shop</h1>',
  'with a footer at the end of the window': `<style>
      * { box-sizing: border-box }
      html, body { height: 100%; margin: 0 }
      body { display: flex; flex-direction: column }
      footer { margin-top: auto }
    </style><h1>Shop</h1><footer>Imprint</footer>`,
  'in the middle of the window':
    '<style>* { box-sizing: border-box } html { height: 100%; display: grid; place-items: center }</style><h1>Shop</h1>',
  'that fits the window exactly':
    '<style>body { margin: 0; min-height: 100vh } main { width: 20em; margin: auto }</style><main>Shop</main>',
};

/** Where the page's own things stand. */
const places = (tab: Tab) =>
  tab.evaluate(() =>
    Array.from(document.querySelectorAll('h1, main, p, footer'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height].join(' ');
    }),
  );

describeInEveryBrowser('what the banner costs the page', (context) => {
  const inTwo = context.itIn(['chromium', 'firefox'], 'WebKitGTK 2.50 tells of no largest paint');

  for (const shape of SHAPES) {
    inTwo(`is not its largest paint, as a ${shape}, however little the page says`, async () => {
      context.site.page('/', page({ first: LARGEST, head: shaped(shape), body: '<p id="own">Hi</p>' }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      // Once it stands there and a frame has passed, something larger comes: what was painted before is told before.
      await tab.evaluate(async () => {
        const layer = document.querySelector('[data-heed-ui]')!.shadowRoot!;
        await Promise.all(layer.getAnimations().map(({ finished }) => finished));
        for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
        const large = Object.assign(document.createElement('p'), {
          id: 'large',
          textContent: 'large '.repeat(999),
        });
        document.body.append(large);
      });
      await tab.until(() => window.noted.includes('large'));
      expect(await noted(tab)).toEqual(['own', 'large']);
    });
  }

  for (const [which, body] of Object.entries(LAYOUTS))
    for (const shape of SHAPES.slice(0, 2)) {
      it(`is no move of a page ${which}, as a ${shape}, when it comes and when it goes`, async () => {
        const { site, browser } = context;
        site.delayBuild('/heed.ui.js');
        site.page('/', page({ first: browser === 'chromium' ? SHIFTS : NOTES, head: shaped(shape), body }));
        const tab = await context.tab();
        await tab.visit();
        await site.waitForRequest('/heed.ui.js');
        const before = await places(tab);
        site.release('/heed.ui.js');
        await tab.part('button', 'Accept all');
        await tab.idle();
        expect(await places(tab)).toEqual(before);
        await tab.press('button', 'Required only');
        await tab.gone('button', 'Required only');
        await tab.idle();
        expect(await places(tab)).toEqual(before);
        expect(await noted(tab)).toEqual([]);
      });
    }

  describe('when the visitor accepts', () => {
    /**
     * The size of an element that is newly observed is told once in the next frame, after its animation callbacks and right
     * before it is painted (Resize Observer, "broadcast"): what is noted later, happened after that frame was made.
     */
    const FRAME = `${NOTES}<script>
      addEventListener('click', () => {
        new ResizeObserver((_, observer) => {
          observer.disconnect();
          const layer = document.querySelector('[data-heed-ui]').shadowRoot;
          noted.push(layer.querySelector('[part~=banner]') ? 'a frame with the banner' : 'a frame without the banner');
        }).observe(document.documentElement);
      }, true);
    </script>`;
    const TAGS = `
      <script type="text/plain" data-heed="acme-ads">noted.push('a tag in the page');</script>
      <script type="text/plain" data-heed="acme-ads" src="${ADS}tag.js"></script>
      <script>
        Object.assign(new Image(), { onload: () => noted.push('a held pixel'), src: '${ADS}held.gif' });
      </script>`;

    beforeEach(() => {
      context.site.serve(`${ADS}tag.js`, { body: "noted.push('a tag of a vendor')" });
      context.site.page('/', page({ first: FRAME, body: `<h1>Shop</h1>${TAGS}` }));
    });

    it('draws a frame without the banner before any tag', async () => {
      const tab = await context.open();
      await tab.press('button', 'Accept all');
      await tab.until(() => window.noted.length === 4);
      const order = await noted(tab);
      expect(order[0]).toBe('a frame without the banner');
      expect(order.slice(1).sort()).toEqual(['a held pixel', 'a tag in the page', 'a tag of a vendor']);
      // Not only run, but asked for, after that frame.
      expect(context.site.received('ads.acme.example')).toHaveLength(2);
    });

    it('has kept the choice before that frame, for a visitor who leaves at once', async () => {
      const note = `<script>
        addEventListener('click', () => noted.push(/\\bheed=/.test(document.cookie) && heed.allows('acme-ads') ? 'kept' : 'not kept'));
      </script>`;
      context.site.page('/', page({ first: FRAME, body: note }));
      const tab = await context.open();
      await tab.press('button', 'Accept all');
      await tab.until(() => window.noted.length === 2);
      expect(await noted(tab)).toEqual(['kept', 'a frame without the banner']);
    });
  });
});
