import type { VendorAbout, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'stripe.com stripe.network stripecdn.com',
  cookies: '__stripe_mid __stripe_sid',
  ids: 'publishableKey',
};

export const loader: VendorLoader = {
  forms: {
    publishableKey: [/^pk_(?:test|live)_\w{8,}$/, 'pk_test_abcdefgh12345678'],
  },
  load(_ids, { script, optedOut }) {
    // The page's own code calls Stripe(publishableKey).
    return script('https://js.stripe.com/v3/' + (optedOut ? '?advancedFraudSignals=false' : ''));
  },
};

export const facts: VendorFacts = {
  name: 'Stripe',
  company: 'Stripe, Inc.',
  purpose: 'Takes payments and prevents fraud.',
  privacyPolicy: 'https://stripe.com/privacy',
  cookies: [
    { name: '__stripe_mid', party: 'first', purpose: 'Prevents fraud', duration: '1 year' },
    { name: '__stripe_sid', party: 'first', purpose: 'Prevents fraud', duration: '30 minutes' },
    { name: 'm', party: 'third', duration: '10 years' },
  ],
};

export const about: VendorAbout = {
  category: 'required',
  aliases: 'stripe-js',
  globals: 'Stripe',
  consent: 'advancedFraudSignals=false where Heed loads it for a visitor who has opted out',
  remark:
    'Necessary where a page takes payment; on other pages its signals against fraud are a choice of the site.',
  sources: {
    hosts: 'public snippets; third-party-web (MIT): stripe.network',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: '@stripe/stripe-js 10.2.1 (MIT); public snippets',
    consent: '@stripe/stripe-js 10.2.1 (MIT)',
    shares:
      'vendor snapshot of August 2026 (secondary): processor for payments, controller for fraud signals; the default category required is granted all the same',
    links: 'public snippets',
  },
};
