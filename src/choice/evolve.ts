import type { Policy, PolicyCategory, PolicyVendor } from '../config/policy.ts';
import { signalPath } from '../decide/decide.ts';
import { owns } from '../owns.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { ChoiceInput, Decision, SignalKind, Signals, Verdict } from '../types.ts';
import { type ChoiceRecord, type Day, vendorCode } from './record.ts';

const EMPTY: ChoiceRecord = {
  revision: 0,
  day: null,
  categories: {},
  vendors: {},
  covered: [],
  signals: [],
  seen: {},
};

/**
 * What a page view does to the record before anything is decided: a signal that is sent now and was not lifted is
 * remembered where that can matter (R33, R47, R100); a lift whose signal has gone is over, so that a later signal
 * wins again. Returns the same record if nothing changes.
 */
export function observe(
  record: ChoiceRecord | null,
  signals: Signals,
  day: Day,
  optOutRegime: boolean,
): ChoiceRecord | null {
  let next = record;
  for (const kind of SIGNAL_KINDS) {
    const lifted = !!next && next.signals.includes(kind);
    if (!signals[kind]) {
      if (lifted) next = { ...next!, signals: next!.signals.filter((k) => k !== kind) };
    } else if (!lifted && next?.seen[kind] === undefined && (optOutRegime || next?.day != null)) {
      // Under opt-in, with no choice to override, there is nothing to remember: nothing is stored.
      next = { ...(next || EMPTY), seen: { ...next?.seen, [kind]: day } };
    }
  }
  return next;
}

/**
 * The record after a choice. What is not named keeps what is in force. What a signal denies is granted only if
 * `lift`, which the caller sets for the visitor's own trusted click (R31, R39).
 */
export function recordChoice(
  policy: Policy,
  record: ChoiceRecord | null,
  decision: Decision,
  input: ChoiceInput,
  signals: Signals,
  day: Day,
  lift: boolean,
): ChoiceRecord {
  const sent = SIGNAL_KINDS.filter((kind) => signals[kind]);
  const named = (id: string): boolean | undefined =>
    input === 'all' ? true : input === 'required' ? false : owns(input, id) ? input[id] : undefined;

  const categories: Record<string, boolean> = {};
  const vendors: Record<string, boolean> = {};
  const covered = new Set<string>();
  const lifted = new Set<SignalKind>();
  let carried = false;

  /** Whether a grant of this target may be written; notes the signals that it lifts. */
  function grant(now: boolean, category: PolicyCategory, vendor?: PolicyVendor): boolean {
    const against = sent.filter((kind) => signalPath(policy, kind, category, vendor));
    // What a signal denies and nobody lifts is not written at all: the signal stays apart from choices (R100).
    if (now && against.length && !lift) return false;
    for (const kind of against) lifted.add(kind);
    carried ||= !now;
    return true;
  }
  /** What was chosen before: a denial stands, a grant only while it is in force. */
  const kept = (before: boolean | undefined, verdict: Verdict): boolean | undefined =>
    before === false ? false : verdict.granted && verdict.reason === 'choice' ? before : undefined;

  for (const category of policy.categories) {
    if (category.id === 'required') continue;
    const said = named(category.id);
    const value = said ?? kept(record?.categories[category.id], decision.categories[category.id]!);
    if (value === false || (value && grant(said !== undefined, category))) categories[category.id] = value;

    for (const id of category.vendors) {
      const vendor = policy.vendors[id]!;
      const code = vendorCode(id);
      const verdict = decision.vendors[id]!;
      const own = typeof input === 'string' ? undefined : named(id);
      // The vendor's own switch, moved now or before; a choice for its category ends an older one.
      const wanted = own ?? (said === undefined ? kept(record?.vendors[code], verdict) : undefined);
      if (wanted === false) {
        if (categories[category.id] !== false) vendors[code] = false;
      } else if (wanted) {
        if (grant(own !== undefined, category, vendor)) vendors[code] = true;
      } else if (categories[category.id] && (said || (verdict.granted && verdict.reason === 'choice'))) {
        if (grant(!!said, category, vendor)) covered.add(code);
      }
    }
  }

  // Who lifts a signal for some has decided on the rest: it stays denied when the signal has gone.
  for (const kind of lifted) {
    for (const category of policy.categories) {
      if (signalPath(policy, kind, category)) categories[category.id] ??= false;
      for (const id of category.vendors) {
        const code = vendorCode(id);
        if (covered.has(code) || categories[category.id] === false) continue;
        if (signalPath(policy, kind, category, policy.vendors[id])) vendors[code] ??= false;
      }
    }
  }

  // A signal that is still sent and was not lifted stays remembered; any other is ended by the visitor's own choice.
  const seen: Partial<Record<SignalKind, Day>> = {};
  for (const kind of sent)
    if (!lifted.has(kind) && record?.seen[kind] !== undefined) seen[kind] = record.seen[kind];
  return {
    revision: policy.revision,
    // A grant that is merely carried along is not given anew: it ends when it would have ended.
    day: carried && record?.day != null ? Math.min(record.day, day) : day,
    categories,
    vendors,
    covered: [...covered].sort(),
    signals: sent.filter((kind) => lifted.has(kind)),
    seen,
  };
}
