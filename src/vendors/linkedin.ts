import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Hosts and loader: c15t/scripts (Apache-2.0) linkedin-insights.ts; @nuxt/scripts (MIT) registry; /px: recorded
// requests in public test files. Subdomains px4 and dc are covered by ads.linkedin.com.
export const core: VendorCore = {
  hosts: 'snap.licdn.com ads.linkedin.com linkedin.com/px',
  cookies: 'li_fat_id li_giant ln_or _guid',
  ids: 'partnerId',
};

export const loader: VendorLoader = {
  forms: { partnerId: /^\d{4,12}$/ },
  load({ partnerId }, { win, script }) {
    win._linkedin_partner_id = partnerId;
    ((win._linkedin_data_partner_ids as unknown[]) ||= []).push(partnerId);
    if (!win.lintrk) {
      // The vendor's stub keeps two arguments, command and data.
      const stub = (command: unknown, data: unknown) => stub.q.push([command, data]);
      stub.q = [] as unknown[];
      win.lintrk = stub;
    }
    return script('https://snap.licdn.com/li.lms-analytics/insight.min.js');
  },
};

// Cookies: Open Cookie Database (Apache-2.0), LinkedIn. Policy: the same; opt-out: the vendor's own page, not re-read.
export const facts: VendorFacts = {
  name: 'LinkedIn',
  company: 'LinkedIn Corporation (Microsoft)',
  purpose: 'Measures conversions and builds audiences for LinkedIn ads.',
  privacyPolicy: 'https://www.linkedin.com/legal/privacy-policy',
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
  ],
};
