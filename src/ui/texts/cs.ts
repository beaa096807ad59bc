import type { Texts } from './en.ts';

const cs: Texts = {
  lang: 'cs',

  bannerTitle: 'Vaše soukromí',
  bannerText:
    'Pokud souhlasíte, jiné společnosti ukládají cookies a dozvědí se o vaší návštěvě, pro účely: {categories}. Kdykoli to můžete změnit.',
  accept: 'Přijmout vše',
  reject: 'Jen nezbytné',
  preferences: 'Předvolby',
  privacyPolicy: 'Zásady ochrany soukromí',
  saved: 'Vaše volba je uložena.',
  honored: 'Vaše odmítnutí respektujeme',

  'category.required': 'Nezbytné',
  'category.performance': 'Výkon',
  'category.marketing': 'Marketing',
  'category.advertising': 'Reklama',

  placeholderTitle: 'Obsah od {vendor}',
  placeholderText:
    'Načtením se {vendor} dozví o vaší návštěvě, například vaši IP adresu, a může ukládat cookies.',
  loadOnce: 'Načíst jednou',
  always: 'Vždy povolit',

  panelTitle: 'Předvolby soukromí',
  optOutTitle: 'Vaše volby soukromí',
  save: 'Uložit',
  close: 'Zavřít',
  panelText: 'Změna platí, jakmile ji uložíte.',
  optOut: 'Neprodávejte ani nesdílejte mé osobní údaje',
  optOutText: 'Jedním kliknutím v tomto prohlížeči ukončíte prodej a sdílení údajů o vás.',

  allow: 'Povolit {name}',
  allowed: 'Povoleno',
  denied: 'Vypnuto',
  companies: 'Společnosti: povoleno {on} z {all}',

  'category.required.about': 'Udržují web funkční a bezpečný a pamatují si vaši volbu soukromí.',
  'category.performance.about': 'Počítají návštěvy a měří, jak se web používá.',
  'category.marketing.about': 'Poznají vás kvůli nabídkám a newsletterům tohoto webu.',
  'category.advertising.about': 'Vybírají reklamy podle vašich zájmů, zde i jinde, a měří jejich účinek.',

  'reason.required': 'Vždy zapnuto: web to potřebuje.',
  'reason.signal': 'Pozastaveno signálem {signal} ve vašem prohlížeči.',
  'reason.account': 'Pozastaveno: odmítli jste to ve svém účtu.',
  'reason.platform': 'Pozastaveno v jiném oznámení o souhlasu na tomto webu.',
  'reason.audience': 'Pozastaveno pro všechny návštěvníky tohoto webu.',
  'reason.error': 'Pozastaveno: nastavení webu nelze přečíst.',
  lifted: 'Povolili jste to, ačkoli je {signal} zapnutý.',
  pings: 'I vypnuté odesílá signály bez cookies.',

  conflictTitle: 'Váš prohlížeč vysílá {signal}',
  conflictText:
    'Signál žádá weby, aby údaje o vás neprodávaly ani nesdílely. Pokud tyto společnosti přesto povolíte, dozvědí se o vaší návštěvě, například vaši IP adresu a stránky, které otevřete, a mohou ukládat cookies:',
  keepSignal: 'Ponechat signál',
  allowAnyway: 'Přesto povolit',

  receipt: 'Nyní na této stránce pozastaveno: {count}',
  copy: 'Kopírovat jako JSON',
  copied: 'Zkopírováno',

  reload: 'Načtěte stránku znovu, aby vaše volba začala platit.',
  reloadNow: 'Načíst znovu',
  later: 'Později',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Společnost',
  category: 'Kategorie',
  purpose: 'Účel',
  duration: 'Doba',
  party: 'Nastavuje',
  first: 'Tento web',
  third: 'Jiný web',
  ownCookie: 'Pamatuje si vaši volbu soukromí',
  session: 'Do zavření prohlížeče',
  cannotDelete: 'Cookies označené † tato stránka smazat nemůže; lze to v nastavení vašeho prohlížeče.',
};

export default cs;
