import { createHash } from 'node:crypto';
import { GppModel } from '@iabgpp/cmpapi';
import { beforeEach, expect, it } from 'vitest';
import type { Config, ConsentRecord, OptOut } from '../../src/types.ts';
import { describeInBrowsers, describeInEveryBrowser } from './support/each-browser.ts';
import { NO_SIGNALS } from './support/engine.ts';
import { CONFIG, page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

// What a site is told of choices, and what vendors are told of opt-outs, by a script tag alone.

interface Told {
  records: ConsentRecord[];
  optOuts: Pick<OptOut, 'by'>[];
}
/** Stands behind heed.js, as the site's own script does. */
const LISTENER = `<script>
  window.told = { records: [], optOuts: [] };
  document.addEventListener('heed:record', ({ detail }) => told.records.push(detail));
  document.addEventListener('heed:optout', ({ detail }) => told.optOuts.push({ by: detail.by }));
</script>`;
const toldIn = (tab: Tab) => tab.evaluate(() => (window as unknown as { told: Told }).told);
const recorded = (tab: Tab, count: number) =>
  tab.until((n) => (window as unknown as { told: Told }).told.records.length >= n, count);

const FILE: Config = { ...CONFIG, regions: 'recommended' };
const tag = (more: string) => `<script src="/heed.js" ${more}></script>`;

describeInEveryBrowser('records', (context) => {
  beforeEach(() => {
    context.site.page('/', page({ config: FILE, tag: tag('data-records data-region="DE"'), head: LISTENER }));
  });

  it('tell the act, the language and the hashes of a click in the banner', async () => {
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await recorded(tab, 1);
    const { records } = await toldIn(tab);
    expect(records).toMatchObject([
      {
        act: 'banner',
        regime: 'opt-in',
        region: 'DE',
        language: 'en',
        file: createHash('sha256').update(JSON.stringify(FILE)).digest('hex'),
        texts: expect.stringMatching(/^[0-9a-f]{64}$/),
        vendors: { linkedin: true },
      },
    ]);
    await tab.heed((heed) => heed.withdraw());
    await recorded(tab, 2);
    expect((await toldIn(tab)).records[1]).toMatchObject({
      act: 'api',
      texts: null,
      vendors: { linkedin: false },
    });
  });

  it('tell a click in the panel', async () => {
    const tab = await context.open();
    await tab.press('button', 'Preferences');
    await tab.press('button', 'Save');
    await recorded(tab, 1);
    expect((await toldIn(tab)).records).toMatchObject([{ act: 'panel', language: 'en' }]);
  });

  it('are not fetched where the site asks for none', async () => {
    const { site } = context;
    site.page('/', page({ config: FILE, head: LISTENER }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.received('/heed.record.js')).toEqual([]);
    expect((await toldIn(tab)).records).toEqual([]);
  });
});

/** What a page of California tells vendors by the Global Privacy Platform. */
async function gppOf(tab: Tab) {
  const text = await tab.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { __gpp } = window as unknown as { __gpp(command: string, callback: unknown): void };
        __gpp('ping', ({ gppString }: { gppString: string }) => resolve(gppString));
      }),
  );
  return new GppModel(text).toObject();
}
const california = page({
  config: FILE,
  tag: tag('data-region="US-CA"'),
  head: `<script src="/heed.gpp.js"></script>${LISTENER}`,
});

describeInEveryBrowser('an opt-out by choice in California', (context) => {
  beforeEach(() => context.site.page('/', california));

  it('is told to the site once, and to vendors by the Global Privacy Platform', async () => {
    const tab = await context.open();
    expect(await gppOf(tab)).toMatchObject({ usca: { SaleOptOut: 2, SharingOptOut: 2, Gpc: false } });
    await tab.heed((heed) => heed.choose('required'));
    expect((await toldIn(tab)).optOuts).toEqual([{ by: 'choice' }]);
    expect(await gppOf(tab)).toMatchObject({ usca: { SaleOptOut: 1, SharingOptOut: 1, Gpc: false } });

    await tab.reload();
    expect((await toldIn(tab)).optOuts).toEqual([]);
    expect(await tab.evaluate(() => ['__tcfapi' in window, '__uspapi' in window])).toEqual([false, false]);
  });

  it('is heard by a frame that asks by message', async () => {
    const { site } = context;
    const frame = `<script>
      addEventListener('message', ({ data }) => {
        if (data.__gppReturn) new Image().src = '/heard.gif?' + data.__gppReturn.returnValue;
      });
      parent.postMessage({ __gppCall: { command: 'getField', parameter: 'usca.SaleOptOut', callId: 1 } }, '*');
    </script>`;
    site.page('/frame', frame, { host: 'help.shop.example' });
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('required'));
    await tab.evaluate(() => {
      const src = 'https://help.shop.example/frame';
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    });
    await site.waitForRequest('*://help.shop.example/heard.gif?1');
    expect(await tab.evaluate(() => '__gppLocator' in window.frames)).toBe(true);
  });
});

describeInBrowsers(
  'an opt-out by GPC in California',
  (context) => {
    it('is told to the site once, and to vendors by the Global Privacy Platform', async () => {
      context.site.page('/', california);
      const tab = await context.open();
      expect((await toldIn(tab)).optOuts).toEqual([{ by: 'gpc' }]);
      expect(await gppOf(tab)).toMatchObject({ usca: { SaleOptOut: 1, SharingOptOut: 1, Gpc: true } });

      await tab.reload();
      expect((await toldIn(tab)).optOuts).toEqual([]);
    });
  },
  { gpc: true, engines: ['chromium', 'firefox'], because: NO_SIGNALS },
);
