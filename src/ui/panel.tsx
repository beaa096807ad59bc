import type { Policy, PolicyCategory } from '../config/policy.ts';
import type { ChoiceInput, Decision, Verdict } from '../types.ts';
import { PrivacyLink } from './banner.tsx';
import { categoryName, describeVendor, durationOf } from './describe.ts';
import { choiceOf, type Draft, isLocked, optOutOf, withCategory } from './draft.ts';
import type { Say } from './language.ts';

interface PanelProps {
  policy: Policy;
  say: Say;
  decision: Decision;
  draft: Draft;
  edit(draft: Draft): void;
  choose(input: ChoiceInput, event: Event, stay?: boolean): void;
  close(): void;
  closed(): void;
}

/** The preferences: a modal dialog that opens on what is in force and changes nothing until a button is pressed. */
export function Panel(props: PanelProps) {
  const { policy, say, decision, draft, choose, close, closed } = props;
  const optOut = decision.regime === 'opt-out';
  return (
    <dialog part="panel" class="box panel" aria-labelledby="panel-title" onClose={closed}>
      <div class="head">
        <h2 id="panel-title" tabIndex={-1}>
          {say(optOut ? 'optOutTitle' : 'panelTitle')}
        </h2>
        {optOut && (
          <div class="lead">
            <button type="button" part="opt-out" onClick={(event) => choose(optOutOf(policy), event, true)}>
              {say('optOut')}
            </button>
            <p>{say('optOutText')}</p>
            <p class="honored" role="status">
              {decision.optedOut ? say('honored') : ''}
            </p>
          </div>
        )}
        <p>
          {say('panelText')} <PrivacyLink policy={policy} say={say} />
        </p>
      </div>
      {policy.categories.map((category) => (
        <Category key={category.id} {...props} category={category} />
      ))}
      <div class="actions foot">
        <div class="equal">
          <button type="button" part="accept" onClick={(event) => choose('all', event)}>
            {say('accept')}
          </button>
          <button type="button" part="reject" onClick={(event) => choose('required', event)}>
            {say('reject')}
          </button>
          <button
            type="button"
            part="save"
            onClick={(event) => choose(choiceOf(policy, decision, draft), event)}
          >
            {say('save')}
          </button>
        </div>
        <button type="button" part="close" class="plain" onClick={close}>
          {say('close')}
        </button>
      </div>
    </dialog>
  );
}

function Category(props: PanelProps & { category: PolicyCategory }) {
  const { policy, say, decision, draft, edit, category } = props;
  const { id, vendors } = category;
  const name = categoryName(policy, say, id);
  const about = category.description || say(`category.${id}.about`);
  const verdict = decision.categories[id]!;
  return (
    <fieldset class="category" aria-label={name}>
      <Switch
        say={say}
        id={id}
        name={name}
        on={!!draft[id]}
        verdict={verdict}
        change={(on) => edit(withCategory(policy, decision, draft, id, on))}
      />
      <p id={'about-' + id}>
        {about} <Why say={say} verdict={verdict} />
      </p>
      {vendors.length > 0 && (
        <details>
          <summary>
            {say(id === 'required' ? 'companiesRequired' : 'companies', {
              on: vendors.filter((vendor) => draft[vendor]).length,
              all: vendors.length,
            })}
          </summary>
          <ul>
            {vendors.map((vendor) => (
              <Vendor key={vendor} {...props} id={vendor} />
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}

function Vendor({ policy, say, decision, draft, edit, id }: PanelProps & { id: string }) {
  const { name, company, purpose, privacyPolicy, cookies } = describeVendor(policy, id);
  const verdict = decision.vendors[id]!;
  return (
    <li>
      {verdict.reason === 'required' ? (
        <b>{name}</b>
      ) : (
        <Switch
          say={say}
          id={id}
          value={'vendor:' + id}
          name={name}
          on={!!draft[id]}
          verdict={verdict}
          change={(on) => edit({ ...draft, [id]: on })}
        />
      )}
      <p id={'about-' + id}>
        {[company !== name && company, purpose].filter(Boolean).join('. ')}{' '}
        {verdict.reason !== 'required' && <Why say={say} verdict={verdict} />}{' '}
        {privacyPolicy && (
          <a
            href={privacyPolicy}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${say('privacyPolicy')}: ${name}`}
          >
            {say('privacyPolicy')}
          </a>
        )}
      </p>
      {cookies.length > 0 && (
        <ul class="cookies" aria-label={say('cookies')}>
          {cookies.map((cookie) => (
            <li key={cookie.name}>
              <code>{cookie.name}</code>{' '}
              {[cookie.purpose, durationOf(say, cookie), say(cookie.party || 'first')]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface SwitchProps {
  say: Say;
  id: string;
  value?: string;
  name: string;
  on: boolean;
  verdict: Verdict;
  change(on: boolean): void;
}

/** A native checkbox: its state, keyboard and label come from the browser. */
function Switch({ say, id, value = id, name, on, verdict, change }: SwitchProps) {
  return (
    <label>
      <b>{name}</b>
      <span aria-hidden="true">{say(on ? 'allowed' : 'denied')}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the checkbox has its own state; a second one could differ
        role="switch"
        value={value}
        checked={on}
        disabled={isLocked(verdict)}
        aria-label={say('allow', { name })}
        aria-describedby={'about-' + id}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </label>
  );
}

/** Why a switch does not move, in words beside it. */
function Why({ say, verdict }: { say: Say; verdict: Verdict }) {
  return isLocked(verdict) ? <strong>{say('reason.' + verdict.reason)}</strong> : null;
}
