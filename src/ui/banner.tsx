import { h } from 'preact';
import { categoryName } from './describe.ts';
import { isolate } from './isolate.ts';
import { enumerate } from './language.ts';
import { acceptAndReject, button, privacyLink, type View } from './view.tsx';

/** A region, not a dialog: the page under it stays in reach and keeps its focus (R82). */
export function banner(view: View) {
  const { policy, say } = view;
  const categories = policy.categories
    .filter(({ id }) => id !== 'required')
    .map((one) => isolate(categoryName(view, one), say('bannerText')));
  // `bar` and `corner` are known to the style sheet.
  const shape = view.win
    .getComputedStyle(view.win.document.documentElement)
    .getPropertyValue('--heed-banner');
  return (
    <section
      part="banner"
      class={'box banner ' + shape}
      // biome-ignore lint/a11y/noRedundantRoles: some readers know the role but not the rule that a named section has it
      role="region"
      aria-labelledby="banner-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') view.dismiss();
      }}
    >
      <h2 id="banner-title">{say('bannerTitle')}</h2>
      <p>
        {say('bannerText', { categories: enumerate(say('lang'), categories) })}{' '}
        {privacyLink(view, policy.links.privacy)}
      </p>
      <div class="actions">
        <div class="equal">{acceptAndReject(view)}</div>
        {button('preferences', say('preferences'), (event) => view.open(event.currentTarget), 'plain')}
      </div>
    </section>
  );
}
