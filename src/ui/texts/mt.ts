import type { Texts } from './en.ts';

const mt: Texts = {
  lang: 'mt',

  bannerTitle: 'Il-privatezza tiegħek',
  bannerText:
    'Jekk taqbel, kumpaniji oħra jaħżnu cookies u jsiru jafu biż-żjara tiegħek, għal: {categories}. Tista’ tibdel dan meta trid.',
  accept: 'Aċċetta kollox',
  reject: 'Meħtieġa biss',
  preferences: 'Preferenzi',
  privacyPolicy: 'Politika tal-privatezza',
  saved: 'L-għażla tiegħek inżammet.',
  honored: 'Ir-rifjut tiegħek huwa rrispettat',

  'category.required': 'Meħtieġa',
  'category.performance': 'Prestazzjoni',
  'category.marketing': 'Marketing',
  'category.advertising': 'Reklamar',

  placeholderTitle: 'Kontenut minn {vendor}',
  placeholderText:
    'Meta jitgħabba, {vendor} isir jaf biż-żjara tiegħek, bħall-indirizz IP tiegħek, u jista’ jaħżen cookies.',
  loadOnce: 'Għabbi darba',
  always: 'Dejjem ippermetti',

  panelTitle: 'Preferenzi tal-privatezza',
  optOutTitle: 'L-għażliet tal-privatezza tiegħek',
  save: 'Żomm',
  close: 'Agħlaq',
  panelText: 'Bidla tgħodd hekk kif iżżommha.',
  optOut: 'Tbigħx u taqsamx l-informazzjoni personali tiegħi',
  optOutText: 'Klikk waħda twaqqaf il-bejgħ u l-qsim ta’ data dwarek f’dan il-brawżer.',

  allow: 'Ippermetti {name}',
  allowed: 'Permess',
  denied: 'Mitfi',
  companies: 'Kumpaniji: {on} minn {all} permessi',

  'category.required.about': 'Iżommu s-sit jaħdem u sigur, u jiftakru l-għażla tal-privatezza tiegħek.',
  'category.performance.about': 'Jgħoddu ż-żjarat u jkejlu kif jintuża s-sit.',
  'category.marketing.about': 'Jagħrfuk għal offerti u newsletters ta’ dan is-sit.',
  'category.advertising.about':
    'Jagħżlu reklami skont l-interessi tiegħek, hawn u x’imkien ieħor, u jkejluhom.',

  'reason.required': 'Dejjem mixgħul: is-sit għandu bżonnu.',
  'reason.signal': 'Miżmum minn {signal} fil-brawżer tiegħek.',
  'reason.account': 'Miżmum: irrifjutajt bil-kont tiegħek.',
  'reason.platform': 'Miżmum minħabba l-avviż l-ieħor tal-kunsens tas-sit.',
  'reason.audience': 'Miżmum għall-viżitaturi kollha ta’ dan is-sit.',
  'reason.error': 'Miżmum: is-settings tas-sit ma setgħux jinqraw.',
  lifted: 'Ippermettejt dan minkejja li {signal} huwa mixgħul.',
  pings: 'Jibgħat sinjali mingħajr cookies anke meta jkun mitfi.',

  conflictTitle: 'Il-brawżer tiegħek jibgħat {signal}',
  conflictText:
    'Is-sinjal jitlob lis-siti biex ma jbigħux u ma jaqsmux data dwarek. Jekk xorta tippermetti lil dawn il-kumpaniji, isiru jafu biż-żjara tiegħek, bħall-indirizz IP tiegħek u l-paġni li tiftaħ, u jistgħu jaħżnu cookies:',
  keepSignal: 'Żomm is-sinjal',
  allowAnyway: 'Xorta ppermetti',

  receipt: 'Miżmum issa f’din il-paġna: {count}',
  copy: 'Ikkopja bħala JSON',
  copied: 'Ikkupjat',

  reload: 'Erġa’ għabbi l-paġna biex tapplika l-għażla tiegħek.',
  reloadNow: 'Erġa’ għabbi',
  later: 'Aktar tard',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Kumpanija',
  category: 'Kategorija',
  purpose: 'Skop',
  duration: 'Tul',
  party: 'Stabbilit minn',
  first: 'Dan is-sit',
  third: 'Sit ieħor',
  ownCookie: 'Jiftakar l-għażla tal-privatezza tiegħek',
  session: 'Sakemm jingħalaq il-brawżer',
  cannotDelete:
    'Cookies immarkati b’† ma jistgħux jitħassru minn din il-paġna; jistgħu mis-settings tal-brawżer tiegħek.',
};

export default mt;
