import type { Texts } from './en.ts';

const da: Texts = {
  lang: 'da',

  bannerTitle: 'Dit privatliv',
  bannerText:
    'Hvis du siger ja, gemmer andre virksomheder cookies og får oplysninger om dit besøg, til: {categories}. Du kan ændre det når som helst.',
  accept: 'Accepter alle',
  reject: 'Kun nødvendige',
  preferences: 'Indstillinger',
  privacyPolicy: 'Privatlivspolitik',
  saved: 'Dit valg er gemt.',
  honored: 'Dit fravalg respekteres',

  'category.required': 'Nødvendige',
  'category.performance': 'Ydeevne',
  'category.marketing': 'Marketing',
  'category.advertising': 'Annoncering',

  placeholderTitle: 'Indhold fra {vendor}',
  placeholderText:
    'Når det indlæses, får {vendor} oplysninger om dit besøg, f.eks. din IP-adresse, og kan gemme cookies.',
  loadOnce: 'Indlæs én gang',
  always: 'Tillad altid',

  panelTitle: 'Privatlivsindstillinger',
  optOutTitle: 'Dine valg om privatliv',
  save: 'Gem',
  close: 'Luk',
  panelText: 'En ændring gælder, når du gemmer den.',
  optOut: 'Sælg eller del ikke mine personoplysninger',
  optOutText: 'Ét klik stopper salg og deling af data om dig i denne browser.',

  allow: 'Tillad {name}',
  allowed: 'Tilladt',
  denied: 'Fra',
  companies: 'Virksomheder: {on} af {all} tilladt',

  'category.required.about': 'Holder webstedet i gang og sikkert og husker dit valg om privatliv.',
  'category.performance.about': 'Tæller besøg og måler, hvordan webstedet bruges.',
  'category.marketing.about': 'Genkender dig til tilbud og nyhedsbreve fra dette websted.',
  'category.advertising.about':
    'Vælger annoncer efter dine interesser, her og andre steder, og måler deres virkning.',

  'reason.required': 'Altid til: webstedet har brug for det.',
  'reason.signal': 'Holdt tilbage af {signal} i din browser.',
  'reason.account': 'Holdt tilbage: du har fravalgt det med din konto.',
  'reason.platform': 'Holdt tilbage af webstedets anden samtykkedialog.',
  'reason.audience': 'Holdt tilbage for alle besøgende på dette websted.',
  'reason.error': 'Holdt tilbage: webstedets indstillinger kunne ikke læses.',
  lifted: 'Du har tilladt dette, selv om {signal} er slået til.',
  pings: 'Sender signaler uden cookies, også når det er slået fra.',

  conflictTitle: 'Din browser sender {signal}',
  conflictText:
    'Signalet beder websteder om hverken at sælge eller dele data om dig. Hvis du alligevel tillader disse virksomheder, får de oplysninger om dit besøg, f.eks. din IP-adresse og de sider, du åbner, og kan gemme cookies:',
  keepSignal: 'Behold signalet',
  allowAnyway: 'Tillad alligevel',

  receipt: 'Holdt tilbage på denne side nu: {count}',
  copy: 'Kopiér som JSON',
  copied: 'Kopieret',

  reload: 'Genindlæs siden for at anvende dit valg.',
  reloadNow: 'Genindlæs',
  later: 'Senere',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Virksomhed',
  category: 'Kategori',
  purpose: 'Formål',
  duration: 'Varighed',
  party: 'Sat af',
  first: 'Dette websted',
  third: 'Et andet websted',
  ownCookie: 'Husker dit valg om privatliv',
  session: 'Indtil browseren lukkes',
  cannotDelete: 'Cookies mærket med † kan ikke slettes af denne side; det kan din browsers indstillinger.',
};

export default da;
