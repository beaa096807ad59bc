import { expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { CONFIG, LINKEDIN, page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

// R74: a registered platform of the page is one more denial. A stand-in plays it as "CMP API v2" describes one: a stub
// that keeps calls, a frame by which other frames find it, and a script from elsewhere that takes over.

const FILE: Config = { ...CONFIG, regime: 'opt-out', tcf: true, firstParty: ['cmp.example'] };

const STUB = `
  (() => {
    const queue = [];
    window.__tcfapi = (...call) => { queue.push(call); return queue; };
    const locator = document.createElement('iframe');
    locator.name = '__tcfapiLocator';
    locator.style.display = 'none';
    (document.body || document.documentElement).append(locator);
  })();`;

/** What the platform's own script does: it answers what was kept, and the visitor speaks by \`cmp.answer()\`. */
const PLATFORM = `
  (() => {
    const kept = window.__tcfapi ? window.__tcfapi() : [];
    const listeners = new Map();
    let now = { gdprApplies: true, cmpStatus: 'loaded' };
    let ids = 0;
    const tell = (id) => listeners.get(id)({ ...now, listenerId: id }, true);
    window.__tcfapi = (command, version, callback, id) => {
      if (command === 'addEventListener') { listeners.set(++ids, callback); tell(ids); }
      if (command === 'removeEventListener') callback(listeners.delete(id));
    };
    window.cmp = {
      get listeners() { return listeners.size; },
      answer(eventStatus, purposes, gdprApplies = true) {
        const consents = {};
        for (let i = 1; i <= 11; i++) consents[i] = purposes.includes(i);
        now = { gdprApplies, eventStatus, purpose: { consents } };
        for (const id of listeners.keys()) tell(id);
      },
    };
    for (const call of kept) if (call.length) window.__tcfapi(...call);
  })();`;

const SCRIPT = '<script async src="https://cmp.example/cmp.js"></script>';
const ADS = [1, 2, 3, 4, 7];
const INSIGHT = 'https://snap.licdn.com/*';

interface Cmp {
  readonly listeners: number;
  answer(status: string, purposes: readonly number[], gdprApplies?: boolean): void;
}
const answer = (tab: Tab, status: string, purposes: readonly number[], gdprApplies = true) =>
  tab.evaluate(
    (...said) => (window as unknown as { cmp: Cmp }).cmp.answer(...said),
    status,
    purposes,
    gdprApplies,
  );
const heard = (tab: Tab) => tab.until(() => !!(window as unknown as { cmp?: Cmp }).cmp?.listeners);

describeInBrowsers("a registered platform's answer", (context) => {
  /** Opens a page on which the platform comes in this way. */
  async function open(head: string, body = '') {
    const { site } = context;
    site.serve('https://cmp.example/cmp.js', { body: PLATFORM, type: 'text/javascript' });
    site.page('/', page({ config: FILE, head: head + LINKEDIN, body }));
    return context.open();
  }
  const asked = () => context.site.thirdParty().filter((url) => !url.startsWith('https://cmp.example/'));

  it.each([
    ['a stub in the head, the platform behind it', `<script>${STUB}</script>${SCRIPT}`, ''],
    ['no stub, the platform at the end of the page', '', SCRIPT],
    [
      'inserted after the page has loaded',
      `<script>addEventListener('load', () => setTimeout(() => {
        const tag = document.createElement('script');
        tag.src = 'https://cmp.example/cmp.js';
        document.body.append(tag);
      }));</script>`,
      '',
    ],
  ])('is waited for, then followed: %s', async (_name, head, body) => {
    const { site } = context;
    const tab = await open(head, body);
    await heard(tab);
    await tab.idle();
    expect(asked()).toEqual([]);
    expect(await tab.heed((heed) => heed.decision.vendors.linkedin)).toEqual({
      granted: false,
      reason: 'account',
      path: '$.tcf',
    });

    await answer(tab, 'cmpuishown', ADS);
    await answer(tab, 'useractioncomplete', [1, 8, 9]);
    await tab.idle();
    expect(site.received(INSIGHT)).toEqual([]);
    expect(await tab.heed((heed) => heed.allows('performance'))).toBe(true);

    await answer(tab, 'useractioncomplete', ADS);
    await site.waitForRequest(INSIGHT);

    await answer(tab, 'useractioncomplete', []);
    await tab.idle();
    site.clear();
    await tab.evaluate(() => void fetch('https://px.ads.linkedin.com/late').catch(() => {}));
    await tab.idle();
    expect(asked()).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  it('denies nothing where the GDPR does not apply', async () => {
    const tab = await open(`<script>${STUB}</script>${SCRIPT}`);
    await heard(tab);
    await answer(tab, 'tcloaded', [], false);
    await context.site.waitForRequest(INSIGHT);
  });

  it('that never comes leaves everything held, and the console says so', async () => {
    const tab = await open('');
    await tab.idle();
    expect(asked()).toEqual([]);
    expect(tab.heedLines.map(({ text }) => text)).toEqual([
      expect.stringContaining('this page has no "__tcfapi" so far'),
    ]);
  });

  it('is not asked for by a site that does not want it', async () => {
    const { site } = context;
    site.page('/', page({ config: { ...FILE, tcf: false }, head: LINKEDIN }));
    await context.open();
    await site.waitForRequest(INSIGHT);
    expect(site.received('/heed.tcf.js')).toEqual([]);
  });
});
