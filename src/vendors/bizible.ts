import { call } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'bizible.com bizibly.com',
  cookies: '_biz_*',
  shares: false,
  tell: true,
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, 'Bizible.Push', 'Consent', granted),
};

export const facts: VendorFacts = {
  name: 'Bizible',
  company: 'Adobe Inc.',
  purpose: 'Tells which marketing brought a visitor (Adobe Marketo Measure).',
  privacyPolicy: 'https://www.adobe.com/privacy/policy.html',
  cookies: [
    { name: '_biz_uid', party: 'first', duration: '1 year' },
    { name: '_biz_nA', party: 'first', duration: '1 year' },
    { name: '_biz_flagsA', party: 'first', duration: '1 year' },
    { name: '_biz_pendingA', party: 'first', duration: '1 year' },
    { name: '_biz_ABTestA', party: 'first', duration: '1 year' },
    { name: '_biz_su', party: 'first', duration: '1 year' },
    { name: '_biz_EventA', party: 'first', duration: '1 year' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'adobe-marketo-measure marketo-measure',
  only: 'It has no account id: its own tag loads it.',
  consent: "Bizible.Push('Consent', true or false)",
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    consent:
      'public snippets; https://experienceleague.adobe.com/docs/bizible/using/security-and-compliance/compliance-related-resources/ensuring-consent-for-gdpr-in-bizible-js.html',
    shares:
      'https://www.adobe.com/privacy/experience-cloud.html: product of Adobe Experience Cloud; it joins ad clicks to leads',
    links: 'tarteaucitron.js (MIT)',
  },
};
