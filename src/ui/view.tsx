import { h } from 'preact';
import type { Policy } from '../config/policy.ts';
import type { ChoiceInput, Decision } from '../types.ts';
import type { VendorFacts } from '../vendors/vendor.ts';
import type { Draft } from './draft.ts';
import type { Say } from './language.ts';

/** What the parts of the interface draw from, and what they may do. They keep no state of their own. */
export interface View {
  readonly policy: Policy;
  readonly say: Say;
  /** What Heed knows of vendors: fetched when one is shown, empty until then. */
  facts: Readonly<Record<string, VendorFacts>>;
  /** What is in force. */
  decision: Decision;
  /** The switches of the open panel; null while it is shut. */
  draft: Draft | null;
  edit(draft: Draft): void;
  /** Hands on a choice and puts the asking part away; `stay` leaves it. */
  choose(input: ChoiceInput, event: Event, stay?: boolean): void;
  open(opener: Element | null): void;
  close(): void;
  closed(): void;
  /** Hides the banner for this page view; nothing is stored, since closing is no consent (R26). */
  dismiss(): void;
}

export const button = (
  part: string,
  label: string,
  onClick: (event: MouseEvent & { readonly currentTarget: Element }) => void,
  look?: string,
) => (
  <button type="button" part={part} class={look} onClick={onClick}>
    {label}
  </button>
);

/** Accept and refuse look, measure and lie the same wherever they stand (R22). */
export const acceptAndReject = ({ say, choose }: View) => [
  button('accept', say('accept'), (event) => choose('all', event)),
  button('reject', say('reject'), (event) => choose('required', event)),
];

/** A page of the site itself opens in place; another company's leaves the visitor's page where it is. */
export const privacyLink = ({ say }: View, href: string | undefined, away?: boolean) =>
  href && (
    <a href={href} target={away ? '_blank' : undefined} rel="noopener">
      {say('privacyPolicy')}
    </a>
  );
