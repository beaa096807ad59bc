import type { Texts } from './en.ts';

const de: Texts = {
  lang: 'de',

  bannerTitle: 'Ihre Privatsphäre',
  bannerText:
    'Wenn Sie zustimmen, speichern andere Unternehmen Cookies und erfahren von Ihrem Besuch, für: {categories}. Sie können das jederzeit ändern.',
  accept: 'Alle akzeptieren',
  reject: 'Nur erforderliche',
  preferences: 'Einstellungen',
  save: 'Speichern',
  close: 'Schließen',
  privacyPolicy: 'Datenschutzerklärung',

  panelTitle: 'Einstellungen zur Privatsphäre',
  panelText: 'Eine Änderung gilt, sobald Sie sie speichern.',
  saved: 'Ihre Wahl ist gespeichert.',
  optOutTitle: 'Ihre Wahl zur Privatsphäre',
  optOut: 'Meine persönlichen Daten nicht verkaufen oder weitergeben',
  optOutText: 'Ein Klick beendet in diesem Browser den Verkauf und die Weitergabe von Daten über Sie.',
  honored: 'Widerspruch berücksichtigt',

  allow: '{name} erlauben',
  allowed: 'Erlaubt',
  denied: 'Aus',
  companies: 'Unternehmen: {on} von {all} erlaubt',
  cookies: 'Cookies',

  'category.required': 'Erforderlich',
  'category.required.about': 'Hält die Website sicher am Laufen und merkt sich Ihre Wahl zur Privatsphäre.',
  'category.performance': 'Leistung',
  'category.performance.about': 'Zählt Besuche und misst, wie die Website genutzt wird.',
  'category.marketing': 'Marketing',
  'category.marketing.about': 'Erkennt Sie wieder für Angebote und Newsletter dieser Website.',
  'category.advertising': 'Werbung',
  'category.advertising.about':
    'Wählt Werbung nach Ihren Interessen aus, hier und anderswo, und misst ihre Wirkung.',

  'reason.required': 'Immer an: Die Website braucht es.',
  'reason.gpc': 'Zurückgehalten durch Global Privacy Control in Ihrem Browser.',
  'reason.dnt': 'Zurückgehalten durch Do Not Track in Ihrem Browser.',
  'reason.account': 'Zurückgehalten: Sie haben mit Ihrem Konto widersprochen.',
  'reason.audience': 'Auf dieser Website für alle zurückgehalten.',
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
  party: 'Wer setzt es',
  first: 'Diese Website',
  third: 'Andere Website',
  ownCookie: 'Merkt sich Ihre Wahl zur Privatsphäre',
  days: '{days} Tage',
  session: 'Bis der Browser geschlossen wird',
};

export default de;
