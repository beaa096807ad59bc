import { call, stub } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 's.pinimg.com/ct/ assets.pinterest.com/js/ ct.pinterest.com',
  cookies: '_pin_unauth _pinterest_* _derived_epik _epik',
  ids: 'tagId',
  stub: 'pintrk',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    tagId: [/^\d{10,16}$/, '2612345678901'],
  },
  load({ tagId }, { win, script, optedOut }) {
    const pintrk = stub(win, 'pintrk', {
      queue: 'queue',
      entry: (args) => Array.from(args),
      more: { version: '3.0' },
    });
    // State and country, of residence, stay out where they are not known; the region of a visit is not that.
    if (optedOut) pintrk('set', { opt_out_type: 'LDP' });
    pintrk('load', tagId);
    pintrk('setconsent', true);
    pintrk('page');
    return script('https://s.pinimg.com/ct/core.js');
  },
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, 'pintrk', 'setconsent', granted),
};

export const facts: VendorFacts = {
  name: 'Pinterest',
  company: 'Pinterest, Inc.',
  purpose: 'Measures conversions and builds audiences for Pinterest ads.',
  privacyPolicy: 'https://policy.pinterest.com/privacy-policy',
  optOut: 'https://www.pinterest.com/settings/privacy',
  cookies: [
    { name: '_pin_unauth', party: 'first', duration: '1 day' },
    { name: '_pinterest_ct_ua', party: 'first', duration: 'session' },
    { name: '_pinterest_ct_ua', party: 'third', duration: 'session' },
    { name: '_pinterest_ct', party: 'first', duration: '1 year' },
    { name: '_pinterest_ct_rt', party: 'first', duration: '1 year' },
    { name: '_derived_epik', party: 'first', duration: '1 year' },
    { name: '_epik', party: 'first', duration: '1 year' },
    { name: '_pinterest_sess', party: 'third', duration: 'session' },
    { name: '_pinterest_cm', party: 'third', duration: '347 days' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'pinterest-tag pintrk',
  globals: 'pintrk',
  consent:
    "pintrk('setconsent', true or false), the first after load and before page; pintrk('set', { opt_out_type: 'LDP' }) in front of every event for a visitor who has opted out under opt-out",
  remark:
    'Limited Data Processing asks for the state of residence too. The region of a visit does not tell it, so it is left out, as the page allows.',
  sources: {
    hosts: 'tarteaucitron.js (MIT), of the Save button too; public snippets: ct.pinterest.com',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'tarteaucitron.js (MIT); https://c15t.com/docs/integrations/pinterest-tag; public snippets',
    consent:
      'https://c15t.com/docs/integrations/pinterest-tag; https://developers.pinterest.com/docs/track-conversions/use-limited-data-processing-flag/: opt_out_type',
    shares:
      'https://developers.pinterest.com/docs/track-conversions/use-limited-data-processing-flag/: processor only for flagged visitors',
    links: 'public snippets',
  },
};
