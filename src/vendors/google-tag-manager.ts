import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Host: third-party-web (MIT); loader: c15t/scripts (Apache-2.0) google-tag-manager.ts. `shares` is false for the
// container alone (kelleydrye.com on Google's CCPA terms, secondary): what it loads meets the gate by its own host.
export const core: VendorCore = {
  hosts: 'googletagmanager.com',
  shares: false,
  ids: 'containerId',
};

export const loader: VendorLoader = {
  forms: { containerId: /^GTM-[A-Z0-9]{4,12}$/ },
  load({ containerId }, { win, script }) {
    const layer = (win.dataLayer = (win.dataLayer as unknown[]) || []) as unknown[];
    layer.push({ 'gtm.start': Date.now(), event: 'gtm.js' });
    return script('https://www.googletagmanager.com/gtm.js?id=' + containerId);
  },
};

// Policy: tarteaucitron.js services (MIT).
export const facts: VendorFacts = {
  name: 'Google Tag Manager',
  company: 'Google LLC',
  purpose: 'Loads the tags that the site has chosen in its container.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [],
};
