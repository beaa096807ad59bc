import type { Policy } from '../config/policy.ts';
import { passes } from '../decide/content-policy.ts';
import { own } from '../owns.ts';
import type { Decision } from '../types.ts';
import { consentMode } from './consent-mode.ts';
import { firstWords } from './first-words.ts';
import { keepCalls, type PageCalls } from './page-calls.ts';
import type { openPart, VendorPart } from './part.ts';
import type { Ids, LoaderTools, VendorCore } from './vendor.ts';

/**
 * Loads the vendors that the file names with their own ids, once each, when they are granted, and tells vendors of
 * decisions. All but what must be said first is fetched: with the first vendor to load, or the first that is denied
 * again.
 *
 * @returns what to call with each decision
 */
export function loadVendors(
  win: Window,
  registry: Readonly<Record<string, VendorCore>>,
  fetchPart: () => Promise<unknown>,
  insert: (src: string) => Promise<void>,
  warn: (message: string) => void,
): (policy: Policy, decision: Decision) => void {
  const page = win as unknown as LoaderTools['win'];
  const tellFirst = [consentMode(page), firstWords(page)];
  const asked = new Set<string>();
  /** Vendors that were let through at any time on this page: who never was never ran, and needs no word. */
  const ran = new Set<string>();
  const kept: Record<string, PageCalls> = {};
  let current: Decision;
  let part: Promise<VendorPart> | undefined;
  function withPart(then: (part: VendorPart) => unknown, failed: (error: unknown) => void): void {
    part ||= fetchPart().then((open) => (open as typeof openPart)({ win: page, script: insert }, warn));
    const lost = (error: unknown) => {
      part = undefined;
      throw error;
    };
    part.then(then, lost).catch(failed);
  }

  return (policy, decision) => {
    const before = current;
    current = decision;
    const silent = policy.broken || policy.mode === 'report';
    let changed = false;
    for (const { id, entry, ids, replay } of Object.values(policy.vendors)) {
      const verdict = decision.vendors[id]!;
      const granted = passes(verdict);
      if (granted) ran.add(id);
      const { stub, tell } = own(registry, id) || ({} as Partial<VendorCore>);
      const last = before && before.vendors[id];
      if (tell && last && ran.has(id) && passes(last) !== granted) changed = true;
      if (asked.has(id) || !ids.some((key) => entry[key])) continue;
      if (stub) {
        kept[id] ||= keepCalls(page, stub);
        if (!granted && verdict.reason === 'choice') kept[id]!.drop();
      }
      if (!granted) continue;
      asked.add(id);
      withPart(
        (opened) => {
          // Denied again meanwhile: the next grant asks anew.
          if (!passes(current.vendors[id]!)) return void asked.delete(id);
          const calls = kept[id];
          if (calls) calls.stepAside();
          const hand = () => calls && replay && calls.hand();
          const loaded = opened.load(id, entry as Ids, current);
          if (!silent) opened.tell(policy, current, ran);
          // At once where the vendor has a stub, else once its script has run.
          hand();
          return loaded.then(hand);
        },
        (error) => warn(`${id} was not loaded: ${error}`),
      );
    }
    if (silent) return;
    for (const tell of tellFirst) tell(policy, decision);
    if (changed)
      withPart(
        (opened) => opened.tell(policy, current, ran),
        (error) => warn('vendors were not told: ' + error),
      );
  };
}
