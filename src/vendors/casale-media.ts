import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'casalemedia.com indexww.com',
};

export const facts: VendorFacts = {
  name: 'Casale Media',
  company: 'Index Exchange Inc.',
  purpose: 'Sells ad space of sites in auctions and matches visitors between ad exchanges (Index Exchange).',
  privacyPolicy: 'https://www.indexexchange.com/privacy/',
  cookies: [
    { name: 'CMID', party: 'third', duration: '1 day' },
    { name: 'CMPRO', party: 'third', duration: '1 day' },
    { name: 'CMPS', party: 'third', duration: '1 day' },
    { name: 'CMRUM3', party: 'third', duration: '1 day' },
    { name: 'CMST', party: 'third', duration: '1 day' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'casale casalemedia index-exchange indexexchange',
  only: 'A wrapper for publishers, at an address of the account.',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
