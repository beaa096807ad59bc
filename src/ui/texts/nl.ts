import type { Texts } from './en.ts';

const nl: Texts = {
  lang: 'nl',

  bannerTitle: 'Uw privacy',
  bannerText:
    'Als u akkoord gaat, plaatsen andere bedrijven cookies en krijgen zij informatie over uw bezoek, voor: {categories}. U kunt dit altijd wijzigen.',
  accept: 'Alles accepteren',
  reject: 'Alleen noodzakelijk',
  preferences: 'Voorkeuren',
  privacyPolicy: 'Privacybeleid',
  saved: 'Uw keuze is opgeslagen.',
  honored: 'Uw bezwaar wordt gerespecteerd',

  'category.required': 'Noodzakelijk',
  'category.performance': 'Prestaties',
  'category.marketing': 'Marketing',
  'category.advertising': 'Advertenties',

  placeholderTitle: 'Inhoud van {vendor}',
  placeholderText:
    'Bij het laden krijgt {vendor} informatie over uw bezoek, zoals uw IP-adres, en kan cookies plaatsen.',
  loadOnce: 'Eén keer laden',
  always: 'Altijd toestaan',

  panelTitle: 'Privacyvoorkeuren',
  optOutTitle: 'Uw privacykeuzes',
  save: 'Opslaan',
  close: 'Sluiten',
  panelText: 'Een wijziging geldt zodra u die opslaat.',
  optOut: 'Mijn persoonsgegevens niet verkopen of delen',
  optOutText: 'Met één klik stopt in deze browser de verkoop en het delen van gegevens over u.',

  allow: '{name} toestaan',
  allowed: 'Toegestaan',
  denied: 'Uit',
  companies: 'Bedrijven: {on} van {all} toegestaan',

  'category.required.about': 'Houdt de site veilig en werkend en onthoudt uw privacykeuze.',
  'category.performance.about': 'Telt bezoeken en meet hoe de site wordt gebruikt.',
  'category.marketing.about': 'Herkent u voor aanbiedingen en nieuwsbrieven van deze site.',
  'category.advertising.about':
    'Kiest advertenties op basis van uw interesses, hier en elders, en meet het effect ervan.',

  'reason.required': 'Altijd aan: de site heeft dit nodig.',
  'reason.signal': 'Tegengehouden door {signal} in uw browser.',
  'reason.account': 'Tegengehouden: u hebt met uw account bezwaar gemaakt.',
  'reason.platform': 'Tegengehouden door de andere toestemmingsmelding van de site.',
  'reason.audience': 'Tegengehouden voor alle bezoekers van deze site.',
  'reason.error': 'Tegengehouden: de instellingen van de site zijn onleesbaar.',
  lifted: 'U hebt dit toegestaan hoewel {signal} aan staat.',
  pings: 'Stuurt ook uitgeschakeld signalen zonder cookies.',

  conflictTitle: 'Uw browser verstuurt {signal}',
  conflictText:
    'Het signaal vraagt sites om gegevens over u niet te verkopen of te delen. Als u deze bedrijven toch toestaat, krijgen zij informatie over uw bezoek, zoals uw IP-adres en de pagina’s die u opent, en kunnen zij cookies plaatsen:',
  keepSignal: 'Signaal behouden',
  allowAnyway: 'Toch toestaan',

  receipt: 'Nu tegengehouden op deze pagina: {count}',
  copy: 'Kopiëren als JSON',
  copied: 'Gekopieerd',

  reload: 'Laad de pagina opnieuw om uw keuze toe te passen.',
  reloadNow: 'Opnieuw laden',
  later: 'Later',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Bedrijf',
  category: 'Categorie',
  purpose: 'Doel',
  duration: 'Duur',
  party: 'Geplaatst door',
  first: 'Deze site',
  third: 'Een andere site',
  ownCookie: 'Onthoudt uw privacykeuze',
  session: 'Tot de browser wordt gesloten',
  cannotDelete: 'Cookies met † kan deze pagina niet verwijderen; dat kan in de instellingen van uw browser.',
};

export default nl;
