/**
 * English: what everything else falls back to. A site replaces any of it by key in the `texts` of its category file;
 * `lang` too, when it brings texts in a language that Heed does not speak.
 *
 * These come with the interface.
 */
export const en = {
  lang: 'en',

  bannerTitle: 'Your privacy',
  bannerText:
    'If you agree, other companies store cookies and learn about your visit, for: {categories}. You can change this at any time.',
  accept: 'Accept all',
  reject: 'Required only',
  preferences: 'Preferences',
  privacyPolicy: 'Privacy policy',
  saved: 'Your choice is saved.',
  honored: 'Opt-out request honored',

  'category.required': 'Required',
  'category.performance': 'Performance',
  'category.marketing': 'Marketing',
  'category.advertising': 'Advertising',
};

/** These come with the placeholders, the preferences, the notices, and the link to them. */
export const enPanel = {
  placeholderTitle: 'Content from {vendor}',
  placeholderText:
    'Loading it tells {vendor} about your visit, such as your IP address, and may store cookies.',
  loadOnce: 'Load once',
  always: 'Always allow',

  panelTitle: 'Privacy preferences',
  optOutTitle: 'Your Privacy Choices',
  save: 'Save',
  close: 'Close',
  panelText: 'A change counts once you save it.',
  optOut: 'Do not sell or share my personal information',
  optOutText: 'One click stops the sale and sharing of data about you in this browser.',

  allow: 'Allow {name}',
  allowed: 'Allowed',
  denied: 'Off',
  companies: 'Companies: {on} of {all} allowed',

  'category.required.about': 'Keeps the site working and safe, and remembers your privacy choice.',
  'category.performance.about': 'Counts visits and measures how the site is used.',
  'category.marketing.about': 'Recognizes you for offers and newsletters of this site.',
  'category.advertising.about': 'Picks ads by your interests, here and elsewhere, and measures them.',

  'reason.required': 'Always on: the site needs it.',
  'reason.signal': 'Held by {signal} in your browser.',
  'reason.account': 'Held: you opted out with your account.',
  'reason.platform': 'Held by this site’s other consent notice.',
  'reason.audience': 'Held for all visitors of this site.',
  'reason.error': 'Held: the site’s settings could not be read.',
  lifted: 'You allowed this although {signal} is on.',
  pings: 'Sends signals without cookies even when off.',

  conflictTitle: 'Your browser sends {signal}',
  conflictText:
    'The signal asks sites not to sell or share data about you. If you allow these companies anyway, they learn about your visit, such as your IP address and the pages you open, and may store cookies:',
  keepSignal: 'Keep my signal',
  allowAnyway: 'Allow anyway',

  receipt: 'Held on this page now: {count}',
  copy: 'Copy as JSON',
  copied: 'Copied',

  reload: 'Reload the page to apply your choice.',
  reloadNow: 'Reload',
  later: 'Later',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Company',
  category: 'Category',
  purpose: 'Purpose',
  duration: 'Duration',
  party: 'Set by',
  first: 'This site',
  third: 'Another site',
  ownCookie: 'Keeps your privacy choice',
  session: 'Until the browser closes',
  cannotDelete: 'This page cannot delete cookies marked †; your browser’s settings can.',
};

export type TextKey = keyof typeof en | keyof typeof enPanel;
export type Texts = Readonly<Record<TextKey, string>>;
