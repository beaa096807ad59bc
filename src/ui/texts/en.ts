/**
 * English, bundled with the interface: it is what everything else falls back to. A site replaces any of them by key in
 * the `texts` of its category file; `lang` too, when it brings texts in a language that Heed does not speak.
 */
export const en = {
  lang: 'en',

  bannerTitle: 'Your privacy',
  bannerText:
    'If you agree, other companies store cookies and learn about your visit, for: {categories}. You can change this at any time.',
  accept: 'Accept all',
  reject: 'Required only',
  preferences: 'Preferences',
  save: 'Save',
  close: 'Close',
  privacyPolicy: 'Privacy policy',

  panelTitle: 'Privacy preferences',
  panelText: 'A change counts once you save it.',
  saved: 'Your choice is saved.',
  optOutTitle: 'Your privacy choices',
  optOut: 'Do not sell or share my personal information',
  optOutText: 'One click stops the sale and sharing of data about you in this browser.',
  honored: 'Opt-out request honored',

  allow: 'Allow {name}',
  allowed: 'Allowed',
  denied: 'Off',
  companies: 'Companies: {on} of {all} allowed',
  cookies: 'Cookies',

  'category.required': 'Required',
  'category.required.about': 'Keeps the site working and safe, and remembers your privacy choice.',
  'category.performance': 'Performance',
  'category.performance.about': 'Counts visits and measures how the site is used.',
  'category.marketing': 'Marketing',
  'category.marketing.about': 'Recognizes you for offers and newsletters of this site.',
  'category.advertising': 'Advertising',
  'category.advertising.about': 'Picks ads by your interests, here and elsewhere, and measures them.',

  'reason.required': 'Always on: the site needs it.',
  'reason.gpc': 'Held by Global Privacy Control in your browser.',
  'reason.dnt': 'Held by Do Not Track in your browser.',
  'reason.account': 'Held: you opted out with your account.',
  'reason.audience': 'Held for all visitors of this site.',
  'reason.error': 'Held: the site’s settings could not be read.',

  placeholderTitle: 'Content from {vendor}',
  placeholderText:
    'Loading it tells {vendor} about your visit, such as your IP address, and may store cookies.',
  loadOnce: 'Load once',
  always: 'Always allow',

  cookie: 'Cookie',
  company: 'Company',
  category: 'Category',
  purpose: 'Purpose',
  duration: 'Duration',
  party: 'Set by',
  first: 'This site',
  third: 'Another site',
  ownCookie: 'Keeps your privacy choice',
  days: '{days} days',
  session: 'Until the browser closes',
};

export type TextKey = keyof typeof en;
export type Texts = Readonly<Record<TextKey, string>>;
