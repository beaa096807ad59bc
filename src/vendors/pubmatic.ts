import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'pubmatic.com',
};

export const facts: VendorFacts = {
  name: 'PubMatic',
  company: 'PubMatic, Inc.',
  purpose: 'Sells ad space of sites in auctions and matches visitors between ad exchanges.',
  privacyPolicy: 'https://pubmatic.com/legal/privacy-policy/',
  optOut: 'https://pubmatic.com/legal/opt-out/',
  cookies: [
    { name: 'KADUSERCOOKIE', party: 'third', duration: '90 days' },
    { name: 'KRTBCOOKIE_*', party: 'third', duration: '29 days' },
    { name: 'PugT', party: 'third', duration: '30 days' },
    { name: 'PUBMDCID', party: 'third', duration: '3 months' },
    { name: 'SyncRTB*', party: 'third', duration: '90 days' },
    { name: 'DPSync*', party: 'third', duration: '90 days' },
    { name: 'KTPCACOOKIE', party: 'third', duration: '90 days' },
    { name: 'chkChromeAb67Sec', party: 'third', duration: '3 months' },
    { name: 'SPugT', party: 'third', duration: '30 days' },
    { name: 'ipc', party: 'third', duration: '1 year' },
    { name: 'pi', party: 'third', duration: '1 day' },
    { name: 'USCC', party: 'third', duration: '1 day' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'openwrap',
  globals: 'PWT',
  only: 'A wrapper for publishers (OpenWrap), at an address of the account.',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
