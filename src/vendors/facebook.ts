import { call, stub } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'connect.facebook.net facebook.com/tr',
  cookies: '_fbp _fbc',
  storage: 'lastExternalReferrer*',
  ids: 'pixelId',
  stub: 'fbq',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^\d{6,20}$/, '123456789012345'],
  },
  load({ pixelId }, { win, script, optedOut }) {
    const fbq = stub(win, 'fbq', {
      queue: 'queue',
      handler: 'callMethod',
      more: { loaded: true, version: '2.0' },
    });
    const own = fbq as typeof fbq & { push: unknown };
    own.push ||= fbq;
    win._fbq ||= fbq;
    if (optedOut) fbq('dataProcessingOptions', ['LDU'], 0, 0);
    fbq('init', pixelId);
    fbq('track', 'PageView');
    return script('https://connect.facebook.net/en_US/fbevents.js');
  },
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, 'fbq', 'consent', granted ? 'grant' : 'revoke'),
};

export const facts: VendorFacts = {
  name: 'Facebook',
  company: 'Meta Platforms, Inc.',
  purpose: 'Measures conversions and builds audiences for Meta ads.',
  privacyPolicy: 'https://www.facebook.com/privacy/policy/',
  optOut: 'https://www.facebook.com/adpreferences/ad_settings',
  cookies: [
    { name: '_fbp', party: 'first', duration: '4 months' },
    { name: '_fbc', party: 'first', duration: '2 years' },
    { name: 'fr', party: 'third', duration: '90 days' },
    { name: 'datr', party: 'third', duration: '2 years' },
    { name: 'sb', party: 'third', duration: '2 years' },
    { name: 'c_user', party: 'third', duration: '90 days' },
    { name: 'xs', party: 'third', duration: '90 days' },
    { name: 'wd', party: 'third', duration: 'session' },
    { name: 'oo', party: 'third', duration: '5 years' },
    { name: 'usida', party: 'third', duration: 'session' },
    { name: 'presence', party: 'third', duration: 'session' },
    { name: 'dbln', party: 'third', duration: '2 years' },
    { name: 'locale', party: 'third', duration: '7 days' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'facebook-pixel fb fbq meta meta-pixel',
  globals: 'fbq _fbq',
  consent:
    "fbq('consent', 'revoke' or 'grant'); fbq('dataProcessingOptions', ['LDU'], 0, 0) before init for a visitor who has opted out under opt-out: Meta finds the state itself",
  remark: 'Of facebook.com only /tr is the pixel; connect.facebook.net brings the social widgets as well.',
  sources: {
    hosts: '@nuxt/scripts (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    storage: 'public snippets',
    loader: 'tarteaucitron.js (MIT); c15t (Apache-2.0); public snippets',
    consent:
      'c15t (Apache-2.0); https://developers.facebook.com/documentation/meta-pixel/implementation/data-processing-options: LDU',
    shares: 'vendor snapshot of August 2026 (secondary): joint controller for site events by its own terms',
    links: 'public snippets',
  },
};
