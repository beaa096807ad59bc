import { call } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'sentry.io sentry-cdn.com',
  storage: 'sentryReplaySession',
  shares: false,
  tell: true,
};

export const consent: VendorConsent = {
  // One way: what has been closed starts again with the next page.
  tell: (win, { granted }) => granted || call(win, 'Sentry.close'),
};

export const facts: VendorFacts = {
  name: 'Sentry',
  company: 'Functional Software, Inc.',
  purpose: 'Reports errors and slow pages; can record visits.',
  privacyPolicy: 'https://sentry.io/privacy/',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'sentry-io',
  globals: 'Sentry',
  only: 'The page’s own code starts it.',
  consent: 'Sentry.close() after a denial',
  sources: {
    hosts: 'third-party-web (MIT)',
    storage: 'public snippets',
    consent: 'public snippets',
    shares: 'vendor snapshot of August 2026 (secondary): secondary source; needs a separately executed DPA',
    links: 'public snippets',
  },
};
