import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import { decide } from './decide.ts';

/**
 * The decision where nothing is known of a visitor, whatever the region: all but `required` is denied. Nor does any
 * ping pass, since the visitor may be one who sends a signal.
 */
export const decideForNobody = (policy: Policy, region: string | null = null, optedOut = false): Decision =>
  decide(
    { ...policy, regime: 'opt-in', regions: {}, vendors: withoutPings(policy) },
    { signals: { gpc: false, dnt: false }, region, record: null, day: 0, optedOut },
  );

const withoutPings = ({ vendors }: Policy): Policy['vendors'] =>
  Object.fromEntries(
    Object.entries(vendors).map(([id, vendor]) => [
      id,
      { ...vendor, entry: { ...vendor.entry, consentMode: undefined } },
    ]),
  );
