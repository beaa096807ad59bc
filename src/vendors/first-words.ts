import type { Policy } from '../config/policy.ts';
import type { Decision, Verdict } from '../types.ts';
import { list, type Page } from './queue.ts';

const CLARITY = 'microsoft-clarity';

/**
 * Consent calls that must stand in a vendor's queue before its first command (R68), and so cannot wait for a part to be
 * fetched; in front of what a page has put there while the file was on its way. The snippets of these vendors all go on
 * with a queue that is there. Sources: learn.microsoft.com, "Consent mode" (UET), "Clarity consent API v2" and "CMP
 * Integration Guide for Clarity"; Matomo: c15t (Apache-2.0).
 *
 * @returns what to call with each decision
 */
export function firstWords(win: Page): (policy: Policy, decision: Decision) => void {
  const told: Record<string, string> = {};
  /** What Matomo was told last. */
  let word: string[];
  const stateOf = (one: Verdict | undefined) => one && (one.granted ? 'granted' : 'denied');
  return (policy, { vendors, categories }) => {
    const say = (
      id: string,
      name: string,
      wordsOf: (state: string, early: boolean, queue: unknown) => unknown[],
    ) => {
      const state = stateOf(vendors[id]);
      if (!state) return;
      const queue = list(win, name);
      // What runs is no list any more. One that is empty again has been let go.
      const early = Array.isArray(queue) && (!told[id] || !queue.length);
      if (told[id] !== state || early) queue[early ? 'unshift' : 'push'](...wordsOf(state, early, queue));
      told[id] = state;
    };
    say('microsoft-uet', 'uetq', (ad_storage, early) => [
      'consent',
      early ? 'default' : 'update',
      { ad_storage },
    ]);
    // A default of the page's own, behind the one above, is not to count for what the visitor has chosen.
    const { uetq } = win;
    const uet = vendors['microsoft-uet'];
    if (uet && uet.granted && uet.reason === 'choice' && Array.isArray(uetq)) {
      const at = uetq.lastIndexOf('default');
      if (at > 1 && at > uetq.lastIndexOf('update'))
        uetq.push('consent', 'update', { ad_storage: 'granted' });
    }
    say('matomo', '_paq', (state, _early, queue) => {
      const call = state === 'granted' ? 'setConsentGiven' : 'forgetConsentGiven';
      // What waits is not read in order: a grant comes first, and a denial from before would take it back.
      if (![].includes.call(queue, word as never)) return [['requireConsent'], (word = [call])];
      word[0] = call;
      return [];
    });
    const state = stateOf(vendors[CLARITY]);
    if (!state) return;
    const { advertising } = categories;
    // Its word for ads needs the file's category for ads as well, where there is another one.
    const ads =
      !advertising || advertising.granted || policy.vendors[CLARITY]!.category === 'advertising'
        ? state
        : 'denied';
    const clarity = (win.clarity ||= function () {
      (clarity.q ||= []).push(arguments);
    }) as Function & { q?: unknown[] };
    if (told.clarity !== state + ads) clarity('consentv2', { ad_Storage: ads, analytics_Storage: state });
    told.clarity = state + ads;
  };
}
