import { h } from 'preact';
import type { PolicyCategory } from '../config/policy.ts';
import type { Verdict } from '../types.ts';
import { categoryName, describeVendor, durationOf, line, partyOf } from './describe.ts';
import { choiceOf, isLocked, optOutOf, withCategory } from './draft.ts';
import { acceptAndReject, button, privacyLink, type View } from './view.tsx';

/** The preferences: a modal dialog that opens on what is in force and changes nothing until a button is pressed. */
export function panel(view: View) {
  const { policy, say, decision, draft, choose } = view;
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
          <p key="status" class="honored" role="status">
            {decision.optedOut && say('honored')}
          </p>,
        ]}
        <p>
          {say('panelText')} {privacyLink(view, policy.links.privacy)}
        </p>
      </div>
      {policy.categories.map((one) => category(view, one))}
      <div class="equal foot">
        {acceptAndReject(view)}
        {button('save', say('save'), (event) => choose(choiceOf(policy, decision, draft!), event))}
        {button('close', say('close'), view.close, 'plain')}
      </div>
    </dialog>
  );
}

function category(view: View, one: PolicyCategory) {
  const { id, vendors } = one;
  const { say, decision } = view;
  const draft = view.draft!;
  const name = categoryName(view, one);
  const verdicts = vendors.map((vendor) => decision.vendors[vendor]!);
  // A category all of whose vendors are held does nothing, whatever was chosen for it: it shows as held.
  const verdict = verdicts.length && verdicts.every(isLocked) ? verdicts[0]! : decision.categories[id]!;
  return (
    <fieldset key={id} aria-label={name}>
      {toggle(view, id, id, name, verdict, (on) => view.edit(withCategory(decision, draft, one, on)))}
      <p id={'about-' + id}>
        {one.description || say(`category.${id}.about`)} {why(view, verdict)}
      </p>
      {vendors.length > 0 && (
        // What is held inside is told without a search for it.
        <details open={!isLocked(verdict) && verdicts.some(isLocked)}>
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
  const { name, company, purpose, privacyPolicy, cookies } = describeVendor(view, id);
  const verdict = view.decision.vendors[id]!;
  return (
    <li key={id}>
      {verdict.reason === 'required' ? (
        <b>{name}</b>
      ) : (
        toggle(view, id, 'vendor:' + id, name, verdict, (on) => view.edit({ ...view.draft, [id]: on }))
      )}
      <p id={'about-' + id}>
        {line(company !== name && company, purpose)} {why(view, verdict)}{' '}
        {privacyLink(view, privacyPolicy, true)}
      </p>
      <ul>
        {cookies.map((cookie) => (
          <li key={cookie.name}>
            <code>{cookie.name}</code> {line(cookie.purpose, durationOf(view, cookie), partyOf(view, cookie))}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A native checkbox: its state, keyboard and label come from the browser. */
function toggle(
  { say, draft }: View,
  id: string,
  value: string,
  name: string,
  verdict: Verdict,
  change: (on: boolean) => void,
) {
  const locked = isLocked(verdict);
  const on = locked ? verdict.granted : draft![id]!;
  return (
    <label>
      <b>{name}</b>
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

/** Why a switch does not move, in words beside it. */
const why = ({ say }: View, verdict: Verdict) =>
  isLocked(verdict) && <strong>{say('reason.' + verdict.reason)}</strong>;
