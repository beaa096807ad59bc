// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { openConsent } from '../../../src/consent.ts';
import { explainHere } from '../../../src/explain.ts';
import type { Config, ConsentOptions } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { cookiePairs, writeCookie } from '../support/cookies.ts';
import { granted, SHOP } from '../support/files.ts';
import { closePage, openPage, setSignals } from '../support/page.ts';
import { consents, EVERY, Platform, removePlatform } from '../support/platform.ts';
import { until } from '../support/until.ts';

/** What a site writes that leaves the asking to its platform. */
const FILE: Config = { ...SHOP, regime: 'opt-out', regions: {}, tcf: true };
const ALL = granted(openless({ ...FILE, tcf: false }));
const WAITING = { granted: false, reason: 'account', path: '$.tcf' };

/** The decision for a file where there is no page left behind. */
function openless(config: Config) {
  const { decision } = openPage(config);
  closePage();
  return decision;
}

let warn: Mock;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  closePage();
  removePlatform();
  localStorage.clear();
  vi.restoreAllMocks();
});
/** The part is fetched by then: the platform is listened to. */
const heard = (platform: Platform) => until(() => expect(platform.size).toBe(1));
const open = (options?: ConsentOptions, config: Config = FILE) => openPage(config, options);
const names = () => cookiePairs().map((pair) => pair.split('=')[0]);

describe("R74: the page's platform is one more denial", () => {
  it('of everything but required, until it has answered', async () => {
    const platform = new Platform().install();
    const consent = open();
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.decision.categories.performance).toEqual(WAITING);
    expect(consent.decision.vendors.linkedin).toEqual(WAITING);
    expect(consent.allows('stripe')).toBe(true);
    await heard(platform);
    expect(granted(consent.decision)).toEqual([]);
    platform.answer({ eventStatus: 'tcloaded', ...EVERY });
    expect(granted(consent.decision)).toEqual(ALL);
  });

  it('by its purposes, stricter and laxer as the visitor changes them there', async () => {
    const platform = new Platform().install();
    const consent = open();
    const seen: string[][] = [];
    consent.subscribe((decision) => seen.push(granted(decision)));
    await heard(platform);
    for (const answer of [consents(1, 8, 9), EVERY, consents(), EVERY])
      platform.answer({ eventStatus: 'useractioncomplete', ...answer });
    expect(seen).toEqual([[], ['performance', 'google-analytics', 'stats'], ALL, [], ALL]);
  });

  it('of nothing, where the GDPR does not apply', async () => {
    const platform = new Platform({ gdprApplies: false }).install();
    const consent = open();
    await heard(platform);
    expect(granted(consent.decision)).toEqual(ALL);
  });

  it('and grants nothing: regime, choice and signals hold as ever', async () => {
    const platform = new Platform({ gdprApplies: true, eventStatus: 'tcloaded', ...EVERY }).install();
    const consent = open({}, { ...FILE, regime: 'opt-in' });
    await heard(platform);
    expect(granted(consent.decision)).toEqual([]);
    expect(consent.decision.ask).toBe(true);
    consent.choose({ performance: true });
    expect(granted(consent.decision)).toEqual(['performance', 'google-analytics', 'stats']);
    platform.answer({ eventStatus: 'useractioncomplete', ...consents() });
    expect(granted(consent.decision)).toEqual([]);
    platform.answer({ eventStatus: 'useractioncomplete', ...EVERY });
    closePage();
    setSignals('gpc');
    const again = open();
    await until(() => expect(again.allows('marketo')).toBe(true));
    expect(again.decision.vendors.linkedin).toMatchObject({ granted: false, reason: 'gpc' });
  });

  it('is no opt-out, and asks nobody by itself', async () => {
    const consent = open();
    expect(consent.decision).toMatchObject({ optedOut: false, ask: false });
  });

  it('does not narrow what the visitor chooses meanwhile', async () => {
    const file: Config = { ...FILE, regime: 'opt-in' };
    const earlier = open({}, { ...file, tcf: false });
    earlier.choose({ performance: true });
    earlier.destroy();
    const platform = new Platform().install();
    const consent = open({}, file);
    consent.choose({ marketing: true });
    expect(granted(consent.decision)).toEqual([]);
    await heard(platform);
    platform.answer({ eventStatus: 'tcloaded', ...EVERY });
    expect(granted(consent.decision)).toEqual(
      expect.arrayContaining(['performance', 'google-analytics', 'marketing', 'marketo']),
    );
  });

  it('deletes nothing before it has answered, but what the visitor denied', async () => {
    const store = () => {
      for (const name of ['_ga', '_mkto_trk']) writeCookie(`${name}=1; path=/`);
      localStorage.setItem('_st_1', '1');
    };
    store();
    const platform = new Platform().install();
    const consent = open();
    expect(names()).toEqual(expect.arrayContaining(['_ga', '_mkto_trk']));
    expect(localStorage.getItem('_st_1')).toBe('1');
    consent.choose({ marketing: false });
    expect(names()).toContain('_ga');
    expect(names()).not.toContain('_mkto_trk');
    await heard(platform);
    platform.answer({ eventStatus: 'useractioncomplete', ...consents() });
    expect(names()).not.toContain('_ga');
    expect(localStorage.getItem('_st_1')).toBe(null);
  });

  it('is not looked at unless the file says so', async () => {
    const platform = new Platform().install();
    const consent = open({}, { ...FILE, tcf: false });
    expect(granted(consent.decision)).toEqual(ALL);
    expect(platform.calls).toEqual([]);
  });

  it('is listened to no more after destroy(), not even by a part that comes afterwards', async () => {
    const platform = new Platform().install();
    const first = open();
    await heard(platform);
    first.destroy();
    expect(platform.size).toBe(0);
    open().destroy();
    // The next one's part is the same: once it is heard, so would the ended one's be.
    open();
    await heard(platform);
    expect(platform.size).toBe(1);
  });

  it('is in the whole explanation', async () => {
    const platform = new Platform().install();
    const consent = open();
    const last = () => explainHere('linkedin', FILE, consent).chain.at(-1);
    expect(last()).toMatchObject({ about: 'account', decides: true, rule: 'R74', path: '$.tcf' });
    expect(last()?.text).toBe('the platform of the page (IAB TCF) does not allow this: denied');
    await heard(platform);
    platform.answer({ eventStatus: 'tcloaded', ...EVERY });
    expect(explainHere('linkedin', FILE, consent)).toMatchObject({ granted: true, reason: 'regime' });
  });
});

it('R74: where the part cannot be fetched, all stays held and the console says why', async () => {
  const { consent } = openConsent(
    { config: FILE },
    { ui: 'none' },
    {
      win: window as Window & typeof globalThis,
      nonce: '',
      registry,
      fetchPart: () => Promise.reject(new Error('status 404')),
    },
  );
  await until(() =>
    expect(warn.mock.calls.map(([text]) => String(text))).toContainEqual(
      expect.stringMatching(/"tcf" stays without an answer.*404/),
    ),
  );
  expect(granted(consent.decision)).toEqual([]);
  consent.destroy();
});
