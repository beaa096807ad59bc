import type { Texts } from './en.ts';

const zhHant: Texts = {
  lang: 'zh-Hant',

  bannerTitle: '您的隱私權',
  bannerText: '如果您同意，其他公司會儲存 Cookie 並得知您的造訪資訊，用於：{categories}。您可以隨時變更。',
  accept: '全部接受',
  reject: '僅限必要',
  preferences: '偏好設定',
  privacyPolicy: '隱私權政策',
  saved: '已儲存您的選擇。',
  honored: '已遵從您的拒絕要求',

  'category.required': '必要',
  'category.performance': '效能',
  'category.marketing': '行銷',
  'category.advertising': '廣告',

  placeholderTitle: '來自 {vendor} 的內容',
  placeholderText: '載入後，{vendor} 會得知您的造訪資訊（例如 IP 位址），並可能儲存 Cookie。',
  loadOnce: '載入一次',
  always: '一律允許',

  panelTitle: '隱私權偏好設定',
  optOutTitle: '您的隱私權選擇',
  save: '儲存',
  close: '關閉',
  panelText: '變更於儲存後生效。',
  optOut: '請勿出售或分享我的個人資訊',
  optOutText: '按一下，即可在此瀏覽器中停止出售和分享有關您的資料。',

  allow: '允許 {name}',
  allowed: '已允許',
  denied: '關閉',
  companies: '公司：已允許 {on}/{all}',

  'category.required.about': '確保網站正常、安全運作，並記住您的隱私權選擇。',
  'category.performance.about': '統計造訪次數，衡量網站的使用情形。',
  'category.marketing.about': '識別您的身分，以提供本網站的優惠與電子報。',
  'category.advertising.about': '在此處和其他網站依您的興趣選擇廣告，並衡量其成效。',

  'reason.required': '一律開啟：網站需要它。',
  'reason.signal': '因您瀏覽器中的 {signal} 而攔截。',
  'reason.account': '已攔截：您已透過帳戶拒絕。',
  'reason.platform': '已被本網站的另一個同意提示攔截。',
  'reason.audience': '已對本網站的所有訪客攔截。',
  'reason.error': '已攔截：無法讀取網站設定。',
  lifted: '儘管 {signal} 已開啟，您仍允許了此項。',
  pings: '即使關閉，仍會傳送不含 Cookie 的訊號。',

  conflictTitle: '您的瀏覽器正在傳送 {signal}',
  conflictText:
    '此訊號要求網站不出售、不分享有關您的資料。如果您仍允許下列公司，它們會得知您的造訪資訊（例如 IP 位址和您開啟的頁面），並可能儲存 Cookie：',
  keepSignal: '保留我的訊號',
  allowAnyway: '仍然允許',

  receipt: '此頁面目前已攔截：{count}',
  copy: '複製為 JSON',
  copied: '已複製',

  reload: '請重新載入頁面以套用您的選擇。',
  reloadNow: '重新載入',
  later: '稍後',

  cookies: 'Cookie 清單',
  cookie: 'Cookie',
  company: '公司',
  category: '類別',
  purpose: '用途',
  duration: '期限',
  party: '設定者',
  first: '本網站',
  third: '其他網站',
  ownCookie: '記住您的隱私權選擇',
  session: '直到瀏覽器關閉',
  cannotDelete: '本頁無法刪除標有 † 的 Cookie；您可以在瀏覽器設定中刪除。',
};

export default zhHant;
