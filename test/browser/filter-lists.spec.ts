import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { LINKEDIN, page, serveVendors } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

const body = `<main><h1>Shop</h1></main><footer><a href="#heed" data-heed-open>Privacy choices</a></footer>`;

describeInEveryBrowser('A filter list', (context) => {
  const open = async () => {
    const { site } = context;
    serveVendors(site);
    site.page('/', page({ body, head: LINKEDIN }));
    const tab = await context.open();
    await tab.part('button', 'Accept all');
    return tab;
  };
  /** The page can be used, and nothing was granted. */
  async function expectFree(tab: Tab) {
    await tab.idle();
    expect(context.site.thirdParty()).toEqual([]);
    expect(await tab.heed((heed) => heed.allows('advertising'))).toBe(false);
    expect(
      await tab.evaluate(() => {
        const { left, top } = document.querySelector('h1')!.getBoundingClientRect();
        const { overflow } = getComputedStyle(document.documentElement);
        return [document.elementFromPoint(left + 5, top + 5)?.localName, overflow];
      }),
    ).toEqual(['h1', 'visible']);
  }

  it('that hides the interface locks nothing and grants nothing; the link still opens the preferences', async () => {
    const tab = await open();
    // As a browser's user style sheet does: over all that the interface says of itself.
    await tab.evaluate(() => {
      const root = document.querySelector('[data-heed-ui]')?.shadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':host([data-heed-ui]):host([data-heed-ui]) { display: none !important }');
      if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    expect(await tab.has('button', 'Accept all')).toBe(false);
    await expectFree(tab);
    await tab.press('link', 'Privacy choices');
    await tab.press('button', 'Close');
    await tab.gone('button', 'Close');
    await expectFree(tab);
  });

  it('that takes it out, again and again, is let; the link still opens the preferences', async () => {
    const tab = await open();
    await tab.evaluate(() => {
      const remove = () => document.querySelector('[data-heed-ui]')?.remove();
      const remover = new MutationObserver(remove);
      remover.observe(document, { childList: true, subtree: true });
      Object.assign(window, { remover });
      remove();
    });
    await expectFree(tab);
    expect(await tab.has('button', 'Accept all')).toBe(false);
    await tab.evaluate(() => (window as unknown as { remover: MutationObserver }).remover.disconnect());
    await tab.press('link', 'Privacy choices');
    await tab.part('button', 'Save');
  });

  it('that blocks its file grants nothing, and the console says so', async () => {
    const { site } = context;
    serveVendors(site);
    site.page('/', page({ body, head: LINKEDIN }));
    site.page('/heed.ui.js', '', {
      headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
    });
    const tab = await context.open();
    await expectFree(tab);
    await tab.press('link', 'Privacy choices');
    await expectFree(tab);
    expect(tab.heedLines.filter(({ text }) => text.includes('heed.ui.js')).length).toBeGreaterThan(0);
  });
});
