import type { Policy } from '../config/policy.ts';
import { passes } from '../decide/content-policy.ts';
import { own } from '../owns.ts';
import type { Decision } from '../types.ts';
import { consents } from './consents.ts';
import { formWarnings } from './forms.ts';
import { loaders } from './loaders.ts';
import type { Ids, LoaderTools } from './vendor.ts';

/** What `heed.load.js` gives: loads vendors, and tells them of decisions. */
export interface VendorPart {
  /** Loads a vendor, once; rejects where it could not. */
  load(id: string, ids: Ids, decision: Decision): Promise<void>;
  /** Tells every vendor that may have run on this page and has a consent call. */
  tell(policy: Policy, decision: Decision, ran: ReadonlySet<string>): void;
}

export function openPart(tools: LoaderTools, warn: (message: string) => void): VendorPart {
  const { win } = tools;
  /** What each vendor was told last, and what its calls remember. */
  const told = new Map<string, string>();
  const memories = new Map<string, Record<string, unknown>>();
  let again = () => {};
  let listening = false;

  function tell(policy: Policy, decision: Decision, ran: ReadonlySet<string>): void {
    again = () => tell(policy, decision, ran);
    const categories: Record<string, boolean> = {};
    for (const id of Object.keys(decision.categories)) categories[id] = decision.categories[id]!.granted;
    let waits = false;
    for (const { id, entry } of Object.values(policy.vendors)) {
      const consent = own(consents, id);
      if (!consent || !ran.has(id)) continue;
      // Google's own stop call would stop the pings too.
      const granted = passes(decision.vendors[id]!);
      const { optedOut } = decision;
      const word = consent.every ? JSON.stringify([granted, optedOut, categories]) : String(granted);
      // Who was told nothing goes by being granted.
      if (word === (told.get(id) ?? 'true')) continue;
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
    // An API that is not there yet comes with some script.
    if (!waits || listening) return;
    listening = true;
    win.document.addEventListener('load', () => again(), true);
  }

  return {
    tell,
    load(id, ids, { regime, region, optedOut }) {
      for (const message of formWarnings(id, ids)) warn(message);
      return loaders[id]!.load(ids, { ...tools, region, optedOut: regime === 'opt-out' && optedOut });
    },
  };
}
