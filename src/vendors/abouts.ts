// Written by scripts/index-vendors.mjs.
import { about as adroll } from './adroll.ts';
import { about as adscale } from './adscale.ts';
import { about as amplitude } from './amplitude.ts';
import { about as appnexus } from './appnexus.ts';
import { about as bidswitch } from './bidswitch.ts';
import { about as bizible } from './bizible.ts';
import { about as casaleMedia } from './casale-media.ts';
import { about as cloudflareInsights } from './cloudflare-insights.ts';
import { about as criteo } from './criteo.ts';
import { about as doubleclick } from './doubleclick.ts';
import { about as drift } from './drift.ts';
import { about as facebook } from './facebook.ts';
import { about as fullstory } from './fullstory.ts';
import { about as g2 } from './g2.ts';
import { about as googleAds } from './google-ads.ts';
import { about as googleAnalytics } from './google-analytics.ts';
import { about as googleFonts } from './google-fonts.ts';
import { about as googleMaps } from './google-maps.ts';
import { about as googleRecaptcha } from './google-recaptcha.ts';
import { about as googleTagManager } from './google-tag-manager.ts';
import { about as heap } from './heap.ts';
import { about as hotjar } from './hotjar.ts';
import { about as hubspot } from './hubspot.ts';
import { about as intercom } from './intercom.ts';
import { about as linkedin } from './linkedin.ts';
import { about as loom } from './loom.ts';
import { about as marketo } from './marketo.ts';
import { about as matomo } from './matomo.ts';
import { about as microsoftClarity } from './microsoft-clarity.ts';
import { about as microsoftUet } from './microsoft-uet.ts';
import { about as mixpanel } from './mixpanel.ts';
import { about as optimizely } from './optimizely.ts';
import { about as outbrain } from './outbrain.ts';
import { about as pinterest } from './pinterest.ts';
import { about as plausible } from './plausible.ts';
import { about as posthog } from './posthog.ts';
import { about as pubmatic } from './pubmatic.ts';
import { about as quora } from './quora.ts';
import { about as reddit } from './reddit.ts';
import { about as rubicon } from './rubicon.ts';
import { about as segment } from './segment.ts';
import { about as sentry } from './sentry.ts';
import { about as shopify } from './shopify.ts';
import { about as snapchat } from './snapchat.ts';
import { about as stripe } from './stripe.ts';
import { about as taboola } from './taboola.ts';
import { about as tiktok } from './tiktok.ts';
import { about as twitter } from './twitter.ts';
import type { VendorAbout } from './vendor.ts';
import { about as vimeo } from './vimeo.ts';
import { about as vwo } from './vwo.ts';
import { about as youtube } from './youtube.ts';
import { about as zoominfo } from './zoominfo.ts';

/** What tools and the documentation tell about each vendor, by id. */
export const abouts: Readonly<Record<string, VendorAbout>> = {
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
