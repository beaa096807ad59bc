import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'cloudflareinsights.com',
  shares: false,
};

export const facts: VendorFacts = {
  name: 'Cloudflare Web Analytics',
  company: 'Cloudflare, Inc.',
  purpose: 'Counts visits and measures how fast pages are, without cookies.',
  privacyPolicy: 'https://www.cloudflare.com/privacypolicy/',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'cloudflare-analytics cloudflare-web-analytics',
  globals: '__cfBeacon',
  only: 'The page’s own tag, or Cloudflare itself, brings it.',
  consent: 'none known',
  remark: 'Cookies such as __cf_bm belong to Cloudflare’s protection, not to this.',
  sources: {
    hosts: '@nuxt/scripts (MIT)',
    shares:
      'https://conductatlas.com/platform/cloudflare/cloudflare-privacy-policy/controller-vs-processor-dual-role/; vendor snapshot of August 2026 (secondary): secondary sources',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
