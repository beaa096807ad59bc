import { call, loadGlobal } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'amplitude.com',
  cookies: 'AMP_* amp_* amplitude_*',
  shares: false,
  ids: 'apiKey',
  stub: 'amplitude',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    apiKey: [/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'],
  },
  load({ apiKey }, tools) {
    const options = { fetchRemoteConfig: true, autocapture: true };
    const src = `https://cdn.amplitude.com/script/${apiKey}.js`;
    return loadGlobal(tools, 'amplitude', src, 'init', apiKey, options);
  },
};

export const consent: VendorConsent = {
  tell: (win, { granted }) => call(win, 'amplitude.setOptOut', !granted),
};

export const facts: VendorFacts = {
  name: 'Amplitude',
  company: 'Amplitude, Inc.',
  purpose: 'Measures what visitors do in the product.',
  privacyPolicy: 'https://amplitude.com/privacy',
  cookies: [
    { name: 'AMP_*', party: 'first', duration: '1 year' },
    { name: 'AMP_MKTG_*', party: 'first', duration: '1 year' },
    { name: 'AMP_TEST', party: 'first', duration: '1 year' },
    { name: 'AMP_TLDTEST', party: 'first', duration: 'session' },
    { name: 'amplitude_id_*', party: 'first', duration: 'session' },
    { name: 'amplitude_cookie_test', party: 'first', duration: 'session' },
    { name: 'amplitude_test*', party: 'first', duration: 'session' },
    { name: 'amp_*', party: 'first' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'amplitude-analytics',
  globals: 'amplitude',
  consent: 'amplitude.setOptOut(true or false)',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: 'public snippets',
    consent: '@amplitude/analytics-browser 2.48.1 (MIT)',
    shares:
      'https://conductatlas.com/platform/amplitude/amplitude-privacy-notice/dual-controller-and-processor-role/: secondary source',
    links: 'Open Cookie Database (Apache-2.0)',
  },
};
