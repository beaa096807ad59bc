import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'zoominfo.com zi-scripts.com clickagy.com',
  cookies: '_zitok',
  ids: 'projectKey',
};

export const loader: VendorLoader = {
  forms: {
    projectKey: [/^[0-9a-f]{20}$/, '0123456789abcdef0123'],
  },
  load({ projectKey }, { win, script }) {
    win.ZIProjectKey = projectKey;
    return script('https://js.zi-scripts.com/zi-tag.js');
  },
};

export const facts: VendorFacts = {
  name: 'ZoomInfo',
  company: 'ZoomInfo Technologies LLC',
  purpose: 'Finds out which companies visit the site.',
  privacyPolicy: 'https://www.zoominfo.com/legal/privacy-policy',
  optOut: 'https://www.zoominfo.com/update/remove',
  cookies: [{ name: '_zitok', party: 'first' }],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'websights zi zoominfo-websights',
  globals: 'ZIProjectKey zitag',
  consent: 'none known',
  sources: {
    hosts: 'public snippets; third-party-web (MIT): clickagy.com',
    cookies: 'public snippets',
    loader: 'public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
