import type { VendorCore, VendorFacts } from './vendor.ts';

// Hosts: third-party-web (MIT) for stripe.network; tarteaucitron.js services (MIT) for js.stripe.com.
export const core: VendorCore = {
  hosts: 'stripe.com stripe.network',
  cookies: '__stripe_mid __stripe_sid',
};

// Cookies: Open Cookie Database (Apache-2.0), Stripe.
export const facts: VendorFacts = {
  name: 'Stripe',
  company: 'Stripe, Inc.',
  purpose: 'Takes payments and prevents fraud.',
  privacyPolicy: 'https://stripe.com/privacy',
  cookies: [
    { name: '__stripe_mid', party: 'first', purpose: 'Prevents fraud', duration: '1 year' },
    { name: '__stripe_sid', party: 'first', purpose: 'Prevents fraud', duration: '30 minutes' },
  ],
};
