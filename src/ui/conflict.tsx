// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import { about, apart } from './apart.tsx';
import { whoIs } from './describe.ts';
import { isHeld } from './lock.ts';
import { signalsAgainst } from './signals.ts';
import type { Conflict, View } from './view.tsx';

/** What a choice would let through although a signal denies it: vendors, and categories that name none. */
export function liftsOf(policy: Policy, decision: Decision, input: Conflict['input']): string[] {
  return policy.categories.flatMap(({ id, vendors }) => {
    const found = vendors.filter((name) => (input[name] ?? input[id]) && isHeld(decision.vendors[name]!));
    return found.length || !input[id] || !isHeld(decision.categories[id]!) ? found : [id];
  });
}

/**
 * Before a choice lifts a signal: which signal, for whom, what they would learn, and two equal answers (R31, R39). Its
 * closing leaves everything as it was.
 */
export const conflict = (view: View): h.JSX.Element => {
  const { h, policy, decision, say, button, privacyLink, settle } = view;
  const { input, lifts, stay } = view.conflict!;
  return (
    <dialog part="conflict" class="box" aria-labelledby="conflict-title" onClose={view.conflictClosed}>
      <div class="head">
        <h2 id="conflict-title" tabIndex={-1}>
          {say('conflictTitle', { signal: signalsAgainst(view, lifts) })}
        </h2>
        <p>{say('conflictText')}</p>
        <ul>
          {lifts.map((id) => {
            const category = policy.categories.find((one) => one.id === id);
            if (category) return <li key={id}>{apart(view, view.categoryName(view, category))}</li>;
            const vendor = whoIs(view, id);
            return (
              <li key={id}>
                <b>{vendor.name}</b>{' '}
                <span>
                  {about(view, id, vendor)} {privacyLink(view, vendor.privacyPolicy, true)}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <div class="equal foot">
        {button('keep-signal', say('keepSignal'), (event) =>
          settle(!stay && withoutLifts(policy, decision, input), event),
        )}
        {button('allow-anyway', say('allowAnyway'), (event) => settle(input, event))}
      </div>
    </dialog>
  );
};

/** A choice with all that goes against a signal denied in it. */
function withoutLifts(policy: Policy, decision: Decision, input: Conflict['input']): Record<string, boolean> {
  const rest: Record<string, boolean> = { ...input };
  for (const id of liftsOf(policy, decision, rest)) rest[id] = false;
  // A category that a signal holds itself is left when its vendors are.
  for (const id of liftsOf(policy, decision, rest)) rest[id] = false;
  return rest;
}
