import { queueNamed } from './google.ts';
import { list } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'googletagmanager.com',
  shares: false,
  ids: 'containerId',
  options: 'auth preview dataLayer',
};

export const loader: VendorLoader = {
  forms: {
    containerId: [/^GTM-[A-Z0-9]{4,12}$/, 'GTM-ABC1234'],
    auth: [/^[\w-]+$/, 'abc123'],
    preview: [/^env-\d+$/, 'env-2'],
    dataLayer: [/^[A-Za-z_]\w*$/, 'dataLayer'],
  },
  load({ containerId, auth, preview, dataLayer = 'dataLayer' }, { win, script }) {
    list(win, dataLayer).push({ 'gtm.start': Date.now(), event: 'gtm.js' });
    const environment = auth && preview ? `&gtm_auth=${auth}&gtm_preview=${preview}` : '';
    return script(
      'https://www.googletagmanager.com/gtm.js?id=' + containerId + environment + queueNamed(dataLayer),
    );
  },
};

export const facts: VendorFacts = {
  name: 'Google Tag Manager',
  company: 'Google LLC',
  purpose: 'Loads the tags that the site has chosen in its container.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'gtm tag-manager',
  globals: 'dataLayer google_tag_manager',
  consent:
    "Google Consent Mode v2: default before any command, update at each change; then dataLayer.push({ event: 'heed_consent', heed: { category: true or false } }), a convention of this project",
  remark: 'What the container loads meets the gate by its own host.',
  sources: {
    hosts: 'third-party-web (MIT)',
    loader: '@nuxt/scripts (MIT); public snippets',
    consent: '@nuxt/scripts (MIT); public snippets',
    shares:
      'https://www.kelleydrye.com/viewpoints/blogs/ad-law-access/with-july-1st-in-view-google-updates-ccpa-contract-terms; vendor snapshot of August 2026 (secondary): the container itself; what it loads meets the gate by its own host',
    links: 'tarteaucitron.js (MIT)',
  },
};
