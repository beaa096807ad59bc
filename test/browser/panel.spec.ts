import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { ANALYTICS, CONFIG, FLOODLIGHT, LINKEDIN, MARKETO, page, serveVendors } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

const body = `<main><h1>Shop</h1>${FLOODLIGHT}</main>
<footer><a href="#heed" data-heed-open></a> <p id="status" data-heed-status></p></footer>`;
const head = ANALYTICS + LINKEDIN + MARKETO;
const SHARING = ['snap.licdn.com', 'px.ads.linkedin.com', 'ad.doubleclick.net'];
const statusOf = (tab: Tab) => tab.evaluate(() => document.getElementById('status')?.textContent);

const AXE = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);
/** What axe has against the interface as it stands. */
async function complaints(tab: Tab): Promise<string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate(async () => {
    type Axe = { run(on: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run('[data-heed-ui]');
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describeInBrowsers('the panel under opt-out', (context) => {
  const config: Config = { ...CONFIG, regime: 'opt-out' };
  beforeEach(() => {
    serveVendors(context.site);
    context.site.page('/', page({ head, body, config }));
  });

  it('is one click from the link to an opt-out that is confirmed, enforced and kept', async () => {
    const { site } = context;
    const tab = await context.open();
    await site.waitForRequest('px.ads.linkedin.com');
    expect(await statusOf(tab)).toBe('');

    await tab.press('link', 'Your Privacy Choices');
    await tab.part('button', 'Do not sell or share my personal information');
    expect(await complaints(tab)).toEqual([]);
    await tab.press('button', 'Do not sell or share my personal information');
    // In the panel, which stays, and in the page.
    await tab.part('status', 'Opt-out request honored');
    expect(await statusOf(tab)).toBe('Opt-out request honored');
    expect(await tab.has('dialog', 'Your Privacy Choices')).toBe(true);
    expect(await tab.stateOf('switch', 'Allow Advertising')).toMatchObject({ checked: false });
    await tab.idle();

    site.clear();
    await tab.reload();
    const hosts = site.thirdParty().map((url) => new URL(url).hostname);
    expect(hosts.filter((host) => SHARING.includes(host))).toEqual([]);
    expect(await statusOf(tab)).toBe('Opt-out request honored');
  });

  it.each([
    ['as it comes', ''],
    ['where the page lays every drawing out', 'svg { display: block; width: 100%; height: auto }'],
  ])('has its icon beside the name of its link, as high as the text: %s', async (_case, css) => {
    const { site } = context;
    site.page(
      '/',
      page({ head, body: `<style>${css} footer { font: 20px/1.5 sans-serif }</style>${body}`, config }),
    );
    const tab = await context.open();
    await tab.part('link', 'Your Privacy Choices');
    await tab.until(() => document.querySelector('[data-heed-open] svg'));
    const { icon, link, lines } = await tab.evaluate(() => {
      const link = document.querySelector('[data-heed-open]')!;
      const { width, height } = link.querySelector('svg')!.getBoundingClientRect();
      return {
        icon: [width, height].map((value) => Math.round(value * 10) / 10),
        link: link.getBoundingClientRect().height,
        lines: link.getClientRects().length,
      };
    });
    expect(icon).toEqual([37.5, 17.5]);
    expect(lines).toBe(1);
    expect(link).toBeLessThan(31);
  });

  it('says once more that the choice is kept where the opt-out was in force already', async () => {
    const tab = await context.open();
    await tab.heed((heed) => heed.choose({ advertising: false }));
    await tab.press('link', 'Your Privacy Choices');
    await tab.part('status', 'Opt-out request honored');
    await tab.press('button', 'Do not sell or share my personal information');
    // Within the dialog: what stands outside of an open one is told to nobody.
    await tab.until(() => {
      const panel = document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector('[part=panel]')!;
      const told = Array.from(panel.querySelectorAll('[role=status]'), ({ textContent }) => textContent);
      return told.includes('Your choice is saved.') && told.includes('Opt-out request honored');
    });
  });

  it('leaves no gap for what it does not say', async () => {
    const tab = await context.open();
    await tab.press('link', 'Your Privacy Choices');
    await tab.part('button', 'Do not sell or share my personal information');
    const gaps = await tab.evaluate(() => {
      const head = document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector('.head')!;
      const rects = Array.from(head.children, (child) => child.getBoundingClientRect()).filter(
        ({ height }) => height,
      );
      return rects.slice(1).map(({ top }, i) => Math.round(top - rects[i]!.bottom));
    });
    expect(gaps.length).toBeGreaterThan(2);
    expect(new Set(gaps).size).toBe(1);
  });

  it('is not there before it is asked for', async () => {
    const tab = await context.open();
    expect(await tab.has('dialog', 'Your Privacy Choices')).toBe(false);
    expect(await tab.has('region', 'Your privacy')).toBe(false);
  });
});

describeInBrowsers('a link without a label', (context) => {
  it('gets one where it comes after the interface', async () => {
    const { site } = context;
    site.serve('/slow.js', { type: 'text/javascript', body: '', hold: true });
    site.page('/', page({ body: '<h1>Shop</h1><script src="/slow.js"></script>' + body, config: CONFIG }));
    const tab = await context.tab();
    const gone = tab.visit();
    await site.waitForRequest('/slow.js');
    await tab.part('button', 'Accept all');
    site.release('/slow.js');
    await gone;
    await tab.part('link', 'Privacy preferences');
    expect(tab.errors).toEqual([]);
  });
});

describeInBrowsers(
  'lifting Global Privacy Control',
  (context) => {
    beforeEach(() => {
      serveVendors(context.site);
      context.site.page('/', page({ head, body }));
    });

    const NOTICE = 'Your browser sends Global Privacy Control';
    async function saveAdvertising(): Promise<Tab> {
      const tab = await context.open();
      await tab.press('link', 'Privacy preferences');
      await tab.press('switch', 'Allow Advertising');
      await tab.press('button', 'Save');
      await tab.part('dialog', NOTICE);
      return tab;
    }

    it('takes a second answer, which is the equal of the other, and is as easily taken back', async () => {
      const { site } = context;
      const tab = await saveAdvertising();
      expect(await complaints(tab)).toEqual([]);
      const [keep, allow] = await Promise.all(
        ['Keep my signal', 'Allow anyway'].map((name) => tab.stateOf('button', name)),
      );
      expect([keep!.width, keep!.height]).toEqual([allow!.width, allow!.height]);
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);

      await tab.press('button', 'Allow anyway');
      for (const host of SHARING) await site.waitForRequest(host);
      await tab.idle();
      site.clear();
      await tab.reload();
      for (const host of SHARING) await site.waitForRequest(host);

      await tab.press('link', 'Privacy preferences');
      await tab.press('switch', 'Allow Advertising');
      await tab.press('button', 'Save');
      await tab.gone('dialog', 'Privacy preferences');
      await tab.idle();
      site.clear();
      await tab.reload();
      expect(site.thirdParty()).toEqual([]);
      expect(await statusOf(tab)).toBe('Opt-out request honored');
    });

    it('does not happen when the signal is kept', async () => {
      const tab = await saveAdvertising();
      await tab.press('button', 'Keep my signal');
      await tab.gone('dialog', NOTICE);
      await tab.idle();
      await tab.reload();
      expect(context.site.thirdParty()).toEqual([]);
    });

    it('does not happen on Escape, which leads back to the panel', async () => {
      const tab = await saveAdvertising();
      await tab.page.keyboard.press('Escape');
      await tab.gone('dialog', NOTICE);
      expect(await tab.has('dialog', 'Privacy preferences')).toBe(true);
      expect(await tab.stateOf('switch', 'Allow Advertising')).toMatchObject({ checked: true });
      expect(await tab.heed((heed) => heed.allows('advertising'))).toBe(false);
    });
  },
  { gpc: true },
);

describeInBrowsers('the receipt', (context) => {
  async function openReceipt(before?: (tab: Tab) => unknown): Promise<Tab> {
    context.site.page('/', page({ body, head }));
    const tab = await context.open();
    await before?.(tab);
    await tab.press('link', 'Privacy preferences');
    await tab.press('button', /^Held on this page now: \d+$/);
    await tab.part('button', 'Copy as JSON');
    // Out from under the buttons that stay in sight.
    await tab.evaluate(() =>
      document.querySelector('[data-heed-ui]')!.shadowRoot!.querySelector('.receipt')!.scrollIntoView(),
    );
    return tab;
  }
  const shown = (tab: Tab) =>
    tab.evaluate(() => {
      const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
      const area = root.querySelector('textarea');
      return {
        focused: root.activeElement?.localName,
        area: area && JSON.parse(area.value).held.length,
        whole: area && area.selectionStart === 0 && area.selectionEnd === area.value.length,
        // Wholly in sight, over the buttons that stay there.
        above:
          area &&
          area.getBoundingClientRect().bottom < root.querySelector('.foot')!.getBoundingClientRect().top,
      };
    });
  /** What the visitor has said to the browser about this site and what is copied. */
  const permit = ({ page }: Tab, state: 'granted' | 'denied') =>
    page.browserContext().setPermission(
      new URL(page.url()).origin,
      ...['clipboard-read', 'clipboard-write'].flatMap((name) =>
        [true, false].map((allowWithoutSanitization) => ({
          permission: { name: name as PermissionName, allowWithoutSanitization },
          state,
        })),
      ),
    );
  const held = (tab: Tab) => tab.heed((heed) => heed.held.length);

  it('tells what is held at the moment when it is unfolded', async () => {
    const tab = await openReceipt();
    const count = (await held(tab)) + 1;
    await tab.press('button', /^Held on this page now/);
    await tab.evaluate(() => {
      document.head.append(
        Object.assign(document.createElement('script'), { src: 'https://ads.acme.example/late.js' }),
      );
    });
    await tab.press('button', /^Held on this page now/);
    await tab.part('button', `Held on this page now: ${count}`);
    expect(
      await tab.evaluate(() => document.querySelector('[data-heed-ui]')!.shadowRoot!.textContent),
    ).toContain('ads.acme.example');
  });

  context.itIn(['chromium'], 'it has no permission for what is copied')(
    'is copied where the browser allows it, which is said aloud, and the focus stays',
    async () => {
      const tab = await openReceipt((tab) => permit(tab, 'granted'));
      await tab.press('button', 'Copy as JSON');
      await tab.part('status', 'Copied');
      const copied = JSON.parse(await tab.evaluate(() => navigator.clipboard.readText()));
      expect(copied).toMatchObject({ regime: 'opt-in', page: await tab.evaluate(() => location.href) });
      expect(copied.held).toHaveLength(await held(tab));
      // No addresses: they may tell what is nobody else's business.
      expect(JSON.stringify(copied.held)).not.toContain('https:');
      expect(await shown(tab)).toMatchObject({ focused: 'button', area: null });
    },
  );

  const REFUSALS: Record<string, (tab: Tab) => unknown> = {
    'a browser that refuses': (tab) =>
      tab.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      }),
    'a page without https, which has no clipboard': (tab) =>
      tab.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  };
  if (context.browser === 'chromium')
    REFUSALS['a visitor who has denied it'] = (tab) => permit(tab, 'denied');
  it.each(Object.keys(REFUSALS))('stands ready for the own hand, selected: %s', async (way) => {
    const tab = await openReceipt(REFUSALS[way]);
    await tab.press('button', 'Copy as JSON');
    await tab.part('textarea', 'JSON');
    const count = await held(tab);
    expect(await shown(tab)).toEqual({ focused: 'textarea', area: count, whole: true, above: true });
    expect(await tab.has('status', 'Copied')).toBe(false);
    expect(await complaints(tab)).toEqual([]);
    // Keys are the page's again, and nothing was decided.
    await tab.page.keyboard.press('Escape');
    await tab.gone('dialog', 'Privacy preferences');
    expect(await tab.evaluate(() => document.cookie)).toBe('');
    expect(tab.errors).toEqual([]);
  });
});

describeInBrowsers("Google's pings under the advanced mode", (context) => {
  const SAID = 'Sends signals without cookies even when off.';
  const config: Config = {
    ...CONFIG,
    categories: {
      ...CONFIG.categories,
      performance: {
        vendors: [{ id: 'google-analytics', consentMode: { advanced: 'Our note of 3 November.' } }],
      },
    },
  };
  const shownBy = async (config: Config) => {
    context.site.page('/', page({ body, config }));
    const tab = await context.open();
    await tab.press('link', /^(Privacy preferences|Your Privacy Choices)$/);
    await tab.part('switch', 'Allow Advertising');
    return tab;
  };
  const saysOf = (tab: Tab) =>
    tab.evaluate((words) => {
      const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
      return Array.from(root.querySelectorAll('strong'))
        .filter((said) => said.textContent === words && said.getBoundingClientRect().height > 0)
        .map((said) => said.closest('p')!.id);
    }, SAID);

  it('are told beside the switch that does not stop them, without a search, before and after a denial', async () => {
    const tab = await shownBy(config);
    expect(await saysOf(tab)).toEqual(['about-google-analytics']);
    expect(await complaints(tab)).toEqual([]);
    await tab.press('button', 'Required only');
    await tab.press('link', 'Privacy preferences');
    await tab.part('switch', 'Allow Advertising');
    expect(await saysOf(tab)).toEqual(['about-google-analytics']);
  });

  it('are no matter where the file does not ask for them, or the visitor may opt out', async () => {
    for (const other of [CONFIG, { ...config, regime: 'opt-out' } as Config])
      expect(await saysOf(await shownBy(other))).toEqual([]);
  });
});

describeInBrowsers('the language of the page', (context) => {
  it('is spoken, fetched alone, and followed when it changes', async () => {
    const { site } = context;
    serveVendors(site);
    site.page('/', page({ head, body, lang: 'fr-CA' }));
    const tab = await context.open();
    await tab.part('button', 'Tout accepter');
    expect(await complaints(tab)).toEqual([]);
    const languages = () =>
      tab.asked.filter((url) => url.includes('/texts/')).map((url) => url.split('/').pop());
    expect(languages()).toEqual(['fr.js']);
    const leftOf = () =>
      tab.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-heed-ui]') as HTMLElement;
        return shadowRoot?.querySelector('[part=accept]')?.getBoundingClientRect().left;
      });
    const left = await leftOf();

    await tab.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
    await tab.part('button', 'قبول الكل');
    expect(languages()).toEqual(['fr.js', 'ar.js']);
    // Accept stands first, so now on the right.
    expect(await leftOf()).toBeGreaterThan(left ?? Number.NaN);
    expect(await complaints(tab)).toEqual([]);

    await tab.press('button', 'التفضيلات');
    await tab.part('dialog', 'تفضيلات الخصوصية');
    expect(await complaints(tab)).toEqual([]);
    await tab.evaluate(() => Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' }));
    await tab.part('button', 'Save');
  });
});

describeInBrowsers(
  'a page that runs from right to left',
  (context) => {
    const acme = {
      id: 'acme-ads',
      name: 'Acme, Inc.',
      hosts: ['ads.acme.example'],
      purpose: 'Shows ads (of shops).',
      cookies: ['_acme_*'],
    };
    const config: Config = {
      ...CONFIG,
      categories: {
        ...CONFIG.categories,
        advertising: { name: 'Ads (paid)', description: 'Pays for this shop.', vendors: ['linkedin', acme] },
      },
    };
    const rightToLeft = `<script>document.documentElement.dir = 'rtl'</script>
<main><h1>متجر</h1><iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" width="480" height="300"></iframe></main>
<div data-heed-cookies></div><footer><a href="#heed" data-heed-open></a></footer>`;

    /** The sentences and names whose last mark stands on the wrong side of them, and how many were looked at. */
    const misplaced = (tab: Tab) =>
      tab.evaluate(() => {
        const wrong: string[] = [];
        let seen = 0;
        const roots: Node[] = [document.querySelector('[data-heed-cookies]')!];
        for (const host of document.querySelectorAll('[data-heed-ui],[data-heed-placeholder]'))
          if (host.shadowRoot) roots.push(host.shadowRoot);
        const place = (node: Node, at: number) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, right, top } = range.getBoundingClientRect();
          return { middle: (left + right) / 2, top, seen: right > left };
        };
        for (const root of roots) {
          const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          for (let node = texts.nextNode(); node; node = texts.nextNode())
            for (const { 0: end, index } of (node.nodeValue ?? '').matchAll(
              /(?<=^[^\u0590-\u08ff]*)[a-z][.)*](?![a-z(])|[a-z][.)](?=\u2069)|[\u05d0-\u064a][.:](?= |$)/g,
            )) {
              const [letter, mark] = [place(node, index), place(node, index + 1)];
              if (!mark.seen || letter.top !== mark.top) continue;
              seen++;
              if (/^[a-z]/.test(end) !== mark.middle > letter.middle)
                wrong.push(`${node.parentElement?.localName}: ${node.nodeValue}`);
            }
          // A name of a cookie begins with its underscore.
          for (const name of (root as Element).querySelectorAll('code,th bdi'))
            if (name.textContent?.startsWith('_') && place(name.firstChild!, 0).seen) {
              seen++;
              const [mark, letter] = [place(name.firstChild!, 0), place(name.firstChild!, 1)];
              if (mark.middle > letter.middle) wrong.push(name.textContent);
            }
        }
        return { wrong, seen };
      });
    const languages = (tab: Tab, words: string) =>
      tab.evaluate((words) => {
        const roots = [document, document.querySelector('[data-heed-ui]')!.shadowRoot!];
        return roots.flatMap((root) =>
          Array.from(root.querySelectorAll('bdi'))
            .filter(({ textContent }) => textContent === words)
            .map((element) => element.closest('[lang]')?.getAttribute('lang') ?? 'that of the interface'),
        );
      }, words);

    it.each(['ar', 'he'])('has the words of file and vendors in their own direction, in %s', async (lang) => {
      context.site.page('/', page({ body: rightToLeft, config, lang }));
      const tab = await context.open();
      const inPart = (part: string) =>
        tab.until(
          (part) => document.querySelector('[data-heed-ui]')?.shadowRoot?.querySelector(`[part=${part}]`),
          part,
        );
      await tab.until(() => document.querySelector('[data-heed-placeholder],[data-heed-cookies] td'));
      await tab.evaluate(() => document.querySelector<HTMLElement>('[data-heed-open]')!.click());
      await inPart('panel');
      await tab.evaluate(() => {
        const { shadowRoot } = document.querySelector('[data-heed-ui]')!;
        for (const details of shadowRoot!.querySelectorAll('details')) details.open = true;
        shadowRoot!.querySelector<HTMLElement>('input[value=advertising]')!.click();
        shadowRoot!.querySelector<HTMLElement>('[part=save]')!.click();
      });
      await inPart('conflict');
      // The facts about vendors are there.
      await tab.until(() =>
        /LinkedIn ads\./.test(document.querySelector('[data-heed-cookies]')?.textContent ?? ''),
      );
      const { wrong, seen } = await misplaced(tab);
      expect(wrong).toEqual([]);
      expect(seen).toBeGreaterThan(20);
      // What Heed knows is English. What language a file speaks nobody has said.
      const known = await languages(tab, 'Measures conversions and builds audiences for LinkedIn ads.');
      expect(new Set(known)).toEqual(new Set(['en']));
      expect(await languages(tab, 'Shows ads (of shops).')).not.toContain('en');
      expect(await complaints(tab)).toEqual([]);
    });
  },
  { dnt: true },
);

describeInBrowsers('A returning visitor', (context) => {
  it('is asked nothing and fetches nothing of the interface, in any language', async () => {
    const { site } = context;
    serveVendors(site);
    const footer = '<footer><a href="#heed" data-heed-open>Vos choix</a></footer>';
    site.page('/', page({ head, body: `<main><h1>Shop</h1></main>${footer}`, lang: 'fr' }));
    const tab = await context.open();
    await tab.press('button', 'Tout accepter');
    await tab.idle();
    tab.asked.length = 0;
    await tab.reload();
    const own = tab.asked.filter((url) => /\/(heed[\w.]*|texts\/\w+)\.js/.test(url));
    expect(own.map((url) => new URL(url).pathname)).toEqual(['/heed.js']);
    expect(await tab.evaluate(() => document.querySelector('[data-heed-ui]'))).toBe(null);
  });
});
