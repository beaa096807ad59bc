import { stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'clarity.ms clarity.ms/tag/uet/ c.bing.com',
  cookies: '_clck _clsk',
  ids: 'projectId',
  stub: 'clarity',
};

export const loader: VendorLoader = {
  forms: {
    projectId: [/^[a-z0-9]{8,12}$/, 'abcdef1234'],
  },
  load({ projectId }, { win, script }) {
    stub(win, 'clarity');
    return script('https://www.clarity.ms/tag/' + projectId);
  },
};

export const facts: VendorFacts = {
  name: 'Microsoft Clarity',
  company: 'Microsoft Corporation',
  purpose: 'Records visits to replay them, and draws heat maps.',
  privacyPolicy: 'https://privacy.microsoft.com/privacystatement',
  cookies: [
    { name: '_clck', party: 'first', duration: '1 year' },
    { name: '_clsk', party: 'first', duration: 'session' },
    { name: 'CLID', party: 'third', duration: '1 year' },
    { name: 'MUID', party: 'third', duration: '1 year' },
    { name: 'ANONCHK', party: 'third', duration: '10 minutes' },
    { name: 'SM', party: 'third', duration: 'session' },
    { name: 'MR', party: 'third', duration: '6 months' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'clarity microsoft',
  globals: 'clarity',
  consent:
    "clarity('consentv2', { ad_Storage, analytics_Storage }), before the first command and at each change; ad_Storage needs the category advertising as well, where the file has one",
  sources: {
    hosts:
      'third-party-web (MIT); public snippets: c.bing.com; recorded requests in public test files: clarity.ms/tag/uet/',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader:
      'tarteaucitron.js (MIT); https://learn.microsoft.com/en-au/clarity/clarity-consent-api-v2; recorded requests in public test files',
    consent:
      'https://learn.microsoft.com/en-au/clarity/clarity-consent-api-v2; https://learn.microsoft.com/en-us/clarity/setup-and-installation/cmp-integration-guide: the two states are independent; public snippets; https://learn.microsoft.com/en-sg/clarity/setup-and-installation/clarity-consent-api-v1; c15t (Apache-2.0)',
    shares:
      'https://jlsw.pl/en/news/clarity-or-chaos-legal-challenges-of-using-microsoft-clarity: secondary source: Microsoft is an independent controller by the Clarity terms',
    links: 'tarteaucitron.js (MIT)',
  },
};
