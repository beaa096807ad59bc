import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'outbrain.com',
  cookies: 'outbrain_* dicbo_id unifiedPixel obuid',
  ids: 'marketerId',
  stub: 'obApi',
};

export const loader: VendorLoader = {
  forms: {
    marketerId: [/^[0-9a-f]{32,34}$/, '00abababababababababababababababab'],
  },
  load({ marketerId }, { win, script }) {
    const obApi = stub(win, 'obApi', {
      queue: 'queue',
      handler: 'dispatch',
      more: { version: '1.1', loaded: true, marketerId },
    });
    const loaded = script('https://amplify.outbrain.com/cp/obtp.js');
    obApi('track', 'PAGE_VIEW');
    return loaded;
  },
};

export const facts: VendorFacts = {
  name: 'Outbrain',
  company: 'Outbrain Inc. (Teads)',
  purpose: 'Shows content as ads and measures conversions.',
  privacyPolicy: 'https://www.outbrain.com/legal/privacy',
  optOut: 'https://my.outbrain.com/recommendations-settings/home',
  cookies: [
    { name: 'outbrain_dicbo_id', party: 'first', duration: '1 day' },
    { name: 'dicbo_id', party: 'first', duration: '1 day' },
    { name: 'unifiedPixel', party: 'first', duration: 'session' },
    { name: 'obuid', party: 'first', duration: '3 months' },
    { name: 'obuid', party: 'third', duration: '3 months' },
    { name: 'auid', party: 'third', duration: '90 days' },
    { name: 'recs', party: 'third', duration: '1 minute' },
    { name: 'apnxs', party: 'third', duration: '4 months' },
    { name: 'criteo', party: 'third', duration: '1 month' },
    { name: 'opout', party: 'third', duration: '1 year' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'outbrain-amplify',
  globals: 'obApi OB_ADV_ID',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT); public snippets: optOut',
  },
};
