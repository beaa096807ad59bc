import type { Texts } from './en.ts';

const de: Texts = {
  lang: 'de',

  bannerTitle: 'Ihre Privatsphäre',
  bannerText:
    'Wenn Sie zustimmen, dürfen andere Unternehmen auf dieser Website Cookies speichern und von Ihrem Besuch erfahren, für: {categories}. Sie können Ihre Wahl jederzeit ändern.',
  accept: 'Alle akzeptieren',
  reject: 'Nur erforderliche',
  preferences: 'Einstellungen',
  save: 'Speichern',
  close: 'Schließen',
  privacyPolicy: 'Datenschutzerklärung',

  panelTitle: 'Einstellungen zur Privatsphäre',
  panelText: 'Schalten Sie ein, was Sie erlauben. Eine Änderung gilt, sobald Sie sie speichern.',
  saved: 'Ihre Wahl ist gespeichert.',
  optOutTitle: 'Ihre Wahl zur Privatsphäre',
  optOut: 'Meine persönlichen Daten nicht verkaufen oder weitergeben',
  optOutText:
    'Ein Klick, und diese Website verkauft keine Daten über Sie mehr und gibt keine mehr weiter, soweit es diesen Browser betrifft.',
  honored: 'Widerspruch berücksichtigt',

  allow: '{name} erlauben',
  allowed: 'Erlaubt',
  denied: 'Aus',
  companies: 'Unternehmen: {on} von {all} erlaubt',
  cookies: 'Cookies',

  'category.required': 'Erforderlich',
  'category.required.about':
    'Hält die Website am Laufen: Sicherheit, Anmeldung, Warenkorb, Ihre Wahl zur Privatsphäre.',
  'category.performance': 'Leistung',
  'category.performance.about': 'Zählt Besuche und misst, wie die Website genutzt wird.',
  'category.marketing': 'Marketing',
  'category.marketing.about': 'Erkennt Sie wieder für Newsletter, Angebote und Kampagnen dieser Website.',
  'category.advertising': 'Werbung',
  'category.advertising.about':
    'Wählt Werbung nach Ihren Interessen aus, hier und auf anderen Websites, und misst ihre Wirkung.',

  'reason.required': 'Immer an: Ohne das funktioniert die Website nicht.',
  'reason.gpc': 'Zurückgehalten: Ihr Browser verlangt es über Global Privacy Control.',
  'reason.dnt': 'Zurückgehalten: Ihr Browser verlangt es über Do Not Track.',
  'reason.account': 'Zurückgehalten: Sie haben mit Ihrem Konto widersprochen.',
  'reason.audience': 'Auf dieser Seite für alle zurückgehalten.',
  'reason.error': 'Zurückgehalten: Die Einstellungen der Website sind nicht lesbar.',

  placeholderTitle: 'Inhalt von {vendor}',
  placeholderText:
    'Beim Laden erfährt {vendor} von Ihrem Besuch, zum Beispiel Ihre IP-Adresse, und kann Cookies speichern.',
  loadOnce: 'Einmal laden',
  always: 'Immer erlauben',

  cookie: 'Cookie',
  company: 'Unternehmen',
  category: 'Kategorie',
  purpose: 'Zweck',
  duration: 'Dauer',
  party: 'Gesetzt von',
  first: 'Dieser Website',
  third: 'Dem Unternehmen',
  ownCookie: 'Merkt sich Ihre Wahl zur Privatsphäre',
  days: '{days} Tage',
  session: 'Bis der Browser geschlossen wird',
};

export default de;
