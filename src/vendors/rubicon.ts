import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'rubiconproject.com',
};

export const facts: VendorFacts = {
  name: 'Rubicon',
  company: 'Magnite, Inc.',
  purpose: 'Sells ad space of sites in auctions and matches visitors between ad exchanges (Magnite).',
  privacyPolicy: 'https://www.magnite.com/legal/advertising-platform-privacy-policy/',
  cookies: [
    { name: 'khaos', party: 'third', duration: '1 year' },
    { name: 'khaos_p', party: 'third', duration: '1 year' },
    { name: 'audit', party: 'third', duration: '1 year' },
    { name: 'audit_p', party: 'third', duration: '1 year' },
    { name: 'put_*', party: 'third', duration: '1 month' },
    { name: 'rpb', party: 'third', duration: '1 month' },
    { name: 'rpx', party: 'third', duration: '1 month' },
    { name: 'c', party: 'third', duration: '1 month' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'magnite rubicon-project rubiconproject',
  only: 'A wrapper for publishers (Demand Manager), at an address of the account.',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
