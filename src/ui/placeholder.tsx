import { h } from 'preact';
import { quieter } from '../vendors/embeds.ts';
import { type Described, whoIs } from './describe.ts';
import type { HeldFrame } from './host.ts';
import { isLocked } from './lock.ts';
import { button, privacyLink, type View } from './view.tsx';

/** Stands where a held frame stands: who it is, what loading means, and the two ways to load it. */
export function placeholder(view: View, { element, vendor, category, url, loadOnce }: HeldFrame) {
  const { say, decision, choose } = view;
  /** What is loaded against the decision is loaded in the way that asks for the least. */
  const load = () => {
    if (url) element.setAttribute('data-heed-src', quieter(url));
    loadOnce!();
  };
  const host = url.split('/')[2] || url;
  const { name = host, privacyPolicy } = vendor ? whoIs(view, vendor) : ({} as Partial<Described>);
  const id = vendor || category;
  const verdict = id && (decision.vendors[id] || decision.categories[id]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no size from its container
    <div part="placeholder" class="held" role="group" aria-labelledby="held-title">
      <div>
        <b id="held-title">{say('placeholderTitle', { vendor: name })}</b>
        <div class="equal">
          {loadOnce && button('load', say('loadOnce'), load)}
          {verdict &&
            !isLocked(verdict) &&
            button('always', say('always'), (event) => choose({ [id]: true }, event, true))}
        </div>
        <p>
          {say('placeholderText', { vendor: name })} {privacyLink(view, privacyPolicy, true)}
        </p>
        {host !== name && <p dir="ltr">{host}</p>}
      </div>
    </div>
  );
}
