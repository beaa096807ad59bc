import type { Policy } from '../config/policy.ts';
import { passes } from '../decide/content-policy.ts';
import { own } from '../owns.ts';
import type { Decision } from '../types.ts';
import { consents } from './consents.ts';
import { formWarnings } from './forms.ts';
import { loaders } from './loaders.ts';
import { type PageCall, RESULT } from './page-calls.ts';
import { find } from './stubs.ts';
import type { Ids, LoaderTools } from './vendor.ts';

/** What `heed.load.js` gives: loads vendors, and tells them of decisions. */
export interface VendorPart {
  /**
   * Loads a vendor, once; rejects where it could not.
   *
   * @param twice whether the page's own snippet is there as well
   */
  load(id: string, ids: Ids, decision: Decision, twice: boolean): Promise<void>;
  /**
   * Tells every vendor that may have run on this page and has a consent call.
   *
   * @param ran their ids, each with whether it was denied on this page before it ran
   * @param only the one to tell; default: all of them
   */
  tell(policy: Policy, decision: Decision, ran: ReadonlyMap<string, boolean>, only?: string): void;
  /** Makes a call of the page that was kept for a vendor. False where there is nothing of that name yet. */
  send(call: PageCall): boolean;
}

/** The first wait for an API that is not there, in milliseconds; each further one is half as long again. */
const WAIT = 250;

/** What a kept call has returned stands for itself where the page has handed it on: `amplitude.identify(identify)`. */
const returned = (one: unknown): unknown =>
  typeof one === 'function' && '_of' in one && Array.isArray(one._of) ? one._of[RESULT] : one;

export function openPart(
  tools: LoaderTools,
  warn: (message: string) => void,
  atEnd: (back: () => void) => void,
): VendorPart {
  const { win } = tools;
  /** What each vendor was told last, and what its calls remember. */
  const told = new Map<string, string>();
  const memories = new Map<string, Record<string, unknown>>();
  let again = () => {};
  let waits = false;
  let listening = false;
  let timer = 0;
  const look = () => again();
  const wait = (time: number) => {
    timer = win.setTimeout(() => {
      look();
      listening = waits;
      if (waits) wait(time * 1.5);
    }, time);
  };

  const tell: VendorPart['tell'] = (policy, decision, ran, only) => {
    again = () => tell(policy, decision, ran);
    const categories: Record<string, boolean> = {};
    for (const id of Object.keys(decision.categories)) categories[id] = decision.categories[id]!.granted;
    if (!only) waits = false;
    for (const { id, entry, ids } of Object.values(policy.vendors)) {
      const consent = own(consents, id);
      if (!consent || !ran.has(id) || (only && only !== id)) continue;
      // Google's own stop call would stop the pings too.
      const granted = passes(decision.vendors[id]!);
      const { optedOut } = decision;
      const word = consent.every ? JSON.stringify([granted, optedOut, categories]) : String(granted);
      // Who was told nothing goes by being granted. But a page's own snippet may have said that it is denied, until now.
      const fresh = !ran.get(id) || (!consent.lasts && ids.some((key) => entry[key]));
      if (word === (told.get(id) ?? (fresh ? 'true' : ''))) continue;
      const memory = memories.get(id) || {};
      memories.set(id, memory);
      try {
        if (consent.tell(win, { granted, optedOut, categories, entry }, memory)) told.set(id, word);
        else waits = true;
      } catch (error) {
        told.set(id, word);
        warn(`${id} could not be told of the decision: ${error}`);
      }
    }
    // An API that is not there yet comes with some script: one that has loaded, or one that took its time.
    if (!waits || listening) return;
    listening = true;
    win.document.addEventListener('load', look, true);
    wait(WAIT);
    atEnd(() => {
      win.clearTimeout(timer);
      win.document.removeEventListener('load', look, true);
    });
  };

  return {
    tell,
    send(one) {
      const [from, path, args] = one;
      const [owner, found] = find(from, path);
      if (typeof found !== 'function') return false;
      const given = Array.from(args, returned);
      try {
        // By its name it is a class: `amplitude.Identify`.
        one[RESULT] = /\.[A-Z]\w*$/.test(path)
          ? Reflect.construct(found, given)
          : found.apply(owner === win ? undefined : owner, given);
      } catch (error) {
        warn(`a call of the page, ${path}(), failed: ${error}`);
      }
      return true;
    },
    load(id, ids, { regime, region, optedOut }, twice) {
      if (twice) warn(`${id} has its own snippet on this page too: it may count twice`);
      for (const message of formWarnings(id, ids)) warn(message);
      return loaders[id]!.load(ids, { ...tools, region, optedOut: regime === 'opt-out' && optedOut });
    },
  };
}
