import { loadGtag } from './google.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts:
    'doubleclick.net 2mdn.net googletagservices.com googletagmanager.com/gtag/js?id=DC- googletagmanager.com/gtag/destination?id=DC-',
  cookies: '_gcl_dc __gads __gpi __eoi FPGCLDC',
  ids: 'advertiserId',
};

export const loader: VendorLoader = {
  forms: {
    advertiserId: [/^DC-\d{4,10}$/, 'DC-1234567'],
  },
  load({ advertiserId }, tools) {
    return loadGtag(advertiserId!, tools);
  },
};

export const facts: VendorFacts = {
  name: 'DoubleClick',
  company: 'Google LLC',
  purpose: 'Serves ads, counts conversions (Floodlight) and matches cookies between ad exchanges.',
  privacyPolicy: 'https://policies.google.com/privacy',
  optOut: 'https://adssettings.google.com',
  cookies: [
    { name: '_gcl_dc', party: 'first', duration: '3 months' },
    { name: '__gads', party: 'first' },
    { name: '__gpi', party: 'first', duration: '13 months' },
    { name: '__eoi', party: 'first', duration: '3 months' },
    { name: 'FPGCLDC', party: 'first', duration: '90 days' },
    { name: 'IDE', party: 'third', duration: '2 years' },
    { name: 'DSID', party: 'third', duration: '2 weeks' },
    { name: 'test_cookie', party: 'third', duration: '1 year' },
    { name: 'FLC', party: 'third', duration: '10 seconds' },
    { name: 'RUL', party: 'third', duration: '1 year' },
    { name: 'ar_debug', party: 'third' },
    { name: 'APC', party: 'third', duration: '6 months' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases:
    'campaign-manager cm360 dcm dv360 floodlight google-ad-manager google-marketing-platform google-publisher-tag gpt',
  globals: 'dataLayer gtag',
  consent: 'Google Consent Mode v2: default before any command, update at each change',
  remark: '*.g.doubleclick.net also receives what Google Ads and Google Analytics send there.',
  sources: {
    hosts:
      'third-party-web (MIT); rudderlabs/rudder-sdk-js (MIT): googletagmanager.com/gtag/js?id=DC-; public pages: googletagmanager.com/gtag/destination',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'rudderlabs/rudder-sdk-js (MIT); @nuxt/scripts (MIT)',
    consent: '@nuxt/scripts (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
