import type { Texts } from './en.ts';

const lv: Texts = {
  lang: 'lv',

  bannerTitle: 'Jūsu privātums',
  bannerText:
    'Ja piekrītat, citi uzņēmumi glabā sīkdatnes un uzzina par jūsu apmeklējumu šādam nolūkam: {categories}. To varat mainīt jebkurā laikā.',
  accept: 'Pieņemt visas',
  reject: 'Tikai vajadzīgās',
  preferences: 'Iestatījumi',
  privacyPolicy: 'Privātuma politika',
  saved: 'Jūsu izvēle ir saglabāta.',
  honored: 'Jūsu atteikums tiek ievērots',

  'category.required': 'Vajadzīgās',
  'category.performance': 'Veiktspēja',
  'category.marketing': 'Mārketings',
  'category.advertising': 'Reklāma',

  placeholderTitle: 'Saturs: {vendor}',
  placeholderText:
    'Ielādējot {vendor} uzzina par jūsu apmeklējumu, piemēram, jūsu IP adresi, un var glabāt sīkdatnes.',
  loadOnce: 'Ielādēt vienreiz',
  always: 'Vienmēr atļaut',

  panelTitle: 'Privātuma iestatījumi',
  optOutTitle: 'Jūsu privātuma izvēles',
  save: 'Saglabāt',
  close: 'Aizvērt',
  panelText: 'Izmaiņa ir spēkā, kad to saglabājat.',
  optOut: 'Nepārdot un nekopīgot manus personas datus',
  optOutText: 'Viens klikšķis šajā pārlūkā aptur datu par jums pārdošanu un kopīgošanu.',

  allow: 'Atļaut {name}',
  allowed: 'Atļauts',
  denied: 'Izslēgts',
  companies: 'Uzņēmumi: atļauti {on} no {all}',

  'category.required.about': 'Uztur vietni drošā darbībā un atceras jūsu privātuma izvēli.',
  'category.performance.about': 'Skaita apmeklējumus un mēra, kā vietni izmanto.',
  'category.marketing.about': 'Atpazīst jūs šīs vietnes piedāvājumiem un jaunumiem.',
  'category.advertising.about': 'Izvēlas reklāmas pēc jūsu interesēm, šeit un citur, un mēra to iedarbību.',

  'reason.required': 'Vienmēr ieslēgts: vietnei tas vajadzīgs.',
  'reason.signal': 'Aizturēts: jūsu pārlūks sūta {signal}.',
  'reason.account': 'Aizturēts: jūs atteicāties ar savu kontu.',
  'reason.platform': 'Aizturēts vietnes otra piekrišanas paziņojuma dēļ.',
  'reason.audience': 'Aizturēts visiem šīs vietnes apmeklētājiem.',
  'reason.error': 'Aizturēts: vietnes iestatījumus neizdevās nolasīt.',
  lifted: 'Jūs to atļāvāt, lai gan {signal} ir ieslēgts.',
  pings: 'Arī izslēgts sūta signālus bez sīkdatnēm.',

  conflictTitle: 'Jūsu pārlūks sūta {signal}',
  conflictText:
    'Signāls lūdz vietnes nepārdot un nekopīgot datus par jums. Ja tomēr atļausiet šos uzņēmumus, tie uzzinās par jūsu apmeklējumu, piemēram, jūsu IP adresi un atvērtās lapas, un varēs glabāt sīkdatnes:',
  keepSignal: 'Paturēt signālu',
  allowAnyway: 'Tomēr atļaut',

  receipt: 'Šajā lapā tagad aizturēts: {count}',
  copy: 'Kopēt kā JSON',
  copied: 'Nokopēts',

  reload: 'Pārlādējiet lapu, lai izvēle stātos spēkā.',
  reloadNow: 'Pārlādēt',
  later: 'Vēlāk',

  cookies: 'Sīkdatnes',
  cookie: 'Sīkdatne',
  company: 'Uzņēmums',
  category: 'Kategorija',
  purpose: 'Nolūks',
  duration: 'Ilgums',
  party: 'Iestata',
  first: 'Šī vietne',
  third: 'Cita vietne',
  ownCookie: 'Atceras jūsu privātuma izvēli',
  session: 'Līdz pārlūka aizvēršanai',
  cannotDelete: 'Šī lapa nevar dzēst ar † atzīmētās sīkdatnes; to var izdarīt pārlūka iestatījumos.',
};

export default lv;
