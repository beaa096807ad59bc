import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'vimeo.com vimeocdn.com',
};

export const facts: VendorFacts = {
  name: 'Vimeo',
  company: 'Vimeo.com, Inc.',
  purpose: 'Shows embedded videos.',
  privacyPolicy: 'https://vimeo.com/privacy',
  cookies: [
    { name: 'vuid', party: 'third', duration: '1 minute' },
    { name: 'player', party: 'third' },
    { name: 'continuous_play_v3', party: 'third', duration: '2 years' },
    { name: 'sd_client_id', party: 'third', duration: '2 years' },
    { name: 'sd_identity', party: 'third', duration: '2 years' },
    { name: '__cf_bm', party: 'third', duration: 'session' },
    { name: '_cfuvid', party: 'third', duration: 'session' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'vimeo-embed vimeo-player',
  globals: 'Vimeo',
  only: 'An embed: its frame has a placeholder until the visitor lets it load.',
  consent: 'a frame that the visitor loads once asks with dnt=1',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    consent: 'amp.dev "amp-vimeo"',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
