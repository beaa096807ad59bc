import { core as doubleclick } from './doubleclick.ts';
import { core as facebook } from './facebook.ts';
import { core as googleAnalytics } from './google-analytics.ts';
import { core as googleTagManager } from './google-tag-manager.ts';
import { core as linkedin } from './linkedin.ts';
import { core as marketo } from './marketo.ts';
import { core as microsoftUet } from './microsoft-uet.ts';
import { core as stripe } from './stripe.ts';
import type { VendorCore } from './vendor.ts';
import { core as youtube } from './youtube.ts';

/** What every visitor needs of each vendor that Heed knows, by id. */
export const registry: Readonly<Record<string, VendorCore>> = {
  doubleclick,
  facebook,
  'google-analytics': googleAnalytics,
  'google-tag-manager': googleTagManager,
  linkedin,
  marketo,
  'microsoft-uet': microsoftUet,
  stripe,
  youtube,
};
