import type { Texts } from './en.ts';

const fr: Texts = {
  lang: 'fr',

  bannerTitle: 'Votre vie privée',
  bannerText:
    'Si vous acceptez, d’autres entreprises déposent des cookies et reçoivent des informations sur votre visite, pour : {categories}. Vous pouvez changer d’avis à tout moment.',
  accept: 'Tout accepter',
  reject: 'Requis seulement',
  preferences: 'Préférences',
  privacyPolicy: 'Politique de confidentialité',
  saved: 'Votre choix est enregistré.',
  honored: 'Demande d’opposition respectée',

  'category.required': 'Requis',
  'category.performance': 'Performance',
  'category.marketing': 'Marketing',
  'category.advertising': 'Publicité',

  placeholderTitle: 'Contenu de {vendor}',
  placeholderText:
    'Son chargement informe {vendor} de votre visite, par exemple de votre adresse IP, et peut déposer des cookies.',
  loadOnce: 'Charger une fois',
  always: 'Toujours autoriser',

  panelTitle: 'Préférences de confidentialité',
  optOutTitle: 'Vos choix de confidentialité',
  save: 'Enregistrer',
  close: 'Fermer',
  panelText: 'Un changement s’applique dès que vous l’enregistrez.',
  optOut: 'Ne pas vendre ni partager mes données personnelles',
  optOutText: 'Un clic arrête dans ce navigateur la vente et le partage de données vous concernant.',

  allow: 'Autoriser {name}',
  allowed: 'Autorisé',
  denied: 'Désactivé',
  companies: 'Entreprises : {on} sur {all} autorisées',

  'category.required.about': 'Assurent le fonctionnement et la sécurité du site et retiennent votre choix.',
  'category.performance.about': 'Comptent les visites et mesurent l’usage du site.',
  'category.marketing.about': 'Vous reconnaissent pour les offres et lettres d’information de ce site.',
  'category.advertising.about':
    'Choisissent des publicités selon vos centres d’intérêt, ici et ailleurs, et mesurent leur effet.',

  'reason.required': 'Toujours actif : le site en a besoin.',
  'reason.signal': 'Retenu par {signal} dans votre navigateur.',
  'reason.account': 'Retenu : vous vous y êtes opposé avec votre compte.',
  'reason.platform': 'Retenu par l’autre bandeau de consentement du site.',
  'reason.audience': 'Retenu pour tous les visiteurs de ce site.',
  'reason.error': 'Retenu : les réglages du site sont illisibles.',
  lifted: 'Vous l’avez autorisé alors que {signal} est actif.',
  pings: 'Même désactivé, envoie des signaux sans cookies.',

  conflictTitle: 'Votre navigateur envoie {signal}',
  conflictText:
    'Ce signal demande aux sites de ne pas vendre ni partager de données vous concernant. Si vous autorisez quand même ces entreprises, elles reçoivent des informations sur votre visite, comme votre adresse IP et les pages ouvertes, et peuvent déposer des cookies :',
  keepSignal: 'Garder mon signal',
  allowAnyway: 'Autoriser quand même',

  receipt: 'Retenu actuellement sur cette page : {count}',
  copy: 'Copier en JSON',
  copied: 'Copié',

  reload: 'Rechargez la page pour appliquer votre choix.',
  reloadNow: 'Recharger',
  later: 'Plus tard',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Entreprise',
  category: 'Catégorie',
  purpose: 'Finalité',
  duration: 'Durée',
  party: 'Déposé par',
  first: 'Ce site',
  third: 'Un autre site',
  ownCookie: 'Retient votre choix de confidentialité',
  session: 'Jusqu’à la fermeture du navigateur',
  cannotDelete:
    'Cette page ne peut pas supprimer les cookies marqués † ; les réglages de votre navigateur le peuvent.',
};

export default fr;
