import type { Texts } from './en.ts';

const zh: Texts = {
  lang: 'zh-Hans',

  bannerTitle: '您的隐私',
  bannerText: '如果您同意，其他公司将存储 Cookie 并获知您的访问信息，用于：{categories}。您可以随时更改。',
  accept: '全部接受',
  reject: '仅限必要',
  preferences: '偏好设置',
  privacyPolicy: '隐私政策',
  saved: '您的选择已保存。',
  honored: '已遵从您的拒绝请求',

  'category.required': '必要',
  'category.performance': '性能',
  'category.marketing': '营销',
  'category.advertising': '广告',

  placeholderTitle: '来自 {vendor} 的内容',
  placeholderText: '加载后，{vendor} 会获知您的访问信息（例如 IP 地址），并可能存储 Cookie。',
  loadOnce: '加载一次',
  always: '始终允许',

  panelTitle: '隐私偏好设置',
  optOutTitle: '您的隐私选择',
  save: '保存',
  close: '关闭',
  panelText: '更改在保存后生效。',
  optOut: '请勿出售或共享我的个人信息',
  optOutText: '点击一次，即可在此浏览器中停止出售和共享有关您的数据。',

  allow: '允许 {name}',
  allowed: '已允许',
  denied: '关闭',
  companies: '公司：已允许 {on}/{all}',

  'category.required.about': '确保网站正常、安全运行，并记住您的隐私选择。',
  'category.performance.about': '统计访问次数，衡量网站的使用情况。',
  'category.marketing.about': '识别您的身份，以提供本网站的优惠和资讯。',
  'category.advertising.about': '在此处和其他网站按您的兴趣选择广告，并衡量其效果。',

  'reason.required': '始终开启：网站需要它。',
  'reason.signal': '因您浏览器中的 {signal} 而被拦截。',
  'reason.account': '已拦截：您已通过账户拒绝。',
  'reason.platform': '已被本网站的另一个同意提示拦截。',
  'reason.audience': '已对本网站的所有访客拦截。',
  'reason.error': '已拦截：无法读取网站设置。',
  lifted: '尽管 {signal} 已开启，您仍允许了此项。',
  pings: '即使关闭，仍会发送不含 Cookie 的信号。',

  conflictTitle: '您的浏览器正在发送 {signal}',
  conflictText:
    '此信号要求网站不出售、不共享有关您的数据。如果您仍允许以下公司，它们将获知您的访问信息（例如 IP 地址和您打开的页面），并可能存储 Cookie：',
  keepSignal: '保留我的信号',
  allowAnyway: '仍然允许',

  receipt: '此页面当前已拦截：{count}',
  copy: '复制为 JSON',
  copied: '已复制',

  reload: '请重新加载页面以应用您的选择。',
  reloadNow: '重新加载',
  later: '稍后',

  cookies: 'Cookie 列表',
  cookie: 'Cookie',
  company: '公司',
  category: '类别',
  purpose: '用途',
  duration: '期限',
  party: '设置者',
  first: '本网站',
  third: '其他网站',
  ownCookie: '记住您的隐私选择',
  session: '直到浏览器关闭',
  cannotDelete: '本页无法删除标有 † 的 Cookie；您可以在浏览器设置中删除。',
};

export default zh;
