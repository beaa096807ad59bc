import type { Policy } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { Decision } from '../types.ts';
import { list, type Page } from './queue.ts';

/**
 * Consent calls that must stand in a vendor's queue before its first command (R68), and so cannot wait for a part to be
 * fetched. The snippets of these vendors all go on with a queue that is there. Sources: learn.microsoft.com, "Consent
 * mode" (UET) and "Clarity consent API v2"; Matomo: c15t (Apache-2.0).
 *
 * @returns what to call with each decision
 */
export function firstWords(win: Page): (policy: Policy, decision: Decision) => void {
  const told: Record<string, string> = {};
  return (policy, decision) => {
    const say = (id: string, tell: (state: string) => void) => {
      if (!owns(policy.vendors, id)) return;
      const state = decision.vendors[id]!.granted ? 'granted' : 'denied';
      if (told[id] !== state) tell((told[id] = state));
    };
    say('microsoft-uet', (ad_storage) => {
      const queue = list(win, 'uetq');
      queue.push('consent', queue.length === 0 ? 'default' : 'update', { ad_storage });
    });
    say('microsoft-clarity', (state) => {
      const clarity = (win.clarity ||= function () {
        (clarity.q ||= []).push(arguments);
      }) as Function & { q?: unknown[] };
      clarity('consentv2', { ad_Storage: state, analytics_Storage: state });
    });
    say('matomo', (state) => {
      list(win, '_paq').push(
        ['requireConsent'],
        [state === 'granted' ? 'setConsentGiven' : 'forgetConsentGiven'],
      );
    });
  };
}
