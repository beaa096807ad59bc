import { createConsent } from 'heed-consent';
import config from '../heed.json';

// Imported before anything that brings a vendor: what comes after it is held.
export const consent = createConsent(config, { ui: 'none' });

export const categories = Object.entries(config.categories).map(([id, { vendors }]) => ({
  id,
  vendors: vendors.map((vendor) => vendor.id),
}));

if (import.meta.hot) import.meta.hot.dispose(() => consent.destroy());
