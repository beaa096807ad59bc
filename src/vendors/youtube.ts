import type { VendorCore, VendorFacts } from './vendor.ts';

// Hosts: third-party-web (MIT); i.ytimg.com: @nuxt/scripts (MIT). An embed: gated by host, nothing to load by id.
export const core: VendorCore = {
  hosts: 'youtube.com youtube-nocookie.com ytimg.com googlevideo.com',
};

// Cookies: Open Cookie Database (Apache-2.0), Youtube. Policy and opt-out: tarteaucitron.js services (MIT).
export const facts: VendorFacts = {
  name: 'YouTube',
  company: 'Google LLC',
  purpose: 'Shows embedded videos.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [
    { name: 'VISITOR_INFO1_LIVE', party: 'third', duration: '179 days' },
    { name: 'VISITOR_PRIVACY_METADATA', party: 'third', duration: '180 days' },
    { name: 'YSC', party: 'third' },
    { name: 'PREF', party: 'third' },
  ],
};
