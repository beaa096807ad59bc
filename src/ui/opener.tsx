// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { View } from './view.tsx';

/**
 * What an empty `[data-heed-open]` is filled with. Under opt-out the link bears its legal name, with the opt-out icon
 * beside it (11 CCR 7015): a pill parted by a slant, a blue tick on white, a white cross on #0066FF.
 */
export const openerLabel = ({ h, decision, say }: View): (string | h.JSX.Element)[] =>
  decision.regime === 'opt-out'
    ? [
        say('optOutTitle') + ' ',
        <svg
          key="icon"
          viewBox="0 0 30 14"
          style="display:inline;height:.875em;width:auto"
          aria-hidden="true"
        >
          <path fill="#06f" d="M7.4 0h15.2a7 7 0 0 1 0 14H7.4a7 7 0 0 1 0-14" />
          <path fill="#fff" d="M7.4 1.2h9.9l-3.1 11.6H7.4a5.8 5.8 0 0 1 0-11.6" />
          <g fill="none" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round">
            <path stroke="#06f" d="m5.8 7.3 2.2 2.1 4.3-4.9" />
            <path stroke="#fff" d="m19.1 4.4 5.1 5.2m0-5.2-5.1 5.2" />
          </g>
        </svg>,
      ]
    : [say('panelTitle')];
