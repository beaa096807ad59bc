import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordChoice } from '../../../src/choice/evolve.ts';
import { grantDayOf, vendorCode } from '../../../src/choice/record.ts';
import type { Policy } from '../../../src/config/policy.ts';
import { decide } from '../../../src/decide/decide.ts';
import { circumstances, config, lately, policy, signals } from '../support/arbitrary.ts';
import { decideFor, deepFreeze, granted, policyOf } from '../support/files.ts';

/** Whatever the visitor has said, and whether it counts. */
const given = fc.oneof(circumstances, lately);

const ids = ({ categories }: Policy) => categories.flatMap(({ id, vendors }) => [id, ...vendors]);

/** Every id that `after` grants is granted by `before` too. */
function neverGrants(before: readonly string[], after: readonly string[]): void {
  expect(after.filter((id) => !before.includes(id))).toEqual([]);
}

describe('whatever the file and the visitor', () => {
  it('every category and vendor of the file has a verdict, and nothing else has', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const { categories, vendors } = decide(file, now);
        expect(Object.keys(categories)).toEqual(file.categories.map(({ id }) => id));
        expect(Object.keys(vendors).sort()).toEqual(file.categories.flatMap((one) => one.vendors).sort());
      }),
    );
  });

  it('required is always granted', () => {
    fc.assert(
      fc.property(policy, given, fc.boolean(), (file, now, broken) => {
        const { categories, vendors } = decide({ ...file, broken }, now);
        const required = file.categories.find(({ id }) => id === 'required')!;
        for (const verdict of [categories.required, ...required.vendors.map((id) => vendors[id])])
          expect(verdict).toMatchObject({ granted: true, reason: 'required' });
      }),
    );
  });

  it('R74: a platform of the page only ever denies, and grants of others are as without it', () => {
    const allowed = fc.option(
      fc.subarray(['required', 'performance', 'marketing', 'advertising', 'social', 'chat']),
      { nil: undefined },
    );
    fc.assert(
      fc.property(policy, given, allowed, (file, now, ids) => {
        const without = decide(file, now);
        const platform = { ...now, ...(ids && { allowed: new Set(ids) }) };
        const { categories, vendors, ...rest } = decide({ ...file, tcf: true }, platform);
        expect(rest).toEqual({ ...without, categories: undefined, vendors: undefined });
        for (const category of file.categories)
          for (const name of [category.id, ...category.vendors]) {
            const one = name === category.id;
            const before = one ? without.categories[name] : without.vendors[name];
            const after = one ? categories[name] : vendors[name];
            const passes = category.id === 'required' || !before!.granted || ids?.includes(category.id);
            expect(after).toEqual(passes ? before : { granted: false, reason: 'account', path: '$.tcf' });
          }
      }),
    );
  });

  it('nothing else is granted without a choice that grants it, or an opt-out regime', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const decision = decide(file, now);
        const { record, day } = now;
        const counts =
          !!record &&
          record.day !== null &&
          record.revision === file.revision &&
          day - grantDayOf(record) >= -1 &&
          day - grantDayOf(record) <= file.cookie.grantDays;
        for (const { id, vendors } of file.categories)
          for (const name of [id, ...vendors]) {
            const verdict = name === id ? decision.categories[id]! : decision.vendors[name]!;
            if (id === 'required' || !verdict.granted) continue;
            expect(['regime', 'choice']).toContain(verdict.reason);
            if (verdict.reason === 'regime') expect(decision.regime).toBe('opt-out');
            else {
              expect(counts).toBe(true);
              expect(name === id ? record!.categories[id] : record!.vendors[vendorCode(name)]).toBe(true);
            }
          }
      }),
      { numRuns: 300 },
    );
  });

  it('without a record and under opt-in nothing but required is granted', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const strict: Policy = { ...file, regime: 'opt-in', regions: {} };
        expect(granted(decide(strict, { ...now, record: null }))).toEqual([]);
      }),
    );
  });

  it('a broken file grants nothing but required, asks nobody and lets no host pass', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const decision = decide({ ...file, broken: true }, now);
        expect(granted(decision)).toEqual([]);
        expect(decision.ask).toBe(false);
        expect(decision.unlisted.granted).toBe(false);
      }),
    );
  });
});

describe('a denial from outside', () => {
  it('never grants: a signal more', () => {
    fc.assert(
      fc.property(policy, given, signals, (file, now, more) => {
        const both = { gpc: now.signals.gpc || more.gpc, dnt: now.signals.dnt || more.dnt };
        neverGrants(granted(decide(file, now)), granted(decide(file, { ...now, signals: both })));
      }),
      { numRuns: 300 },
    );
  });

  it('never grants: a signal that was seen', () => {
    fc.assert(
      fc.property(policy, lately, fc.constantFrom('gpc' as const, 'dnt' as const), (file, now, kind) => {
        const { record } = now;
        const seen = { ...record.seen, [kind]: now.day };
        neverGrants(
          granted(decide(file, now)),
          granted(decide(file, { ...now, record: { ...record, seen } })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never grants: an account that opted out', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        neverGrants(
          granted(decide(file, { ...now, optedOut: false })),
          granted(decide(file, { ...now, optedOut: true })),
        );
      }),
    );
  });

  it('never grants: an audience', () => {
    fc.assert(
      fc.property(
        policy,
        given,
        fc.constantFrom('minors' as const, 'sensitive' as const),
        (file, now, audience) => {
          neverGrants(
            granted(decide({ ...file, audience: undefined }, now)),
            granted(decide({ ...file, audience }, now)),
          );
        },
      ),
    );
  });

  it('R30: GPC that nobody lifted denies its categories and every vendor that shares', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        fc.pre(file.signals.gpc.length > 0);
        const record = now.record && {
          ...now.record,
          signals: now.record.signals.filter((kind) => kind !== 'gpc'),
        };
        const sent = { ...now, record, signals: { ...now.signals, gpc: true } };
        const grants = granted(decide(file, sent));
        const shares = Object.values(file.vendors).filter((one) => one.shares);
        for (const id of ['advertising', ...file.signals.gpc, ...shares.map((one) => one.id)])
          expect(grants).not.toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  it('R20: DNT that nobody lifted denies all but required', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        fc.pre(file.signals.dnt.length > 0);
        const record = now.record && {
          ...now.record,
          signals: now.record.signals.filter((kind) => kind !== 'dnt'),
        };
        expect(granted(decide(file, { ...now, record, signals: { ...now.signals, dnt: true } }))).toEqual([]);
      }),
    );
  });

  it('R40, R51: an audience denies advertising and every vendor that shares, whatever was chosen', () => {
    fc.assert(
      fc.property(policy, lately, (file, now) => {
        const grants = granted(decide({ ...file, audience: 'minors' }, now));
        const shares = Object.values(file.vendors).filter((one) => one.shares);
        for (const id of ['advertising', ...shares.map((one) => one.id)]) expect(grants).not.toContain(id);
      }),
    );
  });
});

describe('time and revision', () => {
  it('R38, R60: a denial by choice outlives both', () => {
    fc.assert(
      fc.property(policy, lately, fc.nat(2000), fc.nat(9), (file, now, days, revision) => {
        // While a grant is in force it may stand against a denial of its category; no other makes way for one.
        const before = decide({ ...file, revision: now.record.revision }, now);
        const after = decide({ ...file, revision }, { ...now, day: now.day + days });
        for (const verdicts of ['categories', 'vendors'] as const)
          for (const [id, { granted, reason }] of Object.entries(before[verdicts]))
            if (!granted && reason === 'choice') expect(after[verdicts][id]!.granted).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('R94: no grant by choice is left once its days are over, with another revision, or ahead of its day', () => {
    const over = fc.oneof(
      fc.nat(2000).map((more) => ({ days: (grantDays: number) => grantDays + 1 + more, raise: 0 })),
      fc.nat(100).map((more) => ({ days: () => -2 - more, raise: 0 })),
      fc.constant({ days: () => 0, raise: 1 }),
    );
    fc.assert(
      fc.property(policy, lately, over, (file, now, { days, raise }) => {
        const later = { ...now, day: grantDayOf(now.record) + days(file.cookie.grantDays) };
        const decision = decide({ ...file, revision: now.record.revision + raise }, later);
        for (const { granted, reason } of [
          ...Object.values(decision.categories),
          ...Object.values(decision.vendors),
        ])
          expect(granted && reason === 'choice').toBe(false);
      }),
    );
  });
});

describe('R61: what came after a choice', () => {
  it('a vendor is not granted by it', () => {
    fc.assert(
      fc.property(config, given, fc.nat(), (file, now, seed) => {
        const before = policyOf(file);
        const all = recordChoice(before, now.record, decide(before, now), 'all', now.signals, now.day, true);
        const optional = Object.keys(file.categories!).filter((id) => id !== 'required');
        const place = optional[seed % optional.length]!;
        const categories = { ...file.categories };
        const newcomer = { id: 'newcomer', hosts: ['new.example'], shares: false };
        categories[place] = {
          ...categories[place],
          vendors: [...categories[place]!.vendors!, newcomer],
        };
        const after = policyOf({ ...file, categories });
        const decision = decide(after, { ...now, record: all });
        const verdict = decision.vendors.newcomer!;
        expect(verdict.granted).toBe(decision.regime === 'opt-out' && verdict.reason === 'regime');
        if (decision.regime === 'opt-in') expect(verdict.granted).toBe(false);
      }),
    );
  });

  it('a category is not granted by it, even by a name that objects inherit', () => {
    const categories = { performance: { vendors: ['google-analytics'] } };
    const before = policyOf({ categories });
    const now = { day: 20000, signals: { gpc: false, dnt: false } };
    const all = recordChoice(before, null, decideFor(before, now), 'all', now.signals, now.day, false);
    for (const name of ['social', 'constructor']) {
      const after = policyOf({ categories: { ...categories, [name]: { vendors: ['youtube'] } } });
      const decision = decideFor(after, { ...now, record: all });
      expect(decision.categories[name]).toEqual({ granted: false, reason: 'regime', path: '$.regime' });
      expect(decision.vendors.youtube).toEqual({ granted: false, reason: 'regime', path: '$.regime' });
      expect(decision.ask).toBe(true);
    }
  });

  it('a vendor that has gone asks nobody', () => {
    const file = (vendors: string[]) => policyOf({ categories: { advertising: { vendors } } });
    const before = file(['linkedin', 'doubleclick']);
    const now = { day: 20000, signals: { gpc: false, dnt: false } };
    const all = recordChoice(before, null, decideFor(before, now), 'all', now.signals, now.day, false);
    const decision = decideFor(file(['linkedin']), { ...now, record: all });
    expect(decision.ask).toBe(false);
    expect(granted(decision)).toEqual(['advertising', 'linkedin']);
  });
});

describe('the function', () => {
  it('is pure: it changes no input, and the same input gives the same decision', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const once = decide(file, now);
        const again = decide(deepFreeze(structuredClone(file)), deepFreeze(structuredClone(now)));
        expect(again).toEqual(once);
      }),
    );
  });

  it('gives what nobody can change', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const decision = decide(file, now);
        const parts = [decision, decision.signals, decision.unlisted, decision.categories, decision.vendors];
        for (const part of [
          ...parts,
          ...Object.values(decision.categories),
          ...Object.values(decision.vendors),
        ])
          expect(Object.isFrozen(part)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('gives a path into the file with every verdict', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const decision = decide(file, now);
        for (const { path } of [
          ...Object.values(decision.categories),
          ...Object.values(decision.vendors),
          decision.unlisted,
        ])
          expect(path).toMatch(
            /^\$\.(regime|regions\.[A-Z-]+|signals\.(gpc|dnt)|audience|unlisted|categories\.[a-z-]+(\.vendors\[\d+\])?)$/,
          );
      }),
    );
  });

  it('asks under opt-in only, and only where something is left to ask', () => {
    fc.assert(
      fc.property(policy, given, (file, now) => {
        const decision = decide(file, now);
        if (!decision.ask) return;
        expect(decision.regime).toBe('opt-in');
        const open = ids(file).filter((id) => {
          const { granted, reason } = (decision.vendors[id] ?? decision.categories[id])!;
          return !granted && reason === 'regime';
        });
        expect(open).not.toEqual([]);
      }),
    );
  });
});
