import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/gate/judge.ts';
import type { Config } from '../../../src/types.ts';
import { loaders } from '../../../src/vendors/loaders.ts';
import { registry } from '../../../src/vendors/registry.ts';
import type { Ids, LoaderTools } from '../../../src/vendors/vendor.ts';
import { decideFor, policyOf } from '../support/files.ts';

/** Ids as the vendors' own pages show them. */
const EXAMPLES: Record<string, Record<string, string>> = {
  doubleclick: { advertiserId: 'DC-1234567' },
  facebook: { pixelId: '1234567890123456' },
  'google-analytics': { measurementId: 'G-ABC123XYZ9' },
  'google-tag-manager': { containerId: 'GTM-ABC1234' },
  linkedin: { partnerId: '12345' },
  marketo: { munchkinId: '123-ABC-456' },
  'microsoft-uet': { tagId: '12345678' },
};

/** A page without anything, and what a loader does to it, step by step. */
function page(own: Record<string, unknown> = {}) {
  const steps: unknown[] = [];
  const loaded: (() => void)[] = [];
  const win = { ...own } as LoaderTools['win'];
  const script = (src: string) => {
    steps.push(src);
    return new Promise<void>((resolve) => loaded.push(resolve));
  };
  return {
    win,
    steps,
    load: (id: string, ids: Ids = EXAMPLES[id]!) => loaders[id]!.load(ids, { win, script }),
    /** The script that was asked for has run. */
    async run() {
      for (const resolve of loaded.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
/** A queue of `arguments` objects, as lists. */
const commands = (queue: unknown) => (queue as ArrayLike<unknown>[]).map((one) => Array.from(one));
const isArguments = (one: unknown) => Object.prototype.toString.call(one) === '[object Arguments]';

describe.each(Object.keys(loaders))('%s', (id) => {
  const { forms } = loaders[id]!;

  it('knows the form of each of its ids', () => {
    expect(Object.keys(forms)).toEqual(registry[id]!.ids!.split(' '));
    for (const [key, form] of Object.entries(forms)) {
      expect(EXAMPLES[id]![key]).toMatch(form);
      for (const bad of ['', ' ', 'x', '<script>', EXAMPLES[id]![key]! + '&x=1', ' ' + EXAMPLES[id]![key]])
        expect(bad).not.toMatch(form);
    }
  });

  it('asks for one script, of a host that is its own', () => {
    const { load, steps } = page();
    load(id);
    expect(steps).toHaveLength(1);
    const config: Config = { regime: 'opt-out', categories: { advertising: { vendors: [id] } } };
    const policy = policyOf(config);
    const judge = createJudge(
      policy,
      decideFor(policy),
      registry,
      new URL('https://shop.example'),
      () => 'https://shop.example/',
      () => false,
    );
    expect(judge.url(steps[0])).toMatchObject({ vendor: id, granted: true });
    expect(steps[0]).toMatch(/^https:/);
  });

  it('leaves what the page has put into its queue', () => {
    const queue: unknown[] = ['the page'];
    const stub = Object.assign(() => {}, { q: queue, queue });
    const { win, load } = page({ dataLayer: queue, uetq: queue, lintrk: stub, fbq: stub, gtag: undefined });
    load(id);
    expect(queue[0]).toBe('the page');
    expect([win.dataLayer, win.uetq, win.lintrk, win.fbq]).toEqual([queue, queue, stub, stub]);
  });
});

describe.each([
  ['google-analytics', 'G-ABC123XYZ9'],
  ['doubleclick', 'DC-1234567'],
])('the tag of Google for %s', (id, account) => {
  it('queues "js" and "config" as arguments, then asks for the script with the same id', () => {
    const { win, load, steps } = page();
    load(id);
    const queue = win.dataLayer as unknown[];
    expect(queue.every(isArguments)).toBe(true);
    expect(commands(queue)).toEqual([
      ['js', expect.any(Date)],
      ['config', account],
    ]);
    expect(steps).toEqual(['https://www.googletagmanager.com/gtag/js?id=' + account]);
  });

  it('uses the gtag of the page, if there is one', () => {
    const said: unknown[][] = [];
    const { win, load } = page({ gtag: (...command: unknown[]) => said.push(command) });
    load(id);
    expect(said.map(([command]) => command)).toEqual(['js', 'config']);
    expect(win.dataLayer).toEqual([]);
  });
});

it('google-tag-manager queues its start, then asks for the container', () => {
  const { win, load, steps } = page();
  load('google-tag-manager');
  expect(win.dataLayer).toEqual([{ 'gtm.start': expect.any(Number), event: 'gtm.js' }]);
  expect(steps).toEqual(['https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234']);
});

describe('facebook', () => {
  it('puts its stub in place, queues "init" and "track", then asks for the script', () => {
    const { win, load, steps } = page();
    load('facebook');
    const fbq = win.fbq as { queue: unknown[]; loaded: boolean; version: string };
    expect(win._fbq).toBe(fbq);
    expect([fbq.loaded, fbq.version]).toEqual([true, '2.0']);
    expect(commands(fbq.queue)).toEqual([
      ['init', '1234567890123456'],
      ['track', 'PageView'],
    ]);
    expect(steps).toEqual(['https://connect.facebook.net/en_US/fbevents.js']);
  });

  it('its stub hands on to the script once that has run', () => {
    const { win, load } = page();
    load('facebook');
    const fbq = win.fbq as ((...command: unknown[]) => void) & { callMethod?: unknown; queue: unknown[] };
    const said: unknown[][] = [];
    fbq.callMethod = (...command: unknown[]) => said.push(command);
    fbq('track', 'Lead');
    expect(said).toEqual([['track', 'Lead']]);
    expect(fbq.queue).toHaveLength(2);
  });
});

describe('linkedin', () => {
  it('says whose page it is, puts its stub in place, then asks for the script', () => {
    const { win, load, steps } = page();
    load('linkedin');
    expect(win._linkedin_partner_id).toBe('12345');
    expect(win._linkedin_data_partner_ids).toEqual(['12345']);
    (win.lintrk as (command: string, data: object) => void)('track', { conversion_id: 1 });
    expect((win.lintrk as unknown as { q: unknown[] }).q).toEqual([['track', { conversion_id: 1 }]]);
    expect(steps).toEqual(['https://snap.licdn.com/li.lms-analytics/insight.min.js']);
  });

  it('joins an id that the page has given', () => {
    const { win, load } = page({ _linkedin_data_partner_ids: ['999'] });
    load('linkedin');
    expect(win._linkedin_data_partner_ids).toEqual(['999', '12345']);
  });
});

it('marketo is started once its script has run, and not before', async () => {
  const started: string[] = [];
  const { win, load, run, steps } = page();
  load('marketo');
  expect(steps).toEqual(['https://munchkin.marketo.net/munchkin.js']);
  win.Munchkin = { init: (id: string) => started.push(id) };
  expect(started).toEqual([]);
  await run();
  expect(started).toEqual(['123-ABC-456']);
});

it('microsoft-uet keeps a plain queue until its script has run, then hands it over', async () => {
  const { win, load, run, steps } = page();
  load('microsoft-uet');
  expect(steps).toEqual(['https://bat.bing.com/bat.js']);
  expect(Array.isArray(win.uetq)).toBe(true);
  (win.uetq as unknown[]).push('event', 'signup', {});
  const queue = win.uetq;
  class Uet {
    said: unknown[] = [];
    constructor(readonly options: object) {}
    push(...command: unknown[]) {
      this.said.push(...command);
    }
  }
  win.UET = Uet;
  await run();
  expect(win.uetq).toBeInstanceOf(Uet);
  expect(win.uetq).toMatchObject({ options: { ti: '12345678', q: queue }, said: ['pageLoad'] });
});
