import type { Texts } from './en.ts';

const sk: Texts = {
  lang: 'sk',

  bannerTitle: 'Vaše súkromie',
  bannerText:
    'Ak súhlasíte, iné spoločnosti ukladajú cookies a dozvedia sa o vašej návšteve, na účely: {categories}. Kedykoľvek to môžete zmeniť.',
  accept: 'Prijať všetko',
  reject: 'Len nevyhnutné',
  preferences: 'Predvoľby',
  privacyPolicy: 'Zásady ochrany súkromia',
  saved: 'Vaša voľba je uložená.',
  honored: 'Vaše odmietnutie rešpektujeme',

  'category.required': 'Nevyhnutné',
  'category.performance': 'Výkon',
  'category.marketing': 'Marketing',
  'category.advertising': 'Reklama',

  placeholderTitle: 'Obsah od {vendor}',
  placeholderText:
    'Načítaním sa {vendor} dozvie o vašej návšteve, napríklad vašu IP adresu, a môže ukladať cookies.',
  loadOnce: 'Načítať raz',
  always: 'Vždy povoliť',

  panelTitle: 'Predvoľby súkromia',
  optOutTitle: 'Vaše voľby súkromia',
  save: 'Uložiť',
  close: 'Zavrieť',
  panelText: 'Zmena platí, keď ju uložíte.',
  optOut: 'Nepredávať ani nezdieľať moje osobné údaje',
  optOutText: 'Jedným kliknutím v tomto prehliadači ukončíte predaj a zdieľanie údajov o vás.',

  allow: 'Povoliť {name}',
  allowed: 'Povolené',
  denied: 'Vypnuté',
  companies: 'Spoločnosti: povolené {on} z {all}',

  'category.required.about': 'Udržujú web funkčný a bezpečný a pamätajú si vašu voľbu súkromia.',
  'category.performance.about': 'Počítajú návštevy a merajú, ako sa web používa.',
  'category.marketing.about': 'Spoznajú vás pre ponuky a newslettre tohto webu.',
  'category.advertising.about': 'Vyberajú reklamy podľa vašich záujmov, tu aj inde, a merajú ich účinok.',

  'reason.required': 'Vždy zapnuté: web to potrebuje.',
  'reason.signal': 'Zadržané signálom {signal} vo vašom prehliadači.',
  'reason.account': 'Zadržané: odmietli ste to vo svojom účte.',
  'reason.platform': 'Zadržané iným oznámením o súhlase na tomto webe.',
  'reason.audience': 'Zadržané pre všetkých návštevníkov tohto webu.',
  'reason.error': 'Zadržané: nastavenia webu sa nedajú prečítať.',
  lifted: 'Povolili ste to, hoci je {signal} zapnutý.',
  pings: 'Aj vypnuté odosiela signály bez cookies.',

  conflictTitle: 'Váš prehliadač vysiela {signal}',
  conflictText:
    'Signál žiada weby, aby údaje o vás nepredávali ani nezdieľali. Ak tieto spoločnosti napriek tomu povolíte, dozvedia sa o vašej návšteve, napríklad vašu IP adresu a stránky, ktoré otvoríte, a môžu ukladať cookies:',
  keepSignal: 'Ponechať signál',
  allowAnyway: 'Napriek tomu povoliť',

  receipt: 'Teraz zadržané na tejto stránke: {count}',
  copy: 'Kopírovať ako JSON',
  copied: 'Skopírované',

  reload: 'Načítajte stránku znova, aby vaša voľba začala platiť.',
  reloadNow: 'Načítať znova',
  later: 'Neskôr',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Spoločnosť',
  category: 'Kategória',
  purpose: 'Účel',
  duration: 'Trvanie',
  party: 'Nastavuje',
  first: 'Tento web',
  third: 'Iný web',
  ownCookie: 'Pamätá si vašu voľbu súkromia',
  session: 'Do zatvorenia prehliadača',
  cannotDelete: 'Cookies označené † táto stránka vymazať nemôže; dá sa to v nastaveniach vášho prehliadača.',
};

export default sk;
