import { facts as doubleclick } from './doubleclick.ts';
import { facts as facebook } from './facebook.ts';
import { facts as googleAnalytics } from './google-analytics.ts';
import { facts as googleTagManager } from './google-tag-manager.ts';
import { facts as linkedin } from './linkedin.ts';
import { facts as marketo } from './marketo.ts';
import { facts as microsoftUet } from './microsoft-uet.ts';
import { facts as stripe } from './stripe.ts';
import { facts as youtube } from './youtube.ts';

export type { VendorCookie, VendorFacts } from './vendor.ts';

import type { VendorFacts } from './vendor.ts';

/** What the interface and tools tell about each vendor, by id. Never reached from heed.ts without a need to show it. */
export const facts: Readonly<Record<string, VendorFacts>> = {
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
