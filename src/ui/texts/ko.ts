import type { Texts } from './en.ts';

const ko: Texts = {
  lang: 'ko',

  bannerTitle: '개인정보 보호',
  bannerText:
    '동의하시면 다른 회사가 다음 목적으로 쿠키를 저장하고 방문 정보를 알게 됩니다: {categories}. 언제든지 변경할 수 있습니다.',
  accept: '모두 허용',
  reject: '필수만 허용',
  preferences: '설정',
  privacyPolicy: '개인정보 처리방침',
  saved: '선택이 저장되었습니다.',
  honored: '거부 요청이 적용되었습니다',

  'category.required': '필수',
  'category.performance': '성능',
  'category.marketing': '마케팅',
  'category.advertising': '광고',

  placeholderTitle: '{vendor} 콘텐츠',
  placeholderText: '불러오면 {vendor}에서 IP 주소 등 방문 정보를 알게 되며 쿠키를 저장할 수 있습니다.',
  loadOnce: '한 번만 불러오기',
  always: '항상 허용',

  panelTitle: '개인정보 보호 설정',
  optOutTitle: '개인정보 보호 선택',
  save: '저장',
  close: '닫기',
  panelText: '변경 사항은 저장하면 적용됩니다.',
  optOut: '내 개인정보를 판매하거나 공유하지 않기',
  optOutText: '클릭 한 번으로 이 브라우저에서 회원님에 관한 데이터의 판매와 공유가 중단됩니다.',

  allow: '{name} 허용',
  allowed: '허용됨',
  denied: '꺼짐',
  companies: '회사: {all}개 중 {on}개 허용',

  'category.required.about': '사이트를 안전하게 작동시키고 개인정보 보호 선택을 기억합니다.',
  'category.performance.about': '방문 수를 세고 사이트 이용 방식을 측정합니다.',
  'category.marketing.about': '이 사이트의 혜택과 뉴스레터를 위해 회원님을 알아봅니다.',
  'category.advertising.about': '이 사이트와 다른 곳에서 관심사에 따라 광고를 고르고 효과를 측정합니다.',

  'reason.required': '항상 켜짐: 사이트에 필요합니다.',
  'reason.signal': '브라우저의 {signal}에 따라 차단되었습니다.',
  'reason.account': '차단됨: 계정에서 거부하셨습니다.',
  'reason.platform': '이 사이트의 다른 동의 창에 의해 차단되었습니다.',
  'reason.audience': '이 사이트의 모든 방문자에게 차단되었습니다.',
  'reason.error': '차단됨: 사이트 설정을 읽을 수 없습니다.',
  lifted: '{signal}이(가) 켜져 있지만 허용하셨습니다.',
  pings: '꺼져 있어도 쿠키 없는 신호를 보냅니다.',

  conflictTitle: '브라우저가 {signal} 신호를 보냅니다',
  conflictText:
    '이 신호는 회원님에 관한 데이터를 판매하거나 공유하지 않도록 사이트에 요청합니다. 그래도 다음 회사를 허용하시면 IP 주소와 열어 본 페이지 등 방문 정보를 알게 되며 쿠키를 저장할 수 있습니다:',
  keepSignal: '신호 유지',
  allowAnyway: '그래도 허용',

  receipt: '현재 이 페이지에서 차단됨: {count}',
  copy: 'JSON으로 복사',
  copied: '복사됨',

  reload: '선택을 적용하려면 페이지를 새로고침하세요.',
  reloadNow: '새로고침',
  later: '나중에',

  cookies: '쿠키 목록',
  cookie: '쿠키',
  company: '회사',
  category: '분류',
  purpose: '목적',
  duration: '기간',
  party: '설정 주체',
  first: '이 사이트',
  third: '다른 사이트',
  ownCookie: '개인정보 보호 선택을 기억',
  session: '브라우저를 닫을 때까지',
  cannotDelete: '† 표시가 있는 쿠키는 이 페이지에서 삭제할 수 없으며 브라우저 설정에서 삭제할 수 있습니다.',
};

export default ko;
