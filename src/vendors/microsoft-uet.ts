import { list } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'bat.bing.com bat.bing.net c.bing.com clarity.ms/tag/uet/',
  cookies: '_uet*',
  ids: 'tagId',
  stub: 'uetq[]',
};

export const loader: VendorLoader = {
  forms: {
    tagId: [/^\d{5,12}$/, '12345678'],
  },
  load({ tagId }, { win, script }) {
    list(win, 'uetq');
    // The instance that replaces the queue exists only once bat.js has run.
    return script('https://bat.bing.com/bat.js').then(() => {
      const Uet = win.UET as new (options: object) => { push(command: string): void };
      const uet = new Uet({ ti: tagId, enableAutoSpaTracking: true, q: win.uetq });
      win.uetq = uet;
      uet.push('pageLoad');
    });
  },
};

export const facts: VendorFacts = {
  name: 'Bing',
  company: 'Microsoft Corporation',
  purpose: 'Measures conversions and builds audiences for Microsoft ads.',
  privacyPolicy: 'https://privacy.microsoft.com/privacystatement',
  optOut: 'https://account.microsoft.com/privacy/ad-settings',
  cookies: [
    { name: '_uetsid', party: 'first', duration: '30 minutes' },
    { name: '_uetvid', party: 'first', duration: '16 days' },
    { name: '_uetmsclkid', party: 'first' },
    { name: '_uetsid_exp', party: 'first' },
    { name: '_uetvid_exp', party: 'first' },
    { name: 'MUID', party: 'third', duration: '1 year' },
    { name: 'MUIDB', party: 'third', duration: '1 year' },
    { name: 'MR', party: 'third', duration: '6 months' },
    { name: 'SRM_B', party: 'third', duration: '1 year' },
    { name: 'MSPTC', party: 'third', duration: '1 year' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'bing bing-ads bing-uet microsoft-ads microsoft-advertising uet',
  globals: 'uetq UET',
  consent:
    "uetq.push('consent', 'default' or 'update', { ad_storage }), before the first command and at each change",
  remark: 'bat.js can load Clarity from clarity.ms/tag/uet/: held unless both are granted.',
  sources: {
    hosts: 'public snippets; tarteaucitron.js (MIT): bat.bing.com',
    cookies: 'Open Cookie Database (Apache-2.0); public snippets: _uetmsclkid, _uetsid_exp, _uetvid_exp',
    loader: '@nuxt/scripts (MIT); public snippets',
    consent: 'c15t (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'tarteaucitron.js (MIT); public snippets: optOut',
  },
};
