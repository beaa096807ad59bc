import { inFront, list, queued } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'criteo.com criteo.net',
  cookies: 'cto_bundle cto_tld_test cto_dna_bundle cto_lwid',
  ids: 'accountId siteType',
  stub: 'criteo_q[]',
};

export const loader: VendorLoader = {
  forms: {
    accountId: [/^\d{2,8}$/, '12345'],
    siteType: [/^[dmt]$/, 'd'],
  },
  load({ accountId, siteType }, { win, script }) {
    const queue = list(win, 'criteo_q');
    // The page may say itself what it shows.
    const said = queued(queue).some(({ event }) => /^(?:view|track)/.test(event as string));
    inFront(queue, [
      { event: 'setAccount', account: accountId },
      { event: 'setSiteType', type: siteType },
    ]);
    if (!said) queue.push({ event: 'viewHome' });
    return script('https://dynamic.criteo.com/js/ld/ld.js?a=' + accountId);
  },
};

export const facts: VendorFacts = {
  name: 'Criteo',
  company: 'Criteo SA',
  purpose: 'Shows ads for what a visitor has looked at.',
  privacyPolicy: 'https://www.criteo.com/privacy/',
  optOut: 'https://www.criteo.com/privacy/disable-criteo-services-on-internet-browsers/',
  cookies: [
    { name: 'cto_bundle', party: 'first' },
    { name: 'cto_bundle', party: 'third' },
    { name: 'cto_tld_test', party: 'first' },
    { name: 'cto_dna_bundle', party: 'first' },
    { name: 'cto_lwid', party: 'first' },
    { name: 'uid', party: 'third' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'criteo-onetag onetag',
  globals: 'Criteo',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'public snippets',
    loader: 'segmentio/analytics.js-integrations (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT); public snippets: optOut',
  },
};
