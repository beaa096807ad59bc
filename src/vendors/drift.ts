import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'driftt.com drift.com',
  cookies: 'drift_* driftt_aid',
};

export const facts: VendorFacts = {
  name: 'Drift',
  company: 'Drift.com, Inc. (Salesloft)',
  purpose: 'Shows a chat with the site’s staff.',
  privacyPolicy: 'https://www.drift.com/privacy-policy/',
  cookies: [
    { name: 'drift_aid', party: 'first' },
    { name: 'drift_campaign_refresh', party: 'first' },
    { name: 'driftt_aid', party: 'first' },
    { name: 'drift_eid', party: 'first' },
    { name: 'drift_*', party: 'first', duration: '2 years' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'drift-chat salesloft-drift',
  globals: 'drift',
  only: 'The page’s own snippet loads it.',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0); public snippets: driftt_aid',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
