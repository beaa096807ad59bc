import { parseConfig } from './config/parse.ts';
import { decide } from './decide/decide.ts';
import { sentence } from './decide/explain.ts';
import { owns } from './owns.ts';
import type { Config, Consent, ConsentOptions, Explanation } from './types.ts';
import type { VendorCore } from './vendors/vendor.ts';

/**
 * The consent object where there is no page: nothing is known of a visitor, so everything but `required` is denied,
 * whatever the regime. It is what a server renders, so that nothing jumps when the page takes over.
 */
export function serverConsent(
  config: Config,
  { region = undefined, account }: ConsentOptions,
  registry: Readonly<Record<string, VendorCore>>,
): Consent {
  const { policy } = parseConfig(config, registry);
  const decision = decide(
    { ...policy, regime: 'opt-in', regions: {} },
    {
      signals: { gpc: false, dnt: false },
      region: region || null,
      record: null,
      day: 0,
      optedOut: !!account?.optedOut,
    },
  );
  const verdictOf = (id: string) =>
    owns(decision.vendors, id)
      ? decision.vendors[id]
      : owns(decision.categories, id)
        ? decision.categories[id]
        : undefined;
  return {
    decision,
    held: [],
    allows: (id) => !!verdictOf(id)?.granted,
    subscribe(listener) {
      listener(decision);
      return () => {};
    },
    explain(target) {
      const verdict = verdictOf(target) || decision.unlisted;
      const vendor = owns(decision.vendors, target) ? target : null;
      const category = vendor ? policy.vendors[vendor]!.category : verdictOf(target) ? target : null;
      const kind: Explanation['kind'] = vendor ? 'vendor' : category ? 'category' : 'host';
      const found = { target, kind, vendor, category, ...verdict };
      return { ...found, text: sentence(found) };
    },
    choose() {},
    withdraw() {},
    reset() {},
    openPreferences() {},
    showBanner() {},
    whenGranted: () => new Promise(() => {}),
    destroy() {},
  };
}
