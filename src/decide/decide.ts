import type { ChoiceRecord, Day } from '../choice/record.ts';
import { vendorCode } from '../choice/record.ts';
import type { Policy, PolicyCategory, PolicyVendor } from '../config/policy.ts';
import { owns } from '../owns.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { Decision, Reason, Regime, SignalKind, Signals, Verdict } from '../types.ts';

/** All that a decision depends on, besides the file. */
export interface Circumstances {
  readonly signals: Signals;
  /** `DE`, `US-CA` …, or null where unknown: then the file's own `regime` holds. */
  readonly region: string | null;
  readonly record: ChoiceRecord | null;
  readonly day: Day;
  /** The site knows that this person opted out. */
  readonly optedOut: boolean;
}

/** The regime of a region: its own entry, then its country's, then the file's default. With the path that said so. */
export function regimeOf(policy: Policy, region: string | null): { regime: Regime; path: string } {
  const code = (region || '').toUpperCase();
  for (const key of [code, code.split('-')[0]!]) {
    if (owns(policy.regions, key))
      return { regime: policy.regions[key]!, path: '$.regions.' + key };
  }
  return { regime: policy.regime, path: '$.regime' };
}

/** Whether a signal denies this category, or this vendor in it, and the path in the file that says so. */
export function signalPath(
  policy: Policy,
  kind: SignalKind,
  category: PolicyCategory,
  vendor?: PolicyVendor,
): string | undefined {
  if (category.id === 'required') return;
  if (policy.signals[kind].includes(category.id)) return '$.signals.' + kind;
  // GPC forbids selling and sharing, whatever the purpose: Civ. Code 1798.135(e), w3c/gpc "Legal Effects" (R7, R30).
  // An empty list is a site that ignores the signal and has given its reason.
  if (kind === 'gpc' && vendor?.shares && policy.signals.gpc.length) return vendor.path;
}

/** Whether opting out of sale and sharing concerns this category or vendor, signal or not. */
const concernsOptOut = (policy: Policy, category: PolicyCategory, vendor?: PolicyVendor): boolean =>
  category.id === 'advertising' || policy.signals.gpc.includes(category.id) || !!vendor?.shares;

/**
 * The decision: one pure function of the file, the signals, the region, the visitor's record and the day.
 * Precedence as in the contract: required; denials from outside (account, audience, signals); choice; regime.
 */
export function decide(policy: Policy, circumstances: Circumstances): Decision {
  const { signals, record, day } = circumstances;
  const { regime, path: regimePath } = regimeOf(policy, circumstances.region);

  // A grant ends with its time, with a new revision, and counts for nothing if it comes from the future.
  const chosen = record && record.day !== null ? record : null;
  const grantsHold =
    !!chosen &&
    chosen.revision === policy.revision &&
    day >= chosen.day! - 1 &&
    day <= chosen.day! + policy.cookie.grantDays;

  /** The visitor's own word on a target: vendor over category; a grant covers only what it was given for (R61). */
  function choiceOn(category: PolicyCategory, vendor?: PolicyVendor): boolean | undefined {
    if (!chosen) return;
    const code = vendor && vendorCode(vendor.id);
    const own = code && chosen.vendors[code];
    if (own === false || (own && grantsHold)) return own;
    const said = chosen.categories[category.id];
    if (said && !(grantsHold && (!code || chosen.covered.includes(code)))) return;
    return said;
  }

  function judge(category: PolicyCategory, vendor?: PolicyVendor): Verdict {
    const path = vendor ? vendor.path : category.path;
    const verdict = (granted: boolean, reason: Reason, at = path): Verdict =>
      Object.freeze({ granted, reason, path: at });

    if (category.id === 'required') return verdict(true, 'required');
    if (policy.broken) return verdict(false, 'error', '$');
    if (concernsOptOut(policy, category, vendor)) {
      if (circumstances.optedOut) return verdict(false, 'account');
      // No choice cures what is owed to minors and on sensitive pages (R40, R50, R51).
      if (policy.audience) return verdict(false, 'audience', '$.audience');
    }

    let choice = choiceOn(category, vendor);
    for (const kind of SIGNAL_KINDS) {
      const at = signalPath(policy, kind, category, vendor);
      if (!at || !(signals[kind] || record?.seen[kind] !== undefined)) continue;
      // Lifted: granted while the signal was sent, which choose() allows by the visitor's trusted click only.
      if (choice && chosen!.signals.includes(kind)) continue;
      // Gone is not taken back: it denies on under opt-out, and voids the grants it overrode under opt-in (R33, R47).
      if (signals[kind] || regime === 'opt-out') return verdict(false, kind, at);
      if (choice) choice = undefined;
    }
    // The path tells whose word it was: the vendor's own switch or its category's.
    const own = vendor && chosen?.vendors[vendorCode(vendor.id)] === choice;
    if (choice !== undefined) return verdict(choice, 'choice', own ? path : category.path);
    return verdict(regime === 'opt-out', 'regime', regimePath);
  }

  const categories: Record<string, Verdict> = {};
  const vendors: Record<string, Verdict> = {};
  // A category that names nothing is nothing to ask about, unless no category names anything.
  const filled = policy.categories.filter((c) => c.vendors.length || c.cookies.length);
  let ask = false;
  let optedOut = false;
  for (const category of policy.categories) {
    const own = (categories[category.id] = judge(category));
    const verdicts = category.vendors.map((id) => {
      const vendor = policy.vendors[id]!;
      const verdict = (vendors[id] = judge(category, vendor));
      optedOut ||= isOptOut(verdict) && concernsOptOut(policy, category, vendor);
      return verdict;
    });
    optedOut ||= isOptOut(own) && concernsOptOut(policy, category);
    if (!filled.length || filled.includes(category))
      ask ||= (verdicts.length ? verdicts : [own]).some((v) => !v.granted && v.reason === 'regime');
  }

  return Object.freeze({
    regime,
    signals: Object.freeze({
      gpc: signals.gpc || (regime === 'opt-out' && record?.seen.gpc !== undefined),
      dnt: signals.dnt || (regime === 'opt-out' && record?.seen.dnt !== undefined),
    }),
    categories: Object.freeze(categories),
    vendors: Object.freeze(vendors),
    unlisted: Object.freeze({
      granted: policy.unlisted === 'allow' && !policy.broken,
      reason: policy.broken ? 'error' : 'unlisted',
      path: policy.broken ? '$' : '$.unlisted',
    }),
    ask,
    optedOut,
  });
}

/** A denial that the visitor, or somebody for the visitor, asked for. */
const isOptOut = (verdict: Verdict): boolean =>
  !verdict.granted && ['choice', 'gpc', 'dnt', 'account'].includes(verdict.reason);
