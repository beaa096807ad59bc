import type { Policy } from '../config/policy.ts';
import type { ChoiceInput } from '../types.ts';
import { categoryName } from './describe.ts';
import type { Say } from './language.ts';

interface BannerProps {
  policy: Policy;
  say: Say;
  choose(input: ChoiceInput): void;
  preferences(opener: Element): void;
  /** Hides it for this page view; nothing is stored, since closing is no consent (R26). */
  dismiss(): void;
  enteredFrom(element: EventTarget | null): void;
}

/** A region, not a dialog: the page under it stays in reach and keeps its focus (R82). */
export function Banner({ policy, say, choose, preferences, dismiss, enteredFrom }: BannerProps) {
  const asked = policy.categories.filter((category) => category.id !== 'required');
  const filled = asked.filter((category) => category.vendors.length || category.cookies.length);
  const categories = (filled.length ? filled : asked)
    .map(({ id }) => categoryName(policy, say, id))
    .join(', ');
  return (
    <section
      part="banner"
      class="box banner"
      // biome-ignore lint/a11y/noRedundantRoles: some readers know the role but not the rule that a named section has it
      role="region"
      aria-labelledby="banner-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        dismiss();
      }}
      onFocusIn={(event) => enteredFrom(event.relatedTarget)}
    >
      <h2 id="banner-title">{say('bannerTitle')}</h2>
      <p>
        {say('bannerText', { categories })} <PrivacyLink policy={policy} say={say} />
      </p>
      <div class="actions">
        <div class="equal">
          <button type="button" part="accept" onClick={() => choose('all')}>
            {say('accept')}
          </button>
          <button type="button" part="reject" onClick={() => choose('required')}>
            {say('reject')}
          </button>
        </div>
        <button
          type="button"
          part="preferences"
          class="plain"
          aria-haspopup="dialog"
          onClick={(event) => preferences(event.currentTarget)}
        >
          {say('preferences')}
        </button>
      </div>
    </section>
  );
}

export function PrivacyLink({ policy, say }: { policy: Policy; say: Say }) {
  return policy.links.privacy ? <a href={policy.links.privacy}>{say('privacyPolicy')}</a> : null;
}
