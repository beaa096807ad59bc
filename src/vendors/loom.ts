import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'loom.com',
};

export const facts: VendorFacts = {
  name: 'Loom',
  company: 'Loom, Inc. (Atlassian)',
  purpose: 'Shows embedded video messages.',
  privacyPolicy: 'https://www.atlassian.com/legal/privacy-policy',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'loom-embed',
  only: 'An embed: its frame has a placeholder until the visitor lets it load.',
  consent: 'none known',
  sources: {
    hosts: 'public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
