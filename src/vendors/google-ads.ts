import { loadGtag } from './google.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts:
    'googleadservices.com googlesyndication.com google.com/pagead google.com/ads google.com/ccm adservice.google.com googleads.g.doubleclick.net/pagead/viewthroughconversion googletagmanager.com/gtag/js?id=AW- googletagmanager.com/gtag/destination?id=AW-',
  cookies: '_gcl_a* _gcl_g* _gcl_ha _gac_* __gsas FPGCLAW FPGCLGB FPAU __gads __gpi __eoi',
  storage: '_gcl_ls',
  ids: 'conversionId',
};

export const loader: VendorLoader = {
  forms: {
    conversionId: [/^AW-\d{6,12}$/, 'AW-123456789'],
  },
  load({ conversionId }, tools) {
    return loadGtag(conversionId!, tools);
  },
};

export const facts: VendorFacts = {
  name: 'Google Ads',
  company: 'Google LLC',
  purpose: 'Counts conversions and builds audiences for Google Ads; AdSense shows ads on the site.',
  privacyPolicy: 'https://policies.google.com/privacy',
  optOut: 'https://adssettings.google.com',
  cookies: [
    { name: '_gcl_au', party: 'first', duration: '3 months' },
    { name: '_gcl_aw', party: 'first', duration: '90 days' },
    { name: '_gcl_gb', party: 'first', duration: '90 days' },
    { name: '_gcl_gs', party: 'first', duration: '90 days' },
    { name: '_gcl_ha', party: 'first', duration: '90 days' },
    { name: '_gac_*', party: 'first', duration: '90 days' },
    { name: '_gac_gb_*', party: 'first', duration: '90 days' },
    { name: '__gsas', party: 'first', duration: '3 months' },
    { name: 'FPGCLAW', party: 'first', duration: '90 days' },
    { name: 'FPGCLGB', party: 'first', duration: '90 days' },
    { name: 'FPAU', party: 'first', duration: 'session' },
    { name: 'NID', party: 'third', duration: '1 year' },
    { name: 'AID', party: 'third', duration: '1 year' },
    { name: '1P_JAR', party: 'third', duration: '1 month' },
    { name: 'ANID', party: 'third', duration: '13 months' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'adsense adwords gads google-adsense google-adwords',
  globals: 'dataLayer gtag',
  consent: 'Google Consent Mode v2: default before any command, update at each change',
  remark:
    'Google Publisher Tag and AdSense both set __gads, __gpi and __eoi: a denial of either deletes them. Of www.google.com only the listed paths are Google Ads.',
  sources: {
    hosts:
      'public snippets; third-party-web (MIT): adservice.google.com, googleadservices.com, googlesyndication.com; tarteaucitron.js (MIT): google.com/ads; public pages: googletagmanager.com/gtag/destination',
    cookies: 'Open Cookie Database (Apache-2.0)',
    storage: 'public snippets',
    loader: 'segmentio/analytics.js-integrations (MIT); @nuxt/scripts (MIT); public snippets',
    consent: '@nuxt/scripts (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
