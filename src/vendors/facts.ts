// Written by scripts/index-vendors.mjs.
import { facts as adroll } from './adroll.ts';
import { facts as adscale } from './adscale.ts';
import { facts as amplitude } from './amplitude.ts';
import { facts as appnexus } from './appnexus.ts';
import { facts as bidswitch } from './bidswitch.ts';
import { facts as bizible } from './bizible.ts';
import { facts as casaleMedia } from './casale-media.ts';
import { facts as cloudflareInsights } from './cloudflare-insights.ts';
import { facts as criteo } from './criteo.ts';
import { facts as doubleclick } from './doubleclick.ts';
import { facts as drift } from './drift.ts';
import { facts as facebook } from './facebook.ts';
import { facts as fullstory } from './fullstory.ts';
import { facts as g2 } from './g2.ts';
import { facts as googleAds } from './google-ads.ts';
import { facts as googleAnalytics } from './google-analytics.ts';
import { facts as googleFonts } from './google-fonts.ts';
import { facts as googleMaps } from './google-maps.ts';
import { facts as googleRecaptcha } from './google-recaptcha.ts';
import { facts as googleTagManager } from './google-tag-manager.ts';
import { facts as heap } from './heap.ts';
import { facts as hotjar } from './hotjar.ts';
import { facts as hubspot } from './hubspot.ts';
import { facts as intercom } from './intercom.ts';
import { facts as linkedin } from './linkedin.ts';
import { facts as loom } from './loom.ts';
import { facts as marketo } from './marketo.ts';
import { facts as matomo } from './matomo.ts';
import { facts as microsoftClarity } from './microsoft-clarity.ts';
import { facts as microsoftUet } from './microsoft-uet.ts';
import { facts as mixpanel } from './mixpanel.ts';
import { facts as optimizely } from './optimizely.ts';
import { facts as outbrain } from './outbrain.ts';
import { facts as pinterest } from './pinterest.ts';
import { facts as plausible } from './plausible.ts';
import { facts as posthog } from './posthog.ts';
import { facts as pubmatic } from './pubmatic.ts';
import { facts as quora } from './quora.ts';
import { facts as reddit } from './reddit.ts';
import { facts as rubicon } from './rubicon.ts';
import { facts as segment } from './segment.ts';
import { facts as sentry } from './sentry.ts';
import { facts as shopify } from './shopify.ts';
import { facts as snapchat } from './snapchat.ts';
import { facts as stripe } from './stripe.ts';
import { facts as taboola } from './taboola.ts';
import { facts as tiktok } from './tiktok.ts';
import { facts as twitter } from './twitter.ts';
import type { VendorFacts } from './vendor.ts';
import { facts as vimeo } from './vimeo.ts';
import { facts as vwo } from './vwo.ts';
import { facts as youtube } from './youtube.ts';
import { facts as zoominfo } from './zoominfo.ts';

export type { VendorCookie, VendorFacts } from './vendor.ts';

/** What the interface tells about each vendor, by id. Never reached from heed.ts without a need to show it. */
export const facts: Readonly<Record<string, VendorFacts>> = {
  adroll,
  adscale,
  amplitude,
  appnexus,
  bidswitch,
  bizible,
  'casale-media': casaleMedia,
  'cloudflare-insights': cloudflareInsights,
  criteo,
  doubleclick,
  drift,
  facebook,
  fullstory,
  g2,
  'google-ads': googleAds,
  'google-analytics': googleAnalytics,
  'google-fonts': googleFonts,
  'google-maps': googleMaps,
  'google-recaptcha': googleRecaptcha,
  'google-tag-manager': googleTagManager,
  heap,
  hotjar,
  hubspot,
  intercom,
  linkedin,
  loom,
  marketo,
  matomo,
  'microsoft-clarity': microsoftClarity,
  'microsoft-uet': microsoftUet,
  mixpanel,
  optimizely,
  outbrain,
  pinterest,
  plausible,
  posthog,
  pubmatic,
  quora,
  reddit,
  rubicon,
  segment,
  sentry,
  shopify,
  snapchat,
  stripe,
  taboola,
  tiktok,
  twitter,
  vimeo,
  vwo,
  youtube,
  zoominfo,
};
