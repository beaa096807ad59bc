import type { Policy, PolicyCategory } from '../config/policy.ts';
import type { Decision, Verdict } from '../types.ts';
import { isHeld, isLocked, isStuck } from './lock.ts';

/** What the switches of the open panel say, by category and vendor id. It decides nothing before it is saved. */
export type Draft = Readonly<Record<string, boolean>>;

/** What is in force, and nothing else, is what the panel starts from. */
export function draftOf(decision: Decision): Draft {
  const draft: Record<string, boolean> = {};
  for (const verdicts of [decision.categories, decision.vendors])
    for (const id of Object.keys(verdicts)) draft[id] = verdicts[id]!.granted;
  return draft;
}

/** How a category shows: one all of whose vendors are held does nothing, whatever was chosen for it. */
export function shownVerdict(decision: Decision, { id, vendors }: PolicyCategory): Verdict {
  const verdicts = vendors.map((vendor) => decision.vendors[vendor]!);
  return verdicts.length && verdicts.every(isStuck) ? verdicts[0]! : decision.categories[id]!;
}

/**
 * Moves a category's switch, and with it those of its vendors that may move. What a signal holds is switched on with
 * the category only where the signal holds the category itself: else it would be lifted unawares.
 */
export function withCategory(decision: Decision, draft: Draft, category: PolicyCategory, on: boolean): Draft {
  const next = { ...draft, [category.id]: on };
  const all = !on || isHeld(shownVerdict(decision, category));
  for (const id of category.vendors) {
    const verdict = decision.vendors[id]!;
    if (!isLocked(verdict) && (all || !isHeld(verdict))) next[id] = on;
  }
  return next;
}

/**
 * The choice that the switches make: every category, and a vendor only where it differs from its category, now or
 * before. A vendor that a signal denies inside a granted category is named too, so that the grant does not reach it.
 */
export function choiceOf(policy: Policy, decision: Decision, draft: Draft): Record<string, boolean> {
  const choice: Record<string, boolean> = {};
  for (const { id, vendors } of policy.categories) {
    if (id === 'required') continue;
    choice[id] = draft[id]!;
    const inForce = decision.categories[id]!.granted;
    for (const vendor of vendors)
      if (draft[vendor] !== draft[id] || decision.vendors[vendor]!.granted !== inForce)
        choice[vendor] = draft[vendor]!;
  }
  return choice;
}

/** "Do not sell or share": denies every category that advertises or has a vendor that shares (R29). */
export function optOutOf(policy: Policy): Record<string, boolean> {
  const choice: Record<string, boolean> = {};
  for (const { id, vendors } of policy.categories) {
    const sells =
      id === 'advertising' ||
      policy.signals.gpc.includes(id) ||
      vendors.some((vendor) => policy.vendors[vendor]!.shares);
    if (sells && id !== 'required') choice[id] = false;
  }
  return choice;
}
