import type { Texts } from './en.ts';

const hu: Texts = {
  lang: 'hu',

  bannerTitle: 'Az Ön adatvédelme',
  bannerText:
    'Ha hozzájárul, más cégek sütiket tárolnak és értesülnek a látogatásáról, a következőkhöz: {categories}. Ezt bármikor módosíthatja.',
  accept: 'Összes elfogadása',
  reject: 'Csak a szükségesek',
  preferences: 'Beállítások',
  privacyPolicy: 'Adatvédelmi tájékoztató',
  saved: 'Választását elmentettük.',
  honored: 'Tiltakozását figyelembe vesszük',

  'category.required': 'Szükséges',
  'category.performance': 'Teljesítmény',
  'category.marketing': 'Marketing',
  'category.advertising': 'Hirdetés',

  placeholderTitle: 'Tartalom: {vendor}',
  placeholderText:
    'Betöltéskor {vendor} értesül a látogatásáról, például az IP-címéről, és sütiket tárolhat.',
  loadOnce: 'Betöltés egyszer',
  always: 'Mindig engedélyezem',

  panelTitle: 'Adatvédelmi beállítások',
  optOutTitle: 'Adatvédelmi választásai',
  save: 'Mentés',
  close: 'Bezárás',
  panelText: 'A módosítás mentés után érvényes.',
  optOut: 'Ne adják el és ne osszák meg személyes adataimat',
  optOutText: 'Egy kattintással ebben a böngészőben megszűnik az Önről szóló adatok eladása és megosztása.',

  allow: '{name} engedélyezése',
  allowed: 'Engedélyezve',
  denied: 'Kikapcsolva',
  companies: 'Cégek: {on} / {all} engedélyezve',

  'category.required.about': 'Biztonságosan működtetik a webhelyet, és megjegyzik adatvédelmi választását.',
  'category.performance.about': 'Számolják a látogatásokat, és mérik a webhely használatát.',
  'category.marketing.about': 'Felismerik Önt a webhely ajánlataihoz és hírleveleihez.',
  'category.advertising.about':
    'Az érdeklődése szerint választanak hirdetéseket itt és máshol, és mérik a hatásukat.',

  'reason.required': 'Mindig bekapcsolva: a webhelynek szüksége van rá.',
  'reason.signal': 'Visszatartva: {signal} a böngészőjében.',
  'reason.account': 'Visszatartva: fiókjával tiltakozott ellene.',
  'reason.platform': 'Visszatartja a webhely másik hozzájárulási ablaka.',
  'reason.audience': 'A webhely minden látogatójánál visszatartva.',
  'reason.error': 'Visszatartva: a webhely beállításai nem olvashatók.',
  lifted: 'Ön engedélyezte, bár a(z) {signal} be van kapcsolva.',
  pings: 'Kikapcsolva is küld jeleket sütik nélkül.',

  conflictTitle: 'Böngészője ezt küldi: {signal}',
  conflictText:
    'A jelzés arra kéri a webhelyeket, hogy ne adják el és ne osszák meg az Önről szóló adatokat. Ha mégis engedélyezi ezeket a cégeket, értesülnek a látogatásáról, például az IP-címéről és a megnyitott oldalakról, és sütiket tárolhatnak:',
  keepSignal: 'Jelzés megtartása',
  allowAnyway: 'Engedélyezés mégis',

  receipt: 'Most visszatartva ezen az oldalon: {count}',
  copy: 'Másolás JSON-ként',
  copied: 'Másolva',

  reload: 'Töltse újra az oldalt, hogy választása érvényesüljön.',
  reloadNow: 'Újratöltés',
  later: 'Később',

  cookies: 'Sütik',
  cookie: 'Süti',
  company: 'Cég',
  category: 'Kategória',
  purpose: 'Cél',
  duration: 'Időtartam',
  party: 'Elhelyezi',
  first: 'Ez a webhely',
  third: 'Másik webhely',
  ownCookie: 'Megjegyzi adatvédelmi választását',
  session: 'A böngésző bezárásáig',
  cannotDelete: 'A † jelű sütiket ez az oldal nem tudja törölni; a böngésző beállításaiban törölhetők.',
};

export default hu;
