import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'plausible.io',
  shares: false,
  ids: 'scriptId',
  stub: 'plausible',
};

export const loader: VendorLoader = {
  forms: {
    scriptId: [/^[A-Za-z0-9_-]{16,32}$/, 'abcdefghijklmnopqrstu'],
  },
  load({ scriptId }, { win, script }) {
    const more = { o: {}, init: (options = {}) => Object.assign(plausible, { o: options }) };
    const plausible = stub(win, 'plausible', { entry: (args) => Array.from(args), more });
    return script(`https://plausible.io/js/pa-${scriptId}.js`);
  },
};

export const facts: VendorFacts = {
  name: 'Plausible',
  company: 'Plausible Insights OÜ',
  purpose: 'Counts visits, without cookies.',
  privacyPolicy: 'https://plausible.io/privacy',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'plausible-analytics',
  globals: 'plausible',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    loader: '@nuxt/scripts (MIT); c15t (Apache-2.0)',
    shares: 'https://plausible.io/dpa; vendor snapshot of August 2026 (secondary)',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
