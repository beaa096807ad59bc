import type { Policy, PolicyCategory, PolicyVendor } from '../config/policy.ts';
import { isSale, signalPath } from '../decide/decide.ts';
import { own, owns } from '../owns.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { ChoiceInput, Decision, SignalKind, Signals, Verdict } from '../types.ts';
import { type ChoiceRecord, type Day, grantDayOf, SALE, vendorCode } from './record.ts';

const EMPTY: ChoiceRecord = {
  revision: 0,
  day: null,
  categories: {},
  vendors: {},
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
    const { signals: lifted, seen, day: chosen } = next || EMPTY;
    if (lifted.includes(kind)) {
      if (!signals[kind]) next = { ...next!, signals: lifted.filter((other) => other !== kind) };
    } else if (signals[kind] && seen[kind] === undefined && (optOutRegime || chosen !== null)) {
      // Under opt-in, with no choice to override, there is nothing to remember: nothing is stored.
      next = { ...(next || EMPTY), seen: { ...seen, [kind]: day } };
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
  const before = record || EMPTY;
  const sent = SIGNAL_KINDS.filter((kind) => signals[kind]);
  const lifted = new Set<SignalKind>();
  const categories: Record<string, boolean> = {};
  const vendors: Record<string, boolean> = {};
  let carried = false;

  const named = (id: string): boolean | undefined =>
    typeof input === 'string' ? input === 'all' : owns(input, id) ? input[id] : undefined;

  /** What is written for a category or vendor, or undefined for nothing. */
  function write(
    said: boolean | undefined,
    was: boolean | undefined,
    verdict: Verdict,
    against: readonly SignalKind[],
  ): boolean | undefined {
    if (said === false) return false;
    if (said) {
      // What a signal denies and nobody lifts is not written at all: the signal stays apart from choices (R100).
      if (against.length && !lift) return;
    } else {
      // Of what was chosen before a denial stands, and a grant while it is in force.
      if (!was) return was;
      if (!verdict.granted || verdict.reason !== 'choice') return;
      carried = true;
    }
    for (const kind of against) lifted.add(kind);
    return true;
  }

  const optional = policy.categories.filter(({ id }) => id !== 'required');
  for (const category of optional) {
    const { id } = category;
    const against = sent.filter((kind) => signalPath(policy, kind, category));
    const said = named(id);
    const value = write(said, own(before.categories, id), decision.categories[id]!, against);
    if (value !== undefined) categories[id] = value;
    for (const name of category.vendors) {
      const code = vendorCode(name);
      const held = sent.filter((kind) => signalPath(policy, kind, category, policy.vendors[name]));
      // A choice for the category ends an older one for its vendors; one for the vendor goes over both.
      const word = (typeof input === 'object' ? named(name) : undefined) ?? said;
      const one = write(word, own(before.vendors, code), decision.vendors[name]!, held);
      if (one || (one === false && value !== false)) vendors[code] = one;
    }
  }

  // Who lifts a signal for some has decided on the rest: it stays denied when the signal has gone. Under opt-out so
  // does what only the memory of a signal denied, which this choice ends; under opt-in it is asked anew.
  const ended = SIGNAL_KINDS.filter(
    (kind) => decision.regime === 'opt-out' && !signals[kind] && before.seen[kind] !== undefined,
  );
  const each = (
    call: (of: Record<string, boolean>, key: string, category: PolicyCategory, vendor?: PolicyVendor) => void,
  ) => {
    for (const category of optional) {
      call(categories, category.id, category);
      for (const name of category.vendors) call(vendors, vendorCode(name), category, policy.vendors[name]);
    }
  };
  for (const kind of [...lifted, ...ended])
    each((of, key, category, vendor) => {
      if (signalPath(policy, kind, category, vendor)) of[key] = !!of[key];
    });

  // Who denies all that sells or shares says so of what comes later, too, until "all".
  let unsold: boolean | undefined;
  each((of, key, category, vendor) => {
    if (isSale(policy, category, vendor))
      unsold = unsold !== false && (of[key] ?? categories[category.id]) === false;
  });
  if (unsold || (input !== 'all' && SALE in before.categories)) categories[SALE] = false;

  // A signal that is still sent and was not lifted stays remembered; any other is ended by the visitor's own choice.
  const seen: Partial<Record<SignalKind, Day>> = {};
  for (const kind of sent)
    if (!lifted.has(kind) && before.seen[kind] !== undefined) seen[kind] = before.seen[kind];
  return {
    revision: policy.revision,
    day,
    // A grant that is merely carried along is not given anew: it ends when it would have ended.
    ...(carried && grantDayOf(before) < day ? { grantDay: grantDayOf(before) } : {}),
    categories,
    vendors,
    signals: [...lifted],
    seen,
  };
}
