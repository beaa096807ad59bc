import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRecord } from '../../../src/choice/codec.ts';
import { observe, recordChoice } from '../../../src/choice/evolve.ts';
import { grantDayOf, vendorCode } from '../../../src/choice/record.ts';
import type { Policy } from '../../../src/config/policy.ts';
import { decide, signalPath } from '../../../src/decide/decide.ts';
import { SIGNAL_KINDS } from '../../../src/signals/signals.ts';
import type { ChoiceInput, SignalKind, Signals } from '../../../src/types.ts';
import { circumstances, lately, policy, record } from '../support/arbitrary.ts';
import {
  BOTH,
  DNT,
  decideFor,
  deepFreeze,
  GPC,
  granted,
  NO_SIGNAL,
  policyOf,
  recordOf,
  SHOP,
  TODAY,
} from '../support/files.ts';
import { Visitor } from '../support/visitor.ts';

const shop = policyOf(SHOP);
const ALL = [
  'performance',
  'marketing',
  'advertising',
  'google-analytics',
  'stats',
  'marketo',
  'doubleclick',
  'linkedin',
  'acme-ads',
];
/** What GPC leaves to be granted in the shop. */
const UNDER_GPC = ['performance', 'marketing', 'stats', 'marketo'];

const european = () => new Visitor(shop, 'DE');
const californian = () => new Visitor(shop, 'US-CA');
const coded = (said: Record<string, boolean>) => recordOf({ vendors: said }).vendors;

/** Every category and vendor that is not required, with the signals that deny it. */
const deniable = (file: Policy) =>
  file.categories
    .filter(({ id }) => id !== 'required')
    .flatMap((category) =>
      [undefined, ...category.vendors.map((id) => file.vendors[id]!)].map((vendor) => ({
        id: vendor?.id ?? category.id,
        against: SIGNAL_KINDS.filter((kind) => signalPath(file, kind, category, vendor)),
        written: (of: ReturnType<typeof recordOf>): boolean | undefined =>
          vendor ? of.vendors[vendorCode(vendor.id)] : of.categories[category.id],
      })),
    );

/** A choice of every form, over the ids of the file. */
const input = (file: Policy): fc.Arbitrary<ChoiceInput> =>
  fc.oneof(
    fc.constantFrom('all' as const, 'required' as const),
    fc.dictionary(fc.constantFrom(...deniable(file).map(({ id }) => id)), fc.boolean()),
  );
const choice = policy.chain((file) =>
  fc.tuple(fc.constant(file), fc.oneof(circumstances, lately), input(file)),
);

describe('a choice', () => {
  it('"all" grants every category and every vendor of the file', () => {
    expect(european().choose('all').granted).toEqual(ALL);
  });

  it('"required" denies all, and asks no more', () => {
    const visitor = european().choose('required');
    expect(visitor.granted).toEqual([]);
    expect(visitor.decision.ask).toBe(false);
    expect(visitor.record).toMatchObject({
      categories: { performance: false, marketing: false, advertising: false },
      vendors: {},
    });
  });

  it('R58: "required" takes all back that was granted', () => {
    expect(californian().choose('all').choose('required').granted).toEqual([]);
    const one = { linkedin: true, advertising: false };
    expect(california(one).choose('required').granted).toEqual([]);
  });
  const california = (said: Record<string, boolean>) => californian().choose(said);

  it('of a category counts for all its vendors', () => {
    expect(european().choose({ advertising: true }).granted).toEqual([
      'advertising',
      'doubleclick',
      'linkedin',
      'acme-ads',
    ]);
  });

  it('of a vendor goes over that of its category', () => {
    const visitor = european();
    expect(visitor.choose({ advertising: false, linkedin: true }).granted).toEqual(['linkedin']);
    expect(visitor.choose({ advertising: true, linkedin: false }).granted).toEqual([
      'advertising',
      'doubleclick',
      'acme-ads',
    ]);
  });

  it('of a category ends an older one for its vendors', () => {
    expect(european().choose({ linkedin: true }).choose({ advertising: false }).granted).toEqual([]);
    expect(
      european().choose({ linkedin: false, doubleclick: true }).choose({ advertising: true }).granted,
    ).toContain('linkedin');
  });

  it('keeps what is in force and not named', () => {
    const visitor = european().choose({ performance: true }).choose({ marketing: false });
    expect(visitor.granted).toEqual(['performance', 'google-analytics', 'stats']);
    expect(visitor.choose({ linkedin: true }).granted).toEqual([
      'performance',
      'google-analytics',
      'stats',
      'linkedin',
    ]);
    expect(visitor.choose({ linkedin: false }).granted).toEqual(['performance', 'google-analytics', 'stats']);
  });

  it('leaves the rest to the regime under opt-out', () => {
    expect(californian().choose({ linkedin: false }).granted).toEqual(ALL.filter((id) => id !== 'linkedin'));
  });

  it('does not give an ended grant anew', () => {
    const visitor = european().choose('all').visit(181).choose({ marketing: true });
    expect(visitor.granted).toEqual(['marketing', 'marketo']);
  });

  it('R94: does not make a grant last longer that it merely carries along', () => {
    const visitor = european().choose({ performance: true }).visit(100).choose({ marketing: true });
    expect(visitor.granted).toEqual(['performance', 'marketing', 'google-analytics', 'stats', 'marketo']);
    expect(visitor.visit(80).granted).toContain('performance');
    expect(visitor.visit(1).granted).not.toContain('performance');
  });

  it('counts from its own day where nothing is carried along', () => {
    const visitor = european().choose({ performance: false }).visit(100).choose({ marketing: true });
    expect(visitor.record!.day).toBe(TODAY + 100);
    expect(visitor.visit(180).granted).toEqual(['marketing', 'marketo']);
  });

  it('carries no grant of an older revision along, but every denial', () => {
    const visitor = european().choose({ performance: true, advertising: false });
    visitor.policy = policyOf({ ...SHOP, revision: 2 });
    visitor.visit(1).choose({ marketing: true });
    expect(visitor.granted).toEqual(['marketing', 'marketo']);
    expect(visitor.record).toMatchObject({ revision: 2, categories: { advertising: false } });
  });

  it('R61: covers the vendors that the file names, and no others', () => {
    const visitor = european().choose({ advertising: true });
    expect(visitor.record!.vendors).toEqual(coded({ doubleclick: true, linkedin: true, 'acme-ads': true }));
  });

  it('of required says nothing', () => {
    expect(european().choose({ required: false, stripe: false }).record).toMatchObject({
      categories: {},
      vendors: {},
    });
  });

  it('changes no input', () => {
    fc.assert(
      fc.property(choice, fc.boolean(), ([file, now, said], lift) => {
        const frozen = deepFreeze(structuredClone({ file, now, said }));
        const decision = decide(file, now);
        recordChoice(
          frozen.file,
          frozen.now.record,
          decision,
          frozen.said,
          frozen.now.signals,
          now.day,
          lift,
        );
      }),
    );
  });

  it('holds at once: what was denied is denied, what was granted is, unless something from outside denies it', () => {
    fc.assert(
      fc.property(choice, fc.boolean(), ([file, now, said], lift) => {
        const { record, signals, day } = now;
        const next = recordChoice(file, record, decide(file, now), said, signals, day, lift);
        const after = decide(file, { ...now, record: next });
        if (typeof said !== 'object') return;
        for (const [id, wanted] of Object.entries(said)) {
          const { granted, reason } = (after.vendors[id] ?? after.categories[id])!;
          if (wanted) expect(granted || /gpc|dnt|account|audience/.test(reason)).toBe(true);
          else expect(granted).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the verdict of all that is not named, or makes it stricter', () => {
    fc.assert(
      fc.property(choice, fc.boolean(), ([file, now, said], lift) => {
        if (typeof said !== 'object') return;
        const { record, signals, day } = now;
        const before = granted(decide(file, now));
        const next = recordChoice(file, record, decide(file, now), said, signals, day, lift);
        const after = granted(decide(file, { ...now, record: next }));
        const named = (id: string) => id in said || (file.vendors[id]?.category ?? id) in said;
        expect(after.filter((id) => !before.includes(id) && !named(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('R94: is of its day, and its grants count from no later one than those that it carries along', () => {
    fc.assert(
      fc.property(choice, ([file, now, said]) => {
        const { record, signals, day } = now;
        const next = recordChoice(file, record, decide(file, now), said, signals, day, false);
        expect(next.day).toBe(day);
        if (next.grantDay === undefined) return;
        expect(next.grantDay).toBeLessThan(day);
        expect(next.grantDay).toBe(grantDayOf(record!));
      }),
    );
  });
});

describe('R37, R38: who has opted out of all that sells or shares', () => {
  const DO_NOT_SELL = { advertising: false, marketing: false, 'google-analytics': false };
  const newcomer = (shares: boolean) => ({ id: 'newcomer', hosts: ['new.example'], shares });
  /** The shop with a newcomer in `performance`, and one in a category of its own. */
  const grown = (shares = true) =>
    policyOf({
      ...SHOP,
      categories: {
        ...SHOP.categories,
        performance: { vendors: [...SHOP.categories!.performance!.vendors!, newcomer(shares)] },
        social: { vendors: [{ ...newcomer(shares), id: 'later' }] },
      },
    });

  it.each([
    ['by one button', DO_NOT_SELL],
    ['by "required"', 'required'],
  ] as const)('%s: has opted out of what comes later', (_name, choice) => {
    const visitor = californian().choose(choice);
    visitor.policy = grown();
    expect(visitor.visit(400).granted).not.toContain('newcomer');
    expect(visitor.granted).not.toContain('later');
    expect(visitor.decision.vendors.later).toMatchObject({ granted: false, reason: 'choice' });
    // A later choice for something else does not change that, "all" does.
    expect(visitor.choose({ performance: true }).granted).toContain('newcomer');
    expect(visitor.granted).not.toContain('later');
    expect(visitor.choose('all').granted).toContain('later');
    expect(visitor.record!.categories).not.toHaveProperty('-sale');
  });

  it('has said nothing of what neither sells nor shares', () => {
    const visitor = californian().choose(DO_NOT_SELL);
    visitor.policy = grown(false);
    expect(visitor.visit(1).granted).toEqual(expect.arrayContaining(['newcomer', 'later']));
  });

  it('is not whoever denies a part', () => {
    for (const id of ['advertising', 'linkedin', 'performance']) {
      const visitor = californian().choose({ [id]: false });
      visitor.policy = grown();
      expect(visitor.visit(1).granted).toContain('later');
    }
  });

  it('does not get back what a grant has ended for', () => {
    const visitor = californian().choose('required').choose({ linkedin: true });
    expect(visitor.visit(180).granted).toEqual(['linkedin']);
    expect(visitor.visit(1).granted).toEqual([]);
  });

  it('under opt-in is asked about a category that came later', () => {
    const visitor = european().choose('all').choose({ performance: true });
    expect(visitor.decision.ask).toBe(false);
    visitor.policy = grown();
    expect(visitor.visit(1).decision.ask).toBe(true);
    expect(visitor.granted).not.toContain('newcomer');
  });
});

describe('R61: a vendor that goes', () => {
  it('asks nobody again, and takes nothing along', () => {
    const visitor = european().choose('all');
    const advertising = { vendors: ['doubleclick', 'linkedin'] };
    visitor.policy = policyOf({ ...SHOP, categories: { ...SHOP.categories, advertising } });
    expect(visitor.visit(1).decision.ask).toBe(false);
    expect(visitor.granted).toEqual(ALL.filter((id) => id !== 'acme-ads'));
    // Back again it is the vendor that the choice covered.
    visitor.policy = shop;
    expect(visitor.visit(1).granted).toEqual(ALL);
  });
});

describe('a choice under a signal', () => {
  it('R31: "accept all" does not lift it', () => {
    expect(californian().visit(0, GPC).choose('all').granted).toEqual(UNDER_GPC);
    expect(european().visit(0, DNT).choose('all').granted).toEqual([]);
  });

  it('R31: a choice by name lifts it only if the visitor means to', () => {
    expect(european().visit(0, GPC).choose({ linkedin: true }).granted).toEqual([]);
    expect(european().visit(0, GPC).choose({ linkedin: true }, true).granted).toEqual(['linkedin']);
  });

  it('R100: writes nothing of what the signal denies unless it lifts it', () => {
    const unlifted = fc.constantFrom<Signals>(GPC, DNT, BOTH);
    fc.assert(
      fc.property(choice, unlifted, ([file, now, said], signals) => {
        const record = now.record && { ...now.record, signals: [] };
        const next = recordChoice(
          file,
          record,
          decide(file, { ...now, record, signals }),
          said,
          signals,
          now.day,
          false,
        );
        expect(next.signals).toEqual([]);
        for (const { id, against, written } of deniable(file)) {
          if (!against.some((kind) => signals[kind])) continue;
          const refused =
            said === 'required' ||
            (typeof said === 'object' && (said[id] ?? said[file.vendors[id]?.category ?? id]) === false);
          const before = record && written(record);
          // A denial comes only from the visitor, now or before, or stands for the memory of a signal that has gone.
          const gone = (['gpc', 'dnt'] as const).some(
            (kind) => !signals[kind] && record?.seen[kind] !== undefined,
          );
          if (written(next) === false) expect(refused || before === false || gone).toBe(true);
          expect(written(next)).not.toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('R31: with a lift what it names is granted, and the rest that the signal denies becomes a denial', () => {
    const visitor = californian().visit(0, GPC).choose({ linkedin: true }, true);
    expect(visitor.granted).toEqual([...UNDER_GPC, 'linkedin']);
    expect(visitor.record).toMatchObject({ signals: ['gpc'], categories: { advertising: false } });
    expect(visitor.visit(1).granted).toEqual([...UNDER_GPC, 'linkedin']);
    expect(visitor.decision.vendors['google-analytics']).toMatchObject({ granted: false, reason: 'choice' });
  });

  it('a lift names the signals that stood against what it grants, and no others', () => {
    const visitor = european().visit(0, BOTH);
    expect(visitor.choose({ marketing: true }, true).record!.signals).toEqual(['dnt']);
    expect(visitor.granted).toEqual(['marketing', 'marketo']);
    expect(european().visit(0, BOTH).choose({ linkedin: true }, true).record!.signals).toEqual([
      'gpc',
      'dnt',
    ]);
  });

  it('a lift with nothing to lift lifts nothing', () => {
    expect(european().visit(0, GPC).choose({ marketing: true }, true).record!.signals).toEqual([]);
    expect(european().visit(0, GPC).choose({ linkedin: false }, true).record!.signals).toEqual([]);
  });

  it('R33: the rest stays denied when the lifted signal has gone, whatever the regime', () => {
    fc.assert(
      fc.property(choice, fc.constantFrom<Signals>(GPC, DNT, BOTH), ([file, now, said], signals) => {
        const given = { ...now, signals };
        const next = recordChoice(file, now.record, decide(file, given), said, signals, now.day, true);
        const sent = granted(decide(file, { ...given, record: next }));
        const later = observe(next, NO_SIGNAL, now.day + 1, true);
        const gone = granted(decide(file, { ...given, signals: NO_SIGNAL, record: later }));
        for (const { id, against } of deniable(file))
          if (against.some((kind) => next.signals.includes(kind)) && !sent.includes(id))
            expect(gone).not.toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  it('a later choice keeps a lift that is in force', () => {
    const visitor = european().visit(0, GPC).choose({ linkedin: true }, true).choose({ performance: true });
    expect(visitor.granted).toEqual(['performance', 'stats', 'linkedin']);
    expect(visitor.record!.signals).toEqual(['gpc']);
  });

  it('a refusal ends the lift', () => {
    const visitor = european().visit(0, GPC).choose({ linkedin: true }, true).choose('required');
    expect(visitor.record!.signals).toEqual([]);
    expect(visitor.granted).toEqual([]);
  });
});

describe('a choice after a signal that has gone', () => {
  const remembered = () => californian().visit(0, GPC).visit(1);

  it('ends its memory', () => {
    const visitor = remembered().choose('all');
    expect(visitor.record!.seen).toEqual({});
    expect(visitor.granted).toEqual(ALL);
  });

  it('R33, R47: grants nothing that it does not name: a refusal', () => {
    expect(remembered().choose({ marketing: false }).granted).toEqual(['performance', 'stats']);
  });

  it('R33, R47: grants nothing that it does not name: one embed', () => {
    expect(remembered().choose({ linkedin: true }).granted).toEqual([...UNDER_GPC, 'linkedin']);
  });
});

describe('a page view', () => {
  const see = (record: ReturnType<typeof recordOf> | null, signals: Signals, optOut: boolean) =>
    observe(record, signals, TODAY, optOut);

  it('R33, R100: keeps a signal under opt-out, with its day and no choice', () => {
    const seen = see(null, GPC, true);
    expect(seen).toEqual({
      revision: 0,
      day: null,
      categories: {},
      vendors: {},
      signals: [],
      seen: { gpc: TODAY },
    });
    expect(see(null, BOTH, true)).toMatchObject({ seen: { gpc: TODAY, dnt: TODAY } });
  });

  it('R35: keeps nothing under opt-in where there is no choice to override', () => {
    expect(see(null, BOTH, false)).toBeNull();
  });

  it('R33: keeps a signal under opt-in where it overrides a choice', () => {
    expect(see(recordOf({ categories: { performance: true } }), GPC, false)).toMatchObject({
      seen: { gpc: TODAY },
    });
  });

  it('keeps the first day of a signal', () => {
    const before = recordOf({ day: null, seen: { gpc: TODAY - 9 } });
    expect(see(before, GPC, true)).toBe(before);
  });

  it('ends a lift whose signal has gone', () => {
    expect(see(recordOf({ signals: ['gpc', 'dnt'] }), DNT, true)).toMatchObject({
      signals: ['dnt'],
      seen: {},
    });
  });

  it('does not take a lifted signal for a new one', () => {
    const before = recordOf({ signals: ['gpc'] });
    expect(see(before, GPC, true)).toBe(before);
  });

  it('gives the same record if nothing changes, so that nothing is written', () => {
    fc.assert(
      fc.property(record, fc.boolean(), (one, optOut) => {
        const first = observe(one, NO_SIGNAL, TODAY, optOut);
        expect(observe(first, NO_SIGNAL, TODAY + 1, optOut)).toBe(first);
        const second = observe(one, BOTH, TODAY, optOut);
        expect(observe(second, BOTH, TODAY + 1, optOut)).toBe(second);
      }),
    );
    expect(see(null, NO_SIGNAL, true)).toBeNull();
  });

  it('never grants', () => {
    fc.assert(
      fc.property(policy, fc.oneof(circumstances, lately), (file, now) => {
        const before = decide(file, now);
        const next = observe(now.record, now.signals, now.day, before.regime === 'opt-out');
        const after = granted(decide(file, { ...now, record: next }));
        expect(after.filter((id) => !granted(before).includes(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing of the record that it is given', () => {
    fc.assert(
      fc.property(record, fc.boolean(), (one, optOut) => {
        const frozen = deepFreeze(structuredClone(one));
        observe(frozen, BOTH, TODAY, optOut);
        observe(frozen, NO_SIGNAL, TODAY, optOut);
      }),
    );
  });
});

describe('over time', () => {
  it('a year under opt-in', () => {
    const visitor = european();
    expect([visitor.granted, visitor.decision.ask]).toEqual([[], true]);
    // Nothing is stored before a choice, whatever the browser sends (R35).
    expect(visitor.visit(1, GPC).record).toBeNull();
    expect(visitor.visit(1).choose('all').granted).toEqual(ALL);
    for (let i = 0; i < 18; i++) expect(visitor.visit(10).granted).toEqual(ALL);
    // Half a year on, the grants have ended (R94) and the visitor is asked again.
    expect(visitor.visit(1).granted).toEqual([]);
    expect(visitor.decision.ask).toBe(true);
    visitor.choose({ performance: true, marketing: true, advertising: true });
    expect(visitor.granted).toEqual(ALL);

    // GPC comes: it wins over the older grant.
    expect(visitor.visit(10, GPC).granted).toEqual(UNDER_GPC);
    expect(visitor.decision.ask).toBe(false);
    // It goes: what it overrode does not come back, the visitor is asked anew (R33).
    expect(visitor.visit(10).granted).toEqual(UNDER_GPC);
    expect(visitor.decision.ask).toBe(true);
    expect(visitor.visit(1).choose({ advertising: true, 'google-analytics': true }).granted).toEqual(ALL);
    expect(visitor.record!.seen).toEqual({});
    // It comes back: a signal newer than the choice wins again.
    expect(visitor.visit(1, GPC).granted).toEqual(UNDER_GPC);

    // Withdrawn: silent for the rest of the year and longer.
    visitor.choose('required');
    for (let i = 0; i < 20; i++) {
      expect(visitor.visit(20, i % 2 ? GPC : NO_SIGNAL).granted).toEqual([]);
      expect(visitor.decision.ask).toBe(false);
    }
  });

  it('a year under opt-out', () => {
    const visitor = californian();
    expect(visitor.granted).toEqual(ALL);
    expect(visitor.decision.optedOut).toBe(false);
    expect(visitor.visit(1, GPC).granted).toEqual(UNDER_GPC);
    // The signal goes, its denial does not (R33, R47), however long it is.
    for (let i = 0; i < 12; i++) {
      expect(visitor.visit(30).granted).toEqual(UNDER_GPC);
      expect(visitor.decision).toMatchObject({ optedOut: true, ask: false, signals: { gpc: true } });
    }
    // The visitor's own choice ends that.
    expect(visitor.choose('all').granted).toEqual(ALL);
    expect(visitor.visit(1).decision.signals.gpc).toBe(false);
    // A later signal wins again, and stays.
    expect(visitor.visit(1, GPC).granted).toEqual(UNDER_GPC);
    expect(visitor.visit(1).granted).toEqual(UNDER_GPC);

    // Lifted for one vendor, while the signal is sent.
    expect(visitor.visit(1, GPC).choose({ linkedin: true }, true).granted).toEqual([
      ...UNDER_GPC,
      'linkedin',
    ]);
    expect(visitor.visit(30, GPC).granted).toEqual([...UNDER_GPC, 'linkedin']);
    // It goes, and comes again: newer than the lift.
    expect(visitor.visit(1).granted).toEqual([...UNDER_GPC, 'linkedin']);
    expect(visitor.visit(1, GPC).granted).toEqual(UNDER_GPC);
    expect(visitor.visit(1).granted).toEqual(UNDER_GPC);

    // One action opts out; nothing brings a grant back but a choice (R38).
    visitor.choose({ advertising: false });
    for (const revision of [2, 3, 4]) {
      visitor.policy = policyOf({ ...SHOP, revision });
      expect(visitor.visit(150).granted).not.toContain('linkedin');
      expect(visitor.decision).toMatchObject({ optedOut: true, ask: false });
    }
  });

  it('R38: who has opted out is not asked for 12 months, also if an older grant ended meanwhile', () => {
    const visitor = european().choose({ performance: true }).visit(100).choose({ advertising: false });
    for (const days of [100, 100, 100, 65]) {
      visitor.visit(days);
      expect(visitor.decision).toMatchObject({ optedOut: true, ask: false });
    }
  });

  it('R39: a lifted grant ends with its days, and the signal stands', () => {
    const visitor = californian().visit(0, GPC).choose({ advertising: true }, true);
    expect(visitor.visit(180, GPC).granted).toContain('linkedin');
    expect(visitor.visit(1, GPC).granted).not.toContain('linkedin');
    expect(visitor.decision.vendors.linkedin!.reason).toBe('gpc');
  });

  it('R47: signals once seen deny until a choice, in any order of visits', () => {
    const visits = fc.array(fc.record({ days: fc.nat(60), gpc: fc.boolean(), dnt: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(visits, (all) => {
        const visitor = californian();
        const seen = new Set<SignalKind>();
        for (const { days, ...signals } of all) {
          visitor.visit(days, signals);
          for (const kind of SIGNAL_KINDS) if (signals[kind]) seen.add(kind);
          const expected = seen.has('dnt') ? [] : seen.has('gpc') ? UNDER_GPC : ALL;
          expect(visitor.granted).toEqual(expected);
        }
      }),
    );
  });

  it('a script that chooses in any way, on any day, grants nothing that a sent signal denies', () => {
    const step = fc.record({
      days: fc.nat(90),
      signals: fc.constantFrom<Signals>(NO_SIGNAL, GPC, DNT, BOTH),
      said: fc.option(input(shop)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom('DE', 'US-CA'), (steps, region) => {
        const visitor = new Visitor(shop, region);
        for (const { days, signals, said } of steps) {
          visitor.visit(days, signals);
          if (said) visitor.choose(said);
          for (const { id, against } of deniable(shop))
            if (against.some((kind) => signals[kind])) expect(visitor.granted).not.toContain(id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the record has one form: what was encoded and read goes on as if it had never been', () => {
    const step = fc.record({ signals: fc.constantFrom<Signals>(NO_SIGNAL, GPC, BOTH), said: input(shop) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), (steps, lift) => {
        const visitor = californian();
        let plain: typeof visitor.record = null;
        for (const { signals, said } of steps) {
          visitor.visit(1, signals).choose(said, lift);
          const { day } = visitor;
          plain = observe(plain, signals, day, true);
          const decision = decideFor(shop, { region: 'US-CA', signals, record: plain, day });
          plain = observe(recordChoice(shop, plain, decision, said, signals, day, lift), signals, day, true);
        }
        expect(encodeRecord(visitor.record!)).toBe(encodeRecord(plain!));
      }),
    );
  });
});
