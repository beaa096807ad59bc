import type { Texts } from './en.ts';

const pt: Texts = {
  lang: 'pt',

  bannerTitle: 'A sua privacidade',
  bannerText:
    'Se concordar, outras empresas guardam cookies e recebem informações sobre a sua visita, para: {categories}. Pode alterar isto em qualquer altura.',
  accept: 'Aceitar tudo',
  reject: 'Só o necessário',
  preferences: 'Preferências',
  privacyPolicy: 'Política de privacidade',
  saved: 'A sua escolha foi guardada.',
  honored: 'Pedido de exclusão respeitado',

  'category.required': 'Necessários',
  'category.performance': 'Desempenho',
  'category.marketing': 'Marketing',
  'category.advertising': 'Publicidade',

  placeholderTitle: 'Conteúdo de {vendor}',
  placeholderText:
    'Ao carregar, {vendor} recebe informações sobre a sua visita, como o seu endereço IP, e pode guardar cookies.',
  loadOnce: 'Carregar uma vez',
  always: 'Permitir sempre',

  panelTitle: 'Preferências de privacidade',
  optOutTitle: 'As suas escolhas de privacidade',
  save: 'Guardar',
  close: 'Fechar',
  panelText: 'Uma alteração vale assim que a guardar.',
  optOut: 'Não vender nem partilhar os meus dados pessoais',
  optOutText: 'Um clique termina neste navegador a venda e a partilha de dados sobre si.',

  allow: 'Permitir {name}',
  allowed: 'Permitido',
  denied: 'Desligado',
  companies: 'Empresas: {on} de {all} permitidas',

  'category.required.about': 'Mantêm o site seguro e a funcionar e recordam a sua escolha de privacidade.',
  'category.performance.about': 'Contam visitas e medem a utilização do site.',
  'category.marketing.about': 'Reconhecem-no para ofertas e boletins deste site.',
  'category.advertising.about':
    'Escolhem anúncios segundo os seus interesses, aqui e noutros sites, e medem o seu efeito.',

  'reason.required': 'Sempre ligado: o site precisa.',
  'reason.signal': 'Retido por {signal} no seu navegador.',
  'reason.account': 'Retido: opôs-se com a sua conta.',
  'reason.platform': 'Retido pelo outro aviso de consentimento do site.',
  'reason.audience': 'Retido para todos os visitantes deste site.',
  'reason.error': 'Retido: não foi possível ler as definições do site.',
  lifted: 'Permitiu isto embora {signal} esteja ligado.',
  pings: 'Mesmo desligado, envia sinais sem cookies.',

  conflictTitle: 'O seu navegador envia {signal}',
  conflictText:
    'O sinal pede aos sites que não vendam nem partilhem dados sobre si. Se ainda assim permitir estas empresas, elas recebem informações sobre a sua visita, como o seu endereço IP e as páginas que abre, e podem guardar cookies:',
  keepSignal: 'Manter o meu sinal',
  allowAnyway: 'Permitir na mesma',

  receipt: 'Retido agora nesta página: {count}',
  copy: 'Copiar como JSON',
  copied: 'Copiado',

  reload: 'Recarregue a página para aplicar a sua escolha.',
  reloadNow: 'Recarregar',
  later: 'Mais tarde',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Empresa',
  category: 'Categoria',
  purpose: 'Finalidade',
  duration: 'Duração',
  party: 'Definido por',
  first: 'Este site',
  third: 'Outro site',
  ownCookie: 'Recorda a sua escolha de privacidade',
  session: 'Até fechar o navegador',
  cannotDelete:
    'Esta página não pode eliminar cookies assinalados com †; pode fazê-lo nas definições do navegador.',
};

export default pt;
