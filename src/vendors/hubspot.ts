import { inFront, list } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts:
    'hs-scripts.com hs-analytics.net hscollectedforms.net hsforms.net hsforms.com hs-banner.com hsadspixel.net usemessages.com hsleadflows.net hsappstatic.net hubspot.com hubapi.com',
  cookies:
    '__hstc hubspotutk __hssc __hssrc messagesUtk hs-messages-* __hsmem hs_ab_test hs_langswitcher_choice',
  ids: 'portalId',
  options: 'region',
  stub: '_hsq[]',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    portalId: [/^\d{4,12}$/, '1234567'],
    region: [/^(?:na1|na2|eu1|ap1)$/, 'eu1'],
  },
  load({ portalId, region }, { win, script }) {
    list(win, '_hsq');
    const part = region && region !== 'na1' ? '-' + region : '';
    return script(`https://js${part}.hs-scripts.com/${portalId}.js`);
  },
};

export const consent: VendorConsent = {
  // Leaves a lasting cookie of its own, __hs_do_not_track.
  lasts: true,
  tell(win, { granted }, memory) {
    const queue = win._hsq as unknown[] | undefined;
    if (!queue) return false;
    const words = Number(memory.words || 0);
    memory.words = words + 1;
    inFront(queue, [granted ? ['doNotTrack', { track: true }] : ['doNotTrack']], words);
    return true;
  },
};

export const facts: VendorFacts = {
  name: 'HubSpot',
  company: 'HubSpot, Inc.',
  purpose: 'Ties visits to contacts; brings forms, chat and ads.',
  privacyPolicy: 'https://legal.hubspot.com/privacy-policy',
  cookies: [
    { name: '__hstc', party: 'first', duration: '13 months' },
    { name: 'hubspotutk', party: 'first', duration: '13 months' },
    { name: '__hssc', party: 'first', duration: '30 minutes' },
    { name: '__hssrc', party: 'first', duration: 'session' },
    { name: 'messagesUtk', party: 'first', duration: '13 months' },
    { name: 'hs-messages-is-open', party: 'first', duration: '30 minutes' },
    { name: 'hs-messages-hide-welcome-message', party: 'first', duration: '1 day' },
    { name: '__hsmem', party: 'first', duration: '1 year' },
    { name: 'hs_langswitcher_choice', party: 'first', duration: '2 years' },
    { name: 'hs_ab_test', party: 'first', duration: 'session' },
    { name: '__cf_bm', party: 'third' },
    { name: '_cfuvid', party: 'third', duration: 'session' },
  ],
};

export const about: VendorAbout = {
  category: 'marketing',
  aliases: 'hs hubspot-tracking',
  globals: '_hsq hbspt',
  consent: "_hsq.push(['doNotTrack']), _hsq.push(['doNotTrack', { track: true }])",
  remark: 'It can bring pixels of others: each meets the gate by its own host.',
  sources: {
    hosts:
      'https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated: hsforms.com; public snippets; segmentio/analytics.js-integrations (MIT): hs-analytics.net, hsforms.net; third-party-web (MIT): hs-scripts.com',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'segmentio/action-destinations (MIT); segmentio/analytics.js-integrations (MIT); public snippets',
    consent:
      'https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code/do-not-track; public snippets; https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code/revoke-cookie-consent; https://developers.hubspot.com/docs/api/events/cookie-banner',
    shares:
      'https://legal.hubspot.com/dpa: each party is a controller where intent data sharing or enrichment is on; a site that has them off may write false',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
