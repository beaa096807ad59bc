import { loadGtag } from './google.ts';
import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Hosts: third-party-web (MIT) for doubleclick.net, 2mdn.net, googletagservices.com; gtag with a DC id: rudder-sdk-js
// (MIT) DCMFloodlight. Floodlight (fls), cookie matching (cm.g) and ad serving are subdomains of doubleclick.net.
export const core: VendorCore = {
  hosts: 'doubleclick.net 2mdn.net googletagservices.com googletagmanager.com/gtag/js?id=DC-',
  cookies: '_gcl_dc __gads __gpi __eoi FPGCLDC',
  ids: 'advertiserId',
};

export const loader: VendorLoader = {
  forms: { advertiserId: /^DC-\d{4,10}$/ },
  load({ advertiserId }, tools) {
    return loadGtag(advertiserId!, tools);
  },
};

// Cookies: Open Cookie Database (Apache-2.0), DoubleClick/Google Marketing and Google AdSense. Policy and opt-out:
// tarteaucitron.js services (MIT).
export const facts: VendorFacts = {
  name: 'DoubleClick',
  company: 'Google LLC',
  purpose: 'Serves ads, counts conversions (Floodlight) and matches cookies between ad exchanges.',
  privacyPolicy: 'https://policies.google.com/privacy',
  cookies: [
    { name: '_gcl_dc', party: 'first', duration: '3 months' },
    { name: '__gads', party: 'first' },
    { name: '__gpi', party: 'first', duration: '13 months' },
    { name: '__eoi', party: 'first', duration: '3 months' },
    { name: 'IDE', party: 'third', duration: '2 years' },
    { name: 'DSID', party: 'third', duration: '2 weeks' },
    { name: 'test_cookie', party: 'third' },
  ],
};
