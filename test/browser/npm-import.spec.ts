import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { CONFIG } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

/** Remembers every function and accessor that a page can replace, before anything else runs. */
const SNAPSHOT = `<script>
  window.natives = () => {
    const all = new Map();
    const look = (name, object) => {
      for (const key of Reflect.ownKeys(object)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
        if (typeof value === 'function' || get || set) all.set(name + '.' + String(key), [value, get, set]);
      }
    };
    for (const name of Object.getOwnPropertyNames(window)) {
      const { value } = Object.getOwnPropertyDescriptor(window, name);
      if (typeof value !== 'function' || name === 'createConsent') continue;
      all.set('window.' + name, [value]);
      look(name, value);
      if (value.prototype) look(name + '.prototype', value.prototype);
    }
    for (const name of ['document', 'navigator', 'history', 'location']) look(name, window[name]);
    return all;
  };
  window.before = natives();
  window.replaced = () => {
    const now = natives();
    // What was there before: the driver adds functions of its own meanwhile.
    return [...before.keys()].filter((key) => before.get(key).some((f, i) => f !== now.get(key)?.[i])).sort();
  };
</script>`;

const app = (code: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>App</title>${SNAPSHOT}</head>
<body>
<script type="module">
  import { createConsent } from '/index.js';
  window.createConsent = createConsent;
  window.config = ${JSON.stringify(CONFIG)};
  ${code}
  window.__ran = ['app'];
</script>
</body>
</html>`;

const USUAL = `
  window.consent = createConsent(config);
  new Image().src = 'https://ads.acme.example/pixel.gif';
  document.body.append(Object.assign(document.createElement('script'), { src: 'https://snap.licdn.com/insight.js' }));
  document.body.insertAdjacentHTML('beforeend', '<script type="text/plain" data-heed="performance" src="https://www.google-analytics.com/marked.js"><\\/script>');`;
const ALL = [
  'https://ads.acme.example/pixel.gif',
  'https://snap.licdn.com/insight.js',
  'https://www.google-analytics.com/marked.js',
];

interface AppWindow {
  replaced(): string[];
  createConsent(config: unknown, options?: unknown): { destroy(): void };
  config: unknown;
}
const replaced = (tab: Tab) => tab.evaluate(() => (window as unknown as AppWindow).replaced());
const banners = (tab: Tab) =>
  tab.evaluate(() => {
    const count = (root: Document | ShadowRoot): number =>
      Array.from(root.querySelectorAll('*')).reduce(
        (sum, element) =>
          sum +
          Number(element.getAttribute('part') === 'accept') +
          (element.shadowRoot ? count(element.shadowRoot) : 0),
        0,
      );
    return count(document);
  });

describeInEveryBrowser('the npm import', (context) => {
  const open = async (code: string) => {
    context.site.page('/', app(code));
    const tab = await context.open();
    await tab.until(() => window.__ran?.includes('app'));
    await tab.idle();
    return tab;
  };

  it('holds, asks, and releases as the script tag does', async () => {
    const { site } = context;
    const tab = await open(USUAL);
    expect(site.thirdParty()).toEqual([]);
    await tab.press('button', 'Accept all');
    for (const url of ALL) await site.waitForRequest(url);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(ALL);
    expect(await tab.cookies()).toMatchObject([{ name: 'heed', domain: '.shop.example' }]);

    site.clear();
    await tab.reload();
    expect(site.thirdParty().sort()).toEqual(ALL);
    expect(await banners(tab)).toBe(0);
    expect(tab.errors).toEqual([]);
  });

  it('"Required only" keeps everything held, on the next visit too', async () => {
    const { site } = context;
    const tab = await open(USUAL);
    await tab.press('button', 'Required only');
    await tab.reload();
    expect(site.thirdParty()).toEqual([]);
    expect(await banners(tab)).toBe(0);
  });

  it('draws nothing with ui: "none"', async () => {
    const { site } = context;
    const tab = await open(`window.consent = createConsent(config, { ui: 'none' })`);
    expect(await banners(tab)).toBe(0);
    expect(site.received('/heed.ui.js')).toEqual([]);
  });

  it('destroy() gives every native back and takes the interface away', async () => {
    const { site } = context;
    const tab = await open(USUAL);
    await tab.part('button', 'Accept all');
    expect((await replaced(tab)).length).toBeGreaterThan(5);
    await tab.heed((heed) => heed.destroy());
    expect(await replaced(tab)).toEqual([]);
    expect(await banners(tab)).toBe(0);
    await tab.evaluate(() => {
      new Image().src = 'https://free.example/pixel.gif';
      document.body.insertAdjacentHTML('beforeend', '<iframe src="https://free.example/frame"></iframe>');
    });
    await tab.idle();
    expect(site.received('free.example')).toHaveLength(2);
    await tab.heed((heed) => heed.destroy()); // twice is as good as once
    expect(tab.errors).toEqual([]);
  });

  it('does not undo what others have patched after it', async () => {
    const tab = await open(USUAL);
    const kept = await tab.evaluate(async () => {
      const inner = window.fetch;
      const mine: typeof fetch = (...args) => inner(...args);
      window.fetch = mine;
      (window as unknown as { consent: { destroy(): void } }).consent.destroy();
      const same = window.fetch === mine;
      return [same, await window.fetch('/index.js').then(({ ok }) => ok)];
    });
    expect(kept).toEqual([true, true]);
  });

  it('mounted twice: one banner, and one load of what is granted', async () => {
    const { site } = context;
    const tab = await open(`${USUAL}; window.second = createConsent(config)`);
    await tab.part('button', 'Accept all');
    await tab.idle();
    expect(await banners(tab)).toBe(1);
    await tab.press('button', 'Accept all');
    for (const url of ALL) await site.waitForRequest(url);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(ALL);
    expect(await banners(tab)).toBe(0);
  });

  it('mounted, destroyed, mounted again, as strict modes do: one banner, one load, and nothing left behind', async () => {
    const { site } = context;
    const tab = await open(`createConsent(config).destroy(); ${USUAL}`);
    await tab.part('button', 'Accept all');
    expect(await banners(tab)).toBe(1);
    await tab.press('button', 'Accept all');
    for (const url of ALL) await site.waitForRequest(url);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(ALL);
    await tab.heed((heed) => heed.destroy());
    expect(await replaced(tab)).toEqual([]);
  });

  for (const [order, first, second] of [
    ['the later one goes first', 'later', 'earlier'],
    ['the earlier one goes first', 'earlier', 'later'],
  ] as const) {
    it(`two instances in one page: each holds until it is destroyed (${order})`, async () => {
      const { site } = context;
      const tab = await open(`
        window.earlier = createConsent(config, { ui: 'none' });
        window.later = createConsent(config, { ui: 'none' });`);
      const send = (name: string) =>
        tab.evaluate((label) => {
          new Image().src = `https://ads.acme.example/${label}.gif`;
          document.body.append(
            Object.assign(document.createElement('script'), {
              src: `https://ads.acme.example/${label}.js`,
            }),
          );
        }, name);
      const destroy = (name: string) =>
        tab.evaluate((label) => {
          (window as unknown as Record<string, { destroy(): void }>)[label]!.destroy();
        }, name);
      await send('both');
      await destroy(first);
      await send('one');
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);

      await destroy(second);
      await send('none');
      await tab.idle();
      expect(site.thirdParty().sort()).toEqual([
        'https://ads.acme.example/none.gif',
        'https://ads.acme.example/none.js',
      ]);
      expect(await replaced(tab)).toEqual([]);
      expect(tab.errors).toEqual([]);
    });
  }

  it('is beside a script tag the same object', async () => {
    const { site } = context;
    site.page(
      '/',
      app('window.consent = createConsent(config); window.same = window.consent === window.heed').replace(
        '<title>',
        `<script type="application/json" id="heed-config">${JSON.stringify(CONFIG)}</script><script src="/heed.js"></script><title>`,
      ),
    );
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    expect(await tab.evaluate(() => (window as unknown as { same: boolean }).same)).toBe(true);
    expect(await banners(tab)).toBe(1);
    expect(tab.heedLines.filter(({ level }) => /^(warn|error)/.test(level))).toHaveLength(1);
  });
});
