import { inFront, list, queued } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'taboola.com',
  cookies: 'taboola_* _tb_sess_r _tb_t_ppg tb_click_param abLdr abMbl',
  ids: 'accountId',
  stub: '_tfa[]',
};

export const loader: VendorLoader = {
  forms: {
    accountId: [/^\d{4,10}$/, '1234567'],
  },
  load({ accountId }, { win, script }) {
    const queue = list(win, '_tfa');
    if (!queued(queue).some(({ name }) => name === 'page_view'))
      inFront(queue, [{ notify: 'event', name: 'page_view', id: +accountId! }]);
    return script(`https://cdn.taboola.com/libtrc/unip/${accountId}/tfa.js`);
  },
};

export const facts: VendorFacts = {
  name: 'Taboola',
  company: 'Taboola, Inc.',
  purpose: 'Shows content as ads and measures conversions.',
  privacyPolicy: 'https://www.taboola.com/policies/privacy-policy',
  cookies: [
    { name: 'taboola_fp_td_user_id', party: 'first', duration: '1 year' },
    { name: 'taboola_session_id', party: 'first', duration: 'session' },
    { name: '_tb_sess_r', party: 'first', duration: '30 minutes' },
    { name: '_tb_t_ppg', party: 'first', duration: '30 minutes' },
    { name: 'tb_click_param', party: 'first', duration: '50 seconds' },
    { name: 'abLdr', party: 'first', duration: '3 hours' },
    { name: 'abMbl', party: 'first', duration: '3 hours' },
    { name: 'taboola_select', party: 'first', duration: '1 year' },
    { name: 't_gid', party: 'third', duration: '13 months' },
    { name: 't_pt_gid', party: 'third', duration: '1 year' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'taboola-pixel',
  globals: '_tfa',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'https://developers.taboola.com/pixel/docs/doc-javascript-setup; public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
