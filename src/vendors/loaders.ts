// Written by scripts/index-vendors.mjs.
import { loader as adroll } from './adroll.ts';
import { loader as amplitude } from './amplitude.ts';
import { loader as appnexus } from './appnexus.ts';
import { loader as criteo } from './criteo.ts';
import { loader as doubleclick } from './doubleclick.ts';
import { loader as facebook } from './facebook.ts';
import { loader as fullstory } from './fullstory.ts';
import { loader as g2 } from './g2.ts';
import { loader as googleAds } from './google-ads.ts';
import { loader as googleAnalytics } from './google-analytics.ts';
import { loader as googleTagManager } from './google-tag-manager.ts';
import { loader as heap } from './heap.ts';
import { loader as hotjar } from './hotjar.ts';
import { loader as hubspot } from './hubspot.ts';
import { loader as intercom } from './intercom.ts';
import { loader as linkedin } from './linkedin.ts';
import { loader as marketo } from './marketo.ts';
import { loader as matomo } from './matomo.ts';
import { loader as microsoftClarity } from './microsoft-clarity.ts';
import { loader as microsoftUet } from './microsoft-uet.ts';
import { loader as mixpanel } from './mixpanel.ts';
import { loader as outbrain } from './outbrain.ts';
import { loader as pinterest } from './pinterest.ts';
import { loader as plausible } from './plausible.ts';
import { loader as posthog } from './posthog.ts';
import { loader as quora } from './quora.ts';
import { loader as reddit } from './reddit.ts';
import { loader as segment } from './segment.ts';
import { loader as snapchat } from './snapchat.ts';
import { loader as stripe } from './stripe.ts';
import { loader as taboola } from './taboola.ts';
import { loader as tiktok } from './tiktok.ts';
import { loader as twitter } from './twitter.ts';
import type { VendorLoader } from './vendor.ts';
import { loader as zoominfo } from './zoominfo.ts';

/** How to load each vendor that Heed can load, by id. */
export const loaders: Readonly<Record<string, VendorLoader>> = {
  adroll,
  amplitude,
  appnexus,
  criteo,
  doubleclick,
  facebook,
  fullstory,
  g2,
  'google-ads': googleAds,
  'google-analytics': googleAnalytics,
  'google-tag-manager': googleTagManager,
  heap,
  hotjar,
  hubspot,
  intercom,
  linkedin,
  marketo,
  matomo,
  'microsoft-clarity': microsoftClarity,
  'microsoft-uet': microsoftUet,
  mixpanel,
  outbrain,
  pinterest,
  plausible,
  posthog,
  quora,
  reddit,
  segment,
  snapchat,
  stripe,
  taboola,
  tiktok,
  twitter,
  zoominfo,
};
