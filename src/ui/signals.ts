import { signalPath } from '../decide/decide.ts';
import type { SignalKind } from '../types.ts';
import type { View } from './view.tsx';

/** The signals have names that no language translates. */
const NAMES: Readonly<Record<SignalKind, string>> = { gpc: 'Global Privacy Control', dnt: 'Do Not Track' };

/** The names of the signals in force that speak against categories or vendors, as a list in words. */
export function signalsAgainst({ policy, decision, say, listOf }: View, ids: readonly string[]): string {
  const against = (kind: SignalKind) =>
    decision.signals[kind] &&
    policy.categories.some((category) =>
      [category.id, ...category.vendors].some(
        (id) => ids.includes(id) && signalPath(policy, kind, category, policy.vendors[id]),
      ),
    );
  const kinds = (Object.keys(NAMES) as SignalKind[]).filter(against);
  return listOf(
    say('lang'),
    kinds.map((kind) => NAMES[kind]),
  );
}
