// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { PolicyCategory } from '../config/policy.ts';
import type { Verdict } from '../types.ts';
import { about, apart, line } from './apart.tsx';
import { describeVendor, durationOf, partyOf } from './describe.ts';
import { choiceOf, optOutOf, shownVerdict, withCategory } from './draft.ts';
import { isHeld, isLocked, isStuck } from './lock.ts';
import { receipt } from './receipt.tsx';
import { signalsAgainst } from './signals.ts';
import type { View } from './view.tsx';

// All that comes with this file, which is fetched when the first of it is asked for.
export { conflict, liftsOf } from './conflict.tsx';
export { draftOf } from './draft.ts';
export { createFills } from './fills.ts';
export { createFrames } from './frames.ts';
export { css } from './panel-style.ts';
export { reloadNotice } from './reload.tsx';
export { enPanel } from './texts/en.ts';

/** The preferences: a modal dialog that opens on what is in force and changes nothing until a button is pressed. */
export const panel = (view: View): h.JSX.Element => {
  const { h, policy, say, decision, draft, choose, button, acceptAndReject, privacyLink } = view;
  const optOut = decision.regime === 'opt-out';
  return (
    <dialog part="panel" class="box" aria-labelledby="panel-title" onClose={view.closed}>
      <div class="head">
        <h2 id="panel-title" tabIndex={-1}>
          {say(optOut ? 'optOutTitle' : 'panelTitle')}
        </h2>
        {optOut && [
          button('opt-out', say('optOut'), (event) => choose(optOutOf(policy), event, true)),
          <p key="text">{say('optOutText')}</p>,
        ]}
        <b role="status">{decision.optedOut && (policy.texts.status || say('honored'))}</b>
        <b role="status">{view.message}</b>
        <p>
          {say('panelText')} {privacyLink(view, policy.links.privacy)}
        </p>
      </div>
      {policy.categories.map((one) => category(view, one))}
      {receipt(view)}
      <div class="equal foot">
        {acceptAndReject(view)}
        {button('save', say('save'), (event) => choose(choiceOf(policy, decision, draft!), event))}
        {button('close', say('close'), view.close, 'plain')}
      </div>
    </dialog>
  );
};

function category(view: View, one: PolicyCategory) {
  const { id, vendors } = one;
  const { h, say, decision } = view;
  const draft = view.draft!;
  const name = view.categoryName(view, one);
  const verdict = shownVerdict(decision, one);
  const held = isHeld(verdict);
  // Granted, but with nothing in it that may run, is not on.
  const on = draft[id]! && !(held && vendors.length && !vendors.some((vendor) => draft[vendor]));
  return (
    <fieldset key={id} aria-label={name}>
      {toggle(view, id, id, name, verdict, on, (to) => view.edit(withCategory(decision, draft, one, to)))}
      <p id={'about-' + id}>
        {apart(view, one.description || say(`category.${id}.about`))}{' '}
        {why(view, held ? [id, ...vendors] : [id], verdict)}
      </p>
      {vendors.length > 0 && (
        // What is held inside, or not wholly off when it is off, is told without a search for it.
        <details
          open={
            !isStuck(verdict) &&
            vendors.some((vendor) => isStuck(decision.vendors[vendor]!) || hasPings(view, vendor))
          }
        >
          <summary>
            {say('companies', { on: vendors.filter((vendor) => draft[vendor]).length, all: vendors.length })}
          </summary>
          <ul>{vendors.map((id) => vendor(view, id))}</ul>
        </details>
      )}
    </fieldset>
  );
}

function vendor(view: View, id: string) {
  const { h, privacyLink } = view;
  const described = describeVendor(view, id);
  const { name, privacyPolicy, optOut, cookies } = described;
  const verdict = view.decision.vendors[id]!;
  return (
    <li key={id}>
      {verdict.reason === 'required' ? (
        <b>{name}</b>
      ) : (
        toggle(view, id, 'vendor:' + id, name, verdict, view.draft![id]!, (on) =>
          view.edit({ ...view.draft, [id]: on }),
        )
      )}
      <p id={'about-' + id}>
        {about(view, id, described)} {why(view, [id], verdict)} {privacyLink(view, privacyPolicy, true)}{' '}
        {privacyLink(view, optOut, true, 'panelTitle')}
      </p>
      <ul>
        {cookies.map((cookie) => (
          <li key={cookie.party + cookie.name}>
            <code dir="ltr">{cookie.name}</code>{' '}
            {line(apart(view, cookie.purpose, id), durationOf(view, cookie), partyOf(view, cookie))}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A native checkbox: its state, keyboard and label come from the browser. */
function toggle(
  view: View,
  id: string,
  value: string,
  name: string,
  verdict: Verdict,
  wanted: boolean,
  change: (on: boolean) => void,
) {
  const { h, say } = view;
  const locked = isLocked(verdict);
  const on = locked ? verdict.granted : wanted;
  return (
    <label>
      <b>{apart(view, name)}</b>
      {!(locked && on) && <span aria-hidden="true">{say(on ? 'allowed' : 'denied')}</span>}
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the checkbox has its own state; a second one could differ
        role="switch"
        value={value}
        checked={on}
        disabled={locked}
        aria-label={say('allow', { name })}
        aria-describedby={'about-' + id}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </label>
  );
}

/** Whether the file lets a vendor send Google's pings while the visitor's choice, or none, denies it. */
const hasPings = ({ policy, decision }: View, id: string) =>
  decision.regime === 'opt-in' && !!policy.vendors[id]?.entry.consentMode;

/** What stands against a switch, or stood, or passes it by, in words beside it. */
function why(view: View, ids: readonly string[], verdict: Verdict) {
  const { h, say } = view;
  const { granted, reason, path } = verdict;
  const signal = signalsAgainst(view, ids);
  const key = isHeld(verdict)
    ? 'reason.signal'
    : isLocked(verdict)
      ? 'reason.' + (path === '$.tcf' ? 'platform' : reason)
      : granted && signal
        ? 'lifted'
        : hasPings(view, ids[0]!) && 'pings';
  return key && <strong>{say(key, { signal })}</strong>;
}
