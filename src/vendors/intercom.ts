import { call, stub } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'intercom.io intercomcdn.com intercomassets.com intercom-messenger.com intercom-sheets.com',
  cookies: 'intercom-*',
  shares: false,
  ids: 'appId',
  stub: 'Intercom',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    appId: [/^[a-z0-9]{6,10}$/, 'abcd1234'],
  },
  load({ appId }, { win, script }) {
    const settings = (win.intercomSettings ||= {}) as Record<string, unknown>;
    settings.api_base ||= 'https://api-iam.intercom.io';
    settings.app_id = appId;
    stub(win, 'Intercom');
    return script('https://widget.intercom.io/widget/' + appId);
  },
};

export const consent: VendorConsent = {
  tell(win, { granted }, memory) {
    // What was not shut down boots by itself.
    if (granted) return !memory.shut || call(win, 'Intercom', 'boot', win.intercomSettings);
    return !!(memory.shut = call(win, 'Intercom', 'shutdown'));
  },
};

export const facts: VendorFacts = {
  name: 'Intercom',
  company: 'Intercom, Inc.',
  purpose: 'Shows a chat with the site’s staff.',
  privacyPolicy: 'https://www.intercom.com/legal/privacy',
  cookies: [
    { name: 'intercom-id-*', party: 'first', duration: '9 months' },
    { name: 'intercom-session-*', party: 'first', duration: '1 week' },
    { name: 'intercom-device-id-*', party: 'first', duration: '9 months' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'intercom-messenger',
  globals: 'Intercom intercomSettings',
  consent: "Intercom('shutdown'), Intercom('boot', intercomSettings)",
  sources: {
    hosts: 'public snippets; third-party-web (MIT): intercom.io, intercomcdn.com',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'tarteaucitron.js (MIT); @nuxt/scripts (MIT); public snippets',
    consent: '@intercom/messenger-js-sdk 0.0.20 (MIT); public snippets',
    shares: 'https://intercom.com/legal/subprocessors-list',
    links: 'tarteaucitron.js (MIT)',
  },
};
