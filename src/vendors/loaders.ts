import { loader as doubleclick } from './doubleclick.ts';
import { loader as facebook } from './facebook.ts';
import { loader as googleAnalytics } from './google-analytics.ts';
import { loader as googleTagManager } from './google-tag-manager.ts';
import { loader as linkedin } from './linkedin.ts';
import { loader as marketo } from './marketo.ts';
import { loader as microsoftUet } from './microsoft-uet.ts';
import type { VendorLoader } from './vendor.ts';

/** How to load each vendor that has a loader, by id. Fetched only for a granted vendor that the file names with its ids. */
export const loaders: Readonly<Record<string, VendorLoader>> = {
  doubleclick,
  facebook,
  'google-analytics': googleAnalytics,
  'google-tag-manager': googleTagManager,
  linkedin,
  marketo,
  'microsoft-uet': microsoftUet,
};
