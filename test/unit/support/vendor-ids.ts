/** 52 vendors that a large site may name: those that Heed knows, and those that are next. */
export const VENDOR_IDS =
  'adroll adscale appnexus bidswitch microsoft-uet bizible casale-media doubleclick google-ads facebook g2 google-analytics google-tag-manager linkedin loom marketo microsoft-clarity pubmatic reddit rubicon segment shopify stripe twitter youtube zoominfo mixpanel hubspot hotjar tiktok pinterest amplitude intercom vimeo google-maps google-recaptcha google-fonts criteo taboola outbrain quora snapchat fullstory heap drift optimizely vwo matomo plausible cloudflare-insights posthog sentry'.split(
    ' ',
  );
