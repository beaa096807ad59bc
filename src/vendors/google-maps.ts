import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'maps.googleapis.com maps.google.com maps.gstatic.com google.com/maps',
};

export const facts: VendorFacts = {
  name: 'Google Maps',
  company: 'Google LLC',
  purpose: 'Shows embedded maps.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [
    { name: 'NID', party: 'third', duration: '1 year' },
    { name: 'OGPC', party: 'third', duration: '1 month' },
    { name: 'SOCS', party: 'third', duration: '13 months' },
    { name: 'AEC', party: 'third', duration: '6 months' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'gmaps',
  globals: 'google.maps',
  only: 'An embed: the page’s own tag loads it.',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT); tarteaucitron.js (MIT): google.com/maps',
    cookies: 'Open Cookie Database (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
