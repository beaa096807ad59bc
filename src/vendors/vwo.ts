import { call } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'visualwebsiteoptimizer.com wingify.com',
  cookies: '_vwo_uuid* _vwo_s* _vwo_d* _vwo_r* _vis_opt_s _vis_opt_t* _vis_opt_e*',
  shares: false,
  tell: true,
};

export const consent: VendorConsent = {
  // 1 accepted, 3 refused.
  tell: (win, { granted }) => call(win, 'VWO.init', granted ? 1 : 3),
};

export const facts: VendorFacts = {
  name: 'VWO',
  company: 'Wingify Software Pvt. Ltd.',
  purpose: 'Shows visitors different versions of a page and compares them; records visits.',
  privacyPolicy: 'https://vwo.com/privacy-policy/',
  optOut: 'https://vwo.com/opt-out/',
  cookies: [
    { name: '_vwo_uuid', party: 'first', duration: '1 year' },
    { name: '_vwo_uuid_v2', party: 'first', duration: '1 year' },
    { name: '_vis_opt_s', party: 'first', duration: '100 days' },
    { name: '_vis_opt_test_cookie', party: 'first', duration: '100 days' },
    { name: '_vis_opt_exp_*', party: 'first', duration: '100 days' },
    { name: '_vwo_sn', party: 'first', duration: '1 day' },
    { name: '_vwo_ds', party: 'first', duration: '2 months' },
    { name: '_vwo_referrer', party: 'first', duration: 'session' },
    { name: '_vwo_ssm', party: 'third', duration: '10 years' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'visual-website-optimizer wingify',
  globals: 'VWO _vwo_code _vis_opt_queue',
  only: 'Its script is meant to run before the page is drawn: the page’s own tag loads it.',
  consent: 'VWO.init(3) refused, VWO.init(1) accepted',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    consent: 'public snippets',
    shares:
      'https://pdfslide.net/documents/non-legalese-simple-english-summary-a-downloads-a-legal-a-data-protection-.html; https://vwo.com/compliance/subprocessors/',
    links: 'Open Cookie Database (Apache-2.0); public snippets: optOut',
  },
};
