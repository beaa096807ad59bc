import { list, stub } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'snap.licdn.com ads.linkedin.com linkedin.com/px cdn.linkedin.oribi.io',
  cookies: 'li_fat_id li_giant ln_or _guid',
  storage: 'li_adsId',
  ids: 'partnerId',
  stub: 'lintrk',
};

export const loader: VendorLoader = {
  forms: {
    partnerId: [/^\d{4,12}$/, '1234567'],
  },
  load({ partnerId }, { win, script }) {
    win._linkedin_partner_id = partnerId;
    list(win, '_linkedin_data_partner_ids').push(partnerId);
    // The vendor's stub keeps two arguments, command and data.
    stub(win, 'lintrk', { entry: ([command, data]) => [command, data] });
    return script('https://snap.licdn.com/li.lms-analytics/insight.min.js');
  },
};

export const facts: VendorFacts = {
  name: 'LinkedIn',
  company: 'LinkedIn Corporation (Microsoft)',
  purpose: 'Measures conversions and builds audiences for LinkedIn ads.',
  privacyPolicy: 'https://www.linkedin.com/legal/privacy-policy',
  optOut: 'https://www.linkedin.com/psettings/guest-controls/retargeting-opt-out',
  cookies: [
    { name: 'li_fat_id', party: 'first', duration: '30 days' },
    { name: 'li_giant', party: 'first', duration: '7 days' },
    { name: 'ln_or', party: 'first', duration: '1 day' },
    { name: '_guid', party: 'first', duration: '90 days' },
    { name: 'bcookie', party: 'third', duration: '1 year' },
    { name: 'bscookie', party: 'third', duration: '1 year' },
    { name: 'lidc', party: 'third', duration: '1 day' },
    { name: 'UserMatchHistory', party: 'third', duration: 'session' },
    { name: 'AnalyticsSyncHistory', party: 'third', duration: '30 days' },
    { name: 'li_gc', party: 'third', duration: '2 years' },
    { name: 'li_sugr', party: 'third', duration: '90 days' },
    { name: 'lms_ads', party: 'third', duration: '30 days' },
    { name: 'lms_analytics', party: 'third', duration: '30 days' },
    { name: 'li_mc', party: 'third', duration: '6 months' },
    { name: 'lang', party: 'third', duration: 'session' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'insight-tag linkedin-ads linkedin-insight linkedin-insight-tag lintrk',
  globals: 'lintrk _linkedin_data_partner_ids _linkedin_partner_id',
  consent: 'none known',
  sources: {
    hosts:
      '@nuxt/scripts (MIT); public snippets: cdn.linkedin.oribi.io; recorded requests in public test files: linkedin.com/px',
    cookies: 'Open Cookie Database (Apache-2.0)',
    storage: 'public snippets',
    loader: '@nuxt/scripts (MIT); public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'Open Cookie Database (Apache-2.0); public snippets: optOut',
  },
};
