import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'google.com/recaptcha gstatic.com/recaptcha recaptcha.net',
  storage: '_grecaptcha',
};

export const facts: VendorFacts = {
  name: 'Google reCAPTCHA',
  company: 'Google LLC',
  purpose: 'Keeps bots out of forms; reads the device to do so.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [{ name: '_GRECAPTCHA', party: 'third', duration: '179 days' }],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'recaptcha',
  globals: 'grecaptcha',
  only: 'The form’s own tag loads it.',
  consent: 'none known',
  remark: 'Not “required” by default: it reads the device. A site that cannot do without it writes so.',
  sources: {
    hosts: '@nuxt/scripts (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    storage: 'public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
