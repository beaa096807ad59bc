import type { Policy } from '../config/policy.ts';
import type { Decision, Held } from '../types.ts';
import type { Face } from '../ui/interface.ts';
import type { VendorCore } from '../vendors/vendor.ts';
import type { Finding, Judge, Rules } from './judge.ts';
import type { Patcher } from './patch.ts';
import type { Quarantine } from './quarantine.ts';
import type { Trust } from './trust.ts';

export interface GateOptions {
  readonly win: Window & typeof globalThis;
  readonly nonce: string;
  readonly registry: Readonly<Record<string, VendorCore>>;
  /** The interface, as far as the gate has something to tell it. */
  readonly face: Pick<Face, 'held' | 'freed' | 'noticed'>;
  isOwn(host: string): boolean;
  /** Whether the guard on the page forbids what the decision grants; missing where there is no guard. */
  readonly waits?: (finding: Finding) => boolean;
  /** Hears each address before it is asked for. */
  sees(url: string): void;
  /** Hears of each marked inline script that it is held, or about to run. */
  inline(word: string, held: boolean): void;
  warn(message: string): void;
  /** Tells once of a `data-heed` word that the file does not know. */
  unknown(word: string): void;
}

/** What those parts of a gate need that work in a worker too: they are handed everything. */
export interface Scope extends Pick<Patcher, 'patch' | 'construct'> {
  readonly win: Window & typeof globalThis;
  readonly trusted: Trust;
  warn(message: string): void;
  url(address: unknown, mark?: string | null): Finding;
  /** Whether a finding holds, which is told then; `send` is called after a grant. */
  stops(kind: string, finding: Finding, send?: () => void): boolean;
  /** Whether a write of this name is held, which is told then. */
  held(kind: 'cookie' | 'storage', name: string): boolean;
  /** What a script gets for something that was never there. */
  refuse(proto: object, more?: object): object;
  /** What a worker's gate goes by; none where nothing is held anyway. */
  rules(): Rules | false;
}

/** What the parts of a gate share. */
export interface Room extends GateOptions, Scope {
  /** Whether a finding holds. In the mode `report` nothing does: the console says what would have. */
  holds(kind: string, finding: Finding): boolean;
  readonly doc: Document;
  readonly quarantine: Quarantine;
  /** Sets an attribute past the gate; null takes it away. */
  set(element: Element, name: string, value: unknown): void;
  /**
   * Parses markup in a document that loads nothing: into a template, which takes what may stand anywhere in HTML, or into
   * a copy of an element in whose place it means something else.
   */
  parse(markup: string, near?: Element | false): HTMLTemplateElement;
  /** Inserts a node past the gate. */
  insert(parent: Node, node: Node, before: Node | null): void;
  /** The policy of what is granted now, as markup for a page inside the page. */
  policy(): string;
  judge(): Judge;
  /** Puts a gate into the window of a frame that has come into the page, if it is of this origin. */
  look(frame: Element): void;
}

/** Holds what the decision denies, frees what it grants. */
export interface Gate {
  readonly judge: Judge;
  /** What is held on this page now. */
  readonly held: readonly Held[];
  /** Takes a decision over: stops at once what it denies; what it frees and replays, `when` may put off. */
  update(policy: Policy, decision: Decision, when?: (free: () => void) => void): void;
  /** Inserts an async script of the site's own choosing. */
  script(src: string): Promise<void>;
  destroy(): void;
}
