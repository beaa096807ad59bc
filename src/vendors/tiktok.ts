import { call, methods } from './stubs.ts';
import type {
  LoaderTools,
  VendorAbout,
  VendorConsent,
  VendorCore,
  VendorFacts,
  VendorLoader,
} from './vendor.ts';

export const core: VendorCore = {
  hosts: 'analytics.tiktok.com analytics.us.tiktok.com business-api.tiktok.com ads.tiktok.com',
  cookies: '_ttp _tt_enable_cookie ttcsid ttcsid_* ttclid',
  storage: 'tt_appInfo tt_sessionId tt_pixel_session_index',
  ids: 'pixelId',
  stub: 'ttq',
  tell: true,
};

const METHODS =
  'page track identify instances debug on off once ready alias group enableCookie disableCookie holdConsent revokeConsent grantConsent';

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^[A-Z0-9]{16,24}$/, 'C0ABCDEFGHIJKLMNOPQR'],
  },
  load({ pixelId }, { win, script }) {
    win.TiktokAnalyticsObject = 'ttq';
    const ttq = methods(win, 'ttq', METHODS);
    const url = 'https://analytics.tiktok.com/i18n/pixel/events.js';
    const pixels: Record<string, unknown[]> = { [pixelId!]: Object.assign([], { _u: url }) };
    Object.assign(ttq, {
      instance: (id: string) => methods({ [id]: pixels[id] } as LoaderTools['win'], id, METHODS),
      _i: pixels,
      _t: { [pixelId!]: Date.now() },
      _o: { [pixelId!]: {} },
    });
    const loaded = script(`${url}?sdkid=${pixelId}&lib=ttq`);
    ttq.page!();
    return loaded;
  },
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, granted ? 'ttq.grantConsent' : 'ttq.revokeConsent'),
};

export const facts: VendorFacts = {
  name: 'TikTok',
  company: 'TikTok / ByteDance Ltd.',
  purpose: 'Measures conversions and builds audiences for TikTok ads.',
  privacyPolicy: 'https://www.tiktok.com/legal/privacy-policy',
  cookies: [
    { name: '_ttp', party: 'first', duration: '389 days' },
    { name: '_ttp', party: 'third', duration: '389 days' },
    { name: '_tt_enable_cookie', party: 'first', duration: '389 days' },
    { name: 'ttcsid', party: 'first', duration: '1 year' },
    { name: 'ttcsid_*', party: 'first', duration: '1 year' },
    { name: 'ttclid', party: 'first' },
    { name: 'ttwid', party: 'third', duration: '1 year' },
    { name: 'msToken', party: 'third', duration: '9 days' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'tiktok-ads tiktok-pixel ttq',
  globals: 'ttq TiktokAnalyticsObject',
  consent: 'ttq.revokeConsent(), ttq.grantConsent()',
  sources: {
    hosts: '@nuxt/scripts (MIT)',
    cookies:
      'Open Cookie Database (Apache-2.0); https://cookiebeam.com/guides/tiktok-pixel-events-api-consent-2026: ttclid',
    storage: 'public snippets',
    loader: '@nuxt/scripts (MIT); public snippets',
    consent: '@nuxt/scripts (MIT)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
