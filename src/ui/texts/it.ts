import type { Texts } from './en.ts';

const it: Texts = {
  lang: 'it',

  bannerTitle: 'La Sua privacy',
  bannerText:
    'Se acconsente, altre aziende memorizzano cookie e ricevono informazioni sulla Sua visita, per: {categories}. Può cambiare scelta in qualsiasi momento.',
  accept: 'Accetta tutto',
  reject: 'Solo necessari',
  preferences: 'Preferenze',
  privacyPolicy: 'Informativa sulla privacy',
  saved: 'La Sua scelta è salvata.',
  honored: 'Richiesta di opposizione rispettata',

  'category.required': 'Necessari',
  'category.performance': 'Prestazioni',
  'category.marketing': 'Marketing',
  'category.advertising': 'Pubblicità',

  placeholderTitle: 'Contenuto di {vendor}',
  placeholderText:
    'Caricandolo, {vendor} riceve informazioni sulla Sua visita, come il Suo indirizzo IP, e può memorizzare cookie.',
  loadOnce: 'Carica una volta',
  always: 'Consenti sempre',

  panelTitle: 'Preferenze sulla privacy',
  optOutTitle: 'Le Sue scelte sulla privacy',
  save: 'Salva',
  close: 'Chiudi',
  panelText: 'Una modifica vale quando la salva.',
  optOut: 'Non vendere né condividere i miei dati personali',
  optOutText: 'Un clic ferma in questo browser la vendita e la condivisione di dati su di Lei.',

  allow: 'Consenti {name}',
  allowed: 'Consentito',
  denied: 'Disattivato',
  companies: 'Aziende: {on} di {all} consentite',

  'category.required.about': 'Fanno funzionare il sito in sicurezza e ricordano la Sua scelta sulla privacy.',
  'category.performance.about': 'Contano le visite e misurano come si usa il sito.',
  'category.marketing.about': 'La riconoscono per offerte e newsletter di questo sito.',
  'category.advertising.about':
    'Scelgono annunci in base ai Suoi interessi, qui e altrove, e ne misurano l’effetto.',

  'reason.required': 'Sempre attivo: serve al sito.',
  'reason.signal': 'Bloccato da {signal} nel Suo browser.',
  'reason.account': 'Bloccato: si è opposto con il Suo account.',
  'reason.platform': 'Bloccato dall’altro avviso di consenso del sito.',
  'reason.audience': 'Bloccato per tutti i visitatori di questo sito.',
  'reason.error': 'Bloccato: le impostazioni del sito sono illeggibili.',
  lifted: 'Lo ha consentito benché {signal} sia attivo.',
  pings: 'Anche se disattivato, invia segnali senza cookie.',

  conflictTitle: 'Il Suo browser invia {signal}',
  conflictText:
    'Il segnale chiede ai siti di non vendere né condividere dati su di Lei. Se consente comunque queste aziende, ricevono informazioni sulla Sua visita, come il Suo indirizzo IP e le pagine che apre, e possono memorizzare cookie:',
  keepSignal: 'Mantieni il segnale',
  allowAnyway: 'Consenti comunque',

  receipt: 'Bloccati ora su questa pagina: {count}',
  copy: 'Copia come JSON',
  copied: 'Copiato',

  reload: 'Ricarichi la pagina per applicare la Sua scelta.',
  reloadNow: 'Ricarica',
  later: 'Più tardi',

  cookies: 'Cookie',
  cookie: 'Cookie',
  company: 'Azienda',
  category: 'Categoria',
  purpose: 'Finalità',
  duration: 'Durata',
  party: 'Impostato da',
  first: 'Questo sito',
  third: 'Un altro sito',
  ownCookie: 'Ricorda la Sua scelta sulla privacy',
  session: 'Fino alla chiusura del browser',
  cannotDelete:
    'Questa pagina non può eliminare i cookie contrassegnati con †; può farlo nelle impostazioni del browser.',
};

export default it;
