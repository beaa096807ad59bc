// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { View } from './view.tsx';

/** Not modal, as the banner: a grant that needs a reload can wait until the visitor has finished a form. */
export const reloadNotice = (
  { h, button, say }: View,
  reload: () => void,
  later: () => void,
): h.JSX.Element => (
  // biome-ignore lint/a11y/noRedundantRoles: some readers know the role but not the rule that a named section has it
  <section part="reload" class="box banner" role="region" aria-labelledby="reload-text">
    <p id="reload-text">{say('reload')}</p>
    <div class="equal">
      {button('reload-now', say('reloadNow'), reload)}
      {button('later', say('later'), later, 'plain')}
    </div>
  </section>
);
