import type { Texts } from './en.ts';

const sv: Texts = {
  lang: 'sv',

  bannerTitle: 'Din integritet',
  bannerText:
    'Om du samtycker lagrar andra företag kakor och får veta om ditt besök, för: {categories}. Du kan ändra detta när som helst.',
  accept: 'Godkänn alla',
  reject: 'Bara nödvändiga',
  preferences: 'Inställningar',
  privacyPolicy: 'Integritetspolicy',
  saved: 'Ditt val är sparat.',
  honored: 'Ditt nej respekteras',

  'category.required': 'Nödvändiga',
  'category.performance': 'Prestanda',
  'category.marketing': 'Marknadsföring',
  'category.advertising': 'Annonsering',

  placeholderTitle: 'Innehåll från {vendor}',
  placeholderText:
    'När det läses in får {vendor} veta om ditt besök, till exempel din IP-adress, och kan lagra kakor.',
  loadOnce: 'Läs in en gång',
  always: 'Tillåt alltid',

  panelTitle: 'Integritetsinställningar',
  optOutTitle: 'Dina integritetsval',
  save: 'Spara',
  close: 'Stäng',
  panelText: 'En ändring gäller när du har sparat den.',
  optOut: 'Sälj eller dela inte mina personuppgifter',
  optOutText: 'Ett klick stoppar försäljning och delning av uppgifter om dig i den här webbläsaren.',

  allow: 'Tillåt {name}',
  allowed: 'Tillåtet',
  denied: 'Av',
  companies: 'Företag: {on} av {all} tillåtna',

  'category.required.about': 'Håller webbplatsen säker och i gång och minns ditt integritetsval.',
  'category.performance.about': 'Räknar besök och mäter hur webbplatsen används.',
  'category.marketing.about': 'Känner igen dig för erbjudanden och nyhetsbrev från den här webbplatsen.',
  'category.advertising.about':
    'Väljer annonser efter dina intressen, här och på andra ställen, och mäter effekten.',

  'reason.required': 'Alltid på: webbplatsen behöver det.',
  'reason.signal': 'Stoppat av {signal} i din webbläsare.',
  'reason.account': 'Stoppat: du har tackat nej med ditt konto.',
  'reason.platform': 'Stoppat av webbplatsens andra samtyckesruta.',
  'reason.audience': 'Stoppat för alla besökare på webbplatsen.',
  'reason.error': 'Stoppat: webbplatsens inställningar gick inte att läsa.',
  lifted: 'Du har tillåtit detta trots att {signal} är på.',
  pings: 'Skickar signaler utan kakor även när det är av.',

  conflictTitle: 'Din webbläsare skickar {signal}',
  conflictText:
    'Signalen ber webbplatser att varken sälja eller dela uppgifter om dig. Om du ändå tillåter de här företagen får de veta om ditt besök, till exempel din IP-adress och vilka sidor du öppnar, och kan lagra kakor:',
  keepSignal: 'Behåll signalen',
  allowAnyway: 'Tillåt ändå',

  receipt: 'Stoppat på den här sidan nu: {count}',
  copy: 'Kopiera som JSON',
  copied: 'Kopierat',

  reload: 'Läs in sidan på nytt för att använda ditt val.',
  reloadNow: 'Läs in på nytt',
  later: 'Senare',

  cookies: 'Kakor',
  cookie: 'Kaka',
  company: 'Företag',
  category: 'Kategori',
  purpose: 'Syfte',
  duration: 'Varaktighet',
  party: 'Sätts av',
  first: 'Den här webbplatsen',
  third: 'En annan webbplats',
  ownCookie: 'Minns ditt integritetsval',
  session: 'Tills webbläsaren stängs',
  cannotDelete: 'Kakor märkta med † kan inte raderas av den här sidan; det går i webbläsarens inställningar.',
};

export default sv;
