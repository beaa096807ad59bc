import type { Texts } from './en.ts';

const es: Texts = {
  lang: 'es',

  bannerTitle: 'Su privacidad',
  bannerText:
    'Si acepta, otras empresas guardan cookies y obtienen datos de su visita, para: {categories}. Puede cambiarlo en cualquier momento.',
  accept: 'Aceptar todo',
  reject: 'Solo lo necesario',
  preferences: 'Preferencias',
  privacyPolicy: 'Política de privacidad',
  saved: 'Su elección se ha guardado.',
  honored: 'Solicitud de exclusión respetada',

  'category.required': 'Necesarias',
  'category.performance': 'Rendimiento',
  'category.marketing': 'Marketing',
  'category.advertising': 'Publicidad',

  placeholderTitle: 'Contenido de {vendor}',
  placeholderText:
    'Al cargarlo, {vendor} obtiene datos de su visita, como su dirección IP, y puede guardar cookies.',
  loadOnce: 'Cargar una vez',
  always: 'Permitir siempre',

  panelTitle: 'Preferencias de privacidad',
  optOutTitle: 'Sus opciones de privacidad',
  save: 'Guardar',
  close: 'Cerrar',
  panelText: 'Los cambios valen cuando los guarda.',
  optOut: 'No vender ni compartir mis datos personales',
  optOutText: 'Con un clic se detiene la venta y cesión de datos sobre usted en este navegador.',

  allow: 'Permitir {name}',
  allowed: 'Permitido',
  denied: 'Desactivado',
  companies: 'Empresas: {on} de {all} permitidas',

  'category.required.about': 'Mantienen el sitio en marcha y seguro y recuerdan su elección de privacidad.',
  'category.performance.about': 'Cuentan visitas y miden cómo se usa el sitio.',
  'category.marketing.about': 'Lo reconocen para ofertas y boletines de este sitio.',
  'category.advertising.about':
    'Eligen anuncios según sus intereses, aquí y en otros sitios, y miden su efecto.',

  'reason.required': 'Siempre activo: el sitio lo necesita.',
  'reason.signal': 'Retenido por {signal} en su navegador.',
  'reason.account': 'Retenido: usted se excluyó con su cuenta.',
  'reason.platform': 'Retenido por el otro aviso de consentimiento del sitio.',
  'reason.audience': 'Retenido para todos los visitantes de este sitio.',
  'reason.error': 'Retenido: no se pudo leer la configuración del sitio.',
  lifted: 'Usted lo permitió aunque {signal} está activo.',
  pings: 'Aun desactivado, envía señales sin cookies.',

  conflictTitle: 'Su navegador envía {signal}',
  conflictText:
    'La señal pide a los sitios que no vendan ni compartan datos sobre usted. Si aun así permite estas empresas, obtienen datos de su visita, como su dirección IP y las páginas que abre, y pueden guardar cookies:',
  keepSignal: 'Mantener mi señal',
  allowAnyway: 'Permitir aun así',

  receipt: 'Retenido ahora en esta página: {count}',
  copy: 'Copiar como JSON',
  copied: 'Copiado',

  reload: 'Recargue la página para aplicar su elección.',
  reloadNow: 'Recargar',
  later: 'Más tarde',

  cookies: 'Cookies',
  cookie: 'Cookie',
  company: 'Empresa',
  category: 'Categoría',
  purpose: 'Finalidad',
  duration: 'Duración',
  party: 'La instala',
  first: 'Este sitio',
  third: 'Otro sitio',
  ownCookie: 'Recuerda su elección de privacidad',
  session: 'Hasta cerrar el navegador',
  cannotDelete:
    'Esta página no puede borrar las cookies marcadas con †; puede hacerlo en los ajustes de su navegador.',
};

export default es;
