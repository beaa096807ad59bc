import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeInBrowsers } from './support/each-browser.ts';
import { CONFIG, page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENGINES = {
  engines: ['chromium', 'firefox'],
  because: 'the size of its window is not for a test to set',
} as const;
const body = '<main><h1>Shop</h1></main>';
const config = { ...CONFIG, links: { privacy: '/privacy' } };

describeInBrowsers(
  'The looks',
  (context) => {
    const open = async () => {
      context.site.page('/', page({ body, config }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      return tab;
    };
    const css = (tab: Tab, text: string) =>
      tab.evaluate((text) => {
        document.querySelector('#theme')?.remove();
        document.head.append(
          Object.assign(document.createElement('style'), { id: 'theme', textContent: text }),
        );
      }, text);
    /** A colour of a part, as red, green and blue. */
    const colour = (tab: Tab, part: string, property: string) =>
      tab.evaluate(
        (selector, property) => {
          const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
          canvas.fillStyle = getComputedStyle(root.querySelector(selector)!).getPropertyValue(property);
          canvas.fillRect(0, 0, 1, 1);
          return Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
        },
        part,
        property,
      );
    /** WCAG 2.2, "contrast ratio". */
    const contrast = (...colours: number[][]) => {
      const [light, dark] = colours
        .map((channels) => {
          const [r, g, b] = channels.map((value) =>
            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05;
        })
        .sort((a, b) => b - a);
      return light! / dark!;
    };

    const page_ = fs.readFileSync(path.join(ROOT, 'docs/interface.md'), 'utf8');
    const themes = [...page_.matchAll(/^```css theme\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);

    it('of every example in the documentation can be read, in light and in dark', {
      timeout: 60_000,
    }, async () => {
      expect(themes.length).toBeGreaterThan(2);
      const tab = await open();
      await tab.press('button', 'Preferences');
      await tab.part('button', 'Save');
      for (const theme of ['', ...themes])
        for (const scheme of ['light', 'dark']) {
          await css(tab, `:root { color-scheme: ${scheme}; --heed-scheme: ${scheme} } ${theme}`);
          const told = `${scheme}: ${theme}`;
          const ground = await colour(tab, '[part=panel]', 'background-color');
          const against = async (part: string, property: string) =>
            contrast(await colour(tab, part, property), ground);
          for (const part of ['h2', 'p', 'a', '[part=close]', '[part=banner] p'])
            expect(await against(part, 'color'), `${part} ${told}`).toBeGreaterThanOrEqual(4.5);
          for (const part of ['[part=accept]', '[part=reject]', '[part=save]'])
            expect(
              contrast(await colour(tab, part, 'color'), await colour(tab, part, 'background-color')),
              `${part} ${told}`,
            ).toBeGreaterThanOrEqual(4.5);
          for (const [part, property] of [
            ['[part=accept]', 'background-color'],
            ['[part=close]', 'border-top-color'],
            ['input:not(:disabled)', 'border-top-color'],
          ] as const)
            expect(await against(part, property), `${part} ${told}`).toBeGreaterThanOrEqual(3);
        }
    });

    it('are light or dark as the page says, or its own property', async () => {
      const tab = await open();
      const isDark = async () => (await colour(tab, '[part=banner]', 'background-color'))[0]! < 128;
      expect(await isDark()).toBe(false);
      await css(tab, '.night { color-scheme: dark }');
      await tab.evaluate(() => document.documentElement.classList.add('night'));
      await tab.until(() => {
        const banner = document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector('[part=banner]')!;
        return getComputedStyle(banner).colorScheme === 'dark';
      });
      expect(await isDark()).toBe(true);
      await css(tab, '[data-theme=noon] { --heed-scheme: light }');
      await tab.evaluate(() => document.documentElement.setAttribute('data-theme', 'noon'));
      expect(await isDark()).toBe(false);
    });

    it('have three shapes, and each keeps within the window', async () => {
      const rect = (tab: Tab) =>
        tab.evaluate(() => {
          const banner = document
            .querySelector('[data-heed-ui]')!
            .shadowRoot!.querySelector('[part=banner]')!;
          const { left, right, bottom, width } = banner.getBoundingClientRect();
          return { left, right: innerWidth - right, bottom: innerHeight - bottom, width };
        });
      const shaped = async (shape: string, direction = 'ltr') => {
        const head = `<style>:root { --heed-banner: ${shape}; direction: ${direction} }</style>`;
        context.site.page('/', page({ body, config, head }));
        const tab = await context.open();
        await tab.part('button', 'Accept all');
        return rect(tab);
      };
      expect(await shaped('bar')).toMatchObject({ left: 0, right: 0, bottom: 0 });
      const corner = await shaped('corner');
      expect([corner.right, corner.bottom]).toEqual([15, 15]);
      expect(corner.width).toBeLessThan(400);
      const mirrored = await shaped('corner', 'rtl');
      expect([mirrored.left, mirrored.width]).toEqual([15, corner.width]);
      const box = await shaped('box');
      expect([box.left, box.bottom]).toEqual([15, 15]);
      expect(box.width).toBeGreaterThan(500);
    });

    it('move nothing, whether or not less motion is wanted', async () => {
      const tab = await open();
      await tab.press('button', 'Preferences');
      await tab.part('button', 'Save');
      expect(
        await tab.evaluate(
          () =>
            Array.from(document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelectorAll('*'))
              .map((element) => getComputedStyle(element))
              .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none').length,
        ),
      ).toBe(0);
    });

    const chromium = (name: string, body: (tab: Tab) => Promise<void>) =>
      context.itIn(['chromium'], 'no test can ask Firefox for it')(name, async () => body(await open()));

    chromium('are not printed', async (tab) => {
      await tab.page.emulateMediaType('print');
      expect(await tab.has('button', 'Accept all')).toBe(false);
    });

    chromium('keep both answers alike, and their edges, where the system forces its colours', async (tab) => {
      const client = await tab.page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      await tab.until(() => matchMedia('(forced-colors: active)').matches);
      const looks = ['color', 'background-color', 'border-top-color'];
      const of = (part: string) => Promise.all(looks.map((look) => colour(tab, `[part=${part}]`, look)));
      const [accept, reject] = [await of('accept'), await of('reject')];
      expect(accept).toEqual(reject);
      expect(contrast(accept[0]!, accept[1]!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accept[2]!, accept[1]!)).toBeGreaterThanOrEqual(3);
    });
  },
  ENGINES,
);
