import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'ads-twitter.com analytics.twitter.com analytics.x.com/1/i/ t.co/i/adsct t.co/1/i/adsct',
  cookies: 'twclid',
  ids: 'pixelId',
  stub: 'twq',
};

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^[a-z0-9]{4,8}$/, 'o1abc'],
  },
  load({ pixelId }, { win, script }) {
    const twq = stub(win, 'twq', { queue: 'queue', handler: 'exe', more: { version: '1.1' } });
    twq('config', pixelId);
    return script('https://static.ads-twitter.com/uwt.js');
  },
};

export const facts: VendorFacts = {
  name: 'Twitter',
  company: 'X Corp.',
  purpose: 'Measures conversions and builds audiences for ads on X.',
  privacyPolicy: 'https://x.com/en/privacy',
  optOut: 'https://x.com/personalization',
  cookies: [
    { name: 'twclid', party: 'first' },
    { name: 'muc_ads', party: 'third', duration: '24 months' },
    { name: 'guest_id', party: 'third', duration: '2 years' },
    { name: 'guest_id_ads', party: 'third', duration: '2 years' },
    { name: 'guest_id_marketing', party: 'third', duration: '2 years' },
    { name: 'personalization_id', party: 'third', duration: '2 years' },
    { name: 'ct0', party: 'third', duration: '2 years' },
    { name: 'gt', party: 'third', duration: '1 year' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'twitter-ads twitter-pixel twq x x-ads x-pixel',
  globals: 'twq twttr',
  consent: 'none known',
  sources: {
    hosts:
      'third-party-web (MIT); @nuxt/scripts (MIT): t.co/1/i/adsct; public snippets: t.co/i/adsct; recorded requests in public test files: analytics.x.com/1/i/',
    cookies: 'Open Cookie Database (Apache-2.0); @nuxt/scripts (MIT): twclid',
    loader: 'tarteaucitron.js (MIT); @nuxt/scripts (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
