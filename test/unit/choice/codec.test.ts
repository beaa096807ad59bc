import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecord, encodeRecord, stricter } from '../../../src/choice/codec.ts';
import { recordChoice } from '../../../src/choice/evolve.ts';
import { type ChoiceRecord, vendorCode } from '../../../src/choice/record.ts';
import type { Config } from '../../../src/types.ts';
import { circumstances, policy, record } from '../support/arbitrary.ts';
import {
  BOTH,
  decideFor,
  GPC,
  granted,
  NO_SIGNAL,
  policyOf,
  recordOf,
  SHOP,
  TODAY,
} from '../support/files.ts';
import { VENDOR_IDS } from '../support/vendor-ids.ts';

const EXAMPLE = '1~3~2026-11-25~advertising:0.performance:1~a1b2c3d4~k3f9~gpc~gpc:2026-11-25';

describe('a value', () => {
  it('reads as it is documented', () => {
    expect(decodeRecord(EXAMPLE)).toEqual({
      revision: 3,
      day: TODAY,
      categories: { advertising: false, performance: true },
      vendors: { a1b2: true, c3d4: true, k3f9: false },
      signals: ['gpc'],
      seen: { gpc: TODAY },
    });
  });

  it('R94: may hold an older day from which its grants count', () => {
    const value = '1~1~2026-11-25.2026-11-01~advertising:0.performance:1~~~~';
    expect(decodeRecord(value)).toMatchObject({ day: TODAY, grantDay: TODAY - 24 });
  });

  it('R100: may hold a signal seen and no choice', () => {
    const value = encodeRecord(recordOf({ revision: 0, day: null, seen: { gpc: TODAY, dnt: TODAY - 1 } }));
    expect(value).toBe('1~0~~~~~~dnt:2026-11-24.gpc:2026-11-25');
    expect(decodeRecord(value)).toMatchObject({ day: null, seen: { gpc: TODAY, dnt: TODAY - 1 } });
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(decodeRecord(encodeRecord(one))).toEqual(one);
      }),
    );
  });

  it('comes back as it was with no signal in it', () => {
    expect(decodeRecord(encodeRecord(recordOf()))).toEqual(recordOf());
  });

  it('comes back for every revision that a file may have', () => {
    for (const revision of [0, 1, 42, 20261125, 2026112501, Number.MAX_SAFE_INTEGER]) {
      const policy = policyOf({ ...SHOP, revision });
      const chosen = recordChoice(policy, null, decideFor(policy), 'all', NO_SIGNAL, TODAY, false);
      expect(decodeRecord(encodeRecord(chosen)), `revision ${revision}`).toMatchObject({ revision });
    }
  });

  it('R92: has only characters that a cookie value may have', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(encodeRecord(one)).toMatch(/^[!#-+\--:<-[\]-~]*$/);
      }),
    );
  });

  it('R91: is the same for two visitors with the same choice on the same day', () => {
    const file = policyOf(SHOP);
    const said = { performance: true, advertising: true, linkedin: false, marketing: false };
    const turned = Object.fromEntries(Object.entries(said).reverse());
    const choose = (before: ChoiceRecord | null, input: Record<string, boolean>) =>
      recordChoice(file, before, decideFor(file, { record: before }), input, NO_SIGNAL, TODAY, false);
    const atOnce = encodeRecord(choose(null, said));
    expect(encodeRecord(choose(null, turned))).toBe(atOnce);
    const afterAll = choose(choose(null, { performance: true, marketing: true, advertising: true }), said);
    expect(encodeRecord(afterAll)).toBe(atOnce);
    const oneByOne = Object.entries(said).reduce<ChoiceRecord | null>(
      (before, [id, grant]) => choose(before, { [id]: grant }),
      null,
    );
    expect(encodeRecord(oneByOne!)).toBe(atOnce);
  });

  it('R91: does not depend on the order of keys', () => {
    fc.assert(
      fc.property(record, (one) => {
        const turn = <T extends object>(map: T) => Object.fromEntries(Object.entries(map).reverse()) as T;
        const { categories, vendors, seen, signals } = one;
        const turned = {
          ...one,
          categories: turn(categories),
          vendors: turn(vendors),
          seen: turn(seen),
          signals: [...signals].reverse(),
        };
        expect(encodeRecord(turned)).toBe(encodeRecord(one));
      }),
    );
  });
});

describe('a value that Heed did not write', () => {
  const broken = [
    '',
    '1',
    'OPT_OUT',
    'true',
    '{"advertising":true}',
    '1~1~2026-11-25~advertising:1~~~',
    '1~1~2026-11-25~advertising:1~~~~~',
    '2~1~2026-11-25~advertising:1~~~~',
    '1~01~2026-11-25~advertising:1~~~~',
    '1~-1~2026-11-25~advertising:1~~~~',
    '1~1~2026-02-30~advertising:1~~~~',
    '1~1~2026-13-01~advertising:1~~~~',
    '1~1~2026-11-5~advertising:1~~~~',
    '1~1~.2026-11-25~advertising:1~~~~',
    '1~1~2026-11-25.~advertising:1~~~~',
    '1~1~2026-11-252026-11-24~advertising:1~~~~',
    '1~1~2026-11-25.2026-11-25~advertising:1~~~~',
    '1~1~2026-11-25.2027-11-25~advertising:1~~~~',
    '1~1~2026-11-25.2026-02-30~advertising:1~~~~',
    '1~1~2026-11-25.2026-11-24.2026-11-23~advertising:1~~~~',
    '1~1~2026-11-25~advertising:2~~~~',
    '1~1~2026-11-25~advertising:1.~~~~',
    '1~1~2026-11-25~.advertising:1~~~~',
    '1~1~2026-11-25~performance:1.advertising:1~~~~',
    '1~1~2026-11-25~advertising:1.advertising:1~~~~',
    '1~1~2026-11-25~advertising:0.advertising:1~~~~',
    '1~1~2026-11-25~advertising:1marketing:1~~~~',
    '1~1~2026-11-25~Advertising:1~~~~',
    '1~1~2026-11-25~advertising:1~abc~~~',
    '1~1~2026-11-25~advertising:1~abcdabcd~~~',
    '1~1~2026-11-25~advertising:1~zzzzaaaa~~~',
    '1~1~2026-11-25~advertising:1~abcd~abcd~~',
    '1~1~2026-11-25~advertising:1~~~dnt.gpc~',
    '1~1~2026-11-25~advertising:1~~~gpc.gpc~',
    '1~1~2026-11-25~advertising:1~~~tcf~',
    '1~1~2026-11-25~advertising:1~~~.~',
    '1~1~2026-11-25~advertising:1~~~~gpc',
    '1~1~2026-11-25~advertising:1~~~~gpc:',
    '1~1~2026-11-25~advertising:1~~~~gpc:2026',
    '1~1~2026-11-25~advertising:1~~~~gpc:2026-11-25.dnt:2026-11-25',
    '1~1~2026-11-25~advertising:1~~~~gpc:2026-11-25:1',
    ' 1~1~2026-11-25~advertising:1~~~~',
    '1~1~2026-11-25~advertising:1~~~~\n',
    '"1~1~2026-11-25~advertising:1~~~~"',
    '1%7E1%7E2026-11-25%7Eadvertising%3A1%7E%7E%7E%7E',
    '1~1~2026-11-25~__proto__:1~~~~',
  ];
  it.each(broken)('is none: %j', (value) => {
    expect(decodeRecord(value)).toBeUndefined();
  });

  it('is none if it names a signal that Heed does not know', () => {
    expect(decodeRecord('1~1~2026-11-25~advertising:1~~~~tcf:2026-11-25')).toBeUndefined();
  });

  it('is none if it says that a choice was made and not when', () => {
    for (const value of ['1~1~~advertising:1~~~~', '1~1~~~jnpb~~~'])
      expect(decodeRecord(value), value).toBeUndefined();
  });

  /** Any string that decodes is, byte for byte, what Heed writes for the record. */
  const exact = (value: string) => {
    const decoded = decodeRecord(value);
    if (decoded) expect(encodeRecord(decoded)).toBe(value);
    return decoded;
  };

  it('is none: any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (value) => {
        expect(decodeRecord(value)).toBeUndefined();
      }),
    );
  });

  it('is none unless it is one byte for byte: text of the same letters', () => {
    const letters = fc.constantFrom(...'1~~~~:.-0advertising2026gpcdnt');
    fc.assert(fc.property(fc.string({ unit: letters, maxLength: 60 }), (value) => void exact(value)));
  });

  it('is none unless it is one byte for byte: fields of the right form', () => {
    const field = (form: RegExp) => fc.stringMatching(form);
    const value = fc
      .tuple(
        field(/^1$/),
        field(/^\d{1,9}$/),
        field(/^(20\d\d-[01]\d-[0-3]\d(\.20\d\d-[01]\d-[0-3]\d)?)?$/),
        field(/^([a-c]{1,2}:[01]\.?){0,3}$/),
        field(/^([ab]{4}){0,3}$/),
        field(/^([ab]{4}){0,3}$/),
        field(/^(gpc|dnt|\.){0,3}$/),
        field(/^((gpc|dnt):20\d\d-[01]\d-[0-3]\d\.?){0,2}$/),
      )
      .map((fields) => fields.join('~'));
    fc.assert(
      fc.property(value, (text) => void exact(text)),
      { numRuns: 300 },
    );
  });

  it('is none if its end is missing, but for the signals seen', () => {
    fc.assert(
      fc.property(record, fc.nat(), (one, seed) => {
        const value = encodeRecord(one);
        const decoded = exact(value.slice(0, seed % value.length));
        if (decoded) expect({ ...decoded, seen: {} }).toEqual({ ...decodeRecord(value), seen: {} });
      }),
    );
  });

  it('is none if its start is missing', () => {
    fc.assert(
      fc.property(record, fc.nat(), (one, seed) => {
        const value = encodeRecord(one);
        expect(decodeRecord(value.slice(1 + (seed % (value.length - 1))))).toBeUndefined();
      }),
    );
  });

  it('is none if two are put together', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom('', '~', '.', ',', '; ', 'heed='), (a, b, between) => {
        expect(decodeRecord(encodeRecord(a) + between + encodeRecord(b))).toBeUndefined();
      }),
    );
  });

  it('is none unless it is one byte for byte: one character changed, put in or taken out', () => {
    const character = fc.constantFrom(...'01239abz~:.-% ');
    fc.assert(
      fc.property(record, fc.nat(), character, fc.nat(2), (one, seed, put, kind) => {
        const value = encodeRecord(one);
        const at = seed % value.length;
        exact(value.slice(0, at) + (kind ? put : '') + value.slice(at + (kind === 1 ? 0 : 1)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('vendors in the cookie', () => {
  const file: Config = {
    categories: Object.fromEntries(
      ['performance', 'marketing', 'advertising'].map((id, i) => [
        id,
        {
          vendors: VENDOR_IDS.filter((_, at) => at % 3 === i).map((vendor) => ({
            id: vendor,
            hosts: [`${vendor}.example`],
          })),
        },
      ]),
    ),
  };

  it('R92: all 52 chosen one by one stay under 400 bytes, name and value', () => {
    expect(VENDOR_IDS).toHaveLength(52);
    const policy = policyOf(file);
    for (const grant of [true, false, undefined]) {
      const said = Object.fromEntries(VENDOR_IDS.map((id, i) => [id, grant ?? i % 2 === 0]));
      const lifting = recordChoice(policy, null, decideFor(policy), said, BOTH, TODAY, true);
      const seen = { gpc: TODAY, dnt: TODAY };
      const value = encodeRecord({ ...lifting, revision: 999_999_999, seen });
      expect(`heed=${value}`.length).toBeLessThan(400);
      expect(Object.keys(decodeRecord(value)!.vendors)).toHaveLength(52);
    }
  });

  it('have four characters each, and no two the same', () => {
    const codes = VENDOR_IDS.map(vendorCode);
    expect(new Set(codes).size).toBe(52);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]{4}$/);
  });

  it('keep their codes for ever: a stored choice is read by them', () => {
    const ids = ['linkedin', 'doubleclick', 'google-analytics', 'marketo', 'facebook'];
    expect(ids.map(vendorCode)).toEqual(['jnpb', '2zz4', '9053', '8dh6', '9s1d']);
  });
});

describe('R97: of two copies the stricter', () => {
  /** Two copies of one visitor's cookie: they differ in a few things, of which each may matter. */
  const copies = fc.tuple(policy, circumstances, record).chain(([file, given, base]) =>
    fc.tuple(
      fc.constant({ ...file, revision: 1 }),
      fc.constant(given),
      ...[0, 1].map(() =>
        fc.oneof(
          { weight: 6, arbitrary: chosen(base, given.day) },
          // Only a signal was seen.
          { weight: 1, arbitrary: fc.constant({ ...recordOf({ day: null }), seen: base.seen }) },
        ),
      ),
    ),
  );
  const chosen = (base: ChoiceRecord, today: number): fc.Arbitrary<ChoiceRecord> =>
    fc.record({
      revision: fc.constantFrom(1, 1, 1, 2),
      day: fc.constantFrom(...[-200, -9, -3, -3, 0, 7].map((days) => today + days)),
      categories: some(base.categories),
      vendors: some(base.vendors),
      signals: fc.constantFrom(base.signals, []),
      seen: fc.constantFrom(base.seen, {}),
    });
  /** The same map with some keys left out and some values turned. */
  function some(map: Readonly<Record<string, boolean>>): fc.Arbitrary<Record<string, boolean>> {
    const keys = Object.keys(map);
    return fc
      .array(fc.constantFrom('same', 'same', 'turned', 'gone'), {
        minLength: keys.length,
        maxLength: keys.length,
      })
      .map((ways) =>
        Object.fromEntries(
          keys.flatMap((key, i) =>
            ways[i] === 'gone' ? [] : [[key, map[key] === (ways[i] === 'same')] as const],
          ),
        ),
      );
  }

  it('grants nothing that either copy does not grant', () => {
    fc.assert(
      fc.property(copies, ([file, given, a, b]) => {
        const grants = (record: ChoiceRecord) => granted(decideFor(file, { ...given, record }));
        const [ofA, ofB] = [grants(a!), grants(b!)];
        const more = grants(stricter(a!, b!)).filter((id) => !ofA.includes(id) || !ofB.includes(id));
        expect(more).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on which is read first', () => {
    fc.assert(
      fc.property(copies, ([file, given, a, b]) => {
        const of = (record: ChoiceRecord) => decideFor(file, { ...given, record });
        expect(of(stricter(a!, b!))).toEqual(of(stricter(b!, a!)));
      }),
      { numRuns: 300 },
    );
  });

  it('is the copy itself where both are the same', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(encodeRecord(stricter(one, one))).toBe(encodeRecord(one));
      }),
    );
  });

  it('R38: a refusal counts from its own day, not from that of an older copy', () => {
    const older = recordOf({ categories: { marketing: true }, day: TODAY - 300 });
    const refusal = recordOf({ categories: { advertising: false }, day: TODAY });
    for (const both of [stricter(older, refusal), stricter(refusal, older)])
      expect(decideFor(file, { record: both, day: TODAY + 100 })).toMatchObject({
        optedOut: true,
        ask: false,
      });
  });

  const file = policyOf(SHOP);
  const all = recordChoice(file, null, decideFor(file), 'all', NO_SIGNAL, TODAY - 10, false);
  const none = recordChoice(file, null, decideFor(file), 'required', NO_SIGNAL, TODAY - 400, false);
  it.each([
    ['a refusal over a grant, however old', all, none, []],
    ['a grant in both', all, all, granted(decideFor(file, { record: all }))],
    [
      'a grant in one is none',
      all,
      { ...all, categories: { advertising: true }, vendors: {} },
      ['advertising'],
    ],
    ['a grant of another revision is none', all, { ...all, revision: 2 }, []],
    ['a grant from the future is none', all, { ...all, day: TODAY + 9 }, []],
    ['a grant that was carried along is none of today', all, { ...all, grantDay: TODAY - 100 }, []],
    ['a grant that has ended is none', all, { ...all, day: TODAY - 190 }, []],
    ['a signal seen over a grant', all, recordOf({ day: null, seen: { gpc: TODAY } }), []],
    [
      'a lift in one is none',
      recordOf({ categories: { advertising: true }, signals: ['gpc'] }),
      recordOf({ categories: { advertising: true } }),
      [],
    ],
  ] as [string, ChoiceRecord, ChoiceRecord, string[]][])('%s', (name, a, b, expected) => {
    const signals = name.includes('lift') ? GPC : NO_SIGNAL;
    expect(granted(decideFor(file, { signals, record: stricter(a, b) }))).toEqual(expected);
  });
});
