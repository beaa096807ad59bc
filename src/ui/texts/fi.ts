import type { Texts } from './en.ts';

const fi: Texts = {
  lang: 'fi',

  bannerTitle: 'Yksityisyytesi',
  bannerText:
    'Jos suostut, muut yritykset tallentavat evästeitä ja saavat tietoja käynnistäsi, tarkoituksena: {categories}. Voit muuttaa tätä milloin tahansa.',
  accept: 'Hyväksy kaikki',
  reject: 'Vain välttämättömät',
  preferences: 'Asetukset',
  privacyPolicy: 'Tietosuojaseloste',
  saved: 'Valintasi on tallennettu.',
  honored: 'Kieltoasi noudatetaan',

  'category.required': 'Välttämättömät',
  'category.performance': 'Suorituskyky',
  'category.marketing': 'Markkinointi',
  'category.advertising': 'Mainonta',

  placeholderTitle: 'Sisältö: {vendor}',
  placeholderText:
    'Ladattaessa {vendor} saa tietoja käynnistäsi, kuten IP-osoitteesi, ja voi tallentaa evästeitä.',
  loadOnce: 'Lataa kerran',
  always: 'Salli aina',

  panelTitle: 'Yksityisyysasetukset',
  optOutTitle: 'Yksityisyysvalintasi',
  save: 'Tallenna',
  close: 'Sulje',
  panelText: 'Muutos tulee voimaan, kun tallennat sen.',
  optOut: 'Älä myy tai jaa henkilötietojani',
  optOutText: 'Yksi napsautus lopettaa tietojesi myynnin ja jakamisen tässä selaimessa.',

  allow: 'Salli {name}',
  allowed: 'Sallittu',
  denied: 'Pois',
  companies: 'Yritykset: sallittu {on}/{all}',

  'category.required.about':
    'Pitävät sivuston toiminnassa ja turvallisena ja muistavat yksityisyysvalintasi.',
  'category.performance.about': 'Laskevat käyntejä ja mittaavat, miten sivustoa käytetään.',
  'category.marketing.about': 'Tunnistavat sinut tämän sivuston tarjouksia ja uutiskirjeitä varten.',
  'category.advertising.about':
    'Valitsevat mainoksia kiinnostuksesi mukaan, täällä ja muualla, ja mittaavat niiden tehoa.',

  'reason.required': 'Aina käytössä: sivusto tarvitsee tämän.',
  'reason.signal': 'Pysäytetty: selaimesi lähettää signaalin {signal}.',
  'reason.account': 'Pysäytetty: kielsit tämän tililläsi.',
  'reason.platform': 'Pysäytetty sivuston toisen suostumusilmoituksen vuoksi.',
  'reason.audience': 'Pysäytetty kaikilta tämän sivuston kävijöiltä.',
  'reason.error': 'Pysäytetty: sivuston asetuksia ei voitu lukea.',
  lifted: 'Sallit tämän, vaikka {signal} on käytössä.',
  pings: 'Lähettää myös pois käytöstä ollessaan signaaleja ilman evästeitä.',

  conflictTitle: 'Selaimesi lähettää signaalin {signal}',
  conflictText:
    'Signaali pyytää, etteivät sivustot myy tai jaa tietojasi. Jos silti sallit nämä yritykset, ne saavat tietoja käynnistäsi, kuten IP-osoitteesi ja avaamasi sivut, ja voivat tallentaa evästeitä:',
  keepSignal: 'Pidä signaali',
  allowAnyway: 'Salli silti',

  receipt: 'Pysäytetty nyt tällä sivulla: {count}',
  copy: 'Kopioi JSON-muodossa',
  copied: 'Kopioitu',

  reload: 'Lataa sivu uudelleen, jotta valintasi tulee voimaan.',
  reloadNow: 'Lataa uudelleen',
  later: 'Myöhemmin',

  cookies: 'Evästeet',
  cookie: 'Eväste',
  company: 'Yritys',
  category: 'Luokka',
  purpose: 'Tarkoitus',
  duration: 'Kesto',
  party: 'Asettaja',
  first: 'Tämä sivusto',
  third: 'Toinen sivusto',
  ownCookie: 'Muistaa yksityisyysvalintasi',
  session: 'Kunnes selain suljetaan',
  cannotDelete: 'Tämä sivu ei voi poistaa †-merkittyjä evästeitä; voit poistaa ne selaimesi asetuksissa.',
};

export default fi;
