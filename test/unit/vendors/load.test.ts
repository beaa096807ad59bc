import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import type { Config } from '../../../src/types.ts';
import { loadVendors } from '../../../src/vendors/load.ts';
import { openPart } from '../../../src/vendors/part.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, GPC, policyOf, recordOf } from '../support/files.ts';

const FILE: Config = {
  categories: {
    required: { vendors: ['stripe'] },
    marketing: { vendors: [{ id: 'marketo', munchkinId: '123-ABC-456' }, 'google-tag-manager', 'youtube'] },
    advertising: {
      vendors: [
        { id: 'linkedin', partnerId: '12345' },
        { id: 'facebook', pixelId: '1234567890' },
        { id: 'microsoft-uet', tagId: '12345678' },
      ],
    },
  },
};
const policy = policyOf(FILE);
const said = (vendors: Record<string, boolean>) => ({ record: recordOf({ vendors }) });
const later = () => new Promise((resolve) => setImmediate(resolve));

let inserted: string[];
let warnings: string[];
beforeEach(() => {
  inserted = [];
  warnings = [];
});

/** The flow's end: what to call with each decision. */
function start({
  fetchPart = async () => openPart as unknown,
  insert = async (_src: string) => {},
  file = policy,
  win = { document: {} } as Record<string, unknown>,
} = {}) {
  const { take, sees } = loadVendors(
    win as unknown as Window,
    registry,
    fetchPart,
    (src) => {
      inserted.push(src);
      return insert(src);
    },
    (message) => void warnings.push(message),
    () => {},
  );
  const decide = async (given: Partial<Circumstances>) => {
    take(file, decideFor(file, given));
    await later();
  };
  return Object.assign(decide, { sees });
}
const INSIGHT = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';
const PIXEL = 'https://connect.facebook.net/en_US/fbevents.js';

describe('a vendor that the file names with its ids', () => {
  it('is loaded when it is granted, once, and not before', async () => {
    const fetchPart = vi.fn(async () => openPart);
    const decide = start({ fetchPart });
    await decide({});
    expect([inserted, fetchPart.mock.calls]).toEqual([[], []]);
    await decide(said({ linkedin: true }));
    await decide(said({ linkedin: true }));
    await decide(said({ linkedin: false }));
    await decide(said({ linkedin: true }));
    expect(inserted).toEqual([INSIGHT]);
    await decide(said({ linkedin: true, facebook: true }));
    expect(inserted).toEqual([INSIGHT, PIXEL]);
  });

  it('is loaded, whatever the page has in the place of a queue; the console says once what threw', async () => {
    const win: Record<string, unknown> = { dataLayer: {}, uetq: null, _paq: 'no list' };
    const decide = start({ win });
    await decide({});
    await decide(said({ linkedin: true }));
    expect(inserted).toEqual([INSIGHT]);
    // A list that takes its place and throws does so past the page.
    win.dataLayer = Object.assign([], {
      push() {
        throw new Error('the page’s own');
      },
    });
    expect(new Set(warnings)).toEqual(
      new Set([expect.stringContaining('a vendor could not be told'), expect.stringContaining('own')]),
    );
  });

  it('has its queue told under the name that a tag gives it, before the first decision and after it, once', async () => {
    const win: Record<string, unknown> = {};
    const decide = start({ win });
    const gtm = (name: string) => decide.sees('https://www.googletagmanager.com/gtm.js?id=GTM-A&l=' + name);
    gtm('early');
    expect(win).not.toHaveProperty('early');
    await decide({});
    for (const name of ['late', 'late', 'dataLayer', 'constructor']) gtm(name);
    decide.sees('https://www.shop.example/texts.js?l=en');
    const kinds = (name: string) => (win[name] as ArrayLike<unknown>[]).map((one) => one[0] ?? 'event');
    for (const name of ['dataLayer', 'early', 'late'])
      expect([name, ...kinds(name)]).toEqual([name, 'consent', 'set', 'event']);
    expect(win).not.toHaveProperty('en');
    expect(warnings).toEqual([]);
    const report: Record<string, unknown> = {};
    const silent = start({ win: report, file: policyOf({ ...FILE, mode: 'report' }) });
    await silent({});
    silent.sees('https://www.googletagmanager.com/gtm.js?id=GTM-A&l=late');
    expect(report).not.toHaveProperty('late');
  });

  it('is not loaded against a signal', async () => {
    const decide = start();
    await decide({ ...said({ linkedin: true }), signals: GPC });
    expect(inserted).toEqual([]);
  });

  it('is not loaded if it has been denied by the time its loader is there, and is after the next grant', async () => {
    let arrive = (_part: unknown) => {};
    const fetchPart = () =>
      new Promise<unknown>((resolve) => {
        arrive = resolve;
      });
    const decide = start({ fetchPart });
    await decide(said({ linkedin: true }));
    await decide(said({ linkedin: false }));
    arrive(openPart);
    await later();
    expect(inserted).toEqual([]);
    await decide(said({ linkedin: true }));
    arrive(openPart);
    await later();
    expect(inserted).toEqual([INSIGHT]);
  });
});

describe('a vendor that the file names without ids', () => {
  it('is the business of the page: nothing is fetched for it', async () => {
    const fetchPart = vi.fn(async () => openPart);
    await start({ fetchPart })(said({ 'google-tag-manager': true, youtube: true }));
    expect([inserted, fetchPart.mock.calls]).toEqual([[], []]);
  });
});

describe('a failure', () => {
  it('of one vendor is told, and stops no other', async () => {
    const insert = (src: string) => {
      if (src === INSIGHT) throw new Error('no insight');
      return Promise.resolve();
    };
    await start({ insert })(said({ linkedin: true, facebook: true }));
    expect(inserted).toEqual([INSIGHT, PIXEL]);
    expect(warnings).toEqual([expect.stringMatching(/linkedin.*no insight/)]);
  });

  it('of the part is told, throws nothing, and is not remembered', async () => {
    const fetchPart = vi.fn(() => Promise.reject(new Error('offline')) as Promise<unknown>);
    const decide = start({ fetchPart });
    await decide(said({ linkedin: true }));
    expect(warnings).toEqual([expect.stringMatching(/linkedin.*offline/)]);
    fetchPart.mockImplementation(async () => openPart);
    await decide(said({ linkedin: true, facebook: true }));
    expect(inserted).toEqual([PIXEL]);
  });

  /** A promise that keeps count of its descendants to which nobody listens. */
  const unheard = new Set<Promise<unknown>>();
  class Watched<T> extends Promise<T> {
    // biome-ignore lint/suspicious/noThenProperty: what this is about
    override then<A = T, B = never>(
      good?: ((value: T) => A | PromiseLike<A>) | null,
      bad?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      unheard.delete(this);
      const next = super.then(good, bad);
      unheard.add(next);
      // What comes to a good end needs nobody; and the test itself leaves no rejection.
      super.then.call(
        next,
        () => unheard.delete(next),
        () => {},
      );
      return next;
    }
  }
  beforeEach(() => unheard.clear());

  it.each(['linkedin', 'facebook', 'microsoft-uet', 'marketo'])(
    'of the script of %s is told, and leaves no rejection that the page would hear of',
    async (id) => {
      const insert = () => Watched.reject(new Error('blocked')) as Promise<void>;
      await start({ insert })(said({ [id]: true }));
      await later();
      expect(warnings).toEqual([expect.stringMatching(new RegExp(`${id}.*blocked`))]);
      expect(unheard.size).toBe(0);
    },
  );

  it.each(['microsoft-uet', 'marketo'])(
    'of a script of %s that does not bring what it should is told, and leaves no rejection',
    async (id) => {
      const insert = () => Watched.resolve() as Promise<void>;
      await start({ insert })(said({ [id]: true }));
      await later();
      expect(warnings).toEqual([expect.stringContaining(id)]);
      expect(unheard.size).toBe(0);
    },
  );

  it('an id of another form than was ever seen is told, and loaded all the same', async () => {
    const file = policyOf({
      categories: { advertising: { vendors: [{ id: 'linkedin', partnerId: 'my shop' }] } },
    });
    await start({ file })(said({ linkedin: true }));
    expect(inserted).toEqual([INSIGHT]);
    expect(warnings).toEqual([expect.stringMatching(/linkedin.*partnerId/)]);
  });
});

describe('what a page calls before the vendor is loaded', () => {
  const calls = (win: Record<string, unknown>, name: string) =>
    win[name] as ((...command: unknown[]) => void) & { queue: ArrayLike<unknown>[] };
  const queued = (win: Record<string, unknown>) => calls(win, 'fbq').queue.map((one) => Array.from(one));

  it('throws nothing, and is handed over once, behind what the snippet itself says', async () => {
    const win: Record<string, unknown> = {};
    const decide = start({ win });
    await decide({});
    const early = calls(win, 'fbq');
    early('track', 'Lead');
    await decide(said({ facebook: true }));
    early('track', 'Late');
    await decide(said({ facebook: false }));
    await decide(said({ facebook: true }));
    expect(queued(win).filter(([word]) => word !== 'consent')).toEqual([
      ['init', '1234567890'],
      ['track', 'PageView'],
      ['track', 'Lead'],
      ['track', 'Late'],
    ]);
  });

  it('is dropped on a refusal', async () => {
    const win: Record<string, unknown> = {};
    const decide = start({ win });
    await decide({});
    calls(win, 'fbq')('track', 'Lead');
    await decide(said({ facebook: false }));
    await decide(said({ facebook: true }));
    expect(queued(win)).toEqual([
      ['init', '1234567890'],
      ['track', 'PageView'],
    ]);
  });

  it('is dropped where a refusal stands, until that is taken back', async () => {
    const win: Record<string, unknown> = {};
    const decide = start({ win });
    await decide(said({ facebook: false }));
    calls(win, 'fbq')('track', 'Lead');
    (win.uetq as unknown[]).push('event', 'signup', {});
    await decide(said({ facebook: true }));
    expect(queued(win)).toEqual([
      ['init', '1234567890'],
      ['track', 'PageView'],
    ]);
    // Another vendor's refusal is no matter.
    expect(win.uetq).toContain('signup');
  });

  it("is dropped out of a snippet's own queue as well: at a refusal, and of what came until it is taken back", async () => {
    const own = () =>
      Object.assign(() => {}, {
        queue: [
          ['init', '1'],
          ['track', 'PageView'],
        ],
      });
    for (const file of [policy, policyOf({ categories: { advertising: { vendors: ['facebook'] } } })])
      for (const first of [{}, said({ facebook: false })]) {
        const fbq = own();
        const decide = start({ win: { fbq }, file });
        await decide(first);
        fbq.queue.push(['track', 'Lead']);
        await decide({ ...first });
        if (!('record' in first)) expect(fbq.queue).toHaveLength(3);
        await decide(said({ facebook: false }));
        expect(fbq.queue).toEqual(own().queue);
        fbq.queue.push(['track', 'Late']);
        const granted = decide(said({ facebook: true }));
        fbq.queue.push(['track', 'After']);
        await granted;
        const words = fbq.queue.map(([, what]) => what);
        expect(words).not.toContain('Late');
        expect(words).toContain('After');
      }
  });

  it("stays in a snippet's own queue where Heed but reports, and goes where the file wants no replay", async () => {
    const own = () =>
      Object.assign(() => {}, {
        queue: [
          ['init', '1'],
          ['track', 'Lead'],
        ],
      });
    const vendors = [{ id: 'facebook', replay: false }];
    const report = policyOf({ mode: 'report', categories: { advertising: { vendors: ['facebook'] } } });
    for (const [file, given, left] of [
      [report, said({ facebook: false }), 2],
      [policyOf({ categories: { advertising: { vendors } } }), said({ facebook: true }), 1],
    ] as const) {
      const fbq = own();
      await start({ win: { fbq }, file })(given);
      expect(fbq.queue).toHaveLength(left);
    }
  });

  it("'s own queue may be one that cannot be read: that is told, and stops nothing else", async () => {
    const fbq = Object.defineProperty(() => {}, 'queue', {
      get() {
        throw new Error('no');
      },
    });
    const decide = start({ win: { fbq } });
    await decide({});
    await decide(said({ facebook: false, linkedin: true }));
    expect(inserted).toEqual([INSIGHT]);
    expect(warnings).toEqual([expect.stringContaining('a vendor could not be told: Error: no')]);
  });

  it('is not handed over from a list either where the file wants no replay; the consent is', async () => {
    const file = policyOf({
      categories: { advertising: { vendors: [{ id: 'microsoft-uet', tagId: '12345678', replay: false }] } },
    });
    const win: Record<string, unknown> = {};
    const decide = start({ win, file });
    await decide({});
    (win.uetq as unknown[]).push('event', 'signup', {});
    await decide(said({ 'microsoft-uet': true }));
    expect(win.uetq).toEqual(['consent', 'default', { ad_storage: 'granted' }]);
  });

  it('goes to the vendor itself where the page has kept the stand-in', async () => {
    const file = policyOf({
      categories: {
        performance: { vendors: [{ id: 'mixpanel', token: '0123456789abcdef0123456789abcdef' }] },
      },
    });
    const win: Record<string, unknown> = {};
    const decide = start({ win, file });
    await decide({});
    const early = win.mixpanel as { people: { set(all: object): void }; __SV?: unknown };
    expect(early.__SV).toBeUndefined();
    await decide(said({ mixpanel: true }));
    early.people.set({ plan: 'a' });
    expect(Array.from((win.mixpanel as { people: ArrayLike<unknown> }).people)).toEqual([
      ['set', { plan: 'a' }],
    ]);
  });

  it('is not handed over where the file wants no replay', async () => {
    const file = policyOf({
      categories: { advertising: { vendors: [{ id: 'facebook', pixelId: '1234567890', replay: false }] } },
    });
    const win: Record<string, unknown> = {};
    const decide = start({ win, file });
    await decide({});
    calls(win, 'fbq')('track', 'Lead');
    await decide(said({ facebook: true }));
    expect(queued(win)).toHaveLength(2);
  });

  it('is the business of the page where the file gives no ids, or the page has the snippet', async () => {
    const bare: Record<string, unknown> = {};
    await start({ win: bare, file: policyOf({ categories: { advertising: { vendors: ['facebook'] } } }) })(
      {},
    );
    expect(bare.fbq).toBeUndefined();
    const own = () => {};
    const win: Record<string, unknown> = { fbq: own };
    await start({ win })({});
    expect(win.fbq).toBe(own);
  });

  it('waits for a vendor that has no stub of its own until its script has run', async () => {
    const file = policyOf({
      categories: {
        performance: { vendors: [{ id: 'amplitude', apiKey: '0123456789abcdef0123456789abcdef' }] },
      },
    });
    let run = () => {};
    const insert = () =>
      new Promise<void>((resolve) => {
        run = resolve;
      });
    const document: { currentScript?: object } = {};
    const win: Record<string, unknown> = { document };
    const decide = start({ win, file, insert });
    const track = (name: string) => (win.amplitude as { track(name: string): void }).track(name);
    await decide({});
    track('Order');
    await decide(said({ amplitude: true }));
    track('Between');
    const heard: unknown[] = [];
    document.currentScript = { src: inserted[0] };
    win.amplitude = { init: () => heard.push('init'), track: (name: string) => heard.push(name) };
    document.currentScript = undefined;
    expect(heard).toEqual([]);
    run();
    await later();
    track('After');
    expect(heard).toEqual(['init', 'Order', 'Between', 'After']);
    expect(warnings).toEqual([]);
  });

  it.each([() => Promise.reject(new Error('blocked')), () => Promise.resolve()])(
    'throws nothing either where the script of such a vendor does not come, or brings nothing',
    async (insert) => {
      const win: Record<string, unknown> = { document: {} };
      const decide = start({ win, insert });
      await decide(said({ marketo: true }));
      for (let turn = 0; turn < 2; turn++)
        (win.Munchkin as { munchkinFunction(name: string): void }).munchkinFunction('visitWebPage');
      await decide(said({ marketo: false }));
      await decide(said({ marketo: true }));
      expect(inserted).toHaveLength(1);
    },
  );

  it('is the page’s own where a snippet of the vendor is there as well: one word of it, with the name', async () => {
    const vendors = [
      { id: 'facebook', pixelId: '1234567890' },
      { id: 'hubspot', portalId: '1234567' },
    ];
    const file = policyOf({ categories: { advertising: { vendors } } });
    const granted = said({ facebook: true, hubspot: true });
    const page = (more: object) => ({ document: {}, ...more }) as Record<string, unknown>;
    // A list may be there for what a page calls, and no snippet with it.
    const decide = start({ win: page({ fbq: () => {}, _hsq: [] }), file });
    await decide({});
    await decide(granted);
    await decide(granted);
    expect(warnings.splice(0)).toEqual([expect.stringMatching(/^facebook .*may count twice/)]);
    await start({ win: page({}), file })(granted);
    expect(warnings).toEqual([]);
  });
});

describe('a vendor that may have run', () => {
  const file = policyOf({ categories: { advertising: { vendors: ['facebook', 'linkedin'] } } });

  it('is told of a grant after a denial, and of each change behind it; the part is fetched once', async () => {
    const heard: unknown[] = [];
    const win = { fbq: (...command: unknown[]) => heard.push(command) };
    const fetchPart = vi.fn(async () => openPart);
    const decide = start({ win, file, fetchPart });
    await decide({});
    await decide(said({ linkedin: true }));
    expect(fetchPart).toHaveBeenCalledTimes(0);
    await decide(said({ facebook: false, linkedin: true }));
    expect(heard).toEqual([]);
    await decide(said({ facebook: true }));
    expect(heard.splice(0)).toEqual([['consent', 'grant']]);
    await decide(said({ facebook: false }));
    await decide(said({ facebook: false, linkedin: true }));
    await decide(said({ facebook: true }));
    expect(heard).toEqual([
      ['consent', 'revoke'],
      ['consent', 'grant'],
    ]);
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });

  it('is told once of a grant from before, since its snippet may start out denied on every page', async () => {
    const heard: unknown[] = [];
    const win = { fbq: (...command: unknown[]) => heard.push(command) };
    const decide = start({ win, file });
    await decide(said({ facebook: true }));
    await decide(said({ facebook: true, linkedin: true }));
    expect(heard).toEqual([['consent', 'grant']]);
  });

  it('is told nothing where the regime alone grants, or where Heed loads it; and nothing is fetched for the first', async () => {
    const heard: unknown[][] = [];
    const win = { fbq: (...command: unknown[]) => heard.push(command) };
    const fetchPart = vi.fn(async () => openPart);
    const free = policyOf({ regime: 'opt-out', categories: { advertising: { vendors: ['facebook'] } } });
    await start({ win, file: free, fetchPart })({});
    // Google is told by its queue.
    const google = policyOf({ categories: { performance: { vendors: ['google-analytics'] } } });
    await start({ file: google, fetchPart })(said({ 'google-analytics': true }));
    expect([heard, fetchPart.mock.calls.length]).toEqual([[], 0]);
    await start({ win })(said({ facebook: true }));
    expect(heard.filter(([word]) => word === 'consent')).toEqual([]);
  });

  it('of Microsoft is told again of a grant from before where the page has put a default of its own behind', async () => {
    const uet = policyOf({ categories: { advertising: { vendors: ['microsoft-uet'] } } });
    const win: Record<string, unknown> = {};
    const decide = start({ win, file: uet });
    await decide(said({ 'microsoft-uet': true }));
    const granted = { ad_storage: 'granted' };
    expect(win.uetq).toEqual(['consent', 'default', granted]);
    decide.sees('https://bat.bing.com/bat.js');
    expect(win.uetq).toHaveLength(3);
    (win.uetq as unknown[]).push('consent', 'default', { ad_storage: 'denied' });
    decide.sees('https://bat.bing.com/bat.js');
    decide.sees('https://bat.bing.com/bat.js');
    expect((win.uetq as unknown[]).slice(6)).toEqual(['consent', 'update', granted]);
  });

  it('is told of the first decision too where every event has to say it, or where it runs whatever the verdict', async () => {
    const heard: unknown[] = [];
    const win = {
      analytics: { addSourceMiddleware: () => heard.push('segment') },
      Shopify: { customerPrivacy: { setTrackingConsent: () => heard.push('shopify') } },
    };
    const both = policyOf({
      categories: { performance: { vendors: ['segment'] }, advertising: { vendors: ['shopify'] } },
    });
    await start({ win, file: both })(said({ segment: true }));
    expect(heard).toEqual(['segment', 'shopify']);
  });

  it('is told nothing in report mode', async () => {
    const win = { fbq: () => expect.unreachable() };
    const fetchPart = vi.fn(async () => openPart);
    const decide = start({ win, file: { ...file, mode: 'report' }, fetchPart });
    await decide(said({ facebook: true }));
    await decide(said({ facebook: false }));
    expect(fetchPart).not.toHaveBeenCalled();
  });
});

it('an opt-out is handed on only where the regime is one: a refusal elsewhere is none', async () => {
  const limited = ({ fbq }: Record<string, unknown>) =>
    (fbq as { queue: ArrayLike<unknown>[] }).queue.some((one) => one[0] === 'dataProcessingOptions');
  for (const regime of ['opt-in', 'opt-out'] as const) {
    const file = policyOf({
      regime,
      categories: {
        marketing: { vendors: [{ id: 'facebook', pixelId: '1234567890', shares: false }] },
        advertising: { vendors: ['linkedin'] },
      },
    });
    const win: Record<string, unknown> = {};
    await start({ win, file })({
      record: recordOf({ categories: { advertising: false }, vendors: { facebook: true, linkedin: false } }),
    });
    expect(limited(win), regime).toBe(regime === 'opt-out');
  }
});

describe("Google's advanced mode", () => {
  const file = policyOf({
    categories: {
      performance: {
        vendors: [
          { id: 'google-analytics', measurementId: 'G-ABCDE12345', consentMode: { advanced: 'why' } },
        ],
      },
    },
  });
  const GTAG = 'https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345';

  it('loads the tag while it is denied, and stops it for a signal alone', async () => {
    const win: Record<string, unknown> = {};
    const decide = start({ file, win });
    await decide({});
    await decide(said({ 'google-analytics': true }));
    await decide(said({ 'google-analytics': false }));
    expect(inserted).toEqual([GTAG]);
    expect(win['ga-disable-G-ABCDE12345']).toBeFalsy();
    await decide({ signals: GPC });
    expect(win['ga-disable-G-ABCDE12345']).toBe(true);
    const words = (win.dataLayer as ArrayLike<unknown>[]).map((one) => Array.from(one));
    expect(
      words
        .filter(([command]) => command === 'consent')
        .map(([, which, keys]) => [which, (keys as Record<string, string>).analytics_storage]),
    ).toEqual([
      ['default', 'denied'],
      ['update', 'granted'],
      ['update', 'denied'],
      ['update', 'denied'],
    ]);
  });

  it('is told of a refusal though it is denied already: the page itself may have said otherwise', async () => {
    const win: Record<string, unknown> = {};
    const decide = start({ file, win });
    await decide({});
    (win.dataLayer as unknown[]).push(['consent', 'default', { analytics_storage: 'granted' }]);
    await decide(said({ 'google-analytics': false }));
    const words = (win.dataLayer as ArrayLike<unknown>[]).map((one) => Array.from(one));
    expect(words).toContainEqual(['consent', 'update', { analytics_storage: 'denied' }]);
    // And on the next page, behind the page's own, when the tag is asked for.
    const next: Record<string, unknown> = {};
    const again = start({ file, win: next });
    await again(said({ 'google-analytics': false }));
    const layer = next.dataLayer as ArrayLike<unknown>[];
    const own = layer.push(['consent', 'default', { analytics_storage: 'granted' }]);
    again.sees(GTAG);
    expect(Array.from(layer[own]!)).toEqual(['consent', 'update', { analytics_storage: 'denied' }]);
  });

  it('loads nothing for a signal', async () => {
    await start({ file })({ signals: GPC });
    expect(inserted).toEqual([]);
  });
});
