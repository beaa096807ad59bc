import type { Texts } from './en.ts';

const sl: Texts = {
  lang: 'sl',

  bannerTitle: 'Vaša zasebnost',
  bannerText:
    'Če se strinjate, druga podjetja shranjujejo piškotke in izvejo za vaš obisk, za: {categories}. To lahko kadar koli spremenite.',
  accept: 'Sprejmi vse',
  reject: 'Samo nujni',
  preferences: 'Nastavitve',
  privacyPolicy: 'Politika zasebnosti',
  saved: 'Vaša izbira je shranjena.',
  honored: 'Vaša zavrnitev je upoštevana',

  'category.required': 'Nujni',
  'category.performance': 'Učinkovitost',
  'category.marketing': 'Trženje',
  'category.advertising': 'Oglaševanje',

  placeholderTitle: 'Vsebina: {vendor}',
  placeholderText:
    'Z nalaganjem {vendor} izve za vaš obisk, na primer vaš naslov IP, in lahko shrani piškotke.',
  loadOnce: 'Naloži enkrat',
  always: 'Vedno dovoli',

  panelTitle: 'Nastavitve zasebnosti',
  optOutTitle: 'Vaše izbire glede zasebnosti',
  save: 'Shrani',
  close: 'Zapri',
  panelText: 'Sprememba velja, ko jo shranite.',
  optOut: 'Ne prodajajte in ne delite mojih osebnih podatkov',
  optOutText: 'En klik v tem brskalniku ustavi prodajo in deljenje podatkov o vas.',

  allow: 'Dovoli {name}',
  allowed: 'Dovoljeno',
  denied: 'Izklopljeno',
  companies: 'Podjetja: dovoljenih {on} od {all}',

  'category.required.about':
    'Skrbijo, da spletno mesto deluje varno, in si zapomnijo vašo izbiro zasebnosti.',
  'category.performance.about': 'Štejejo obiske in merijo, kako se spletno mesto uporablja.',
  'category.marketing.about': 'Prepoznajo vas za ponudbe in novice tega spletnega mesta.',
  'category.advertising.about':
    'Izbirajo oglase po vaših zanimanjih, tukaj in drugod, in merijo njihov učinek.',

  'reason.required': 'Vedno vklopljeno: spletno mesto to potrebuje.',
  'reason.signal': 'Zadržano zaradi {signal} v vašem brskalniku.',
  'reason.account': 'Zadržano: zavrnili ste s svojim računom.',
  'reason.platform': 'Zadržano zaradi drugega obvestila o privolitvi na tem spletnem mestu.',
  'reason.audience': 'Zadržano za vse obiskovalce tega spletnega mesta.',
  'reason.error': 'Zadržano: nastavitev spletnega mesta ni mogoče prebrati.',
  lifted: 'To ste dovolili, čeprav je {signal} vklopljen.',
  pings: 'Tudi izklopljeno pošilja signale brez piškotkov.',

  conflictTitle: 'Vaš brskalnik pošilja {signal}',
  conflictText:
    'Signal prosi spletna mesta, naj podatkov o vas ne prodajajo in ne delijo. Če ta podjetja vseeno dovolite, izvejo za vaš obisk, na primer vaš naslov IP in strani, ki jih odprete, in lahko shranijo piškotke:',
  keepSignal: 'Ohrani signal',
  allowAnyway: 'Vseeno dovoli',

  receipt: 'Zdaj zadržano na tej strani: {count}',
  copy: 'Kopiraj kot JSON',
  copied: 'Kopirano',

  reload: 'Znova naložite stran, da bo vaša izbira veljala.',
  reloadNow: 'Znova naloži',
  later: 'Pozneje',

  cookies: 'Piškotki',
  cookie: 'Piškotek',
  company: 'Podjetje',
  category: 'Kategorija',
  purpose: 'Namen',
  duration: 'Trajanje',
  party: 'Nastavi',
  first: 'To spletno mesto',
  third: 'Drugo spletno mesto',
  ownCookie: 'Zapomni si vašo izbiro zasebnosti',
  session: 'Dokler se brskalnik ne zapre',
  cannotDelete: 'Ta stran ne more izbrisati piškotkov z oznako †; to lahko storite v nastavitvah brskalnika.',
};

export default sl;
