import { loadGtag } from './google.ts';
import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Hosts: third-party-web (MIT); gtag with a G id: @nuxt/scripts (MIT). `shares` stays true: Google's own terms leave
// it to the site's settings (support.google.com/analytics/answer/9024351).
export const core: VendorCore = {
  hosts:
    'google-analytics.com analytics.google.com googletagmanager.com/gtag/js?id=G- googletagmanager.com/gtag/js?id=UA-',
  cookies:
    '_ga _ga_* _gid _gat _gat_* _dc_gtm_* _gali AMP_TOKEN FPID FPLC __utma __utmb __utmc __utmt __utmz __utmv __utmx __utmxx',
  ids: 'measurementId',
};

export const loader: VendorLoader = {
  forms: { measurementId: /^G-[A-Z0-9]{4,14}$/ },
  load({ measurementId }, tools) {
    return loadGtag(measurementId!, tools);
  },
};

// Cookies: Open Cookie Database (Apache-2.0), Google Analytics. Policy: tarteaucitron.js services (MIT).
export const facts: VendorFacts = {
  name: 'Google Analytics',
  company: 'Google LLC',
  purpose: 'Measures how the site is used.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [
    { name: '_ga', party: 'first', purpose: 'Tells visitors apart', duration: '2 years' },
    { name: '_ga_*', party: 'first', purpose: 'Keeps the state of a visit', duration: '2 years' },
    { name: '_gid', party: 'first', purpose: 'Tells visitors apart', duration: '1 day' },
    { name: '_gat*', party: 'first', purpose: 'Limits the rate of requests', duration: '1 minute' },
  ],
};
