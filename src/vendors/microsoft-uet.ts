import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Hosts and loader: c15t/scripts (Apache-2.0) microsoft-uet.ts; bat.bing.net and c.bing.com: public snippets.
export const core: VendorCore = {
  hosts: 'bat.bing.com bat.bing.net c.bing.com',
  cookies: '_uetsid _uetvid _uetmsclkid _uetsid_exp _uetvid_exp',
  ids: 'tagId',
};

export const loader: VendorLoader = {
  forms: { tagId: /^\d{5,12}$/ },
  load({ tagId }, { win, script }) {
    win.uetq ||= [];
    // The instance that replaces the queue exists only once bat.js has run.
    return script('https://bat.bing.com/bat.js').then(() => {
      const Uet = win.UET as new (options: object) => { push(command: string): void };
      const uet = new Uet({ ti: tagId, enableAutoSpaTracking: true, q: win.uetq });
      win.uetq = uet;
      uet.push('pageLoad');
    });
  },
};

// Cookies: Open Cookie Database (Apache-2.0), Bing / Microsoft. Policy: tarteaucitron.js services (MIT).
export const facts: VendorFacts = {
  name: 'Bing',
  company: 'Microsoft Corporation',
  purpose: 'Measures conversions and builds audiences for Microsoft ads.',
  privacyPolicy: 'https://privacy.microsoft.com/privacystatement',
  cookies: [
    { name: '_uetsid', party: 'first' },
    { name: '_uetvid', party: 'first', duration: '16 days' },
    { name: 'MUID', party: 'third', duration: '1 year' },
  ],
};
