import type { Policy } from '../config/policy.ts';
import type { Consent } from '../types.ts';

/** A held iframe that needs a placeholder of its own size. */
export interface HeldFrame {
  readonly element: HTMLIFrameElement;
  /** The vendor whose frame it is, or null where only a category is known. */
  readonly vendor: string | null;
  readonly category: string | null;
  /** Address that would be loaded, for the visitor to read. */
  readonly url: string;
  /** Loads this frame only; nothing is stored. Missing where a guard forbids it on this page. */
  loadOnce?: () => void;
  /** To be called when the page has taken the frame away: should it come back, it is a new one. */
  lost(): void;
}

/** What the gate's side hands to the interface. */
export interface UiHost {
  readonly consent: Consent;
  readonly policy: Policy;
  readonly win: Window & typeof globalThis;
  /** Warns once per message, with the library's prefix. */
  warn(message: string): void;
  /** Gives the text for every `[data-heed-status]` in the language of the interface. */
  setStatusText(text: string): void;
}

/** The interface as the gate's side sees it. All of it is safe to call twice. */
export interface Ui {
  /** Shows or removes the banner. */
  banner(show: boolean): void;
  /** Opens the preferences; focus returns to `opener` when they close. */
  openPreferences(opener: Element | null): void;
  /** Puts a placeholder where the frame stands; returns its undo, which shows the frame again. */
  placeholder(frame: HeldFrame): () => void;
  /** Asks, in a notice that is not in the way, whether to load the page anew; `run` does it. */
  askReload(run: () => void): void;
  /** Labels links to the preferences that have none: the page may have got them since. */
  fill(): void;
  /** Fills a `[data-heed-cookies]` element with the cookie declaration. */
  declaration(element: Element): void;
  destroy(): void;
}

/** Resolves when the texts of the page's language are there. */
export type MountUi = (host: UiHost) => Promise<Ui>;
