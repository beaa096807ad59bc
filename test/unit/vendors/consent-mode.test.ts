import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import type { Config } from '../../../src/types.ts';
import { consentMode } from '../../../src/vendors/consent-mode.ts';
import type { LoaderTools } from '../../../src/vendors/vendor.ts';
import { BOTH, decideFor, GPC, policyOf, recordOf } from '../support/files.ts';

const FILE: Config = {
  regions: { US: 'opt-out' },
  categories: {
    performance: { vendors: ['google-analytics', { id: 'stats', hosts: ['stats.example'] }] },
    marketing: { vendors: ['marketo'] },
    advertising: { vendors: ['doubleclick', 'linkedin'] },
  },
};
const DENIED = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
};
const REDACTED = ['set', 'ads_data_redaction', true];
const GRANTED = Object.fromEntries(Object.keys(DENIED).map((key) => [key, 'granted']));
const ADS = { ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' };
const NO_ADS = { ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' };

function page(config: Config = FILE, own: Record<string, unknown> = {}) {
  const win = { ...own } as LoaderTools['win'];
  const policy = policyOf(config);
  let back = () => {};
  const tell = consentMode(
    win,
    (undo) => {
      back = undo;
    },
    (call) => call,
    'dataLayer',
  );
  return {
    win,
    policy,
    tell: (given: Partial<Circumstances> = {}) => tell(policy, decideFor(policy, given)),
    tellOf: tell,
    back: () => back(),
    get queue() {
      return (win.dataLayer as ArrayLike<unknown>[] | undefined)?.map((one) => Array.from(one));
    },
  };
}
const said = (categories: Record<string, boolean>, vendors: Record<string, boolean> = {}) => ({
  record: recordOf({ categories, vendors }),
});

describe('R68: Consent Mode', () => {
  it('says the default first, with all seven keys, and as arguments', () => {
    const { win, tell } = page();
    tell();
    const [first] = win.dataLayer as unknown[];
    expect(Object.prototype.toString.call(first)).toBe('[object Arguments]');
    expect(Array.from(first as ArrayLike<unknown>)).toEqual(['consent', 'default', DENIED]);
  });

  it('says the default behind what a tag that runs has read already, in front of what none has', () => {
    const heard: unknown[] = [];
    const running = page(FILE, {
      dataLayer: Object.assign([], { push: (one: ArrayLike<unknown>) => heard.push(one[1]) }),
    });
    running.tell();
    expect(heard).toEqual(['default', 'ads_data_redaction']);
    const waiting = page(FILE, { dataLayer: [{ event: 'gtm.js' }, null] });
    waiting.tell();
    waiting.tell(said({}, { doubleclick: true }));
    expect((waiting.win.dataLayer as ArrayLike<unknown>[]).map((all) => all && all[1])).toEqual([
      ...['default', 'ads_data_redaction', 'update', 'ads_data_redaction', undefined, null],
    ]);
  });

  it('says all of it anew in a list that takes the place of another, and takes anything else for what it is', () => {
    const one = page();
    one.tell();
    const own = [{ pageType: 'home' }];
    one.win.dataLayer = own;
    expect(one.win.dataLayer).toBe(own);
    expect((one.win.dataLayer as ArrayLike<unknown>[]).map((all) => all[1])).toEqual([
      'default',
      'ads_data_redaction',
      undefined,
    ]);
    one.win.dataLayer = own;
    expect(own).toHaveLength(3);
    one.win.dataLayer = undefined;
    expect(one.win.dataLayer).toBeUndefined();
    one.tell();
    expect(one.queue).toHaveLength(2);
  });

  it('is a plain property again at the end, and none where there was none', () => {
    const one = page();
    one.back();
    expect(one.win).not.toHaveProperty('dataLayer');
    one.tell();
    const all = one.win.dataLayer;
    one.back();
    expect(Object.getOwnPropertyDescriptor(one.win, 'dataLayer')).toEqual({
      value: all,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  });

  it('forgets what has happened on a refusal of every tag of Google, and of no fewer', () => {
    const happened = () => [null, { event: 'signup' }, { event: 'gtm.js' }, { page: 'home' }];
    const left = (vendors: Record<string, boolean>) => {
      const one = page(FILE, { dataLayer: happened() });
      one.tell();
      one.tell(said({}, vendors));
      return JSON.stringify(one.win.dataLayer);
    };
    expect(left({ 'google-analytics': false, doubleclick: false })).not.toContain('signup');
    expect(left({ 'google-analytics': false, doubleclick: false })).toMatch(/gtm\.js.*home/);
    expect(left({ 'google-analytics': false, doubleclick: true })).toContain('signup');
  });

  it('forgets what has happened while the refusal stood, on this page or from one before', () => {
    const refused = said({}, { 'google-analytics': false, doubleclick: false });
    for (const first of [undefined, refused]) {
      const one = page(FILE, { dataLayer: [] });
      one.tell(first);
      one.tell(refused);
      (one.win.dataLayer as unknown[]).push({ event: 'signup' }, { page: 'home' });
      one.tell(said({}, { 'google-analytics': true }));
      expect(JSON.stringify(one.win.dataLayer)).not.toContain('signup');
      expect(JSON.stringify(one.win.dataLayer)).toContain('home');
      (one.win.dataLayer as unknown[]).push({ event: 'later' });
      one.tell(said({}, { 'google-analytics': true, doubleclick: true }));
      expect(JSON.stringify(one.win.dataLayer)).toContain('later');
    }
  });

  it('forgets it where the file wants no replay of any', () => {
    const left = (...replay: boolean[]) => {
      const ids = ['google-analytics', 'doubleclick'];
      const vendors = ids.map((id, at) => ({ id, replay: replay[at] }));
      const one = page({ categories: { performance: { vendors } } }, { dataLayer: [{ event: 'signup' }] });
      one.tell(said({ performance: true }));
      return JSON.stringify(one.win.dataLayer);
    };
    expect(left(false, false)).not.toContain('signup');
    expect(left(false, true)).toContain('signup');
  });

  it('has a stored choice in the default', () => {
    const one = page();
    one.tell(
      said(
        { performance: true, marketing: true, advertising: true },
        { 'google-analytics': true, doubleclick: true },
      ),
    );
    expect(one.queue).toEqual([['consent', 'default', GRANTED], REDACTED]);
  });

  it('says again what the visitor has decided behind a default of the page’s own, once, before what comes next', () => {
    const one = page();
    const given = said({}, { 'google-analytics': true, doubleclick: false });
    one.tell(given);
    const layer = one.win.dataLayer as unknown[];
    const own = ['consent', 'default', { analytics_storage: 'denied', ad_storage: 'granted' }];
    layer.push(own, ['js', 1], ['config', 'G-1']);
    one.tell(given);
    one.tell(given);
    const update = ['consent', 'update', { analytics_storage: 'granted' }];
    expect(one.queue!.slice(2)).toEqual([own, update, ['js', 1], ['config', 'G-1']]);
  });

  it('leaves a default of the page’s own alone where nobody has decided, and drops nothing', () => {
    const one = page();
    const decision = decideFor(one.policy);
    one.tellOf(one.policy, decision);
    const own = [
      ['consent', 'default', {}],
      ['event', 'signup'],
    ];
    (one.win.dataLayer as unknown[]).push(...own);
    one.tellOf(one.policy, decision);
    expect(one.queue!.slice(2)).toEqual(own);
  });

  it('says what a later decision has changed as an update, and nothing where nothing changes', () => {
    const one = page();
    one.tell();
    one.tell();
    one.tell(said({}, { stats: true }));
    one.tell(said({}, { doubleclick: true }));
    one.tell(said({}, { doubleclick: true }));
    one.tell();
    expect(one.queue).toEqual([
      ['consent', 'default', DENIED],
      REDACTED,
      ['consent', 'update', ADS],
      REDACTED,
      ['consent', 'update', NO_ADS],
      REDACTED,
    ]);
  });

  it('goes by the vendor where the file names it: a category alone is no leave', () => {
    const one = page();
    one.tell(said({ advertising: true, performance: true }, { linkedin: true, stats: true }));
    expect(one.queue).toEqual([['consent', 'default', DENIED], REDACTED]);
  });

  it('goes by the category where the file names no vendor of that kind', () => {
    const one = page({
      categories: { performance: { vendors: ['google-analytics'] }, advertising: { vendors: ['linkedin'] } },
    });
    one.tell(said({ advertising: true }));
    expect(one.queue![0]).toEqual(['consent', 'default', { ...DENIED, ...ADS }]);
  });

  it('denies what the file has no category for', () => {
    const one = page({ regime: 'opt-out', categories: { performance: { vendors: ['google-analytics'] } } });
    one.tell();
    expect(one.queue![0]).toEqual(['consent', 'default', { ...DENIED, analytics_storage: 'granted' }]);
  });

  it('R72: a signal denies the keys of ads, and of who shares, whatever was granted', () => {
    const one = page();
    one.tell({ region: 'US', signals: GPC });
    expect(one.queue![0]).toEqual([
      'consent',
      'default',
      { ...DENIED, functionality_storage: 'granted', personalization_storage: 'granted' },
    ]);
    one.tell({ region: 'US', signals: BOTH });
    expect(one.queue!.at(-2)).toEqual([
      'consent',
      'update',
      { functionality_storage: 'denied', personalization_storage: 'denied' },
    ]);
  });

  it('is said as `arguments`, whatever the gtag of the page does: Google ignores an array', () => {
    const dataLayer: unknown[] = [];
    const gtag = (...command: unknown[]) => dataLayer.push(command);
    const one = page(FILE, { dataLayer, gtag });
    for (const doubleclick of [false, true]) one.tell(said({}, { doubleclick }));
    expect(one.queue!.map(([command, word]) => command + ' ' + word)).toContain('consent update');
    expect(dataLayer.map((each) => Object.prototype.toString.call(each))).not.toContain('[object Array]');
    expect(one.win.gtag).toBe(gtag);
  });
});

describe('a region that Google finds to be stricter', () => {
  const MAP: Config = {
    ...FILE,
    regime: 'opt-out',
    regions: { US: 'opt-out', DE: 'opt-in', FR: 'opt-in', CA: 'opt-out', 'CA-QC': 'opt-in' },
  };
  const region = ['DE', 'FR', 'CA-QC'];

  it('is denied what nobody but the regime has granted, in front of the default for all others', () => {
    const one = page(MAP);
    one.tell({ region: 'US-TX' });
    expect(one.queue).toEqual([
      ['consent', 'default', { ...DENIED, region }],
      ['consent', 'default', GRANTED],
      REDACTED,
    ]);
  });

  it('is denied it too where the page knows no region', () => {
    const one = page(MAP);
    one.tell();
    expect(one.queue![0]).toEqual(['consent', 'default', { ...DENIED, region }]);
  });

  it('has what the visitor has chosen, key by key', () => {
    const one = page(MAP);
    one.tell({
      region: 'US',
      ...said({ performance: true, advertising: false }, { 'google-analytics': true }),
    });
    expect(one.queue!.slice(0, 2)).toEqual([
      ['consent', 'default', { ...DENIED, analytics_storage: 'granted', region }],
      ['consent', 'default', { ...GRANTED, ...NO_ADS }],
    ]);
  });

  it('hears a choice as an update, though nothing else changes by it, and of nothing but the choice', () => {
    const one = page(MAP);
    one.tell({ region: 'US' });
    one.tell({ region: 'US', ...said({}, { doubleclick: true }) });
    one.tell({ region: 'US', ...said({ marketing: false }, { doubleclick: true }) });
    expect(one.queue!.filter(([, what]) => what === 'update')).toEqual([
      ['consent', 'update', ADS],
      ['consent', 'update', { functionality_storage: 'denied', personalization_storage: 'denied' }],
    ]);
  });

  it('is not a row that covers the place where the page knows the visitor to be', () => {
    const one = page({ ...FILE, regions: { US: 'opt-in', 'US-TX': 'opt-out', DE: 'opt-in' } });
    one.tell({ region: 'us-tx' });
    expect(one.queue![0]).toEqual(['consent', 'default', { ...DENIED, region: ['DE'] }]);
  });

  it('is in the recommended table as well, by ISO codes', () => {
    const one = page({ ...FILE, regions: 'recommended' });
    one.tell({ region: 'US' });
    const [, , { region }] = one.queue![0] as [string, string, { region: string[] }];
    expect(region).toEqual(expect.arrayContaining(['DE', 'GB', 'CA-QC']));
    for (const code of region) expect(code).toMatch(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);
    expect(region).not.toContain('US');
  });

  it.each<[string, Config, Partial<Circumstances>]>([
    ['before a choice under opt-in', MAP, { region: 'DE' }],
    [
      'after a choice of everything',
      MAP,
      {
        region: 'US',
        ...said(
          { performance: true, marketing: true, advertising: true },
          { 'google-analytics': true, doubleclick: true },
        ),
      },
    ],
    ['where both signals deny all', MAP, { region: 'US', signals: BOTH }],
    ['where the file has no such region', FILE, { region: 'US' }],
  ])('is not named %s', (_, file, given) => {
    const one = page(file);
    one.tell(given);
    expect(one.queue!.filter(([, what]) => what === 'default')).toHaveLength(1);
    expect(JSON.stringify(one.queue)).not.toContain('region');
  });
});

it.each(['linkedin', 'google-fonts', 'google-maps'])('a page with only %s gets no queue', (id) => {
  const one = page({ categories: { advertising: { vendors: [id] } } });
  one.tell();
  expect(one.win).toEqual({});
});

it('a container hears of every decision as an event, for its triggers', () => {
  const one = page({
    categories: { performance: { vendors: ['google-tag-manager'] }, advertising: { vendors: ['linkedin'] } },
  });
  one.tell();
  one.tell(said({ performance: true }));
  const events = (one.win.dataLayer as { event?: string }[]).filter(({ event }) => event);
  expect(events).toEqual([
    { event: 'heed_consent', heed: { required: true, performance: false, advertising: false } },
    { event: 'heed_consent', heed: { required: true, performance: true, advertising: false } },
  ]);
});
