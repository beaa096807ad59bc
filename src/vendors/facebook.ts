import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Hosts: c15t/scripts (Apache-2.0) meta-pixel.ts; @nuxt/scripts (MIT). facebook.com itself serves social widgets too:
// only /tr is the pixel.
export const core: VendorCore = {
  hosts: 'connect.facebook.net facebook.com/tr',
  cookies: '_fbp _fbc',
  ids: 'pixelId',
};

export const loader: VendorLoader = {
  forms: { pixelId: /^\d{6,20}$/ },
  load({ pixelId }, { win, script }) {
    if (!win.fbq) {
      interface Stub {
        (...command: unknown[]): void;
        callMethod?: (...command: unknown[]) => void;
        queue: unknown[];
        push: Stub;
        loaded: boolean;
        version: string;
      }
      const stub = function () {
        if (stub.callMethod) stub.callMethod.apply(stub, arguments as unknown as unknown[]);
        else stub.queue.push(arguments);
      } as unknown as Stub;
      stub.queue = [];
      stub.push = stub;
      stub.loaded = true;
      stub.version = '2.0';
      win.fbq = win._fbq = stub;
    }
    const fbq = win.fbq as (...command: unknown[]) => void;
    fbq('init', pixelId);
    fbq('track', 'PageView');
    return script('https://connect.facebook.net/en_US/fbevents.js');
  },
};

// Cookies: Open Cookie Database (Apache-2.0), Facebook.
export const facts: VendorFacts = {
  name: 'Facebook',
  company: 'Meta Platforms, Inc.',
  purpose: 'Measures conversions and builds audiences for Meta ads.',
  privacyPolicy: 'https://www.facebook.com/privacy/policy/',
  cookies: [
    { name: '_fbp', party: 'first', duration: '4 months' },
    { name: '_fbc', party: 'first', duration: '2 years' },
    { name: 'fr', party: 'third', duration: '90 days' },
  ],
};
