import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'a.quora.com q.quora.com',
  cookies: 'm-b',
  ids: 'pixelId',
  stub: 'qp',
};

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'],
  },
  load({ pixelId }, { win, script }) {
    const qp = stub(win, 'qp', { queue: 'queue', handler: 'qp' });
    qp('init', pixelId);
    qp('track', 'ViewContent');
    return script('https://a.quora.com/qevents.js');
  },
};

export const facts: VendorFacts = {
  name: 'Quora',
  company: 'Quora, Inc.',
  purpose: 'Measures conversions and builds audiences for Quora ads.',
  privacyPolicy: 'https://www.quora.com/about/privacy',
  optOut: 'https://www.quora.com/optout',
  cookies: [
    { name: 'm-b', party: 'first' },
    { name: 'm-b', party: 'third' },
    { name: 'm-b_lax', party: 'third' },
    { name: 'm-b_strict', party: 'third' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'quora-pixel',
  globals: 'qp',
  consent: 'none known',
  sources: {
    hosts: 'segmentio/analytics.js-integrations (MIT); public snippets: q.quora.com',
    cookies: 'public snippets',
    loader: 'segmentio/analytics.js-integrations (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
