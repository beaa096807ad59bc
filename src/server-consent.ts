import { parseConfig } from './config/parse.ts';
import { verdictOf } from './decide/decide.ts';
import { explain } from './decide/explain.ts';
import { decideForNobody } from './decide/nobody.ts';
import { createJudge } from './gate/judge.ts';
import type { Consent, ConsentOptions } from './types.ts';
import type { VendorCore } from './vendors/vendor.ts';

/**
 * The consent object where there is no page: nothing is known of a visitor, so everything but `required` is denied,
 * whatever the regime. It is what a server renders, so that nothing jumps when the page takes over.
 */
export function serverConsent(
  config: unknown,
  { region, account }: ConsentOptions,
  registry: Readonly<Record<string, VendorCore>>,
): Consent {
  const { policy } = parseConfig(config, registry);
  const decision = decideForNobody(policy, region || null, !!account?.optedOut);
  const judge = createJudge(
    policy,
    decision,
    registry,
    new URL('https://localhost'),
    () => 'https://localhost/',
    () => false,
  );
  return {
    decision,
    held: [],
    allows: (id) => !!verdictOf(decision, id)?.granted,
    subscribe(listener) {
      listener(decision);
      return () => {};
    },
    explain: (target) => explain(target, decision, judge),
    choose() {},
    withdraw() {},
    reset() {},
    openPreferences() {},
    showBanner() {},
    whenGranted: (id) => new Promise((resolve) => verdictOf(decision, id)?.granted && resolve()),
    destroy() {},
  };
}
