import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'youtube.com youtube-nocookie.com ytimg.com googlevideo.com',
  storage: 'yt-remote-*',
};

export const facts: VendorFacts = {
  name: 'YouTube',
  company: 'Google LLC',
  purpose: 'Shows embedded videos.',
  privacyPolicy: 'https://policies.google.com/privacy',
  optOut: 'https://adssettings.google.com',
  cookies: [
    { name: 'VISITOR_INFO1_LIVE', party: 'third', duration: '179 days' },
    { name: 'VISITOR_PRIVACY_METADATA', party: 'third', duration: '180 days' },
    { name: 'YSC', party: 'third', duration: 'session' },
    { name: 'PREF', party: 'third', duration: '10 years' },
    { name: 'GPS', party: 'third', duration: '1 day' },
    { name: 'CONSENT', party: 'third', duration: '20 years' },
    { name: '__Secure-ROLLOUT_TOKEN', party: 'third', duration: '180 days' },
    { name: 'LOGIN_INFO', party: 'third', duration: '2 years' },
    { name: 'DEVICE_INFO', party: 'third', duration: '179 days' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'youtube-embed youtube-nocookie yt',
  globals: 'YT onYouTubeIframeAPIReady',
  only: 'An embed: its frame has a placeholder until the visitor lets it load.',
  consent: 'a frame that the visitor loads once comes from www.youtube-nocookie.com',
  sources: {
    hosts: 'third-party-web (MIT); @nuxt/scripts (MIT): ytimg.com',
    cookies: 'Open Cookie Database (Apache-2.0)',
    storage: 'public snippets',
    consent: 'support.google.com/youtube/answer/171780',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT)',
  },
};
