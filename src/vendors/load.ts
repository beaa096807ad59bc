import type { Policy } from '../config/policy.ts';
import { passes, refuses } from '../decide/content-policy.ts';
import type { GateOptions } from '../gate/room.ts';
import { own } from '../owns.ts';
import type { Decision } from '../types.ts';
import { consentMode, type Safely } from './consent-mode.ts';
import { firstWords } from './first-words.ts';
import { forgetEvents } from './own-queues.ts';
import { keepCalls, type PageCalls } from './page-calls.ts';
import type { openPart, VendorPart } from './part.ts';
import type { Ids, LoaderTools, VendorCore } from './vendor.ts';

/**
 * Loads the vendors that the file names with their own ids, once each, when they are granted, and tells vendors of
 * decisions. All but what must be said first is fetched: with the first vendor to load, or the first that is denied
 * again.
 *
 * @param atEnd takes what undoes it
 * @returns what to call with each decision, and with each address before it is asked for
 */
export function loadVendors(
  win: Window,
  registry: Readonly<Record<string, VendorCore>>,
  fetchPart: () => Promise<unknown>,
  insert: (src: string) => Promise<void>,
  warn: (message: string) => void,
  atEnd: (back: () => void) => void,
): { take(policy: Policy, decision: Decision): void } & Pick<GateOptions, 'sees' | 'inline'> {
  const page = win as unknown as LoaderTools['win'];
  /** What a page has in the place of a vendor's queue may throw: that is told, and stops nothing else. */
  const safely: Safely = (tell) => (policy, decision) => {
    try {
      tell(policy, decision);
    } catch (error) {
      warn('a vendor could not be told: ' + error);
    }
  };
  const tellFirst: Record<string, ReturnType<Safely>> = {
    ' ': safely(firstWords(page)),
  };
  /** Tells of the decision in force, once there is one. */
  let say = (_name: string) => {};
  /** Google's queue has the name that a page, or the file, has given it. */
  const know = (name: string) => (tellFirst[name] ||= consentMode(page, atEnd, safely, name));
  know('dataLayer');
  const asked = new Set<string>();
  /**
   * Vendors that may have run on this page, and whether they may have been denied there before: by an earlier decision, or
   * by a snippet. Who never was let through never ran, and needs no word.
   */
  const ran = new Map<string, boolean>();
  const kept: Record<string, PageCalls> = {};
  let current: Decision;
  let part: Promise<VendorPart> | undefined;
  function withPart(then: (part: VendorPart) => unknown, what: string): void {
    part ||= fetchPart().then((open) =>
      (open as typeof openPart)({ win: page, script: insert }, warn, atEnd),
    );
    const lost = (error: unknown) => {
      part = undefined;
      throw error;
    };
    part.then(then, lost).catch((error) => warn(`${what} was not loaded: ${error}`));
  }

  const coreOf = (id: string) => own(registry, id) || ({} as Partial<VendorCore>);
  /** The global that pages call; `''` where they call none. */
  const globalOf = ({ stub = '' }: Partial<VendorCore>) => stub.replace('[]', '');
  /** What keeps the calls of a page to a vendor; nothing where pages call none. */
  function standIn(id: string): PageCalls | undefined {
    const core = coreOf(id);
    const name = globalOf(core);
    return name ? (kept[id] ||= keepCalls(page, name, name !== core.stub)) : undefined;
  }

  function take(policy: Policy, decision: Decision): void {
    const before = current;
    current = decision;
    const silent = policy.broken || policy.mode === 'report';
    let telling = false;
    for (const { id, entry, ids, replay } of Object.values(policy.vendors)) {
      const verdict = decision.vendors[id]!;
      const granted = passes(verdict);
      if (entry.dataLayer) know(entry.dataLayer as string);
      const core = coreOf(id);
      const { tell, needs } = core;
      const name = globalOf(core);
      const last = before && before.vendors[id];
      const lost = refuses(granted ? last : verdict) || (granted && !replay);
      const loads = ids.some((key) => entry[key]);
      const calls = kept[id] || (loads && standIn(id));
      // A queue that the page has made itself.
      if (lost && !silent && !(calls && calls.stands()) && !ran.has(id))
        safely(() => forgetEvents(page, name))(policy, decision);
      // A page's own snippet may start out denied on every page, whatever the visitor has chosen on one before.
      const unsaid = name && !loads && granted && verdict.reason === 'choice';
      // What a site needs of its vendor runs, whatever the verdict.
      if ((granted || needs) && !ran.has(id)) ran.set(id, !!(last || unsaid));
      if (tell && ran.has(id) && (last || unsaid || tell !== true)) telling = true;
      if (calls && lost && !asked.has(id)) calls.letGo();
      if (asked.has(id) || !loads || !granted) continue;
      asked.add(id);
      withPart((opened) => {
        // Denied again meanwhile: the next grant asks anew.
        if (!passes(current.vendors[id]!)) return void asked.delete(id);
        const twice = calls ? calls.stepAside() : false;
        const hand = () => calls && calls.handOver(opened.send);
        const loaded = opened.load(id, entry as Ids, current, twice);
        // In front of what the page has called, and behind what makes its stub.
        if (!silent) opened.tell(policy, current, ran, id);
        // At once where the vendor has a stub, else once its script has run.
        hand();
        return loaded.then(hand);
      }, id);
    }
    if (silent) return;
    say = (name) => tellFirst[name]!(policy, decision);
    Object.keys(tellFirst).forEach(say);
    if (telling) withPart((opened) => opened.tell(policy, current, ran), 'heed.load');
  }
  return {
    take,
    /** The vendor's own snippet has its place to itself, and then what the page has called meanwhile. */
    inline(id, held) {
      const calls = held ? standIn(id) : kept[id];
      if (held || !calls) return;
      delete kept[id];
      calls.stepAside();
      withPart((opened) => calls.handOver(opened.send), id);
    },
    /**
     * When a tag is asked for that reads a queue, all that the page itself says of consent stands in it. A page may give
     * Google's another name, which is in the address.
     */
    sees(url) {
      if (/\/bat\.bing\.com\/bat\.js/.test(url)) say(' ');
      const [google, name = 'dataLayer'] = /\/gt(?:m\.js|ag\/\w+)\?(?:.*\bl=(\w+))?/.exec(url) || [];
      if (!google) return;
      know(name);
      say(name);
    },
  };
}
