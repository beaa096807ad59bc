import type { Texts } from './en.ts';

const lt: Texts = {
  lang: 'lt',

  bannerTitle: 'Jūsų privatumas',
  bannerText:
    'Jei sutinkate, kitos įmonės saugo slapukus ir sužino apie jūsų apsilankymą, šiems tikslams: {categories}. Tai galite bet kada pakeisti.',
  accept: 'Priimti visus',
  reject: 'Tik būtinieji',
  preferences: 'Nuostatos',
  privacyPolicy: 'Privatumo politika',
  saved: 'Jūsų pasirinkimas įrašytas.',
  honored: 'Jūsų atsisakymo paisoma',

  'category.required': 'Būtinieji',
  'category.performance': 'Našumas',
  'category.marketing': 'Rinkodara',
  'category.advertising': 'Reklama',

  placeholderTitle: 'Turinys: {vendor}',
  placeholderText:
    'Įkėlus {vendor} sužino apie jūsų apsilankymą, pavyzdžiui, jūsų IP adresą, ir gali saugoti slapukus.',
  loadOnce: 'Įkelti vieną kartą',
  always: 'Visada leisti',

  panelTitle: 'Privatumo nuostatos',
  optOutTitle: 'Jūsų privatumo pasirinkimai',
  save: 'Įrašyti',
  close: 'Uždaryti',
  panelText: 'Pakeitimas galioja, kai jį įrašote.',
  optOut: 'Neparduoti ir nesidalyti mano asmens duomenimis',
  optOutText:
    'Vienu spustelėjimu šioje naršyklėje sustabdomas duomenų apie jus pardavimas ir dalijimasis jais.',

  allow: 'Leisti {name}',
  allowed: 'Leidžiama',
  denied: 'Išjungta',
  companies: 'Įmonės: leidžiama {on} iš {all}',

  'category.required.about': 'Užtikrina, kad svetainė veiktų saugiai, ir įsimena jūsų privatumo pasirinkimą.',
  'category.performance.about': 'Skaičiuoja apsilankymus ir matuoja, kaip naudojamasi svetaine.',
  'category.marketing.about': 'Atpažįsta jus šios svetainės pasiūlymams ir naujienlaiškiams.',
  'category.advertising.about': 'Parenka reklamą pagal jūsų pomėgius, čia ir kitur, ir matuoja jos poveikį.',

  'reason.required': 'Visada įjungta: svetainei to reikia.',
  'reason.signal': 'Sulaikyta dėl {signal} jūsų naršyklėje.',
  'reason.account': 'Sulaikyta: atsisakėte naudodami savo paskyrą.',
  'reason.platform': 'Sulaikyta dėl kito šios svetainės sutikimo pranešimo.',
  'reason.audience': 'Sulaikyta visiems šios svetainės lankytojams.',
  'reason.error': 'Sulaikyta: nepavyko perskaityti svetainės nuostatų.',
  lifted: 'Tai leidote, nors {signal} yra įjungtas.',
  pings: 'Net ir išjungus siunčia signalus be slapukų.',

  conflictTitle: 'Jūsų naršyklė siunčia {signal}',
  conflictText:
    'Signalas prašo svetainių neparduoti duomenų apie jus ir jais nesidalyti. Jei vis tiek leisite šias įmones, jos sužinos apie jūsų apsilankymą, pavyzdžiui, jūsų IP adresą ir atvertus puslapius, ir galės saugoti slapukus:',
  keepSignal: 'Palikti signalą',
  allowAnyway: 'Vis tiek leisti',

  receipt: 'Dabar šiame puslapyje sulaikyta: {count}',
  copy: 'Kopijuoti kaip JSON',
  copied: 'Nukopijuota',

  reload: 'Įkelkite puslapį iš naujo, kad pasirinkimas įsigaliotų.',
  reloadNow: 'Įkelti iš naujo',
  later: 'Vėliau',

  cookies: 'Slapukai',
  cookie: 'Slapukas',
  company: 'Įmonė',
  category: 'Kategorija',
  purpose: 'Tikslas',
  duration: 'Trukmė',
  party: 'Nustato',
  first: 'Ši svetainė',
  third: 'Kita svetainė',
  ownCookie: 'Įsimena jūsų privatumo pasirinkimą',
  session: 'Kol uždaroma naršyklė',
  cannotDelete: 'Šis puslapis negali ištrinti † pažymėtų slapukų; tai galima naršyklės nuostatose.',
};

export default lt;
