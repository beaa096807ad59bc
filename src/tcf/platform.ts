import type { CategoryId } from '../types.ts';
import { purposesOf } from './purposes.ts';

/** What is read of `TCData` (IAB Tech Lab, "CMP API v2", TCF 2.2 and 2.3). */
interface Answer {
  readonly gdprApplies?: boolean;
  readonly eventStatus?: string;
  readonly listenerId?: number;
  readonly purpose?: { readonly consents?: Readonly<Record<number, boolean>> };
}
type PlatformApi = (
  command: 'addEventListener' | 'removeEventListener',
  version: 2,
  callback: (answer: Answer | null, success?: boolean) => void,
  parameter?: number,
) => void;

/**
 * The categories that an answer allows, or undefined for what is none: a platform that loads, shows its own banner
 * (`cmpuishown`) or fails has not got the visitor's word. Legitimate interest is no consent and is not looked at.
 */
export function allowedBy(
  answer: Answer | null | undefined,
  categories: readonly CategoryId[],
): ReadonlySet<CategoryId> | undefined {
  if (answer?.gdprApplies === false) return new Set(categories);
  if (!/^(tcloaded|useractioncomplete)$/.test(answer?.eventStatus ?? '')) return;
  const consents = answer?.purpose?.consents ?? {};
  return new Set(categories.filter((id) => purposesOf(id).every((purpose) => consents[purpose] === true)));
}

/**
 * Listens to the page's registered platform, whenever it comes, and tells what it allows with each of its answers.
 * Nothing is ever written to it, and nothing is thrown into it.
 *
 * @returns its undo
 */
export function listenToPlatform(
  win: Window & typeof globalThis,
  categories: readonly CategoryId[],
  tell: (allowed: ReadonlySet<CategoryId>) => void,
  warn: (message: string) => void,
): () => void {
  const page = win as unknown as { readonly __tcfapi?: PlatformApi };
  const doc = win.document;
  const listeners = new Set<number>();
  let known: unknown;
  let ended = false;
  const failed = (error: unknown) => warn('the "__tcfapi" of this page failed: ' + error);

  function hear(answer: Answer | null, success?: boolean): void {
    if (ended || success === false) return;
    try {
      if (typeof answer?.listenerId === 'number') listeners.add(answer.listenerId);
      const allowed = allowedBy(answer, categories);
      if (allowed) tell(allowed);
    } catch (error) {
      failed(error);
    }
  }
  /** A stub is often replaced by the platform itself, and some forget what the stub was asked: so both are. */
  function look(): void {
    const api = page.__tcfapi;
    if (typeof api !== 'function' || api === known) return;
    known = api;
    try {
      api('addEventListener', 2, hear);
    } catch (error) {
      failed(error);
    }
  }

  // A platform comes by a script, and its stub inserts a frame (`__tcfapiLocator`): either of them loads.
  doc.addEventListener('load', look, true);
  const moments = ['DOMContentLoaded', 'load', 'pageshow', 'focus'];
  for (const moment of moments) win.addEventListener(moment, look);
  look();
  const missing = () => {
    if (!known) warn('"tcf" is on and this page has no "__tcfapi" so far: all but "required" is held');
  };
  if (doc.readyState === 'complete') missing();
  else win.addEventListener('load', missing);
  return () => {
    ended = true;
    win.removeEventListener('load', missing);
    doc.removeEventListener('load', look, true);
    for (const moment of moments) win.removeEventListener(moment, look);
    for (const id of listeners)
      try {
        page.__tcfapi?.('removeEventListener', 2, () => {}, id);
      } catch (error) {
        failed(error);
      }
  };
}

export type ListenToPlatform = typeof listenToPlatform;
