import { methods } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'adroll.com',
  cookies: '__adroll_fpc __ar_v4',
  ids: 'advId pixId',
  stub: 'adroll',
};

export const loader: VendorLoader = {
  forms: {
    advId: [/^[A-Z0-9]{22}$/, 'AAAAAAAAAAAAAAAAAAAAAA'],
    pixId: [/^[A-Z0-9]{22}$/, 'BBBBBBBBBBBBBBBBBBBBBB'],
  },
  load({ advId, pixId }, { win, script }) {
    Object.assign(win, {
      adroll_adv_id: advId,
      adroll_pix_id: pixId,
      adroll_version: '2.0',
      __adroll_loaded: true,
    });
    const names = 'setProperties identify track';
    const adroll = methods(win, 'adroll', names, (name, args) => [name, args]);
    Object.assign(adroll, { f: names.split(' ') });
    const loaded = script('https://s.adroll.com/j/' + advId + '/roundtrip.js');
    adroll.track!('pageView');
    return loaded;
  },
};

export const facts: VendorFacts = {
  name: 'AdRoll',
  company: 'NextRoll, Inc.',
  purpose: 'Shows ads to people who have been on the site before.',
  privacyPolicy: 'https://www.nextroll.com/privacy',
  optOut: 'https://app.adroll.com/optout/personalized',
  cookies: [
    { name: '__adroll_fpc', party: 'first' },
    { name: '__ar_v4', party: 'first' },
    { name: '__adroll', party: 'third' },
    { name: '__adroll_shared', party: 'third' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'nextroll',
  globals: 'adroll __adroll',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'public snippets',
    loader: 'public snippets; segmentio/analytics.js-integrations (MIT)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
