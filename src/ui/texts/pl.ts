import type { Texts } from './en.ts';

const pl: Texts = {
  lang: 'pl',

  bannerTitle: 'Twoja prywatność',
  bannerText:
    'Jeśli się zgodzisz, inne firmy zapisują pliki cookie i dowiadują się o Twojej wizycie w celach: {categories}. Możesz to zmienić w każdej chwili.',
  accept: 'Akceptuj wszystkie',
  reject: 'Tylko niezbędne',
  preferences: 'Preferencje',
  privacyPolicy: 'Polityka prywatności',
  saved: 'Twój wybór został zapisany.',
  honored: 'Twój sprzeciw jest respektowany',

  'category.required': 'Niezbędne',
  'category.performance': 'Wydajność',
  'category.marketing': 'Marketing',
  'category.advertising': 'Reklama',

  placeholderTitle: 'Treść od {vendor}',
  placeholderText:
    'Po wczytaniu {vendor} dowiaduje się o Twojej wizycie, na przykład poznaje Twój adres IP, i może zapisać pliki cookie.',
  loadOnce: 'Wczytaj raz',
  always: 'Zawsze zezwalaj',

  panelTitle: 'Ustawienia prywatności',
  optOutTitle: 'Twoje wybory dotyczące prywatności',
  save: 'Zapisz',
  close: 'Zamknij',
  panelText: 'Zmiana obowiązuje po zapisaniu.',
  optOut: 'Nie sprzedawaj ani nie udostępniaj moich danych osobowych',
  optOutText: 'Jedno kliknięcie kończy w tej przeglądarce sprzedaż i udostępnianie danych o Tobie.',

  allow: 'Zezwól na {name}',
  allowed: 'Dozwolone',
  denied: 'Wyłączone',
  companies: 'Firmy: dozwolone {on} z {all}',

  'category.required.about':
    'Utrzymują działanie i bezpieczeństwo witryny oraz pamiętają Twój wybór prywatności.',
  'category.performance.about': 'Liczą wizyty i mierzą, jak używana jest witryna.',
  'category.marketing.about': 'Rozpoznają Cię na potrzeby ofert i newsletterów tej witryny.',
  'category.advertising.about':
    'Dobierają reklamy do Twoich zainteresowań, tutaj i gdzie indziej, i mierzą ich skuteczność.',

  'reason.required': 'Zawsze włączone: witryna tego potrzebuje.',
  'reason.signal': 'Wstrzymane przez {signal} w Twojej przeglądarce.',
  'reason.account': 'Wstrzymane: zgłoszono sprzeciw na Twoim koncie.',
  'reason.platform': 'Wstrzymane przez drugie okno zgody tej witryny.',
  'reason.audience': 'Wstrzymane dla wszystkich odwiedzających tę witrynę.',
  'reason.error': 'Wstrzymane: nie udało się odczytać ustawień witryny.',
  lifted: 'Zezwolono na to, mimo że {signal} jest włączony.',
  pings: 'Także po wyłączeniu wysyła sygnały bez plików cookie.',

  conflictTitle: 'Twoja przeglądarka wysyła {signal}',
  conflictText:
    'Sygnał prosi witryny, aby nie sprzedawały ani nie udostępniały danych o Tobie. Jeśli mimo to zezwolisz tym firmom, dowiedzą się o Twojej wizycie, na przykład poznają Twój adres IP i otwierane strony, i będą mogły zapisać pliki cookie:',
  keepSignal: 'Zachowaj sygnał',
  allowAnyway: 'Zezwól mimo to',

  receipt: 'Wstrzymane teraz na tej stronie: {count}',
  copy: 'Kopiuj jako JSON',
  copied: 'Skopiowano',

  reload: 'Wczytaj stronę ponownie, aby zastosować wybór.',
  reloadNow: 'Wczytaj ponownie',
  later: 'Później',

  cookies: 'Pliki cookie',
  cookie: 'Plik cookie',
  company: 'Firma',
  category: 'Kategoria',
  purpose: 'Cel',
  duration: 'Czas trwania',
  party: 'Ustawia',
  first: 'Ta witryna',
  third: 'Inna witryna',
  ownCookie: 'Pamięta Twój wybór prywatności',
  session: 'Do zamknięcia przeglądarki',
  cannotDelete:
    'Ta strona nie może usunąć plików cookie oznaczonych †; można to zrobić w ustawieniach przeglądarki.',
};

export default pl;
