import type { Texts } from './en.ts';

const et: Texts = {
  lang: 'et',

  bannerTitle: 'Teie privaatsus',
  bannerText:
    'Kui nõustute, salvestavad teised ettevõtted küpsiseid ja saavad teada Teie külastusest, eesmärgil: {categories}. Saate seda igal ajal muuta.',
  accept: 'Nõustun kõigiga',
  reject: 'Ainult vajalikud',
  preferences: 'Eelistused',
  privacyPolicy: 'Privaatsuspoliitika',
  saved: 'Teie valik on salvestatud.',
  honored: 'Teie loobumist järgitakse',

  'category.required': 'Vajalikud',
  'category.performance': 'Jõudlus',
  'category.marketing': 'Turundus',
  'category.advertising': 'Reklaam',

  placeholderTitle: 'Sisu allikast {vendor}',
  placeholderText:
    'Laadimisel saab {vendor} teada Teie külastusest, näiteks Teie IP-aadressi, ja võib salvestada küpsiseid.',
  loadOnce: 'Laadi üks kord',
  always: 'Luba alati',

  panelTitle: 'Privaatsuseelistused',
  optOutTitle: 'Teie privaatsusvalikud',
  save: 'Salvesta',
  close: 'Sulge',
  panelText: 'Muudatus kehtib, kui olete selle salvestanud.',
  optOut: 'Ärge müüge ega jagage minu isikuandmeid',
  optOutText: 'Üks klõps lõpetab selles brauseris Teie andmete müügi ja jagamise.',

  allow: 'Luba {name}',
  allowed: 'Lubatud',
  denied: 'Väljas',
  companies: 'Ettevõtted: lubatud {on}/{all}',

  'category.required.about': 'Hoiavad saidi töös ja turvalisena ning jätavad meelde Teie privaatsusvaliku.',
  'category.performance.about': 'Loendavad külastusi ja mõõdavad, kuidas saiti kasutatakse.',
  'category.marketing.about': 'Tunnevad Teid ära selle saidi pakkumiste ja uudiskirjade jaoks.',
  'category.advertising.about':
    'Valivad reklaame Teie huvide järgi, siin ja mujal, ning mõõdavad nende mõju.',

  'reason.required': 'Alati sees: sait vajab seda.',
  'reason.signal': 'Peatatud: Teie brauser saadab {signal}.',
  'reason.account': 'Peatatud: loobusite oma kontoga.',
  'reason.platform': 'Peatatud saidi teise nõusolekuteate tõttu.',
  'reason.audience': 'Peatatud kõigile selle saidi külastajatele.',
  'reason.error': 'Peatatud: saidi seadeid ei saanud lugeda.',
  lifted: 'Lubasite selle, kuigi {signal} on sees.',
  pings: 'Saadab ka väljalülitatuna signaale ilma küpsisteta.',

  conflictTitle: 'Teie brauser saadab {signal}',
  conflictText:
    'Signaal palub saitidel Teie andmeid mitte müüa ega jagada. Kui lubate need ettevõtted siiski, saavad nad teada Teie külastusest, näiteks Teie IP-aadressi ja avatud lehed, ning võivad salvestada küpsiseid:',
  keepSignal: 'Jäta signaal alles',
  allowAnyway: 'Luba siiski',

  receipt: 'Praegu sellel lehel peatatud: {count}',
  copy: 'Kopeeri JSON-ina',
  copied: 'Kopeeritud',

  reload: 'Laadige leht uuesti, et Teie valik kehtiks.',
  reloadNow: 'Laadi uuesti',
  later: 'Hiljem',

  cookies: 'Küpsised',
  cookie: 'Küpsis',
  company: 'Ettevõte',
  category: 'Kategooria',
  purpose: 'Eesmärk',
  duration: 'Kestus',
  party: 'Seab',
  first: 'See sait',
  third: 'Teine sait',
  ownCookie: 'Jätab meelde Teie privaatsusvaliku',
  session: 'Brauseri sulgemiseni',
  cannotDelete: 'Märgiga † küpsiseid see leht kustutada ei saa; seda saab teha Teie brauseri seadetes.',
};

export default et;
