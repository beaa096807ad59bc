// Written by scripts/index-vendors.mjs.
import { core as adroll } from './adroll.ts';
import { core as adscale } from './adscale.ts';
import { core as amplitude } from './amplitude.ts';
import { core as appnexus } from './appnexus.ts';
import { core as bidswitch } from './bidswitch.ts';
import { core as bizible } from './bizible.ts';
import { core as casaleMedia } from './casale-media.ts';
import { core as cloudflareInsights } from './cloudflare-insights.ts';
import { core as criteo } from './criteo.ts';
import { core as doubleclick } from './doubleclick.ts';
import { core as drift } from './drift.ts';
import { core as facebook } from './facebook.ts';
import { core as fullstory } from './fullstory.ts';
import { core as g2 } from './g2.ts';
import { core as googleAds } from './google-ads.ts';
import { core as googleAnalytics } from './google-analytics.ts';
import { core as googleFonts } from './google-fonts.ts';
import { core as googleMaps } from './google-maps.ts';
import { core as googleRecaptcha } from './google-recaptcha.ts';
import { core as googleTagManager } from './google-tag-manager.ts';
import { core as heap } from './heap.ts';
import { core as hotjar } from './hotjar.ts';
import { core as hubspot } from './hubspot.ts';
import { core as intercom } from './intercom.ts';
import { core as linkedin } from './linkedin.ts';
import { core as loom } from './loom.ts';
import { core as marketo } from './marketo.ts';
import { core as matomo } from './matomo.ts';
import { core as microsoftClarity } from './microsoft-clarity.ts';
import { core as microsoftUet } from './microsoft-uet.ts';
import { core as mixpanel } from './mixpanel.ts';
import { core as optimizely } from './optimizely.ts';
import { core as outbrain } from './outbrain.ts';
import { core as pinterest } from './pinterest.ts';
import { core as plausible } from './plausible.ts';
import { core as posthog } from './posthog.ts';
import { core as pubmatic } from './pubmatic.ts';
import { core as quora } from './quora.ts';
import { core as reddit } from './reddit.ts';
import { core as rubicon } from './rubicon.ts';
import { core as segment } from './segment.ts';
import { core as sentry } from './sentry.ts';
import { core as shopify } from './shopify.ts';
import { core as snapchat } from './snapchat.ts';
import { core as stripe } from './stripe.ts';
import { core as taboola } from './taboola.ts';
import { core as tiktok } from './tiktok.ts';
import { core as twitter } from './twitter.ts';
import type { VendorCore } from './vendor.ts';
import { core as vimeo } from './vimeo.ts';
import { core as vwo } from './vwo.ts';
import { core as youtube } from './youtube.ts';
import { core as zoominfo } from './zoominfo.ts';

/** What every visitor needs of each vendor that Heed knows, by id. */
export const registry: Readonly<Record<string, VendorCore>> = {
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
