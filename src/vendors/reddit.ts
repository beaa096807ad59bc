import { call, stub } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'redditstatic.com/ads/ alb.reddit.com pixel-config.reddit.com',
  cookies: '_rdt_*',
  ids: 'pixelId',
  stub: 'rdt',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^(?:t2|a2)_[a-z0-9]+$/, 'a2_abcdefghijkl'],
  },
  load({ pixelId }, { win, script, optedOut, region }) {
    const rdt = stub(win, 'rdt', { queue: 'callQueue', handler: 'sendEvent' });
    if (optedOut && /^US\b/i.test(region || '')) rdt('init', pixelId, { dpm: 'LDU', dpcc: 'US' });
    else rdt('init', pixelId);
    rdt('track', 'PageVisit');
    return script('https://www.redditstatic.com/ads/pixel.js');
  },
};

export const consent: VendorConsent = {
  tell: (win, { granted }) =>
    call(win, 'rdt', granted ? 'enableFirstPartyCookies' : 'disableFirstPartyCookies'),
};

export const facts: VendorFacts = {
  name: 'Reddit',
  company: 'Reddit, Inc.',
  purpose: 'Measures conversions and builds audiences for Reddit ads.',
  privacyPolicy: 'https://www.reddit.com/policies/privacy-policy',
  optOut: 'https://www.reddit.com/personalization',
  cookies: [
    { name: '_rdt_uuid', party: 'first', duration: '90 days' },
    { name: '_rdt_cid', party: 'first' },
    { name: '_rdt_em', party: 'first' },
    { name: 'edgebucket', party: 'third', duration: '2 years' },
    { name: 'token_v2', party: 'third' },
    { name: 'loid', party: 'third' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'rdt reddit-ads reddit-pixel',
  globals: 'rdt',
  consent:
    "rdt('disableFirstPartyCookies' or 'enableFirstPartyCookies'): cookies only, so the gate stays; rdt('init', id, { dpm: 'LDU', dpcc: 'US' }) for a visitor in the US who has opted out",
  remark: 'A call that keeps it from sending once it runs is not known: the gate holds its requests.',
  sources: {
    hosts: '@nuxt/scripts (MIT)',
    cookies:
      'public snippets; Open Cookie Database (Apache-2.0): _rdt_uuid, edgebucket; https://www.flowconsent.com/en/services/cms/reddit: token_v2',
    loader: 'tarteaucitron.js (MIT); public snippets',
    consent:
      'c15t (Apache-2.0); public snippets; segmentio/action-destinations (MIT): dpm, dpcc. No public source has the form of dprc, the region: left out',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'Open Cookie Database (Apache-2.0); public snippets: optOut',
  },
};
