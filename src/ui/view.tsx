import { h } from 'preact';
import type { Policy } from '../config/policy.ts';
import type { ChoiceInput, Consent, Decision } from '../types.ts';
import type { VendorFacts } from '../vendors/vendor.ts';
import type { Draft } from './draft.ts';
import type { Say } from './language.ts';

/** A choice that goes against a signal, and waits for the visitor's second word. */
export interface Conflict {
  readonly input: Readonly<Record<string, boolean>>;
  /** What it would let through although a signal denies it: vendors, and categories that name none. */
  readonly lifts: readonly string[];
  readonly stay: boolean | undefined;
}

/** What is to be seen, and what it is drawn from. */
export interface State {
  // For what comes in a file of its own: a second Preact there would not know this one's elements, and what both files
  // need comes once.
  readonly h: typeof import('preact').h;
  readonly render: typeof import('preact').render;
  readonly listOf: typeof import('./language.ts').listOf;
  readonly isolate: typeof import('./isolate.ts').isolate;
  readonly categoryName: typeof import('./describe.ts').categoryName;
  readonly button: typeof button;
  readonly acceptAndReject: typeof acceptAndReject;
  readonly privacyLink: typeof privacyLink;
  readonly consent: Consent;
  readonly policy: Policy;
  readonly win: Window & typeof globalThis;
  say: Say;
  /** What Heed knows of vendors: fetched when one is shown, empty until then. */
  facts: Readonly<Record<string, VendorFacts>>;
  /** What is in force. */
  decision: Decision;
  /** Whether the banner is wanted. */
  shown: boolean;
  /** Whether the visitor has put the banner away for this page view. */
  dismissed: boolean;
  /** What a screen reader says last. */
  message: string;
  /** Loads the page anew, where that is to be asked. */
  reload: (() => void) | null;
  /** The switches of the open panel; null while it is shut. */
  draft: Draft | null;
  conflict: Conflict | null;
  /** What became of copying the receipt: done, or the text for the visitor's own hand. */
  copied: true | string | null;
  /** Whether the interface has been taken out of the page for good. */
  gone: boolean;
  draw(): void;
}

/** What the visitor's hand can do. */
export interface Actions {
  edit(draft: Draft): void;
  /**
   * Hands on a choice and puts the asking part away; `stay` leaves it. What goes against a signal is asked about first,
   * in a notice of its own.
   */
  choose(input: ChoiceInput, event: Event, stay?: boolean): void;
  /** Ends the notice and hands on what the visitor has settled on with that click, if anything. */
  settle(input: Conflict['input'] | false, event: Event): void;
  /** Puts the notice away and leaves all as it was. */
  conflictClosed(): void;
  open(opener: Element | null): void;
  close(): void;
  closed(): void;
  /** Hides the banner for this page view; nothing is stored, since closing is no consent (R26). */
  dismiss(): void;
}

/** What the parts of the interface draw from, and what they may do. They keep no state of their own. */
export interface View extends State, Actions {}

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
export const privacyLink = ({ say }: View, href: string | undefined, away?: boolean, key = 'privacyPolicy') =>
  href && (
    <a href={href} target={away ? '_blank' : undefined} rel="noopener">
      {say(key)}
    </a>
  );
