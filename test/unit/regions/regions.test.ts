import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { RECOMMENDED } from '../../../src/regions/recommended.ts';
import { regionOfZone } from '../../../src/regions/zone.ts';
import { recommended } from '../../../src/regions.ts';
import type { Config } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, policyOf } from '../support/files.ts';

const categories = { advertising: { vendors: ['linkedin'] } };
const regimeOf = (region: string | null, file: Partial<Config>) => {
  const { regime, vendors } = decideFor(policyOf({ categories, ...file }), { region });
  return [regime, vendors.linkedin!.path];
};

describe('the recommended table', () => {
  it.each(recommended.rows.map((row) => [row.code, row] as const))('%s', (code, { regime, source, date }) => {
    // A country of which only the part is missing may be any of its parts.
    const strictest = code === 'CA' ? 'opt-in' : regime;
    for (const fallback of ['opt-in', 'opt-out'] as const)
      expect(regimeOf(code, { regions: 'recommended', regime: fallback })).toEqual([strictest, '$.regions']);
    expect(source).not.toBe('');
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('has nothing that visitors get without a source, and each region once', () => {
    const codes = recommended.rows.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of Object.keys(RECOMMENDED[recommended.date]!('$'))) expect(codes).toContain(code);
  });

  it('has every state of the US and DC, the Union, its area, and its territories with codes of their own', () => {
    const codes = recommended.rows.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('US-'))).toHaveLength(51);
    const union =
      'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO AX GF GP MQ MF RE YT';
    expect(codes).toEqual(
      expect.arrayContaining([...union.split(' '), 'GB', 'GI', 'CH', 'BR', 'CA', 'CA-QC']),
    );
  });

  it.each([
    ['a part of a country', 'CA-ON', 'opt-out'],
    ['a part of its own', 'CA-QC', 'opt-in'],
    ['a state', 'US-TX', 'opt-out'],
    ['a state in small letters', 'us-tx', 'opt-out'],
    ['the country alone', 'US', 'opt-out'],
    ['R: an EU territory', 'RE', 'opt-in'],
    ['a part of a country of the Union', 'FR-IDF', 'opt-in'],
  ])('%s: %s', (_name, region, regime) => {
    expect(regimeOf(region, { regions: 'recommended', regime: 'opt-out' })).toEqual([regime, '$.regions']);
  });

  it.each([null, '', 'ZZ', 'T1', 'XK', 'PR', 'EU', 'constructor'])('%j is not in it: opt-in', (region) => {
    expect(regimeOf(region, { regions: 'recommended' })).toEqual(['opt-in', '$.regime']);
  });

  it('can be overridden, row by row', () => {
    const regions = { recommended: '2026-11-25', 'US-TX': 'opt-in', GB: 'opt-out' } as const;
    expect(regimeOf('US-TX', { regions })).toEqual(['opt-in', '$.regions.US-TX']);
    expect(regimeOf('GB', { regions })).toEqual(['opt-out', '$.regions.GB']);
    expect(regimeOf('US-CA', { regions })).toEqual(['opt-out', '$.regions']);
    expect(regimeOf('DE', { regions })).toEqual(['opt-in', '$.regions']);
  });

  it.each([
    ['$.regions', 'recomended', 'one of: recommended; did you mean "recommended"?'],
    [
      '$.regions.recommended',
      { recommended: '2026-11-24' },
      'one of: 2026-11-25; did you mean "2026-11-25"?',
    ],
    ['$.regions.recommended', { recommended: true }, 'one of: 2026-11-25'],
    ['$.regions.recommended', { recommended: 'constructor' }, 'one of: 2026-11-25'],
    ['$.regions.US-TX', { recommended: '2026-11-25', 'US-TX': 'optout' }, 'opt-in, opt-out; did you mean'],
    ['$.regions', ['recommended'], 'an object'],
    ['$.regions.use', { use: 'recommended' }, 'a region code such as "US-CA"'],
  ])('a mistake in it is told: %s', (path, regions, expected) => {
    const { policy, problems } = parseConfig({ regions, categories }, registry);
    expect(problems).toMatchObject([{ path }]);
    expect(problems[0]!.text).toContain(expected);
    expect(policy.broken).toBe(true);
  });
});

describe('a country whose part is not known', () => {
  it.each([
    ['US', { US: 'opt-out', 'US-CA': 'opt-in' }, 'opt-in', '$.regions.US-CA'],
    ['US', { US: 'opt-in', 'US-CA': 'opt-out' }, 'opt-in', '$.regions.US'],
    ['US', { US: 'opt-out', 'CA-QC': 'opt-in' }, 'opt-out', '$.regions.US'],
    ['US', { 'US-CA': 'opt-out' }, 'opt-in', '$.regime'],
    ['US-NY', { US: 'opt-out', 'US-CA': 'opt-in' }, 'opt-out', '$.regions.US'],
  ] as const)('%s in %j: the strictest', (region, regions, regime, path) => {
    expect(regimeOf(region, { regions })).toEqual([regime, path]);
  });
});

describe('the time zone', () => {
  const windowIn = (timeZone: string | undefined) =>
    ({
      Intl: { DateTimeFormat: () => ({ resolvedOptions: () => ({ timeZone }) }) },
    }) as unknown as typeof globalThis;
  const countryOf = (zone: string | undefined) => regionOfZone(windowIn(zone));

  it.each([
    ['America/New_York', 'US'],
    ['America/Indiana/Indianapolis', 'US'],
    ['America/Los_Angeles', 'US'],
    ['Pacific/Honolulu', 'US'],
    ['Australia/Sydney', 'AU'],
    ['Asia/Tokyo', 'JP'],
    ['America/Toronto', '?'],
    ['America/Sao_Paulo', '?'],
    ['Europe/Berlin', '?'],
    ['Indian/Reunion', '?'],
    ['UTC', '?'],
    ['Etc/GMT+5', '?'],
    ['', '?'],
    [undefined, '?'],
  ])('%s: %s', (zone, country) => {
    expect(countryOf(zone)).toBe(country);
  });

  it('of no other country is taken for one of the US', () => {
    const { supportedValuesOf } = Intl as unknown as { supportedValuesOf(key: 'timeZone'): string[] };
    const zones = supportedValuesOf('timeZone').filter((zone) => countryOf(zone) === 'US');
    expect(zones.filter((zone) => !/Indiana|Kentucky|Indianapolis|Louisville/.test(zone)).sort()).toEqual(
      [
        ...['New_York', 'Detroit', 'Chicago', 'Denver', 'Boise', 'Phoenix', 'Los_Angeles', 'Anchorage'].map(
          (city) => `America/${city}`,
        ),
        'Pacific/Honolulu',
      ].sort(),
    );
  });

  it.each([
    ['US', { US: 'opt-out' }, 'opt-in', 'opt-out'],
    ['US', 'recommended', 'opt-in', 'opt-out'],
    ['a listed part', { 'US-CA': 'opt-out' }, 'opt-in', 'opt-in'],
    ['?', 'recommended', 'opt-out', 'opt-in'],
    ['?', { US: 'opt-out' }, 'opt-in', 'opt-in'],
    ['?', { DE: 'opt-in' }, 'opt-out', 'opt-in'],
    ['JP', { US: 'opt-out' }, 'opt-in', 'opt-in'],
  ] as const)('a guess of %s in %j, else %s', (region, regions, regime, expected) => {
    expect(regimeOf(region === 'a listed part' ? 'US' : region, { regions, regime })[0]).toBe(expected);
  });
});
