import type { Texts } from './en.ts';

const hr: Texts = {
  lang: 'hr',

  bannerTitle: 'Vaša privatnost',
  bannerText:
    'Ako pristanete, druge tvrtke pohranjuju kolačiće i doznaju o vašem posjetu, za: {categories}. To možete promijeniti u svakom trenutku.',
  accept: 'Prihvati sve',
  reject: 'Samo nužno',
  preferences: 'Postavke',
  privacyPolicy: 'Pravila privatnosti',
  saved: 'Vaš je odabir spremljen.',
  honored: 'Vaše se izuzeće poštuje',

  'category.required': 'Nužno',
  'category.performance': 'Učinkovitost',
  'category.marketing': 'Marketing',
  'category.advertising': 'Oglašavanje',

  placeholderTitle: 'Sadržaj: {vendor}',
  placeholderText:
    'Učitavanjem {vendor} doznaje o vašem posjetu, na primjer vašu IP adresu, i može pohraniti kolačiće.',
  loadOnce: 'Učitaj jednom',
  always: 'Uvijek dopusti',

  panelTitle: 'Postavke privatnosti',
  optOutTitle: 'Vaš odabir privatnosti',
  save: 'Spremi',
  close: 'Zatvori',
  panelText: 'Promjena vrijedi čim je spremite.',
  optOut: 'Nemojte prodavati ni dijeliti moje osobne podatke',
  optOutText: 'Jedan klik u ovom pregledniku zaustavlja prodaju i dijeljenje podataka o vama.',

  allow: 'Dopusti {name}',
  allowed: 'Dopušteno',
  denied: 'Isključeno',
  companies: 'Tvrtke: dopušteno {on} od {all}',

  'category.required.about': 'Održavaju web-mjesto u radu i sigurnim te pamte vaš odabir privatnosti.',
  'category.performance.about': 'Broje posjete i mjere kako se web-mjesto koristi.',
  'category.marketing.about': 'Prepoznaju vas za ponude i biltene ovog web-mjesta.',
  'category.advertising.about':
    'Odabiru oglase prema vašim interesima, ovdje i drugdje, i mjere njihov učinak.',

  'reason.required': 'Uvijek uključeno: web-mjestu je potrebno.',
  'reason.signal': 'Zadržano zbog {signal} u vašem pregledniku.',
  'reason.account': 'Zadržano: izuzeli ste se putem svojeg računa.',
  'reason.platform': 'Zadržano zbog druge obavijesti o privoli na ovom web-mjestu.',
  'reason.audience': 'Zadržano za sve posjetitelje ovog web-mjesta.',
  'reason.error': 'Zadržano: postavke web-mjesta nije moguće pročitati.',
  lifted: 'Dopustili ste to iako je {signal} uključen.',
  pings: 'I kad je isključeno, šalje signale bez kolačića.',

  conflictTitle: 'Vaš preglednik šalje {signal}',
  conflictText:
    'Signal traži od web-mjesta da ne prodaju i ne dijele podatke o vama. Ako ipak dopustite ove tvrtke, doznaju o vašem posjetu, na primjer vašu IP adresu i stranice koje otvorite, i mogu pohraniti kolačiće:',
  keepSignal: 'Zadrži signal',
  allowAnyway: 'Ipak dopusti',

  receipt: 'Sada zadržano na ovoj stranici: {count}',
  copy: 'Kopiraj kao JSON',
  copied: 'Kopirano',

  reload: 'Ponovno učitajte stranicu da se primijeni vaš odabir.',
  reloadNow: 'Učitaj ponovno',
  later: 'Kasnije',

  cookies: 'Kolačići',
  cookie: 'Kolačić',
  company: 'Tvrtka',
  category: 'Kategorija',
  purpose: 'Svrha',
  duration: 'Trajanje',
  party: 'Postavlja',
  first: 'Ovo web-mjesto',
  third: 'Drugo web-mjesto',
  ownCookie: 'Pamti vaš odabir privatnosti',
  session: 'Do zatvaranja preglednika',
  cannotDelete: 'Ova stranica ne može izbrisati kolačiće označene s †; to možete u postavkama preglednika.',
};

export default hr;
