import { loadGlobal } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'marketo.net mktoresp.com marketo.com',
  cookies: '_mkto_trk',
  shares: false,
  ids: 'munchkinId',
  stub: 'Munchkin',
};

export const loader: VendorLoader = {
  forms: {
    munchkinId: [/^\d{3}-[A-Z]{3}-\d{3}$/, '123-ABC-456'],
  },
  load({ munchkinId }, tools) {
    return loadGlobal(tools, 'Munchkin', 'https://munchkin.marketo.net/munchkin.js', 'init', munchkinId);
  },
};

export const facts: VendorFacts = {
  name: 'Marketo',
  company: 'Adobe Inc.',
  purpose: 'Ties visits to leads for marketing automation.',
  privacyPolicy: 'https://www.adobe.com/privacy/policy.html',
  cookies: [{ name: '_mkto_trk', party: 'first', purpose: 'Ties visits to a lead', duration: '729 days' }],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'adobe-marketo marketo-engage marketo-munchkin munchkin',
  globals: 'Munchkin',
  consent: 'none known',
  remark: 'A link with ?marketo_opt_out=true sets its own opt-out cookie; it is a page address, no call.',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader:
      'https://experienceleague.adobe.com/ja/docs/marketo-developer/marketo/javascriptapi/lead-tracking; public snippets',
    shares:
      'https://www.adobe.com/privacy/experience-cloud.html: Adobe names itself service provider and processor for Experience Cloud; what a site sends on to ad networks is another matter',
    links: 'tarteaucitron.js (MIT)',
  },
};
