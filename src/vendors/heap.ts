import { call, list, methods } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'heapanalytics.com heap-api.com',
  cookies: '_hp2_*',
  ids: 'envId',
  stub: 'heap',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    envId: [/^\d{5,12}$/, '1234567890'],
  },
  load({ envId }, { win, script }) {
    const ready = list(win, 'heapReadyCb');
    const heap = methods(
      win,
      'heap',
      'addEventProperties addUserProperties clearEventProperties identify resetIdentity removeEventProperty setEventProperties track unsetEventProperty',
      (name, args) => ({ name, fn: () => call(win, 'heap.' + name, ...args) }),
      ready,
    );
    Object.assign(heap, { envId, appid: envId, clientConfig: { shouldFetchServerConfig: false } });
    return script(`https://cdn.us.heap-api.com/config/${envId}/heap_config.js`);
  },
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, granted ? 'heap.startTracking' : 'heap.stopTracking'),
};

export const facts: VendorFacts = {
  name: 'Heap',
  company: 'Heap Inc. (Contentsquare)',
  purpose: 'Measures what visitors do in the product.',
  privacyPolicy: 'https://heap.io/privacy',
  cookies: [
    { name: '_hp2_id.*', party: 'first' },
    { name: '_hp2_ses_props.*', party: 'first' },
    { name: '_hp2_id', party: 'first', duration: '14 months' },
    { name: '_hp2_ses_props', party: 'first', duration: '14 months' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'heap-analytics heap-io',
  globals: 'heap',
  consent: 'heap.stopTracking(), heap.startTracking()',
  sources: {
    hosts: 'segmentio/action-destinations (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'public snippets',
    consent: 'c15t (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
