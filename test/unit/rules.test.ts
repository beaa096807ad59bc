// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeRecord } from '../../src/choice/codec.ts';
import { createConsent } from '../../src/create.ts';
import { startGpp } from '../../src/gpp.ts';
import { recommended } from '../../src/regions.ts';
import { readSignals, signalsOf } from '../../src/signals/signals.ts';
import type { Config, ConsentRecord, OptOut } from '../../src/types.ts';
import { registry } from '../../src/vendors/registry.ts';
import { cookiePairs, replaceCookies, sandboxed, writeCookie } from './support/cookies.ts';
import {
  BOTH,
  DNT,
  decideFor,
  GPC,
  granted,
  NO_SIGNAL,
  policyOf,
  recordOf,
  SHOP,
  TODAY,
} from './support/files.ts';
import { closePage, lookAgain, openPage, setSignals, trustedClick } from './support/page.ts';
import { until } from './support/until.ts';
import { Visitor } from './support/visitor.ts';

/*
 * One row for each rule of docs/law.md that a library can meet by deciding rightly. What an interface or a browser has
 * to show is tested there; ELSEWHERE says where.
 */
const shop = policyOf(SHOP);
const file = (more: Partial<Config>) => policyOf({ ...SHOP, ...more });
const in_ = (region: string, more: Partial<Config> = {}) => new Visitor(file(more), region);
const CA = () => in_('US-CA');
const DE = () => in_('DE');
const ADS = ['advertising', 'doubleclick', 'linkedin', 'acme-ads'];
const ALL = [
  'performance',
  'marketing',
  'advertising',
  'google-analytics',
  'stats',
  'marketo',
  ...ADS.slice(1),
];
const UNDER_GPC = ['performance', 'marketing', 'stats', 'marketo'];
const header = (gpc?: string, dnt?: string) => signalsOf({ gpc, dnt });
const page = (...said: Parameters<typeof setSignals>) => {
  setSignals(...said);
  return readSignals(window, () => {});
};
const cookie = () => cookiePairs().find((pair) => pair.startsWith('heed='));

afterEach(() => {
  closePage();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const rules: [rule: string, what: string, check: () => void | Promise<void>][] = [
  [
    'R1',
    'false and undefined are no signal and no consent',
    () => {
      expect(page()).toEqual(NO_SIGNAL);
      expect(DE().visit(0, NO_SIGNAL).granted).toEqual([]);
      expect(CA().visit(0, GPC).visit(1, NO_SIGNAL).granted).toEqual(UNDER_GPC);
    },
  ],
  [
    'R2',
    'the historic "1" is a signal, no other truthy value is; a getter that throws is told',
    () => {
      for (const [value, gpc] of [
        ['1', true],
        [1, false],
        ['true', false],
      ] as const) {
        Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });
        expect(readSignals(window, () => {}).gpc).toBe(gpc);
      }
    },
  ],
  [
    'R3',
    'Sec-GPC is exactly "1", of several fields one is enough',
    () => {
      for (const [value, gpc] of [
        ['1', true],
        ['1, 1', true],
        ['0, 1', true],
        ['0', false],
        ['true', false],
        ['', false],
      ] as const)
        expect(header(value).gpc).toBe(gpc);
    },
  ],
  ['R4', 'Sec-GPC has no extensions', () => expect(header('1;x').gpc).toBe(false)],
  [
    'R5',
    'read before any tag; a later reading only tightens',
    () => {
      setSignals();
      const consent = openPage(SHOP, { region: 'US-CA' });
      setSignals('gpc');
      lookAgain();
      expect(consent.allows('linkedin')).toBe(false);
      setSignals();
      lookAgain();
      expect(consent.allows('linkedin')).toBe(false);
    },
  ],
  [
    'R6',
    'header and property are one signal',
    () => {
      document.head.innerHTML = '<meta name="heed-signals" content="gpc">';
      expect(page()).toEqual(GPC);
    },
  ],
  [
    'R7',
    'GPC leaves alone what neither sells nor shares',
    () => expect(CA().visit(0, GPC).granted).toEqual(expect.arrayContaining(['stats'])),
  ],
  [
    'R15',
    'DNT in all its places, with "unspecified" for none',
    () => {
      expect(page('dnt')).toEqual(DNT);
      for (const value of ['unspecified', null]) {
        Object.defineProperty(navigator, 'doNotTrack', { value, configurable: true });
        expect(readSignals(window, () => {}).dnt).toBe(false);
      }
    },
  ],
  [
    'R16',
    'DNT: 0 is no permission',
    () => {
      Object.defineProperty(navigator, 'doNotTrack', { value: '0', configurable: true });
      expect(granted(openPage(SHOP, { region: 'DE' }).decision)).toEqual([]);
      expect(header(undefined, '0')).toEqual(NO_SIGNAL);
    },
  ],
  [
    'R17',
    'the first character of DNT decides; of repeats the stricter',
    () => {
      expect(header(undefined, '1xyz').dnt).toBe(true);
      expect(header(undefined, '0, 1').dnt).toBe(true);
    },
  ],
  [
    'R20',
    'DNT denies by default in every region',
    () => {
      for (const { code } of recommended.rows)
        expect(in_(code, { regions: 'recommended' }).visit(0, DNT).granted).toEqual([]);
    },
  ],
  [
    'R26',
    'a script, an event that is none, and looking again are no choice',
    () => {
      const consent = openPage(SHOP, { region: 'DE' });
      for (const type of ['scroll', 'mousemove', 'keydown', 'pagehide'])
        window.dispatchEvent(new Event(type));
      lookAgain();
      expect(granted(consent.decision)).toEqual([]);
      expect(cookie()).toBeUndefined();
    },
  ],
  [
    'R29',
    'an opt-out covers sale and sharing, not cookies by category alone',
    () =>
      expect(CA().visit(0, GPC).decision.vendors['google-analytics']).toMatchObject({
        granted: false,
        reason: 'gpc',
      }),
  ],
  [
    'R30',
    'a signal is an opt-out, for the known person too',
    () => {
      expect(CA().visit(0, GPC).decision.optedOut).toBe(true);
      const known = decideFor(shop, { region: 'US-CA', optedOut: true });
      expect(known.vendors.linkedin).toMatchObject({ granted: false, reason: 'account' });
      setSignals('gpc');
      const told: OptOut[] = [];
      openPage(SHOP, { region: 'US-CA', onOptOut: (optOut) => told.push(optOut) });
      expect(told).toMatchObject([{ by: 'gpc' }]);
    },
  ],
  [
    'R31',
    'a signal beats a grant; only the trusted click on a name lifts it; without the cookie it binds again',
    () => {
      expect(DE().choose('all').visit(1, GPC).granted).toEqual(UNDER_GPC);
      setSignals('gpc');
      const consent = openPage(SHOP, { region: 'US-CA' });
      consent.choose('all');
      consent.choose({ linkedin: true });
      expect(consent.allows('linkedin')).toBe(false);
      consent.choose({ linkedin: true }, { event: trustedClick() });
      expect(consent.allows('linkedin')).toBe(true);
      consent.destroy();
      writeCookie('heed=; path=/; max-age=0; domain=shop.example');
      writeCookie('heed=; path=/; max-age=0');
      expect(openPage(SHOP, { region: 'US-CA' }).allows('linkedin')).toBe(false);
    },
  ],
  [
    'R33',
    'a signal that has gone is no consent',
    () => {
      expect(CA().visit(0, GPC).visit(1).granted).toEqual(UNDER_GPC);
      expect(DE().choose('all').visit(1, GPC).visit(1).granted).toEqual(UNDER_GPC);
    },
  ],
  [
    'R35',
    'seeing a signal causes no request and no identifier',
    () => {
      setSignals('gpc');
      const fetched = vi.spyOn(window, 'XMLHttpRequest');
      openPage(SHOP, { region: 'US-CA' });
      expect(fetched).not.toHaveBeenCalled();
      expect(cookie()).toMatch(/^heed=1~0~~~~~~gpc:\d{4}-\d\d-\d\d$/);
    },
  ],
  [
    'R36',
    'a signal causes no banner under opt-out',
    () => {
      expect(CA().visit(0, GPC).decision.ask).toBe(false);
      expect(CA().visit(0, GPC).visit(30).decision.ask).toBe(false);
    },
  ],
  [
    'R37',
    'an opt-out is in force at once, and for what comes later',
    () => {
      const visitor = CA().choose('required');
      expect(visitor.granted).toEqual([]);
      visitor.policy = file({ categories: { ...SHOP.categories, social: { vendors: ['facebook'] } } });
      expect(visitor.visit(1).granted).not.toContain('facebook');
    },
  ],
  [
    'R38',
    'no asking for 12 months after an opt-out, a new revision notwithstanding; it stands for longer',
    () => {
      const visitor = in_('DE').choose({ advertising: false, performance: true, marketing: true });
      visitor.policy = file({ revision: 2 });
      expect(visitor.visit(365).decision.ask).toBe(false);
      expect(visitor.visit(1).decision.ask).toBe(true);
      expect(visitor.decision.categories.advertising).toMatchObject({ granted: false, reason: 'choice' });
    },
  ],
  [
    'R39',
    'what a signal denies is not granted in one step',
    () => expect(CA().visit(0, GPC).choose({ linkedin: true }).granted).not.toContain('linkedin'),
  ],
  [
    'R40',
    'minors: no choice grants advertising or sharing',
    () => {
      for (const region of ['US-CT', 'DE'])
        expect(in_(region, { audience: 'minors' }).choose('all').granted).toEqual(UNDER_GPC);
    },
  ],
  [
    'R46',
    'a signal needs no account',
    () => expect(in_('US-CO', { regions: 'recommended' }).visit(0, GPC).granted).toEqual(UNDER_GPC),
  ],
  [
    'R47',
    'Colorado: the end of a signal is never consent',
    () =>
      expect(in_('US-CO', { regions: 'recommended' }).visit(0, GPC).visit(700).granted).toEqual(UNDER_GPC),
  ],
  [
    'R48',
    'declining brings no repeated question',
    () => {
      const visitor = DE().choose('required');
      for (let i = 0; i < 60; i++) expect(visitor.visit(3).decision.ask).toBe(false);
    },
  ],
  ['R49', 'no grant outlives 24 months', () => expect(DE().choose('all').visit(731).granted).toEqual([])],
  [
    'R50',
    'sensitive pages: no choice grants advertising or sharing',
    () => expect(in_('US-MD', { audience: 'sensitive' }).choose('all').granted).toEqual(UNDER_GPC),
  ],
  [
    'R51',
    'minors: not even knowingly',
    () => {
      const visitor = in_('US-CT', { audience: 'minors' }).visit(0, GPC).choose({ linkedin: true }, true);
      expect(visitor.granted).not.toContain('linkedin');
    },
  ],
  [
    'R52',
    'nothing but required before a choice: in every opt-in region, its territories, and where it is not known',
    () => {
      const regions = recommended.rows.filter(({ regime }) => regime === 'opt-in').map(({ code }) => code);
      expect(regions).toEqual(expect.arrayContaining(['DE', 'RE', 'GI', 'AX', 'GB', 'CH', 'CA-QC']));
      for (const region of [...regions, 'ZZ', ''])
        expect(in_(region, { regions: 'recommended' }).granted).toEqual([]);
    },
  ],
  [
    'R54',
    "a grant is the visitor's own act, by category and vendor",
    () => {
      expect(DE().choose({ performance: true }).granted).toEqual([
        'performance',
        'google-analytics',
        'stats',
      ]);
      expect(DE().choose({ linkedin: true }).granted).toEqual(['linkedin']);
    },
  ],
  [
    'R55',
    'each purpose and each vendor has a verdict of its own',
    () => expect(DE().choose({ advertising: true, linkedin: false }).granted).not.toContain('linkedin'),
  ],
  [
    'R58',
    'taking back is one call, and nothing falls back to a grant',
    () => {
      for (const visitor of [DE(), CA()]) {
        visitor.choose('all').choose('required');
        for (const days of [0, 1, 180, 181, 400]) expect(visitor.visit(days).granted).toEqual([]);
        expect(DE().choose('all').choose('required').decision.ask).toBe(false);
      }
    },
  ],
  [
    'R59',
    'a record proves a choice, and has no identifier',
    async () => {
      const records: ConsentRecord[] = [];
      openPage(SHOP, { region: 'DE', onRecord: (record) => records.push(record) }).choose('all');
      await until(() => expect(records).toHaveLength(1));
      expect(Object.keys(records[0]!).sort()).toEqual(
        [
          'act',
          'day',
          'regime',
          'region',
          'revision',
          'file',
          'language',
          'texts',
          'version',
          'signals',
          'categories',
          'vendors',
        ].sort(),
      );
      expect(JSON.stringify(records[0])).not.toMatch(/\d\d:\d\d/);
    },
  ],
  [
    'R60',
    'a refusal is kept for six months at least',
    () => {
      const visitor = in_('IT', { regions: 'recommended' }).choose('required');
      expect(visitor.visit(184).granted).toEqual([]);
      visitor.policy = file({
        regions: 'recommended',
        revision: 2,
        categories: { ...SHOP.categories, chat: { vendors: ['facebook'] } },
      });
      expect(visitor.visit(0).decision.vendors.facebook).toMatchObject({ granted: false });
      expect(in_('IT', { regions: 'recommended' }).choose('required').visit(183).decision.ask).toBe(false);
    },
  ],
  [
    'R61',
    'a choice covers the vendors of its day',
    () => {
      const visitor = DE().choose('all');
      visitor.policy = file({
        categories: { ...SHOP.categories, advertising: { vendors: ['doubleclick', 'facebook'] } },
      });
      expect(visitor.visit(1).granted).toContain('doubleclick');
      expect(visitor.granted).not.toContain('facebook');
      expect(visitor.decision.ask).toBe(true);
      visitor.policy = file({
        categories: { ...SHOP.categories, advertising: { vendors: ['doubleclick'] } },
      });
      expect(visitor.visit(1).decision.ask).toBe(false);
    },
  ],
  [
    'R63',
    'no audience measurement is exempt by default',
    () => expect(in_('FR', { regions: 'recommended' }).granted).toEqual([]),
  ],
  [
    'R64',
    'nor in the United Kingdom',
    () => expect(in_('GB', { regions: 'recommended' }).granted).toEqual([]),
  ],
  [
    'R65',
    'no vendor is required unless the file says so',
    () => {
      const vendors = Object.keys(registry);
      const visitor = new Visitor(policyOf({ categories: { performance: { vendors } } }), 'DE');
      expect(visitor.granted).toEqual([]);
    },
  ],
  [
    'R67',
    'six months of silence after a refusal',
    () => expect(DE().choose('required').visit(183).decision.ask).toBe(false),
  ],
  [
    'R72',
    'a signal denies what it denies even where the category is granted',
    () =>
      expect(DE().choose('all').visit(0, GPC).decision.vendors.doubleclick).toMatchObject({
        granted: false,
        reason: 'gpc',
      }),
  ],
  [
    'R73',
    'no TC string and no TCF API',
    () => {
      openPage().choose('all');
      expect('__tcfapi' in window).toBe(false);
      expect(document.cookie).not.toContain('euconsent');
    },
  ],
  [
    'R76',
    'cmpId 1, and only for US states',
    () => {
      const stop = startGpp(openPage({ ...SHOP, regions: 'recommended' }, { region: 'US-CA' }));
      const heard = vi.fn();
      (window as unknown as { __gpp(command: string, callback: unknown): void }).__gpp('ping', heard);
      expect(heard.mock.calls[0]![0]).toMatchObject({ cmpId: 1, applicableSections: [8] });
      stop();
    },
  ],
  [
    'R80',
    'no US Privacy API',
    () => {
      openPage();
      expect('__uspapi' in window).toBe(false);
    },
  ],
  [
    'R91',
    'the cookie is the same for all who chose the same on the same day',
    () => {
      const values = ['US-CA', 'US-CA'].map((region) =>
        encodeRecord(in_(region).choose({ linkedin: false }).record!),
      );
      expect(new Set(values).size).toBe(1);
    },
  ],
  [
    'R92',
    'and small',
    () => {
      const said = Object.fromEntries(ALL.slice(3).map((id, i) => [id, i % 2 === 0]));
      expect(encodeRecord(DE().choose(said).record!)).toMatch(/^[\w.:~-]{1,400}$/);
    },
  ],
  [
    'R94',
    'grants end at a fixed time, denials are renewed',
    () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const on = (day: number) => vi.setSystemTime((TODAY + day) * 864e5);
      const open = () => openPage(SHOP, { region: 'US-CA' });
      on(0);
      open().choose({ performance: true, advertising: false });
      for (const day of [150, 500, 890]) {
        on(day);
        expect(granted(open().decision)).not.toContain('linkedin');
      }
    },
  ],
  [
    'R95',
    'for the whole site, readable by the page',
    () => {
      openPage().choose('required');
      expect(cookie()).toMatch(/^heed=1~/);
    },
  ],
  [
    'R97',
    'of two copies the stricter counts',
    () => {
      const value = (choice: 'all' | 'required') =>
        encodeRecord({ ...DE().choose(choice).record!, day: Math.floor(Date.now() / 864e5) });
      writeCookie(`heed=${value('all')}; path=/`);
      writeCookie(`heed=${value('required')}; path=/; domain=shop.example`);
      expect(granted(openPage(SHOP, { region: 'US-CA' }).decision)).toEqual([]);
      expect(cookiePairs().filter((pair) => pair.startsWith('heed='))).toHaveLength(1);
    },
  ],
  [
    'R98',
    'no exception where there are no cookies: the regime and the signal',
    () => {
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      const undo = replaceCookies(sandboxed);
      setSignals('gpc');
      expect(granted(openPage(SHOP, { region: 'US-CA' }).decision)).toEqual(UNDER_GPC);
      undo();
    },
  ],
  [
    'R100',
    'of a signal only its day is kept, apart from choices',
    () => {
      expect(CA().visit(0, GPC).record).toEqual(recordOf({ revision: 0, day: null, seen: { gpc: TODAY } }));
      expect(DE().visit(0, BOTH).record).toBeNull();
    },
  ],
];

describe('rules', () => {
  it.each(rules)('%s: %s', async (_rule, _what, check) => {
    await check();
  });
});

it('nothing is granted on a server that knows nothing', () => {
  vi.stubGlobal('window', undefined);
  expect(granted(createConsent({ ...SHOP, regions: 'recommended' }, { region: 'US-CA' }).decision)).toEqual(
    [],
  );
  vi.unstubAllGlobals();
});

/** Where a rule is tested that more than a decision has to meet. */
const ELSEWHERE: Record<string, string> = {
  R18: 'test/browser/own-requests.spec.ts',
  R22: 'test/unit/ui/mount.test.ts',
  R28: 'test/browser/markup.spec.ts',
  R34: 'test/browser/signals.spec.ts',
  R45: 'test/browser/signals.spec.ts',
  R53: 'test/browser/network.spec.ts',
  R56: 'test/unit/ui/mount.test.ts',
  R62: 'test/unit/ui/mount.test.ts',
  R68: 'test/unit/vendors/consent-mode.test.ts',
  R69: 'test/browser/insertion.spec.ts',
  R70: 'test/unit/vendors/load.test.ts',
  R71: 'test/browser/script-tag.spec.ts',
  R74: 'test/unit/tcf/consent.test.ts',
  R75: 'test/unit/gpp/gpp.test.ts',
  R77: 'test/unit/gpp/gpp.test.ts',
  R78: 'test/unit/gpp/gpp.test.ts',
  R79: 'test/unit/gpp/gpp.test.ts',
  R82: 'test/unit/ui/mount.test.ts',
  R90: 'test/browser/markup.spec.ts',
  R96: 'test/unit/choice/domain.test.ts',
  R99: 'test/browser/tabs.spec.ts',
};

describe('docs/law.md', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const text = fs.readFileSync(path.join(root, 'docs/law.md'), 'utf8');
  /** Every rule with who meets it; a row may be about several, or about a range. */
  const told: [rule: string, who: string, row: string[]][] = [];
  for (const [, names, who] of text.matchAll(/^\| (R[^|]*?) +\|[^|]*\| (\w+) +\|/gm)) {
    const row = names!.split(', ').flatMap((name) => {
      const [from, to = from] = name.split('-').map((one) => Number(one.slice(1))) as [number, number?];
      return Array.from({ length: to! - from + 1 }, (_, i) => 'R' + (from + i));
    });
    for (const rule of row) told.push([rule, who!, row]);
  }

  it('has every rule once, and says who meets it', () => {
    const numbers = Array.from({ length: 100 }, (_, i) => 'R' + (i + 1));
    const order = (rule: string) => Number(rule.slice(1));
    expect(told.map(([rule]) => rule).sort((a, b) => order(a) - order(b))).toEqual(numbers);
    for (const [rule, who] of told) expect(['met', 'part', 'site', 'no', 'fact'], rule).toContain(who);
  });

  it('claims no rule as met that no test names', () => {
    const tested = new Set([...rules.map(([rule]) => rule), ...Object.keys(ELSEWHERE)]);
    const claimed = told.filter(([, who]) => /met|part/.test(who));
    expect(
      claimed.filter(([, , row]) => !row.some((rule) => tested.has(rule))).map(([rule]) => rule),
    ).toEqual([]);
    for (const file of Object.values(ELSEWHERE))
      expect(fs.existsSync(path.join(root, file)), file).toBe(true);
  });
});

it('docs/regions.md has the rows of the recommended table, and no others', () => {
  const text = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/regions.md'), 'utf8');
  expect(text).toContain(`## Table of ${recommended.date}`);
  const rows = [
    ...text.matchAll(/^\| ([A-Z]{2}[^|]*?) +\| ([\w-]+) +\| (\w+) +\| ([\d-]*) *\| (.*?) +\|$/gm),
  ];
  const told = rows.flatMap(([, codes, regime, signal, since, source]) =>
    codes!
      .split(', ')
      .map((code) => ({ code, regime, signal, ...(since && { since }), source, date: recommended.date })),
  );
  expect(told).toEqual(recommended.rows);
});
