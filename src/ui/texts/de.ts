import type { Texts } from './en.ts';

const de: Texts = {
  lang: 'de',

  bannerTitle: 'Ihre Privatsphäre',
  bannerText:
    'Wenn Sie zustimmen, speichern andere Unternehmen Cookies und erfahren von Ihrem Besuch, für: {categories}. Sie können das jederzeit ändern.',
  accept: 'Alle akzeptieren',
  reject: 'Nur erforderliche',
  preferences: 'Einstellungen',
  privacyPolicy: 'Datenschutzerklärung',
  saved: 'Ihre Wahl ist gespeichert.',
  honored: 'Widerspruch berücksichtigt',

  'category.required': 'Erforderlich',
  'category.performance': 'Leistung',
  'category.marketing': 'Marketing',
  'category.advertising': 'Werbung',

  placeholderTitle: 'Inhalt von {vendor}',
  placeholderText:
    'Beim Laden erfährt {vendor} von Ihrem Besuch, zum Beispiel Ihre IP-Adresse, und kann Cookies speichern.',
  loadOnce: 'Einmal laden',
  always: 'Immer erlauben',

  panelTitle: 'Einstellungen zur Privatsphäre',
  optOutTitle: 'Ihre Wahl zur Privatsphäre',
  save: 'Speichern',
  close: 'Schließen',
  panelText: 'Eine Änderung gilt, sobald Sie sie speichern.',
  optOut: 'Meine persönlichen Daten nicht verkaufen oder weitergeben',
  optOutText: 'Ein Klick beendet in diesem Browser den Verkauf und die Weitergabe von Daten über Sie.',

  allow: '{name} erlauben',
  allowed: 'Erlaubt',
  denied: 'Aus',
  companies: 'Unternehmen: {on} von {all} erlaubt',

  'category.required.about': 'Hält die Website sicher am Laufen und merkt sich Ihre Wahl zur Privatsphäre.',
  'category.performance.about': 'Zählt Besuche und misst, wie die Website genutzt wird.',
  'category.marketing.about': 'Erkennt Sie wieder für Angebote und Newsletter dieser Website.',
  'category.advertising.about':
    'Wählt Werbung nach Ihren Interessen aus, hier und anderswo, und misst ihre Wirkung.',

  'reason.required': 'Immer an: Die Website braucht es.',
  'reason.signal': 'Zurückgehalten durch {signal} in Ihrem Browser.',
  'reason.account': 'Zurückgehalten: Sie haben mit Ihrem Konto widersprochen.',
  'reason.platform': 'Zurückgehalten durch den anderen Einwilligungsdialog der Website.',
  'reason.audience': 'Auf dieser Website für alle zurückgehalten.',
  'reason.error': 'Zurückgehalten: Die Einstellungen der Website sind nicht lesbar.',
  lifted: 'Von Ihnen erlaubt, obwohl {signal} an ist.',
  pings: 'Sendet auch ausgeschaltet Signale ohne Cookies.',

  conflictTitle: 'Ihr Browser sendet {signal}',
  conflictText:
    'Das Signal bittet Websites, Daten über Sie weder zu verkaufen noch weiterzugeben. Erlauben Sie diese Unternehmen trotzdem, erfahren sie von Ihrem Besuch, zum Beispiel Ihre IP-Adresse und die Seiten, die Sie öffnen, und können Cookies speichern:',
  keepSignal: 'Signal behalten',
  allowAnyway: 'Trotzdem erlauben',

  receipt: 'Auf dieser Seite jetzt zurückgehalten: {count}',
  copy: 'Als JSON kopieren',
  copied: 'Kopiert',

  reload: 'Laden Sie die Seite neu, damit Ihre Wahl gilt.',
  reloadNow: 'Neu laden',
  later: 'Später',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Unternehmen',
  category: 'Kategorie',
  purpose: 'Zweck',
  duration: 'Dauer',
  party: 'Gesetzt von',
  first: 'Diese Website',
  third: 'Andere Website',
  ownCookie: 'Merkt sich Ihre Wahl zur Privatsphäre',
  session: 'Bis der Browser geschlossen wird',
  cannotDelete:
    'Mit † markierte Cookies kann diese Seite nicht löschen; die Einstellungen Ihres Browsers können es.',
};

export default de;
