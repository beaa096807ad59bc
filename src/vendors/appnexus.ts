import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'adnxs.com adnxs-simple.com',
  ids: 'pixelId',
  stub: 'pixie',
};

export const loader: VendorLoader = {
  forms: {
    pixelId: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '00000000-0000-4000-8000-000000000000'],
  },
  load({ pixelId }, { win, script }) {
    const pixie = stub(win, 'pixie', {
      queue: 'actionQueue',
      entry: ([action, actionValue, params]) => ({ action, actionValue, params }),
    });
    pixie('init', pixelId);
    pixie('event', 'PageView');
    return script('https://acdn.adnxs.com/dmp/up/pixie.js');
  },
};

export const facts: VendorFacts = {
  name: 'AppNexus',
  company: 'Microsoft Corporation',
  purpose:
    'Sells and buys ad space in auctions and matches visitors between ad exchanges (Xandr, Microsoft Monetize).',
  privacyPolicy: 'https://about.ads.microsoft.com/en-us/solutions/xandr/platform-privacy-policy',
  optOut: 'https://ib.adnxs.com/optout',
  cookies: [
    { name: 'uuid2', party: 'third', duration: '90 days' },
    { name: 'anj', party: 'third', duration: '90 days' },
    { name: 'icu', party: 'third', duration: '90 days' },
    { name: 'sess', party: 'third', duration: 'session' },
    { name: 'usersync', party: 'third', duration: '90 days' },
    { name: 'token', party: 'third', duration: '1 day' },
    { name: 'uids', party: 'third', duration: '120 days' },
    { name: 'XANDR_PANID', party: 'third', duration: '400 days' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'adnxs microsoft-monetize xandr',
  globals: 'pixie',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT); prebid.js 11.36.0 (Apache-2.0): adnxs-simple.com',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'tarteaucitron.js (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'Open Cookie Database (Apache-2.0); public snippets: optOut',
  },
};
