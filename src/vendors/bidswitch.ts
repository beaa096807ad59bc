import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'bidswitch.net',
};

export const facts: VendorFacts = {
  name: 'BidSwitch',
  company: 'IPONWEB (Criteo)',
  purpose: 'Passes bids for ad space on and matches visitors between ad exchanges.',
  privacyPolicy: 'https://www.bidswitch.com/privacy-policy/',
  cookies: [{ name: 'tuuid_lu', party: 'third', duration: '3 months' }],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'bid-switch',
  only: 'It runs on servers: its pixel comes with other bidders, a site never loads it.',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
