import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'hotjar.com hotjar.io hj.contentsquare.net',
  cookies: '_hj* hjViewportId',
  shares: false,
  ids: 'siteId',
  options: 'version',
  stub: 'hj',
};

export const loader: VendorLoader = {
  forms: {
    siteId: [/^\d{5,9}$/, '1234567'],
    version: [/^\d{1,2}$/, '6'],
  },
  load({ siteId, version = '6' }, { win, script }) {
    stub(win, 'hj');
    win._hjSettings = { hjid: +siteId!, hjsv: +version };
    return script(`https://static.hotjar.com/c/hotjar-${siteId}.js?sv=${version}`);
  },
};

export const facts: VendorFacts = {
  name: 'Hotjar',
  company: 'Hotjar Ltd (Contentsquare)',
  purpose: 'Draws heat maps, records visits and asks visitors.',
  privacyPolicy: 'https://www.hotjar.com/legal/policies/privacy/',
  optOut: 'https://www.hotjar.com/policies/do-not-track/',
  cookies: [
    { name: '_hjSession_*', party: 'first', duration: '30 minutes' },
    { name: '_hjSessionUser_*', party: 'first', duration: '365 days' },
    { name: '_hjid', party: 'first', duration: '365 days' },
    { name: '_hjFirstSeen', party: 'first', duration: '30 minutes' },
    { name: '_hjHasCachedUserAttributes', party: 'first', duration: '365 days' },
    { name: '_hjUserAttributesHash', party: 'first', duration: 'session' },
    { name: '_hjAbsoluteSessionInProgress', party: 'first', duration: '30 minutes' },
    { name: '_hjIncludedInPageviewSample', party: 'first', duration: '30 minutes' },
    { name: '_hjIncludedInSessionSample*', party: 'first', duration: '30 minutes' },
    { name: '_hjIncludedInSample', party: 'first', duration: '365 days' },
    { name: '_hjTLDTest', party: 'first', duration: 'session' },
    { name: '_hjLocalStorageTest', party: 'first' },
    { name: '_hjSessionStorageTest', party: 'first', duration: 'session' },
    { name: '_hjCookieTest', party: 'first', duration: 'session' },
    { name: '_hjClosedSurveyInvites', party: 'first', duration: '365 days' },
    { name: '_hjDonePolls', party: 'first', duration: '365 days' },
    { name: '_hjMinimizedPolls', party: 'first', duration: '365 days' },
    { name: '_hjShownFeedbackMessage', party: 'first', duration: '365 days' },
    { name: '_hjSessionTooLarge', party: 'first', duration: 'session' },
    { name: '_hjSessionRejected', party: 'first', duration: 'session' },
    { name: '_hjSessionResumed', party: 'first', duration: 'session' },
    { name: 'hjViewportId', party: 'first', duration: 'session' },
    { name: '_hjCachedUserAttributes', party: 'first', duration: 'session' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'hj',
  globals: 'hj _hjSettings',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT); recorded requests in public test files: hj.contentsquare.net',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'tarteaucitron.js (MIT); @nuxt/scripts (MIT); public snippets',
    shares: 'https://help.hotjar.com/hc/en-us/articles/360039027113-Processing-Personal-Data-in-Hotjar',
    links: 'Open Cookie Database (Apache-2.0); public snippets: optOut',
  },
};
