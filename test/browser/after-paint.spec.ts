import { beforeEach, expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, marked, page } from './support/pages.ts';

const held = (name: string) =>
  `<script type="text/plain" data-heed="acme-ads">${marked(name, `new Image().src = '${ADS}${name}.gif';`)}</script>`;
const chained = (name: string) =>
  `<script type="text/plain" data-heed="acme-ads" src="${ADS}${name}.js"></script>`;

/** The page notes what it is told, and when it next paints: without the banner. */
const WITNESS = `<script>
  const order = [];
  const banner = () => !!document.querySelector('[data-heed-ui]').shadowRoot.querySelector('[part=banner]');
  document.addEventListener('heed:change', (event) => {
    order.push('told');
    requestAnimationFrame(() => order.push(banner() ? 'painted with the banner' : 'painted'));
    new Image().src = '${ADS}own.gif';
  });
</script>`;
const ticked = (name: string) =>
  `<script type="text/plain" data-heed="acme-ads">order.push('${name}')</script>`;

describeInEveryBrowser('what a choice lets go', (context) => {
  beforeEach(() => {
    for (const name of ['a', 'b'])
      context.site.serve('ads.acme.example/' + name + '.js', { type: 'text/javascript', body: marked(name) });
  });

  it('has its turn once the visitor has seen the answer; what the page itself asks for passes at once', async () => {
    const { site } = context;
    site.page('/', page({ body: `<h1>Shop</h1>${WITNESS}${ticked('first')}${ticked('second')}` }));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await site.waitForRequest(ADS + 'own.gif');
    await tab.idle();
    expect(await tab.evaluate('order.join()')).toBe('told,painted,first,second');
  });

  it('is asked for at once where it is the first script and on the net', async () => {
    const { site } = context;
    site.page('/', page({ body: `<h1>Shop</h1>${chained('a')}${chained('b')}` }));
    const tab = await context.open();
    const inserted = await tab.heed((heed) => {
      heed.choose('all');
      return Array.from(document.querySelectorAll('script[data-heed]'), (script) =>
        script.getAttribute('type'),
      );
    });
    expect(inserted).toEqual([null, 'text/plain']);
    await site.waitForRequest(ADS + 'b.js');
    await tab.idle();
    expect(await tab.ran()).toEqual(['a', 'b']);
    expect(site.thirdParty()).toEqual([ADS + 'a.js', ADS + 'b.js']);
  });

  it('stays where a denial follows before that', async () => {
    const { site } = context;
    site.page(
      '/',
      page({ body: `<h1>Shop</h1>${held('a')}<img data-heed="acme-ads" data-heed-src="${ADS}b.gif">` }),
    );
    const tab = await context.open();
    await tab.heed((heed) => {
      heed.choose('all');
      heed.withdraw();
    });
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.heed((heed) => heed.held.map(({ kind }) => kind))).toEqual(['script', 'img']);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(ADS + 'a.gif');
    await site.waitForRequest(ADS + 'b.gif');
  });

  it('stays where a denial comes while it waits for the script before it', async () => {
    const { site } = context;
    site.serve('ads.acme.example/a.js', { type: 'text/javascript', body: marked('a'), hold: true });
    site.page('/', page({ body: `<h1>Shop</h1>${chained('a')}${chained('b')}${held('c')}` }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(ADS + 'a.js');
    // Everything else is in the queue by then.
    await tab.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
    await tab.heed((heed) => heed.withdraw());
    site.release(ADS + 'a.js');
    await tab.until(() => !!window.__ran);
    await tab.idle();
    expect(await tab.ran()).toEqual(['a']);
    expect(site.thirdParty()).toEqual([ADS + 'a.js']);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(ADS + 'c.gif');
    expect(await tab.ran()).toEqual(['a', 'b', 'c']);
  });

  it('goes in a frame that is not seen too', async () => {
    const { site } = context;
    site.page('/', page({ body: `<h1>Shop</h1><iframe src="/frame" style="display:none"></iframe>` }));
    site.page('/frame', page({ body: held('a') }));
    const tab = await context.open();
    await tab.evaluate(() => {
      const frame = document.querySelector('iframe')!.contentWindow as unknown as {
        heed: { choose(choice: string): void };
      };
      frame.heed.choose('all');
    });
    await site.waitForRequest(ADS + 'a.gif');
  });
});
