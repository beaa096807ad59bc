import type { VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

// Hosts: third-party-web (MIT); loader: Adobe Experience League, Munchkin. `shares` is false by Adobe's own terms
// (adobe.com/privacy/experience-cloud.html: service provider and processor).
export const core: VendorCore = {
  hosts: 'marketo.net mktoresp.com marketo.com',
  cookies: '_mkto_trk',
  shares: false,
  ids: 'munchkinId',
};

export const loader: VendorLoader = {
  forms: { munchkinId: /^\d{3}-[A-Z]{3}-\d{3}$/ },
  load({ munchkinId }, { win, script }) {
    // No stub: Munchkin exists only once its script has run.
    return script('https://munchkin.marketo.net/munchkin.js').then(() =>
      (win.Munchkin as { init(id: string): void }).init(munchkinId!),
    );
  },
};

// Cookie: Open Cookie Database (Apache-2.0); policy: tarteaucitron.js services (MIT).
export const facts: VendorFacts = {
  name: 'Marketo',
  company: 'Adobe Inc.',
  purpose: 'Ties visits to leads for marketing automation.',
  privacyPolicy: 'https://www.adobe.com/privacy/policy.html',
  cookies: [{ name: '_mkto_trk', party: 'first', purpose: 'Ties visits to a lead', duration: '729 days' }],
};
