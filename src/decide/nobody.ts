import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import { decide } from './decide.ts';

/** The decision where nothing is known of a visitor, whatever the region: all but `required` is denied. */
export const decideForNobody = (policy: Policy, region: string | null = null, optedOut = false): Decision =>
  decide(
    { ...policy, regime: 'opt-in', regions: {} },
    { signals: { gpc: false, dnt: false }, region, record: null, day: 0, optedOut },
  );
