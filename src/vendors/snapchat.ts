import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'sc-static.net tr.snapchat.com tr6.snapchat.com',
  cookies: '_scid _scid_r _schn',
  storage: 'u_scsid u_sclid',
  ids: 'pixelId',
  stub: 'snaptr',
};

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '00000000-0000-4000-8000-000000000000'],
  },
  load({ pixelId }, { win, script }) {
    const snaptr = stub(win, 'snaptr', { queue: 'queue', handler: 'handleRequest' });
    snaptr('init', pixelId);
    snaptr('track', 'PAGE_VIEW');
    return script('https://sc-static.net/scevent.min.js');
  },
};

export const facts: VendorFacts = {
  name: 'Snapchat',
  company: 'Snap Inc.',
  purpose: 'Measures conversions and builds audiences for Snapchat ads.',
  privacyPolicy: 'https://values.snap.com/privacy/privacy-policy',
  cookies: [
    { name: '_scid', party: 'first', duration: '1 year' },
    { name: '_scid_r', party: 'first', duration: '13 months' },
    { name: '_schn', party: 'first', duration: '1 day' },
    { name: 'sc_at', party: 'third', duration: '1 year' },
    { name: 'sc-a-nonce', party: 'third', duration: '1 year' },
    { name: 'X-AB', party: 'third', duration: '1 day' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'snap snap-pixel snapchat-pixel snaptr',
  globals: 'snaptr',
  consent: 'none known',
  sources: {
    hosts: '@nuxt/scripts (MIT); public snippets: tr6.snapchat.com',
    cookies: 'Open Cookie Database (Apache-2.0)',
    storage: '@nuxt/scripts (MIT)',
    loader: 'tarteaucitron.js (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
