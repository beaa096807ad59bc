// Written by scripts/index-vendors.mjs.
import { consent as amplitude } from './amplitude.ts';
import { consent as bizible } from './bizible.ts';
import { consent as facebook } from './facebook.ts';
import { consent as fullstory } from './fullstory.ts';
import { consent as googleAnalytics } from './google-analytics.ts';
import { consent as heap } from './heap.ts';
import { consent as hubspot } from './hubspot.ts';
import { consent as intercom } from './intercom.ts';
import { consent as mixpanel } from './mixpanel.ts';
import { consent as optimizely } from './optimizely.ts';
import { consent as pinterest } from './pinterest.ts';
import { consent as posthog } from './posthog.ts';
import { consent as reddit } from './reddit.ts';
import { consent as segment } from './segment.ts';
import { consent as sentry } from './sentry.ts';
import { consent as shopify } from './shopify.ts';
import { consent as tiktok } from './tiktok.ts';
import type { VendorConsent } from './vendor.ts';
import { consent as vwo } from './vwo.ts';

/** The consent call of each vendor that has one and is fetched for it, by id. */
export const consents: Readonly<Record<string, VendorConsent>> = {
  amplitude,
  bizible,
  facebook,
  fullstory,
  'google-analytics': googleAnalytics,
  heap,
  hubspot,
  intercom,
  mixpanel,
  optimizely,
  pinterest,
  posthog,
  reddit,
  segment,
  sentry,
  shopify,
  tiktok,
  vwo,
};
