import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'g2crowd.com tracking-api.g2.com',
  ids: 'productId',
  options: 'externalId',
};

export const loader: VendorLoader = {
  forms: {
    productId: [/^\d{1,12}$/, '1234'],
    externalId: [/^[\w.@:-]{1,128}$/, 'visitor-1'],
  },
  load({ productId, externalId = '' }, { win, script }) {
    return script(
      `https://tracking.g2crowd.com/attribution_tracking/conversions/${productId}.js?p=${encodeURI(win.location.href)}&e=${encodeURIComponent(externalId)}`,
    );
  },
};

export const facts: VendorFacts = {
  name: 'G2',
  company: 'G2.com, Inc.',
  purpose: 'Tells which visitors have read reviews of the product on G2.',
  privacyPolicy: 'https://legal.g2.com/privacy-policy',
  cookies: [],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'g2-crowd g2crowd',
  consent: 'none known',
  sources: {
    hosts: 'third-party-web (MIT); public snippets: tracking-api.g2.com',
    loader: 'public snippets',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
