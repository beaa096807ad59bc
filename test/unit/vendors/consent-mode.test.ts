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
const UNREDACTED = ['set', 'ads_data_redaction', false];
const GRANTED = Object.fromEntries(Object.keys(DENIED).map((key) => [key, 'granted']));
const ADS = { ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' };

function page(config: Config = FILE, own: Record<string, unknown> = {}) {
  const win = { ...own } as LoaderTools['win'];
  const policy = policyOf(config);
  const tell = consentMode(win);
  return {
    win,
    policy,
    tell: (given: Partial<Circumstances> = {}) => tell(policy, decideFor(policy, given)),
    tellOf: tell,
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

  it('has a stored choice in the default', () => {
    const one = page();
    one.tell(
      said(
        { performance: true, marketing: true, advertising: true },
        { 'google-analytics': true, doubleclick: true },
      ),
    );
    expect(one.queue).toEqual([['consent', 'default', GRANTED], UNREDACTED]);
  });

  it('says a later decision as an update, and nothing where nothing changes', () => {
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
      ['consent', 'update', { ...DENIED, ...ADS }],
      UNREDACTED,
      ['consent', 'update', DENIED],
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
    expect(one.queue!.at(-2)).toEqual(['consent', 'update', DENIED]);
  });

  it('stands behind nothing that the page says through its own gtag', () => {
    const order: unknown[] = [];
    const one = page(FILE, { gtag: (...command: unknown[]) => order.push(command) });
    one.tell();
    expect(order).toEqual([['consent', 'default', DENIED], REDACTED]);
  });
});

it('a page without Google gets no queue', () => {
  const one = page({ categories: { advertising: { vendors: ['linkedin'] } } });
  one.tell();
  expect(one.win).toEqual({});
});

it('a file that is not there yet, or broken, says nothing: the first word is the default', () => {
  const one = page();
  const broken = { ...one.policy, broken: true };
  one.tellOf(broken, decideFor(broken));
  expect(one.win).toEqual({});
  one.tell();
  expect(one.queue).toEqual([['consent', 'default', DENIED], REDACTED]);
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
