import { call } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'optimizely.com',
  cookies: 'optimizelyB* optimizelyD* optimizelyE* optimizelyR* optimizelyS*',
  shares: false,
  tell: true,
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, 'optimizely.push', { type: 'optOut', isOptOut: !granted }),
};

export const facts: VendorFacts = {
  name: 'Optimizely',
  company: 'Optimizely North America Inc.',
  purpose: 'Shows visitors different versions of a page and compares them.',
  privacyPolicy: 'https://www.optimizely.com/legal/privacy-notice/',
  optOut: 'https://www.optimizely.com/legal/opt-out/',
  cookies: [
    { name: 'optimizelyEndUserId', party: 'first', duration: '6 months' },
    { name: 'optimizelyRedirectData', party: 'first', duration: '5 seconds' },
    { name: 'optimizelyDomainTestCookie', party: 'first', duration: '6 months' },
    { name: 'optimizelySegments', party: 'first' },
    { name: 'optimizelyBuckets', party: 'first' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'optimizely-web',
  globals: 'optimizely',
  only: 'Its script is meant to run before the page is drawn: the page’s own tag loads it.',
  consent: "optimizely.push({ type: 'optOut', isOptOut: true or false })",
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0); public snippets: optimizelyBuckets, optimizelySegments',
    consent: 'public snippets',
    shares: 'https://support.optimizely.com/hc/en-us/articles/4410284226061',
    links: 'public snippets',
  },
};
