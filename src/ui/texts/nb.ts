import type { Texts } from './en.ts';

const nb: Texts = {
  lang: 'nb',

  bannerTitle: 'Ditt personvern',
  bannerText:
    'Hvis du samtykker, lagrer andre selskaper informasjonskapsler og får vite om besøket ditt, til: {categories}. Du kan endre dette når som helst.',
  accept: 'Godta alle',
  reject: 'Bare nødvendige',
  preferences: 'Innstillinger',
  privacyPolicy: 'Personvernerklæring',
  saved: 'Valget ditt er lagret.',
  honored: 'Reservasjonen din respekteres',

  'category.required': 'Nødvendige',
  'category.performance': 'Ytelse',
  'category.marketing': 'Markedsføring',
  'category.advertising': 'Annonsering',

  placeholderTitle: 'Innhold fra {vendor}',
  placeholderText:
    'Når det lastes inn, får {vendor} vite om besøket ditt, for eksempel IP-adressen din, og kan lagre informasjonskapsler.',
  loadOnce: 'Last inn én gang',
  always: 'Tillat alltid',

  panelTitle: 'Personverninnstillinger',
  optOutTitle: 'Dine personvernvalg',
  save: 'Lagre',
  close: 'Lukk',
  panelText: 'En endring gjelder når du har lagret den.',
  optOut: 'Ikke selg eller del personopplysningene mine',
  optOutText: 'Ett klikk stopper salg og deling av opplysninger om deg i denne nettleseren.',

  allow: 'Tillat {name}',
  allowed: 'Tillatt',
  denied: 'Av',
  companies: 'Selskaper: {on} av {all} tillatt',

  'category.required.about': 'Holder nettstedet trygt og i gang og husker personvernvalget ditt.',
  'category.performance.about': 'Teller besøk og måler hvordan nettstedet brukes.',
  'category.marketing.about': 'Kjenner deg igjen for tilbud og nyhetsbrev fra dette nettstedet.',
  'category.advertising.about':
    'Velger annonser etter interessene dine, her og andre steder, og måler virkningen.',

  'reason.required': 'Alltid på: nettstedet trenger det.',
  'reason.signal': 'Holdt tilbake av {signal} i nettleseren din.',
  'reason.account': 'Holdt tilbake: du har reservert deg med kontoen din.',
  'reason.platform': 'Holdt tilbake av nettstedets andre samtykkedialog.',
  'reason.audience': 'Holdt tilbake for alle besøkende på dette nettstedet.',
  'reason.error': 'Holdt tilbake: innstillingene til nettstedet kunne ikke leses.',
  lifted: 'Du har tillatt dette selv om {signal} er på.',
  pings: 'Sender signaler uten informasjonskapsler selv når den er av.',

  conflictTitle: 'Nettleseren din sender {signal}',
  conflictText:
    'Signalet ber nettsteder om verken å selge eller dele opplysninger om deg. Hvis du likevel tillater disse selskapene, får de vite om besøket ditt, for eksempel IP-adressen din og sidene du åpner, og kan lagre informasjonskapsler:',
  keepSignal: 'Behold signalet',
  allowAnyway: 'Tillat likevel',

  receipt: 'Holdt tilbake på denne siden nå: {count}',
  copy: 'Kopier som JSON',
  copied: 'Kopiert',

  reload: 'Last siden inn på nytt for å ta valget i bruk.',
  reloadNow: 'Last inn på nytt',
  later: 'Senere',

  cookies: 'Informasjonskapsler',
  cookie: 'Informasjonskapsel',
  company: 'Selskap',
  category: 'Kategori',
  purpose: 'Formål',
  duration: 'Varighet',
  party: 'Settes av',
  first: 'Dette nettstedet',
  third: 'Et annet nettsted',
  ownCookie: 'Husker personvernvalget ditt',
  session: 'Til nettleseren lukkes',
  cannotDelete:
    'Denne siden kan ikke slette informasjonskapsler merket med †; det kan du gjøre i nettleserens innstillinger.',
};

export default nb;
