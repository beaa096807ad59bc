// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import { quieter } from '../vendors/embeds.ts';
import { apart, line } from './apart.tsx';
import { type Described, whoIs } from './describe.ts';
import type { HeldFrame } from './host.ts';
import { isLocked } from './lock.ts';
import type { View } from './view.tsx';

/**
 * Stands where a held frame stands: who it is, what loading means, and the two ways to load it. The page may give it a
 * picture and words of its own; the vendor's name stays.
 */
export const placeholder = (
  view: View,
  { element, vendor, category, url, loadOnce }: HeldFrame,
): h.JSX.Element => {
  const { h, say, decision, choose, button, privacyLink, isolate } = view;
  /** What is loaded against the decision is loaded in the way that asks for the least. */
  const load = () => {
    if (url) element.setAttribute('data-heed-src', quieter(url));
    loadOnce!();
  };
  const host = url.split('/')[2] || url;
  const { name = host, privacyPolicy } = vendor ? whoIs(view, vendor) : ({} as Partial<Described>);
  const id = vendor || category;
  const verdict = id && (decision.vendors[id] || decision.categories[id]);
  const given = (word: string) => element.getAttribute('data-heed-' + word);
  const words = (word: string, key: string) => {
    const sentence = given(word) || say(key);
    return sentence.replace('{vendor}', isolate(name, sentence));
  };
  const picture = given('picture');
  const title = words('title', 'placeholderTitle');
  const note = words('note', 'placeholderText');
  const small = line(!(title + note).includes(name) && name, host !== name && host);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no size from its container
    <div part="placeholder" class="held" role="group" aria-labelledby="held-title">
      {picture && <img part="picture" src={picture} alt="" />}
      <div>
        <b id="held-title">{title}</b>
        <div class="equal">
          {loadOnce && button('load', say('loadOnce'), load)}
          {verdict &&
            !isLocked(verdict) &&
            button('always', say('always'), (event) => choose({ [id]: true }, event, true))}
        </div>
        <p>
          {apart(view, note)} {privacyLink(view, privacyPolicy, true)}
        </p>
        {small[0] && <p dir="ltr">{small}</p>}
      </div>
    </div>
  );
};
