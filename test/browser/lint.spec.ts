import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { CONFIG, page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

// No dark pattern in any language, size or look: what refuses measures, looks and lies as what accepts, all of it can be
// read and reached, and axe has nothing against it.

const ROOT = path.resolve(import.meta.dirname, '../..');
const LANGUAGES = fs.readdirSync(path.join(ROOT, 'src/ui/texts')).map((name) => name.replace('.ts', ''));
const AXE = fs.readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** Long words, another alphabet, right to left, no spaces, and what all else is measured by. */
const SAMPLE = ['en', 'de', 'el', 'fi', 'ar', 'ja'];
const ENGINES = {
  engines: ['chromium', 'firefox'],
  because: 'the size of its window is not for a test to set',
} as const;

const body = `<main><h1>Shop</h1>
<iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" width="280" height="300" title="Film"></iframe>
</main><footer><a href="#heed" data-heed-open>Privacy choices</a></footer>`;
const config: Config = { ...CONFIG, links: { privacy: '/privacy' } };
const SHADOW = '[data-heed-ui],[data-heed-placeholder]';

/** Switches to each language and look in turn, and tells everything that is wrong in it. */
function lint(tab: Tab, languages: readonly string[], pairs: readonly (readonly [string, string])[]) {
  return tab.evaluate(
    async (languages, pairs, selector) => {
      const page = document.documentElement;
      const found: string[] = [];
      const hosts = () => Array.from(document.querySelectorAll<HTMLElement>(selector));
      const all = (css: string) =>
        hosts().flatMap((host) => Array.from(host.shadowRoot?.querySelectorAll<HTMLElement>(css) ?? []));
      const name = (element: Element) => element.getAttribute('part') || element.id || element.localName;
      /** What differs with the place and the words of two buttons that look alike. */
      const own = /size|width|height|origin|inset|top|left|right|bottom|grid/;
      for (const language of languages) {
        page.lang = language;
        page.dir = /^(ar|he)$/.test(language) ? 'rtl' : 'ltr';
        const isSpoken = () =>
          hosts().every(({ lang }) => lang.toLowerCase().replace('zh-hans', 'zh') === language);
        while (!isSpoken()) await new Promise(requestAnimationFrame);
        for (const scheme of ['light', 'dark']) {
          page.style.setProperty('--heed-scheme', scheme);
          const complain = (what: string) => found.push(`${language} ${innerWidth} px ${scheme}: ${what}`);

          for (const [yes, no] of pairs) {
            const buttons = [yes, no].map((part) => all(`[part=${part}]`).pop());
            const [a, b] = buttons;
            if (!a || !b) {
              complain(`${yes} or ${no} is missing`);
              continue;
            }
            const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
            if (Math.abs(one.height - other.height) > 1 || Math.abs(one.width - other.width) > 1)
              complain(`${yes} is ${one.width}×${one.height}, ${no} ${other.width}×${other.height}`);
            if (a.parentElement !== b.parentElement || a.nextElementSibling !== b)
              complain(`${yes} and ${no} do not stand side by side`);
            const [mine, its] = [getComputedStyle(a), getComputedStyle(b)];
            for (const property of Array.from(mine))
              if (!own.test(property) && mine.getPropertyValue(property) !== its.getPropertyValue(property))
                complain(`${property} of ${yes} and ${no} differ`);
          }

          for (const box of all('.box,.held')) {
            const { left, right, top, bottom } = box.getBoundingClientRect();
            const inner = box.closest('.held') ? document.documentElement.scrollHeight : innerHeight;
            if (left < 0 || right > innerWidth || top < 0 || bottom > inner)
              complain(`${name(box)} leaves the window: ${[left, top, right, bottom]}`);
            if (box.scrollWidth > box.clientWidth) complain(`${name(box)} scrolls sideways`);
            // Reached without a search: both answers; or neither, where the whole panel has to be scrolled.
            for (const pair of [
              ['accept', 'reject'],
              ['keep-signal', 'allow-anyway'],
              ['load', 'always'],
            ]) {
              const under = pair.filter((part) => {
                const button = box.querySelector(`[part=${part}]`);
                return button && button.getBoundingClientRect().bottom > bottom;
              });
              if (under.length === 1 || (under.length && name(box) !== 'panel'))
                complain(`${under} lies under the edge of ${name(box)}`);
            }
          }
          for (const element of all('button,h2,p,b,span,summary,label,code,strong')) {
            const { width, left, right } = element.getBoundingClientRect();
            if (!width || element.closest('.aloud')) continue;
            if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth)
              complain(`${name(element)} is clipped: ${element.textContent}`);
            if (left < 0 || right > innerWidth) complain(`${name(element)} leaves the window`);
            if (
              element.localName !== 'span' &&
              /^\s*$/.test(element.textContent || '') &&
              !element.matches('[role]')
            )
              complain(`${name(element)} is empty`);
          }
        }
      }
      page.style.removeProperty('--heed-scheme');
      return found;
    },
    languages,
    pairs,
    SHADOW,
  );
}

/** What axe has against the interface as it stands. */
async function complaints(tab: Tab, scheme: string, on: string): Promise<string[]> {
  await tab.evaluate(`window.axe || ${JSON.stringify(AXE)} && (0, eval)(${JSON.stringify(AXE)})`);
  return tab.evaluate(
    async (scheme, on) => {
      type Axe = { run(on: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      document.documentElement.style.setProperty('--heed-scheme', scheme);
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(on);
      document.documentElement.style.removeProperty('--heed-scheme');
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme} ${id}: ${html}`));
    },
    scheme,
    on,
  );
}

describeInBrowsers(
  'In every language, size and look',
  (context) => {
    const BANNER = [
      ['accept', 'reject'],
      ['load', 'always'],
    ] as const;
    const PANEL = [['accept', 'reject']] as const;
    const CONFLICT = [['keep-signal', 'allow-anyway']] as const;

    it('banner, placeholder, panel and conflict notice treat both answers alike', {
      timeout: 120_000,
    }, async () => {
      context.site.page('/', page({ body, config }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      await tab.part('button', 'Load once');
      // Nothing under the pointer looks as it does otherwise.
      const inAll = async (pairs: readonly (readonly [string, string])[]) => {
        const found: string[] = [];
        await tab.page.mouse.move(0, 0);
        for (const [width, height] of [
          [320, 568],
          [768, 1024],
          [1280, 800],
        ] as const) {
          await tab.page.setViewport({ width, height });
          await tab.until((wanted) => innerWidth === wanted, width);
          // Each of them where room is scarce, and in the first of the browsers.
          const every = width === 320 && context.browser === 'chromium';
          found.push(...(await lint(tab, every ? LANGUAGES : SAMPLE, pairs)));
        }
        await lint(tab, ['en'], pairs);
        for (const scheme of ['light', 'dark'])
          for (const on of ['[data-heed-ui]', '[data-heed-placeholder]'])
            found.push(...(await complaints(tab, scheme, on)));
        return found;
      };
      expect(await inAll(BANNER)).toEqual([]);
      await tab.press('button', 'Preferences');
      await tab.part('button', 'Save');
      expect(await inAll(PANEL)).toEqual([]);
      await tab.press('switch', 'Allow Advertising');
      await tab.press('button', 'Save');
      await tab.part('button', 'Keep my signal');
      expect(await inAll(CONFLICT)).toEqual([]);
    });

    it('words of the file, however long, leave both answers alike', async () => {
      const accept = 'Accept everything that this shop and its many partners would like to do';
      context.site.page('/', page({ body, config: { ...config, texts: { accept, reject: 'No' } } }));
      const tab = await context.open();
      await tab.part('button', accept);
      await tab.page.mouse.move(0, 0);
      for (const width of [320, 768, 1280]) {
        await tab.page.setViewport({ width, height: 800 });
        await tab.until((wanted) => innerWidth === wanted, width);
        expect(await lint(tab, ['en'], [['accept', 'reject']])).toEqual([]);
      }
    });

    /** What visitors set for themselves reaches in by their own style sheets, and by the browser's size of text. */
    const OWN = {
      'the spacing of text': `* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }
        p { margin-bottom: 2em !important }`,
      'text of twice the size': '.box, .held { font-size: 1.875em !important }',
    };
    it.each(Object.keys(OWN))('%s is for the visitor to set, and nothing is lost', async (own) => {
      context.site.page('/', page({ body, config }));
      const tab = await context.open();
      await tab.part('button', 'Load once');
      const cut = (part: string) =>
        tab.evaluate(
          (css, selector, part) => {
            const found: string[] = [];
            for (const host of document.querySelectorAll(selector)) {
              const root = host.shadowRoot!;
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              root.adoptedStyleSheets = [root.adoptedStyleSheets[0]!, sheet];
              const box = root.querySelector<HTMLElement>(`[part=${part}]`);
              for (const element of box?.querySelectorAll<HTMLElement>('button,h2,p,b,span,label,summary') ??
                []) {
                const { right, left } = element.getBoundingClientRect();
                const seen = element.clientWidth && !element.closest('.aloud');
                const wide = element.scrollWidth > element.clientWidth + 1 || right > innerWidth || left < 0;
                const high = element.matches('button') && element.scrollHeight > element.clientHeight + 1;
                if (seen && (wide || high)) found.push(`${element.localName} ${element.textContent}`);
              }
              // The rest of it is reached by scrolling.
              if (
                box &&
                box.scrollHeight > box.clientHeight + 1 &&
                getComputedStyle(box).overflowY !== 'auto'
              )
                found.push(part);
            }
            return found;
          },
          OWN[own as keyof typeof OWN],
          SHADOW,
          part,
        );
      for (const language of ['en', 'de', 'el', 'fi']) {
        await tab.evaluate(
          (language) => Object.assign(document.documentElement, { lang: language }),
          language,
        );
        await tab.until(
          (language) => document.querySelector<HTMLElement>('[data-heed-ui]')!.lang === language,
          language,
        );
        for (const width of [320, 1280]) {
          await tab.page.setViewport({ width, height: 568 });
          await tab.until((wanted) => innerWidth === wanted, width);
          for (const part of ['banner', 'placeholder']) expect(await cut(part), language).toEqual([]);
          await tab.evaluate(() => document.querySelector<HTMLElement>('[data-heed-open]')!.click());
          await tab.until(() =>
            document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector('[part=panel]'),
          );
          expect(await cut('panel'), language).toEqual([]);
          await tab.page.keyboard.press('Escape');
          await tab.until(
            () => !document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector('[part=panel]'),
          );
        }
      }
    });

    it.each(['Accept all', 'Required only'])('one click is enough: %s', async (name) => {
      context.site.page('/', page({ body, config }));
      const tab = await context.open();
      await tab.press('button', name);
      await tab.gone('button', name);
      await tab.idle();
      await tab.reload();
      expect(await tab.has('button', name)).toBe(false);
      // And in the panel as many.
      await tab.press('link', 'Privacy choices');
      await tab.press('button', name);
      await tab.gone('button', name);
    });

    it('the keyboard walks in the order of reading, Escape decides nothing, and the focus comes back', async () => {
      context.site.page('/', page({ body, config }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      await tab.part('button', 'Load once');
      const focused = () =>
        tab.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return (
            element?.getAttribute('part') ||
            element?.id ||
            element?.getAttribute('value') ||
            element?.localName
          );
        });
      const walk = async (last: string) => {
        const steps: (string | undefined)[] = [];
        while (steps.length < 40 && steps[steps.length - 1] !== last) {
          await tab.page.keyboard.press('Tab');
          steps.push(await focused());
        }
        return steps;
      };
      expect(await focused()).toBe('body');
      expect(await walk('preferences')).toEqual(['a', 'accept', 'reject', 'preferences']);
      await tab.page.keyboard.press('Enter');
      await tab.part('button', 'Save');
      expect(await focused()).toBe('panel-title');
      expect(await walk('close')).toEqual([
        'a',
        'summary', // the companies of "required", whose switch is not to be moved
        ...['performance', 'summary', 'marketing', 'summary'],
        // What the signal holds stands open: each company with its link.
        ...['advertising', 'summary'],
        ...['summary', 'accept', 'reject', 'save', 'close'],
      ]);
      await tab.page.keyboard.press('Escape');
      await tab.gone('button', 'Save');
      expect(await focused()).toBe('preferences');
      await tab.page.keyboard.press('Escape');
      await tab.gone('button', 'Accept all');
      expect(await tab.evaluate(() => document.cookie)).toBe('');
      expect(await tab.heed((heed) => heed.decision.ask)).toBe(true);
      // With nothing to come back to, the page's main part has it.
      expect(await focused()).toBe('main');
    });
  },
  { gpc: true, ...ENGINES },
);

describeInBrowsers(
  'In a window of 320 by 256 pixels, which is 1280 by 1024 at 400 %',
  (context) => {
    const cookieTable = '<div data-heed-cookies></div>';
    const high = '<p style="height:3000px">Long</p>';
    async function open(): Promise<Tab> {
      context.site.page('/', page({ body: body + cookieTable + high, config }));
      const tab = await context.open();
      await tab.page.setViewport({ width: 320, height: 256 });
      await tab.until(() => innerWidth === 320);
      await tab.part('button', 'Accept all');
      return tab;
    }
    /** Which of the controls of a part the hand cannot reach by scrolling. */
    const unreachable = (tab: Tab, part: string) =>
      tab.evaluate((part) => {
        const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
        const controls = Array.from(
          root.querySelectorAll<HTMLElement>(`[part=${part}] :is(button,a,input,summary)`),
        ).filter((control) => control.checkVisibility());
        const lost = controls.filter((control) => {
          control.scrollIntoView({ block: 'center' });
          // A link may go over two lines: its first.
          const { left, right, top, bottom } = control.getClientRects()[0]!;
          const there = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return left < 0 || right > innerWidth || !there || !control.contains(there);
        });
        return { all: controls.length, lost: lost.map((control) => control.textContent) };
      }, part);

    it('every control of banner and preferences is reached, and the page under the banner scrolls', async () => {
      const tab = await open();
      const banner = await unreachable(tab, 'banner');
      expect(banner).toEqual({ all: 4, lost: [] });
      await tab.evaluate(() => scrollTo(0, 500));
      expect(await tab.evaluate(() => scrollY)).toBe(500);

      await tab.evaluate(() => scrollTo(0, 0));
      await tab.press('button', 'Preferences');
      await tab.part('button', 'Save');
      const panel = await unreachable(tab, 'panel');
      expect(panel.lost).toEqual([]);
      expect(panel.all).toBeGreaterThan(10);
    });

    it('"Close" and "Save" without a change leave what is in force as it is', async () => {
      const tab = await open();
      const inForce = () => tab.heed(({ decision: { categories, vendors } }) => ({ categories, vendors }));
      await tab.heed((heed) => heed.choose({ performance: true, marketing: false, advertising: false }));
      await tab.gone('button', 'Accept all');
      const before = await inForce();
      for (const button of ['Close', 'Save']) {
        await tab.evaluate(() => document.querySelector<HTMLElement>('[data-heed-open]')!.click());
        await tab.part('button', button);
        if (button === 'Close') await tab.press('switch', 'Allow Advertising');
        await tab.press('button', button);
        await tab.gone('button', button);
        expect(await inForce(), button).toEqual(before);
      }
    });

    context.itIn(['chromium'], 'no test can ask Firefox for it')(
      'the cookie table is printed, in plain cells with a caption and headers',
      async () => {
        const tab = await open();
        await tab.until(() => document.querySelector('[data-heed-cookies] td'));
        await tab.page.emulateMediaType('print');
        const table = await tab.evaluate(() => {
          const table = document.querySelector('[data-heed-cookies] table')!;
          const visible = Array.from(table.querySelectorAll('caption,th,td')).filter((cell) =>
            cell.checkVisibility(),
          );
          return {
            caption: table.querySelector('caption')?.textContent,
            columns: Array.from(table.querySelectorAll('thead th'), (cell) => cell.getAttribute('scope')),
            rows: Array.from(table.querySelectorAll('tbody tr'), (row) => row.children.length),
            hidden: table.querySelectorAll('caption,th,td').length - visible.length,
            ui: document.querySelector('[data-heed-ui]')!.checkVisibility(),
          };
        });
        expect(table).toMatchObject({
          caption: 'Cookies',
          columns: Array(6).fill('col'),
          hidden: 0,
          ui: false,
        });
        expect(new Set(table.rows)).toEqual(new Set([6]));
      },
    );
  },
  ENGINES,
);
