import { loadGtag } from './google.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts:
    'google-analytics.com analytics.google.com googletagmanager.com/gtag/js?id=G- googletagmanager.com/gtag/destination?id=G- googletagmanager.com/gtag/js?id=UA-',
  cookies:
    '_ga _ga_* _gid _gat _gat_* _dc_gtm_* _gali AMP_TOKEN FPID FPLC __utma __utmb __utmc __utmt __utmv __utmx __utmxx __utmz',
  ids: 'measurementId',
  options: 'dataLayer',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    measurementId: [/^G-[A-Z0-9]{4,14}$/, 'G-ABCDE12345'],
    dataLayer: [/^[A-Za-z_]\w*$/, 'dataLayer'],
  },
  load({ measurementId, dataLayer }, tools) {
    return loadGtag(measurementId!, tools, dataLayer);
  },
};

export const consent: VendorConsent = {
  tell(win, { granted, entry }) {
    const accounts = Object.keys((win.google_tag_manager as object) || {});
    accounts.push(entry.measurementId as string);
    for (const id of accounts) if (/^(G|UA)-/.test(id)) win['ga-disable-' + id] = !granted;
    return true;
  },
};

export const facts: VendorFacts = {
  name: 'Google Analytics',
  company: 'Google LLC',
  purpose: 'Measures how the site is used.',
  privacyPolicy: 'https://policies.google.com/privacy',
  optOut: 'https://tools.google.com/dlpage/gaoptout',
  cookies: [
    { name: '_ga', party: 'first', purpose: 'Tells visitors apart', duration: '2 years' },
    { name: '_ga_*', party: 'first', purpose: 'Keeps the state of a visit', duration: '2 years' },
    { name: '_gid', party: 'first', purpose: 'Tells visitors apart', duration: '1 day' },
    { name: '_gat', party: 'first', purpose: 'Limits the rate of requests', duration: '1 minute' },
    { name: '_gat_*', party: 'first', duration: '1 minute' },
    { name: '_gat_gtag_*', party: 'first', duration: '1 hour' },
    { name: '_dc_gtm_*', party: 'first', duration: '1 minute' },
    { name: '_gali', party: 'first', duration: '30 seconds' },
    { name: 'AMP_TOKEN', party: 'first', duration: '1 year' },
    { name: 'FPID', party: 'first', httpOnly: true, duration: 'session' },
    { name: 'FPLC', party: 'first', duration: 'session' },
    { name: '__utma', party: 'first', duration: '2 years' },
    { name: '__utmb', party: 'first', duration: '30 minutes' },
    { name: '__utmc', party: 'first', duration: 'session' },
    { name: '__utmt', party: 'first', duration: '10 minutes' },
    { name: '__utmz', party: 'first', duration: '6 months' },
    { name: '__utmv', party: 'first', duration: '2 years' },
    { name: '__utmx', party: 'first', duration: '18 months' },
    { name: '__utmxx', party: 'first', duration: '18 months' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'ga ga4 google-analytics-4 universal-analytics',
  globals: 'dataLayer gtag ga',
  consent:
    "Google Consent Mode v2: default before any command, update at each change; window['ga-disable-<id>'] after a denial",
  remark:
    "Google's own terms leave it to the site's settings whether data is shared. stats.g.doubleclick.net is DoubleClick's. A tag by an id GT-… may serve Analytics, Ads and more at once, and its address does not say which: it counts as google-tag-manager's. Name that as well, or put your G-… id into the snippet's address in its place.",
  sources: {
    hosts:
      '@nuxt/scripts (MIT); public snippets: googletagmanager.com/gtag/js?id=UA-; public pages: googletagmanager.com/gtag/destination',
    cookies:
      'Open Cookie Database (Apache-2.0); https://stape.io/helpdesk/documentation/cookie-extender-tag: FPID is HttpOnly',
    loader: '@nuxt/scripts (MIT); public snippets',
    consent: 'public snippets; @nuxt/scripts (MIT)',
    shares:
      'https://support.google.com/analytics/answer/9024351; vendor snapshot of August 2026 (secondary): Google is controller of what is shared under "Google products & services"; a site that has switched it and Google signals off may write false',
    links: 'tarteaucitron.js (MIT); public snippets: optOut',
  },
};
