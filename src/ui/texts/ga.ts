import type { Texts } from './en.ts';

const ga: Texts = {
  lang: 'ga',

  bannerTitle: 'Do phríobháideachas',
  bannerText:
    'Má aontaíonn tú, stórálann cuideachtaí eile fianáin agus faigheann siad eolas faoi do chuairt, le haghaidh: {categories}. Is féidir leat é seo a athrú am ar bith.',
  accept: 'Glac le gach ceann',
  reject: 'Riachtanach amháin',
  preferences: 'Roghanna',
  privacyPolicy: 'Beartas príobháideachais',
  saved: 'Tá do rogha sábháilte.',
  honored: 'Tá do dhiúltú á urramú',

  'category.required': 'Riachtanach',
  'category.performance': 'Feidhmíocht',
  'category.marketing': 'Margaíocht',
  'category.advertising': 'Fógraíocht',

  placeholderTitle: 'Ábhar ó {vendor}',
  placeholderText:
    'Má lódáiltear é, faigheann {vendor} eolas faoi do chuairt, mar shampla do sheoladh IP, agus féadann sé fianáin a stóráil.',
  loadOnce: 'Lódáil uair amháin',
  always: 'Ceadaigh i gcónaí',

  panelTitle: 'Socruithe príobháideachais',
  optOutTitle: 'Do roghanna príobháideachais',
  save: 'Sábháil',
  close: 'Dún',
  panelText: 'Bíonn athrú i bhfeidhm nuair a shábhálann tú é.',
  optOut: 'Ná díol ná roinn mo fhaisnéis phearsanta',
  optOutText: 'Le cliceáil amháin stoptar díol agus roinnt sonraí fút sa bhrabhsálaí seo.',

  allow: 'Ceadaigh {name}',
  allowed: 'Ceadaithe',
  denied: 'As',
  companies: 'Cuideachtaí: {on} as {all} ceadaithe',

  'category.required.about': 'Coinníonn siad an suíomh ag obair agus slán, agus cuimhníonn siad ar do rogha.',
  'category.performance.about': 'Comhaireann siad cuairteanna agus tomhaiseann siad úsáid an tsuímh.',
  'category.marketing.about':
    'Aithníonn siad thú le haghaidh tairiscintí agus nuachtlitreacha an tsuímh seo.',
  'category.advertising.about':
    'Roghnaíonn siad fógraí de réir do spéiseanna, anseo agus in áiteanna eile, agus tomhaiseann siad iad.',

  'reason.required': 'Ar siúl i gcónaí: tá gá ag an suíomh leis.',
  'reason.signal': 'Coinnithe siar ag {signal} i do bhrabhsálaí.',
  'reason.account': 'Coinnithe siar: dhiúltaigh tú le do chuntas.',
  'reason.platform': 'Coinnithe siar ag fógra toilithe eile an tsuímh.',
  'reason.audience': 'Coinnithe siar do gach cuairteoir ar an suíomh seo.',
  'reason.error': 'Coinnithe siar: níorbh fhéidir socruithe an tsuímh a léamh.',
  lifted: 'Cheadaigh tú é seo cé go bhfuil {signal} ar siúl.',
  pings: 'Seolann sé comharthaí gan fianáin fiú nuair atá sé as.',

  conflictTitle: 'Seolann do bhrabhsálaí {signal}',
  conflictText:
    'Iarrann an comhartha ar shuíomhanna gan sonraí fút a dhíol ná a roinnt. Má cheadaíonn tú na cuideachtaí seo mar sin féin, faigheann siad eolas faoi do chuairt, mar shampla do sheoladh IP agus na leathanaigh a osclaíonn tú, agus féadann siad fianáin a stóráil:',
  keepSignal: 'Coinnigh mo chomhartha',
  allowAnyway: 'Ceadaigh mar sin féin',

  receipt: 'Coinnithe siar ar an leathanach seo anois: {count}',
  copy: 'Cóipeáil mar JSON',
  copied: 'Cóipeáilte',

  reload: 'Athlódáil an leathanach chun do rogha a chur i bhfeidhm.',
  reloadNow: 'Athlódáil',
  later: 'Níos déanaí',

  cookies: 'Fianáin',
  cookie: 'Fianán',
  company: 'Cuideachta',
  category: 'Catagóir',
  purpose: 'Cuspóir',
  duration: 'Fad',
  party: 'Socraithe ag',
  first: 'An suíomh seo',
  third: 'Suíomh eile',
  ownCookie: 'Cuimhníonn sé ar do rogha phríobháideachais',
  session: 'Go dtí go ndúntar an brabhsálaí',
  cannotDelete:
    'Ní féidir leis an leathanach seo fianáin atá marcáilte le † a scriosadh; déan é i socruithe do bhrabhsálaí.',
};

export default ga;
