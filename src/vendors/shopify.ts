import { call } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'shopifysvc.com',
  cookies:
    '_y _s _shopify_y _shopify_s _shopify_sa_* _shopify_fs _shopify_ga _shopify_analytics _shopify_marketing _landing_page _orig_referrer',
  needs: 'shopify.com myshopify.com',
  tell: 'first',
};

export const consent: VendorConsent = {
  every: true,
  tell(win, { categories, optedOut }) {
    const tell = () =>
      call(
        win,
        'Shopify.customerPrivacy.setTrackingConsent',
        {
          analytics: categories.performance === true,
          marketing: categories.advertising === true,
          preferences: categories.marketing === true,
          sale_of_data: !optedOut && categories.advertising === true,
        },
        () => {},
      );
    return (
      tell() ||
      call(
        win,
        'Shopify.loadFeatures',
        [{ name: 'consent-tracking-api', version: '0.1' }],
        (error: unknown) => error || tell(),
      )
    );
  },
};

export const facts: VendorFacts = {
  name: 'Shopify',
  company: 'Shopify Inc.',
  purpose: 'Runs the shop; its own analytics measure how it is used.',
  privacyPolicy: 'https://www.shopify.com/legal/privacy',
  optOut: 'https://privacy.shopify.com/en',
  cookies: [
    { name: '_shopify_y', party: 'first', duration: '2 years' },
    { name: '_shopify_s', party: 'first', duration: '2 years' },
    { name: '_shopify_analytics', party: 'first', httpOnly: true },
    { name: '_shopify_marketing', party: 'first', httpOnly: true },
    { name: '_y', party: 'first', duration: '2 years' },
    { name: '_s', party: 'first', duration: '2 years' },
    { name: '_shopify_sa_p', party: 'first', duration: '30 minutes' },
    { name: '_shopify_sa_t', party: 'first', duration: '2 years' },
    { name: '_shopify_fs', party: 'first', duration: '2 years' },
    { name: '_shopify_ga', party: 'first', duration: 'session' },
    { name: '_landing_page', party: 'first', duration: '2 years' },
    { name: '_orig_referrer', party: 'first', duration: '2 years' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'shopify-analytics',
  only: 'The storefront itself prints its scripts.',
  consent: 'Shopify.customerPrivacy.setTrackingConsent({ analytics, marketing, preferences, sale_of_data })',
  remark:
    'Only its analytics are held: carts, the checkout, cdn.shopify.com, shopify.com and myshopify.com count as the site’s own once the file names it.',
  sources: {
    hosts:
      'third-party-web (MIT); https://shopify.dev/docs/api/storefront: a storefront asks {store}.myshopify.com',
    cookies:
      'Open Cookie Database (Apache-2.0); Shopify/hydrogen (MIT), its own tests of cookies: _shopify_analytics, _shopify_marketing, both HttpOnly',
    consent: 'public snippets; https://shopify.dev/docs/themes/consent-tracking-api',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
