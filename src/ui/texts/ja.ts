import type { Texts } from './en.ts';

const ja: Texts = {
  lang: 'ja',

  bannerTitle: 'プライバシーについて',
  bannerText:
    '同意すると、他社が次の目的で Cookie を保存し、訪問に関する情報を取得します：{categories}。設定はいつでも変更できます。',
  accept: 'すべて許可',
  reject: '必須のみ',
  preferences: '設定',
  privacyPolicy: 'プライバシーポリシー',
  saved: '選択を保存しました。',
  honored: 'オプトアウトを適用しています',

  'category.required': '必須',
  'category.performance': 'パフォーマンス',
  'category.marketing': 'マーケティング',
  'category.advertising': '広告',

  placeholderTitle: '{vendor} のコンテンツ',
  placeholderText:
    '読み込むと、{vendor} が IP アドレスなど訪問に関する情報を取得し、Cookie を保存することがあります。',
  loadOnce: '今回のみ読み込む',
  always: '常に許可',

  panelTitle: 'プライバシー設定',
  optOutTitle: 'プライバシーの選択',
  save: '保存',
  close: '閉じる',
  panelText: '変更は保存すると有効になります。',
  optOut: '個人情報の販売・共有を停止する',
  optOutText: 'ワンクリックで、このブラウザーでのあなたに関するデータの販売と共有を停止します。',

  allow: '{name} を許可',
  allowed: '許可',
  denied: 'オフ',
  companies: '企業：{all} 社中 {on} 社を許可',

  'category.required.about': 'サイトの動作と安全を保ち、プライバシーの選択を記憶します。',
  'category.performance.about': '訪問を数え、サイトの利用状況を測定します。',
  'category.marketing.about': 'このサイトのお知らせやニュースレターのためにあなたを識別します。',
  'category.advertising.about': '当サイトや他のサイトで興味に合わせて広告を選び、効果を測定します。',

  'reason.required': '常にオン：サイトに必要です。',
  'reason.signal': 'ブラウザーの {signal} により停止中です。',
  'reason.account': '停止中：アカウントでオプトアウトしています。',
  'reason.platform': 'このサイトの別の同意画面により停止中です。',
  'reason.audience': 'このサイトの全訪問者に対して停止中です。',
  'reason.error': '停止中：サイトの設定を読み取れませんでした。',
  lifted: '{signal} がオンですが、許可されています。',
  pings: 'オフのときも、Cookie を使わない信号を送信します。',

  conflictTitle: 'ブラウザーが {signal} を送信しています',
  conflictText:
    'この信号は、あなたに関するデータを販売・共有しないようサイトに求めるものです。それでも次の企業を許可すると、IP アドレスや開いたページなど訪問に関する情報が取得され、Cookie が保存されることがあります：',
  keepSignal: '信号を維持する',
  allowAnyway: 'それでも許可する',

  receipt: 'このページで停止中：{count}',
  copy: 'JSON でコピー',
  copied: 'コピーしました',

  reload: '選択を適用するには、ページを再読み込みしてください。',
  reloadNow: '再読み込み',
  later: '後で',

  cookies: 'Cookie 一覧',
  cookie: 'Cookie',
  company: '企業',
  category: 'カテゴリー',
  purpose: '目的',
  duration: '期間',
  party: '設定元',
  first: 'このサイト',
  third: '別のサイト',
  ownCookie: 'プライバシーの選択を記憶',
  session: 'ブラウザーを閉じるまで',
  cannotDelete: '† の付いた Cookie はこのページでは削除できません。ブラウザーの設定で削除できます。',
};

export default ja;
