import type { Policy } from '../config/policy.ts';
import type { Decision, Held } from '../types.ts';
import type { Face } from '../ui/interface.ts';
import type { VendorCore } from '../vendors/vendor.ts';
import { patchCookies } from './cookies.ts';
import { patchElements } from './elements.ts';
import { watchEscapes } from './escapes.ts';
import { cookieIndex, hostIndex } from './hosts.ts';
import { patchHtml } from './html.ts';
import { patchInsertion } from './insertion.ts';
import { createJudge, type Finding, type Judge } from './judge.ts';
import { patchNetwork } from './network.ts';
import { watchParser } from './parser.ts';
import type { Undo } from './patch.ts';
import { createQuarantine, type Quarantine } from './quarantine.ts';
import { createTags } from './tags.ts';
import { createTrust, type Trust } from './trust.ts';

/** The browser's own functions, as they were before this gate patched them. */
export function nativesOf(win: Window & typeof globalThis) {
  const element = win.Element.prototype;
  const node = win.Node.prototype;
  return {
    getAttribute: element.getAttribute,
    setAttribute: element.setAttribute,
    setAttributeNS: element.setAttributeNS,
    removeAttribute: element.removeAttribute,
    addEventListener: win.EventTarget.prototype.addEventListener,
    replaceChild: node.replaceChild,
    insertBefore: node.insertBefore,
    innerHTML: Object.getOwnPropertyDescriptor(element, 'innerHTML')!,
  };
}

/** What the parts of a gate share. */
export interface Room {
  readonly win: Window & typeof globalThis;
  readonly doc: Document;
  readonly native: ReturnType<typeof nativesOf>;
  readonly nonce: string;
  readonly quarantine: Quarantine;
  readonly trusted: Trust;
  /** The interface, as far as the gate has something to tell it. */
  readonly face: Pick<Face, 'frames' | 'noticed'>;
  /** The verdicts in force now. */
  judge(): Judge;
  warn(message: string): void;
  /** Tells once of a `data-heed` word that the file does not know. */
  unknown(word: string): void;
  /** In the mode `report` nothing is held: says what would have been, and answers true. */
  reports(kind: string, finding: Finding & { readonly href: string }): boolean;
}

export interface GateOptions {
  readonly win: Window & typeof globalThis;
  readonly nonce: string;
  readonly registry: Readonly<Record<string, VendorCore>>;
  readonly face: Room['face'];
  isOwn(host: string): boolean;
  warn(message: string): void;
  unknown(word: string): void;
}

/** Holds what the decision denies, frees what it grants. */
export interface Gate {
  readonly judge: Judge;
  /** What is held on this page now. */
  readonly held: readonly Held[];
  /** Takes a decision over: stops, frees, replays. */
  update(policy: Policy, decision: Decision): void;
  /** Inserts an async script of the site's own choosing (a vendor's loader). */
  script(src: string): Promise<void>;
  destroy(): void;
}

/** Installs the gate: from here on, nothing that the decision denies is asked for by what a script does. */
export function createGate(options: GateOptions, policy: Policy, decision: Decision): Gate {
  const { win } = options;
  const doc = win.document;
  let current = policy;
  const newJudge = (next: Policy, verdicts: Decision) =>
    createJudge(
      next,
      verdicts,
      () => doc.baseURI,
      hostIndex(next, options.registry, options.isOwn),
      cookieIndex(next),
    );
  let judge = newJudge(policy, decision);
  const native = nativesOf(win);

  const room: Room = {
    ...options,
    doc,
    native,
    quarantine: createQuarantine(
      () => Date.now(),
      (vendor) => !vendor || current.vendors[vendor]?.replay !== false,
    ),
    trusted: createTrust(win, options.warn),
    judge: () => judge,
    reports(kind, finding) {
      if (!current.report) return false;
      options.warn(`report: would hold ${kind} ${finding.href} (${finding.reason}, ${finding.path})`);
      return true;
    },
  };
  const tags = createTags(room);
  const escapes = watchEscapes(room, tags.early());
  const undo: Undo[] = [
    escapes.undo,
    patchElements(room, tags),
    patchInsertion(room, tags),
    patchHtml(room, tags),
    patchNetwork(room),
    patchCookies(room, () => current.cookie.name),
    watchParser(room, tags),
  ];
  tags.review();

  return {
    get judge() {
      return judge;
    },
    get held() {
      return [...tags.held(), ...room.quarantine.items];
    },
    update(next, verdicts) {
      if (!current.broken) escapes.changed();
      current = next;
      judge = newJudge(next, verdicts);
      tags.review();
      room.quarantine.review(judge);
    },
    script(src) {
      return new Promise((resolve, reject) => {
        const script = doc.createElement('script');
        script.async = true;
        if (options.nonce) script.nonce = options.nonce;
        script.onload = () => resolve();
        script.onerror = () => reject(new Error(src + ' did not load'));
        native.setAttribute.call(script, 'src', room.trusted('createScriptURL', src) as string);
        native.insertBefore.call(doc.head || doc.documentElement, script, null);
      });
    },
    destroy() {
      for (const back of undo.reverse()) back();
      tags.destroy();
    },
  };
}
