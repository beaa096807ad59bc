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

    it('of every example in the documentation can be read, in light and in dark', async () => {
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

    it('are dark where the page says so in its head, and light', async () => {
      for (const [scheme, isDark] of [
        ['dark', true],
        ['only light', false],
      ] as const) {
        context.site.page('/', page({ body, head: `<meta name="color-scheme" content="${scheme}">` }));
        const tab = await context.open();
        await tab.part('button', 'Accept all');
        expect((await colour(tab, '[part=banner]', 'background-color'))[0]! < 128, scheme).toBe(isDark);
      }
    });

    it.each([
      'html { zoom: 2 }',
      'body { zoom: 1.5 }',
      'html { font-size: 40px }',
      'html { transform: scale(.8) }',
    ])('keep the banner within a small window whatever the page does to its size: %s', async (rule) => {
      context.site.page('/', page({ body, config, head: `<style>${rule}</style>` }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      await tab.page.setViewport({ width: 400, height: 600 });
      await tab.until(() => innerWidth === 400);
      const { top, bottom } = await tab.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-heed-ui]')!;
        const { top, bottom } = shadowRoot!.querySelector('[part=banner]')!.getBoundingClientRect();
        return { top, bottom: innerHeight - bottom };
      });
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeGreaterThan(0);
    });

    it('keep room under the page on a page that is written from top to bottom', async () => {
      const head = '<style>html { writing-mode: vertical-rl } p { block-size: 3000px }</style>';
      context.site.page('/', page({ body: `${body}<p>Long</p>`, head }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      await tab.page.keyboard.press('Tab');
      const { paddingBottom, paddingLeft } = await tab.evaluate(() => {
        const { paddingBottom, paddingLeft } = getComputedStyle(document.documentElement);
        return { paddingBottom, paddingLeft };
      });
      expect(Number.parseFloat(paddingBottom)).toBeGreaterThan(100);
      expect(paddingLeft).toBe('0px');
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
              .filter(
                // One of a millisecond is no motion: see the style sheet.
                ({ transitionDuration, animationDuration }) =>
                  transitionDuration !== '0s' || Number.parseFloat(animationDuration) > 0.001,
              ).length,
        ),
      ).toBe(0);
    });

    const chromium = (name: string, body: (tab: Tab) => Promise<void>) =>
      context.itIn(['chromium'], 'no test can ask Firefox for it')(name, async () => body(await open()));

    chromium('are not printed', async (tab) => {
      await tab.page.emulateMediaType('print');
      expect(await tab.has('button', 'Accept all')).toBe(false);
    });

    /** What a phone with a notch and bars of its own leaves free, upright and lying. */
    const PHONES = {
      upright: [
        { width: 390, height: 844 },
        { top: 59, left: 0, bottom: 34, right: 0 },
      ],
      lying: [
        { width: 844, height: 390 },
        { top: 0, left: 59, bottom: 21, right: 59 },
      ],
      small: [
        { width: 320, height: 256 },
        { top: 40, left: 30, bottom: 30, right: 0 },
      ],
    } as const;
    for (const [phone, [size, insets]] of Object.entries(PHONES))
      for (const shape of ['box', 'bar', 'corner'])
        chromium(`keep clear of notches and bars: ${phone}, ${shape}`, async (tab) => {
          await css(tab, `:root { --heed-banner: ${shape} }`);
          await tab.page.setViewport(size);
          const client = await tab.page.createCDPSession();
          await client.send('Emulation.setSafeAreaInsetsOverride' as never, { insets } as never);
          /** Controls and words that stand where the phone shows something else. */
          const covered = (part: string) =>
            tab.evaluate(
              (part, { top, left, bottom, right }) => {
                const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
                const box = root.querySelector(`[part=${part}]`)!;
                const seen = Array.from(box.querySelectorAll('h2,p,button,label,summary'));
                if (!box.matches('.bar')) seen.push(box);
                return seen.flatMap((element) => {
                  const rect = element.getBoundingClientRect();
                  const edges = [
                    rect.left < left,
                    rect.right > innerWidth - right,
                    element === box && (rect.top < top || rect.bottom > innerHeight - bottom),
                  ];
                  return edges.includes(true)
                    ? [`${element.localName} ${element.textContent} ${JSON.stringify(rect)}`]
                    : [];
                });
              },
              part,
              insets,
            );
          await tab.until((wanted) => innerWidth === wanted, size.width);
          // The look of the banner is drawn with the next change.
          await tab.evaluate(() => document.documentElement.classList.toggle('again'));
          await tab.until(
            (shape) =>
              document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector(`.banner.${shape}`) ||
              shape === 'box',
            shape,
          );
          expect(await covered('banner')).toEqual([]);
          await tab.press('button', 'Preferences');
          await tab.part('dialog', 'Privacy preferences');
          expect(await covered('panel')).toEqual([]);
        });

    context.itIn(['chromium'], 'no test can ask Firefox for it')(
      'have one edge around a placeholder where the system forces its colours',
      async () => {
        const frame =
          '<iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" width="400" height="225"></iframe>';
        context.site.page('/', page({ body: body + frame }));
        const tab = await context.open();
        await tab.part('button', 'Load once');
        const client = await tab.page.createCDPSession();
        await client.send('Emulation.setEmulatedMedia', {
          features: [{ name: 'forced-colors', value: 'active' }],
        });
        await tab.until(() => matchMedia('(forced-colors: active)').matches);
        const edges = await tab.evaluate(() => {
          const place = document.querySelector('[data-heed-placeholder]')!;
          document.body.style.background = 'Canvas';
          const held = place.shadowRoot!.querySelector('.held')!;
          const ground = getComputedStyle(document.body).backgroundColor;
          return [place, held].map((element) => getComputedStyle(element).borderTopColor === ground);
        });
        expect(edges).toEqual([true, false]);
      },
    );

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
