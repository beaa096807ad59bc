import { expect, it } from 'vitest';
import { describeInBrowsers } from './support/each-browser.ts';
import { page } from './support/pages.ts';

describeInBrowsers(
  'the cookie declaration',
  (context) => {
    it('leaves a narrow page as wide as it is, in both directions of writing', async () => {
      context.site.page(
        '/',
        page({
          config: { categories: { performance: { vendors: ['google-analytics'] } } },
          head: '<meta name="viewport" content="width=device-width">',
          body: '<main><h1>Cookies</h1><div data-heed-cookies></div></main>',
        }),
      );
      const tab = await context.tab();
      await tab.page!.setViewport({ width: 320, height: 568 });
      await tab.goto('/');
      for (const [lang, dir] of [
        ['en', 'ltr'],
        ['ar', 'rtl'],
      ] as const) {
        await tab.evaluate((lang, dir) => Object.assign(document.documentElement, { lang, dir }), lang, dir);
        // What Heed knows of vendors comes a moment later.
        await tab.until(
          (lang) =>
            document.querySelector(`table[lang=${lang}]`) && /Google LLC/.test(document.body.textContent!),
          lang,
        );
        const widths = await tab.evaluate(() => [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          document.querySelector('table')!.offsetWidth > 320,
        ]);
        expect(widths, lang).toEqual([0, true]);
      }
      expect(tab.errors).toEqual([]);
    });
  },
  { engines: ['chromium', 'firefox'], because: 'only puppeteer sets the size of a window' },
);
