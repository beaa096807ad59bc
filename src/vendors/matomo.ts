import { list } from './stubs.ts';
import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'matomo.cloud',
  cookies: '_pk_* mtm_consent mtm_cookie_consent matomo_sessid MATOMO_SESSID',
  shares: false,
  ids: 'matomoUrl siteId',
  options: 'cloudId',
  stub: '_paq[]',
};

export const loader: VendorLoader = {
  forms: {
    matomoUrl: [/^(?:https?:)?\/\/[^/]+(?:\/(?:.*\/)?)?$/, 'https://stats.example.com/'],
    siteId: [/^\d{1,8}$/, '1'],
    cloudId: [/^[a-z0-9-]+\.matomo\.cloud$/, 'example.matomo.cloud'],
  },
  load({ matomoUrl, siteId, cloudId }, { win, script }) {
    const url = matomoUrl!.replace(/\/?$/, '/');
    list(win, '_paq').push(
      ['trackPageView'],
      ['enableLinkTracking'],
      ['setTrackerUrl', url + 'matomo.php'],
      ['setSiteId', siteId],
    );
    return script(cloudId ? `https://cdn.matomo.cloud/${cloudId}/matomo.js` : url + 'matomo.js');
  },
};

export const facts: VendorFacts = {
  name: 'Matomo',
  company: 'InnoCraft Ltd / self-hosted',
  purpose: 'Measures how the site is used.',
  privacyPolicy: 'https://matomo.org/privacy-policy/',
  cookies: [
    { name: '_pk_id*', party: 'first', duration: '13 months' },
    { name: '_pk_ses*', party: 'first', duration: '30 minutes' },
    { name: '_pk_ref*', party: 'first', duration: '6 months' },
    { name: '_pk_cvar*', party: 'first', duration: '3 years' },
    { name: '_pk_hsr*', party: 'first', duration: '30 minutes' },
    { name: '_pk_testcookie*', party: 'first', duration: 'session' },
    { name: '_pk_uid', party: 'first' },
    { name: 'mtm_consent', party: 'first' },
    { name: 'mtm_cookie_consent', party: 'first' },
    { name: 'matomo_sessid', party: 'first', duration: '14 days' },
    { name: 'MATOMO_SESSID', party: 'first' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'matomo-analytics matomo-cloud piwik',
  globals: '_paq Matomo Piwik _mtm',
  consent:
    "_paq.push(['requireConsent']) before the first command, then ['setConsentGiven'], ['forgetConsentGiven']",
  remark: 'On a server of the site’s own, the file lists its address under "hosts".',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0); tarteaucitron.js (MIT): _pk_uid',
    loader: '@nuxt/scripts (MIT); tarteaucitron.js (MIT)',
    consent:
      '@nuxt/scripts (MIT); tarteaucitron.js (MIT); c15t (Apache-2.0); matomo-org/matomo, js/piwik.js: what it reads first of its queue',
    shares: 'https://matomo.org/matomo-cloud-dpa/: cloud; self-hosted is the site itself',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
