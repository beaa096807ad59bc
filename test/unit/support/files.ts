import { expect } from 'vitest';
import { type ChoiceRecord, vendorCode } from '../../../src/choice/record.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import type { Policy } from '../../../src/config/policy.ts';
import { type Circumstances, decide } from '../../../src/decide/decide.ts';
import type { Config, Decision, SignalKind, Signals } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';

/** 25 November 2026, as a day since 1970. */
export const TODAY = Date.UTC(2026, 10, 25) / 864e5;

export const NO_SIGNAL: Signals = { gpc: false, dnt: false };
export const GPC: Signals = { gpc: true, dnt: false };
export const DNT: Signals = { gpc: false, dnt: true };
export const BOTH: Signals = { gpc: true, dnt: true };

/** The file of an invented shop: at least one vendor of each sort in each place where it matters. */
export const SHOP: Config = {
  regions: { US: 'opt-out', 'US-CA': 'opt-out', DE: 'opt-in' },
  categories: {
    required: { vendors: ['stripe'], cookies: ['session_id'] },
    performance: {
      vendors: [
        'google-analytics',
        { id: 'stats', hosts: ['stats.example'], shares: false, cookies: ['_st_*'] },
      ],
    },
    marketing: { vendors: ['marketo'] },
    advertising: {
      vendors: [
        'doubleclick',
        'linkedin',
        { id: 'acme-ads', hosts: ['ads.acme.example'], cookies: ['_acme_*'] },
      ],
    },
  },
};

/** The policy of a file that has no mistake. */
export function policyOf(config: Config): Policy {
  const { policy, problems } = parseConfig(config, registry);
  expect(problems).toEqual([]);
  return policy;
}

interface RecordInput extends Partial<Omit<ChoiceRecord, 'seen'>> {
  seen?: Partial<Record<SignalKind, number>>;
}

/** What a visitor's cookie holds; vendors by their ids, not by their codes. */
export function recordOf({ vendors = {}, ...rest }: RecordInput = {}): ChoiceRecord {
  const codes = Object.entries(vendors).map(([id, said]) => [vendorCode(id), said] as const);
  return {
    revision: 1,
    day: TODAY,
    categories: {},
    signals: [],
    seen: {},
    ...rest,
    vendors: Object.fromEntries(codes),
  };
}

/** The decision for a visitor of whom nothing is known but what is given. */
export function decideFor(policy: Policy, given: Partial<Circumstances> = {}): Decision {
  return decide(policy, {
    signals: NO_SIGNAL,
    region: null,
    record: null,
    day: TODAY,
    optedOut: false,
    ...given,
  });
}

/** The ids that a decision grants, `required` and its vendors left out. */
export function granted(decision: Decision): string[] {
  return [...Object.entries(decision.categories), ...Object.entries(decision.vendors)]
    .filter(([, verdict]) => verdict.granted && verdict.reason !== 'required')
    .map(([id]) => id);
}

/** The same value, which throws at whoever changes it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) deepFreeze((value as Record<PropertyKey, unknown>)[key]);
  }
  return value;
}
