import type { Texts } from './en.ts';

const ro: Texts = {
  lang: 'ro',

  bannerTitle: 'Confidențialitatea dvs.',
  bannerText:
    'Dacă sunteți de acord, alte companii stochează cookie-uri și află despre vizita dvs., pentru: {categories}. Puteți schimba acest lucru oricând.',
  accept: 'Acceptă toate',
  reject: 'Doar necesare',
  preferences: 'Preferințe',
  privacyPolicy: 'Politica de confidențialitate',
  saved: 'Alegerea dvs. a fost salvată.',
  honored: 'Refuzul dvs. este respectat',

  'category.required': 'Necesare',
  'category.performance': 'Performanță',
  'category.marketing': 'Marketing',
  'category.advertising': 'Publicitate',

  placeholderTitle: 'Conținut de la {vendor}',
  placeholderText:
    'La încărcare, {vendor} află despre vizita dvs., de exemplu adresa dvs. IP, și poate stoca cookie-uri.',
  loadOnce: 'Încarcă o dată',
  always: 'Permite mereu',

  panelTitle: 'Preferințe de confidențialitate',
  optOutTitle: 'Opțiunile dvs. de confidențialitate',
  save: 'Salvează',
  close: 'Închide',
  panelText: 'O modificare este valabilă după ce o salvați.',
  optOut: 'Nu vindeți și nu partajați datele mele personale',
  optOutText: 'Un clic oprește în acest browser vânzarea și partajarea datelor despre dvs.',

  allow: 'Permite {name}',
  allowed: 'Permis',
  denied: 'Oprit',
  companies: 'Companii: {on} din {all} permise',

  'category.required.about':
    'Mențin site-ul funcțional și sigur și rețin alegerea dvs. de confidențialitate.',
  'category.performance.about': 'Numără vizitele și măsoară cum este folosit site-ul.',
  'category.marketing.about': 'Vă recunosc pentru oferte și buletine ale acestui site.',
  'category.advertising.about':
    'Aleg reclame după interesele dvs., aici și în altă parte, și le măsoară efectul.',

  'reason.required': 'Mereu pornit: site-ul are nevoie.',
  'reason.signal': 'Reținut de {signal} din browserul dvs.',
  'reason.account': 'Reținut: ați refuzat prin contul dvs.',
  'reason.platform': 'Reținut de cealaltă notificare de consimțământ a site-ului.',
  'reason.audience': 'Reținut pentru toți vizitatorii acestui site.',
  'reason.error': 'Reținut: setările site-ului nu au putut fi citite.',
  lifted: 'Ați permis acest lucru, deși {signal} este pornit.',
  pings: 'Chiar și oprit, trimite semnale fără cookie-uri.',

  conflictTitle: 'Browserul dvs. trimite {signal}',
  conflictText:
    'Semnalul cere site-urilor să nu vândă și să nu partajeze date despre dvs. Dacă permiteți totuși aceste companii, ele află despre vizita dvs., de exemplu adresa dvs. IP și paginile pe care le deschideți, și pot stoca cookie-uri:',
  keepSignal: 'Păstrează semnalul',
  allowAnyway: 'Permite totuși',

  receipt: 'Reținut acum pe această pagină: {count}',
  copy: 'Copiază ca JSON',
  copied: 'Copiat',

  reload: 'Reîncărcați pagina pentru a aplica alegerea dvs.',
  reloadNow: 'Reîncarcă',
  later: 'Mai târziu',

  cookies: 'Cookie-uri',
  cookie: 'Cookie',
  company: 'Companie',
  category: 'Categorie',
  purpose: 'Scop',
  duration: 'Durată',
  party: 'Setat de',
  first: 'Acest site',
  third: 'Alt site',
  ownCookie: 'Reține alegerea dvs. de confidențialitate',
  session: 'Până la închiderea browserului',
  cannotDelete:
    'Această pagină nu poate șterge cookie-urile marcate cu †; o puteți face în setările browserului.',
};

export default ro;
