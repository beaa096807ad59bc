import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'fonts.googleapis.com fonts.gstatic.com ajax.googleapis.com/ajax/libs/webfont',
};

export const facts: VendorFacts = {
  name: 'Google Fonts',
  company: 'Google LLC',
  purpose: 'Serves fonts; Google sees the visitor’s address.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'gfonts',
  globals: 'WebFont',
  only: 'A style sheet of the page.',
  consent: 'none known',
  remark: 'Sets no cookie. Fonts on the site’s own host need no consent.',
  sources: {
    hosts: 'third-party-web (MIT); tarteaucitron.js (MIT): ajax.googleapis.com/ajax/libs/webfont',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
