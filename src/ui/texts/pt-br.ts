import type { Texts } from './en.ts';

const ptBr: Texts = {
  lang: 'pt-BR',

  bannerTitle: 'Sua privacidade',
  bannerText:
    'Se você concordar, outras empresas armazenam cookies e recebem informações sobre sua visita, para: {categories}. Você pode mudar isso a qualquer momento.',
  accept: 'Aceitar tudo',
  reject: 'Só o necessário',
  preferences: 'Preferências',
  privacyPolicy: 'Política de privacidade',
  saved: 'Sua escolha foi salva.',
  honored: 'Pedido de exclusão respeitado',

  'category.required': 'Necessários',
  'category.performance': 'Desempenho',
  'category.marketing': 'Marketing',
  'category.advertising': 'Publicidade',

  placeholderTitle: 'Conteúdo de {vendor}',
  placeholderText:
    'Ao carregar, {vendor} recebe informações sobre sua visita, como seu endereço IP, e pode armazenar cookies.',
  loadOnce: 'Carregar uma vez',
  always: 'Permitir sempre',

  panelTitle: 'Preferências de privacidade',
  optOutTitle: 'Suas opções de privacidade',
  save: 'Salvar',
  close: 'Fechar',
  panelText: 'Uma alteração vale assim que você a salva.',
  optOut: 'Não vender nem compartilhar meus dados pessoais',
  optOutText: 'Um clique encerra neste navegador a venda e o compartilhamento de dados sobre você.',

  allow: 'Permitir {name}',
  allowed: 'Permitido',
  denied: 'Desligado',
  companies: 'Empresas: {on} de {all} permitidas',

  'category.required.about': 'Mantêm o site seguro e funcionando e lembram sua escolha de privacidade.',
  'category.performance.about': 'Contam visitas e medem o uso do site.',
  'category.marketing.about': 'Reconhecem você para ofertas e boletins deste site.',
  'category.advertising.about':
    'Escolhem anúncios conforme seus interesses, aqui e em outros sites, e medem seu efeito.',

  'reason.required': 'Sempre ligado: o site precisa disso.',
  'reason.signal': 'Retido por {signal} no seu navegador.',
  'reason.account': 'Retido: você recusou com sua conta.',
  'reason.platform': 'Retido pelo outro aviso de consentimento do site.',
  'reason.audience': 'Retido para todos os visitantes deste site.',
  'reason.error': 'Retido: não foi possível ler as configurações do site.',
  lifted: 'Você permitiu isto embora {signal} esteja ligado.',
  pings: 'Mesmo desligado, envia sinais sem cookies.',

  conflictTitle: 'Seu navegador envia {signal}',
  conflictText:
    'O sinal pede aos sites que não vendam nem compartilhem dados sobre você. Se mesmo assim permitir estas empresas, elas recebem informações sobre sua visita, como seu endereço IP e as páginas que você abre, e podem armazenar cookies:',
  keepSignal: 'Manter meu sinal',
  allowAnyway: 'Permitir assim mesmo',

  receipt: 'Retido agora nesta página: {count}',
  copy: 'Copiar como JSON',
  copied: 'Copiado',

  reload: 'Recarregue a página para aplicar sua escolha.',
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
  ownCookie: 'Lembra sua escolha de privacidade',
  session: 'Até fechar o navegador',
  cannotDelete:
    'Esta página não pode excluir cookies marcados com †; isso pode ser feito nas configurações do navegador.',
};

export default ptBr;
