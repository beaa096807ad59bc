import type { VendorAbout, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'adscale.de',
};

export const facts: VendorFacts = {
  name: 'AdScale',
  company: 'Ströer SSP GmbH',
  purpose: 'Sells ad space of sites in auctions (Ströer).',
  cookies: [
    { name: 'uu', party: 'third', duration: '1 year' },
    { name: 'cct', party: 'third', duration: 'session' },
    { name: 'tu', party: 'third', duration: '29 days' },
  ],
};

export const about: VendorAbout = {
  category: 'advertising',
  aliases: 'stroeer stroeer-ssp',
  globals: 'adscale_slot_id',
  only: 'Its old tag writes into the page where it stands and cannot be loaded late; today it comes through ad wrappers.',
  consent: 'none known',
  remark: 'adscale.com is another company.',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
  },
};
