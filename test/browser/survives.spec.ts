import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { LINKEDIN, page, serveVendors } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

// What pages do to an interface that lives in them: their style sheets, their routers, and what blocks it.

const body = `<main><h1>Shop</h1>
<iframe data-heed="acme-ads" data-heed-src="https://ads.acme.example/film" width="400" height="225" title="Film"></iframe>
</main><footer><a href="#heed" data-heed-open>Privacy choices</a></footer>`;

/** Every box and every look of the interface, as it stands. */
function looksOf(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    const lines: string[] = [];
    const hosts = document.querySelectorAll('[data-heed-ui],[data-heed-placeholder]');
    for (const host of Array.from(hosts))
      for (const element of Array.from(host.shadowRoot?.querySelectorAll(':not(.aloud)') ?? [])) {
        const style = getComputedStyle(element);
        const { width, height, top } = element.getBoundingClientRect();
        // A placeholder lies where the page puts it; its looks are its own.
        const box = host.matches('[data-heed-ui]') ? [width, height, top] : [width, height];
        const { color, backgroundColor, font, letterSpacing, textTransform, display, visibility, opacity } =
          style;
        const look = [
          color,
          backgroundColor,
          font,
          letterSpacing,
          textTransform,
          display,
          visibility,
          opacity,
        ];
        lines.push(`${element.localName} ${element.getAttribute('part')} ${box.map(Math.round)} ${look}`);
      }
    return lines;
  });
}

/** A click at the middle of a part arrives at it. */
function isOnTop(tab: Tab, name: string): Promise<boolean> {
  return tab.evaluate((part) => {
    const root = document.querySelector('[data-heed-ui]')?.shadowRoot;
    const wanted = root?.querySelector(`[part=${part}]`);
    if (!root || !wanted) return false;
    const { left, top, width, height } = wanted.getBoundingClientRect();
    return root.elementFromPoint(left + width / 2, top + height / 2) === wanted;
  }, name);
}

const style = (tab: Tab, css: string) =>
  tab.evaluate((text) => {
    document.querySelector('#hostile')?.remove();
    document.head.append(
      Object.assign(document.createElement('style'), { id: 'hostile', textContent: text }),
    );
  }, css);

const HOSTILE: Record<string, string> = {
  'all: unset for everything': '* { all: unset !important }',
  'all: revert for everything': '* { all: revert !important }',
  'all div elements away':
    'div, section, dialog, p { display: none !important } main { display: block !important }',
  'red, and large': '* { color: red !important; font-size: 60px !important; letter-spacing: 5px !important }',
  'text in capitals, buttons wide':
    '* { text-transform: uppercase !important; line-height: 3 !important } button { width: 900px !important }',
  'a root of another size, invisible':
    'html { font-size: 40px !important } body { visibility: hidden !important } iframe { visibility: visible }',
  'a body that is moved and faded':
    'body { transform: translateX(200px) scale(.5); opacity: .2; filter: blur(2px); contain: paint }',
  'backdrops and popovers of its own':
    '::backdrop { background: red !important; opacity: 1 !important } [popover] { inset: 0; background: lime !important; width: 100vw !important; height: 100vh !important; padding: 5em !important; margin: auto !important }',
};

describeInEveryBrowser('A page with hostile style sheets', (context) => {
  it('changes nothing of the banner, the placeholder and the panel', async () => {
    const { site } = context;
    site.page('/', page({ body }));
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    await tab.part('button', 'Load once');
    await tab.until(() =>
      document.querySelector('[data-heed-placeholder]')?.shadowRoot?.textContent?.includes('Acme Ads'),
    );
    const before = await looksOf(tab);
    expect(before.length).toBeGreaterThan(15);
    for (const [name, css] of Object.entries(HOSTILE)) {
      // Where the page itself moves its frames, a placeholder moves with them.
      const ui = (lines: string[]) =>
        lines.slice(
          0,
          before.findIndex((line) => line.includes('placeholder')),
        );
      await style(tab, css);
      const now = await looksOf(tab);
      expect(ui(now), name).toEqual(ui(before));
      if (!/all:|body/.test(css)) expect(now, name).toEqual(before);
      expect(await isOnTop(tab, 'accept'), name).toBe(true);
    }
    await style(tab, '');
    await tab.press('button', 'Preferences');
    await tab.part('button', 'Save');
    const panel = await looksOf(tab);
    for (const [name, css] of Object.entries(HOSTILE)) {
      await style(tab, css);
      const ui = (lines: string[]) => lines.filter((line) => !line.includes('placeholder')).slice(0, 40);
      expect(ui(await looksOf(tab)), name).toEqual(ui(panel));
    }
  });

  it('does not cover the banner, however high it stacks', async () => {
    const { site } = context;
    site.page(
      '/',
      page({ body: `${body}<div style="position:fixed;inset:0;z-index:2147483647;background:#fff"></div>` }),
    );
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    expect(await isOnTop(tab, 'accept')).toBe(true);
    await tab.press('button', 'Required only');
    await tab.gone('button', 'Accept all');
  });

  it('keeps what it shows of itself at its own place: nothing of it is dimmed or moved', async () => {
    const { site } = context;
    site.page('/', page({ body, head: '<style>::backdrop { background: red }</style>' }));
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    const backdrop = () =>
      tab.evaluate(() => {
        const host = document.querySelector('[data-heed-ui]');
        return host && getComputedStyle(host, '::backdrop').display;
      });
    expect(await backdrop()).toBe('none');
    // The page under it is in reach: no lock.
    await tab.press('link', 'Privacy choices');
    await tab.part('button', 'Save');
  });
});

/** Ways in which routers bring the next page. */
const ROUTERS: Record<string, () => unknown> = {
  'a body in place of the body, as Turbo and Astro do': () => {
    const next = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
    document.body.replaceWith(document.adoptNode(next.body));
  },
  'a body filled anew, as htmx does': () => {
    const { innerHTML } = document.body;
    document.body.innerHTML = innerHTML;
  },
  'nodes taken out one by one, as a morph does': () => {
    for (const node of Array.from(document.body.children)) node.remove();
    document.body.append(Object.assign(document.createElement('main'), { innerHTML: '<h1>Next</h1>' }));
  },
  'a view transition': () => {
    const swap = () => {
      document.body.replaceWith(
        Object.assign(document.createElement('body'), { innerHTML: '<main><h1>Next</h1></main>' }),
      );
    };
    const { startViewTransition } = document as Document & {
      startViewTransition?: (swap: () => void) => { finished: Promise<void> };
    };
    if (!startViewTransition) return swap();
    return startViewTransition.call(document, swap).finished;
  },
  'a snapshot put back, as Turbo restores a page': () => {
    const kept = document.body.cloneNode(true) as HTMLBodyElement;
    document.body.replaceWith(document.createElement('body'));
    document.body.replaceWith(kept);
  },
};

describeInEveryBrowser('A page with a router', (context) => {
  const ended = 'WebKitGTK 2.50 ends in a view transition of any page';
  for (const way of Object.keys(ROUTERS)) {
    const run = way === 'a view transition' ? context.itIn(['chromium', 'firefox'], ended) : it;
    run(`keeps the one banner: ${way}`, async () => {
      const { site } = context;
      serveVendors(site);
      site.page('/', page({ body, head: LINKEDIN }));
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      await tab.evaluate(ROUTERS[way]!);
      await tab.part('button', 'Accept all');
      expect(
        await tab.evaluate(() => {
          const hosts = Array.from(document.querySelectorAll('[data-heed-ui]'));
          return [hosts.length, hosts[0] === document.body.firstElementChild];
        }),
      ).toEqual([1, true]);
      expect(await isOnTop(tab, 'accept')).toBe(true);
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);
      await tab.press('button', 'Required only');
      await tab.gone('button', 'Accept all');
      expect(await tab.heed((heed) => heed.decision.ask)).toBe(false);
      // What was answered does not come back.
      await tab.evaluate(ROUTERS[way]!);
      await tab.idle();
      expect(await tab.has('button', 'Accept all')).toBe(false);
      expect(site.thirdParty()).toEqual([]);
      expect(tab.errors).toEqual([]);
    });
  }

  it('shuts an open panel with its page, and opens it on the next', async () => {
    const { site } = context;
    site.page('/', page({ body }));
    const tab = await context.open();
    await tab.press('link', 'Privacy choices');
    await tab.part('button', 'Save');
    await tab.evaluate(ROUTERS['a body in place of the body, as Turbo and Astro do']!);
    await tab.gone('button', 'Save');
    await tab.press('link', 'Privacy choices');
    await tab.part('button', 'Save');
  });

  it('asks once where two copies of it run', async () => {
    const { site } = context;
    site.page('/', page({ body }));
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    await tab.evaluate(async () => {
      const again = Object.assign(document.createElement('script'), { src: '/heed.js?again' });
      const loaded = new Promise((resolve) => again.addEventListener('load', resolve));
      document.head.append(again);
      await loaded;
    });
    await tab.idle();
    expect(
      await tab.evaluate(
        () =>
          Array.from(document.querySelectorAll('[data-heed-ui]')).filter((host) =>
            host.shadowRoot?.querySelector('[part=banner]'),
          ).length,
      ),
    ).toBe(1);
  });
});

describeInEveryBrowser('A page that adds to what every object inherits, as old scripts do,', (context) => {
  const adds = `<script>
    Object.prototype.extra = function () {};
    Array.prototype.toJSON = function () { return 'broken'; };
  </script>`;
  it.each([
    ['in front of Heed', { first: adds, head: LINKEDIN }],
    ['behind it', { head: adds + LINKEDIN }],
  ])('%s: is held, opened, and closed again', async (_where, parts) => {
    const { site } = context;
    serveVendors(site);
    site.page('/', page({ ...parts, body }));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    await tab.press('button', 'Accept all');
    await site.waitForRequest('https://snap.licdn.com/li.lms-analytics/insight.min.js');
    await tab.press('link', 'Privacy choices');
    await tab.press('button', 'Required only');
    expect(await tab.heed((heed) => heed.allows('linkedin'))).toBe(false);
    expect(tab.errors).toEqual([]);
  });
});
