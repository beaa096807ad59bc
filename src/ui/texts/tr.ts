import type { Texts } from './en.ts';

const tr: Texts = {
  lang: 'tr',

  bannerTitle: 'Gizliliğiniz',
  bannerText:
    'Onay verirseniz başka şirketler çerez saklar ve ziyaretinizle ilgili bilgi edinir; amaçlar: {categories}. Bunu dilediğiniz zaman değiştirebilirsiniz.',
  accept: 'Tümünü kabul et',
  reject: 'Yalnızca gerekli',
  preferences: 'Tercihler',
  privacyPolicy: 'Gizlilik politikası',
  saved: 'Seçiminiz kaydedildi.',
  honored: 'Ret talebiniz uygulanıyor',

  'category.required': 'Gerekli',
  'category.performance': 'Performans',
  'category.marketing': 'Pazarlama',
  'category.advertising': 'Reklam',

  placeholderTitle: '{vendor} içeriği',
  placeholderText:
    'Yüklendiğinde {vendor} ziyaretinizle ilgili bilgi edinir, örneğin IP adresinizi, ve çerez saklayabilir.',
  loadOnce: 'Bir kez yükle',
  always: 'Her zaman izin ver',

  panelTitle: 'Gizlilik tercihleri',
  optOutTitle: 'Gizlilik seçimleriniz',
  save: 'Kaydet',
  close: 'Kapat',
  panelText: 'Değişiklik, kaydettiğinizde geçerli olur.',
  optOut: 'Kişisel bilgilerimi satmayın ve paylaşmayın',
  optOutText: 'Tek tıklama, bu tarayıcıda hakkınızdaki verilerin satışını ve paylaşımını durdurur.',

  allow: 'İzin ver: {name}',
  allowed: 'İzin verildi',
  denied: 'Kapalı',
  companies: 'Şirketler: {on}/{all} izinli',

  'category.required.about': 'Sitenin güvenle çalışmasını sağlar ve gizlilik seçiminizi hatırlar.',
  'category.performance.about': 'Ziyaretleri sayar ve sitenin nasıl kullanıldığını ölçer.',
  'category.marketing.about': 'Bu sitenin teklifleri ve bültenleri için sizi tanır.',
  'category.advertising.about':
    'Reklamları burada ve başka yerlerde ilgi alanlarınıza göre seçer ve etkisini ölçer.',

  'reason.required': 'Her zaman açık: sitenin buna ihtiyacı var.',
  'reason.signal': 'Tarayıcınızdaki {signal} nedeniyle durduruldu.',
  'reason.account': 'Durduruldu: hesabınızla reddettiniz.',
  'reason.platform': 'Sitenin diğer onay bildirimi nedeniyle durduruldu.',
  'reason.audience': 'Bu sitenin tüm ziyaretçileri için durduruldu.',
  'reason.error': 'Durduruldu: site ayarları okunamadı.',
  lifted: '{signal} açık olduğu hâlde buna izin verdiniz.',
  pings: 'Kapalıyken de çerezsiz sinyaller gönderir.',

  conflictTitle: 'Tarayıcınız {signal} gönderiyor',
  conflictText:
    'Bu sinyal sitelerden hakkınızdaki verileri satmamalarını ve paylaşmamalarını ister. Yine de bu şirketlere izin verirseniz ziyaretinizle ilgili bilgi edinirler, örneğin IP adresinizi ve açtığınız sayfaları, ve çerez saklayabilirler:',
  keepSignal: 'Sinyalimi koru',
  allowAnyway: 'Yine de izin ver',

  receipt: 'Bu sayfada şu an durdurulan: {count}',
  copy: 'JSON olarak kopyala',
  copied: 'Kopyalandı',

  reload: 'Seçiminizin uygulanması için sayfayı yeniden yükleyin.',
  reloadNow: 'Yeniden yükle',
  later: 'Daha sonra',

  cookies: 'Çerezler',
  cookie: 'Çerez',
  company: 'Şirket',
  category: 'Kategori',
  purpose: 'Amaç',
  duration: 'Süre',
  party: 'Yerleştiren',
  first: 'Bu site',
  third: 'Başka bir site',
  ownCookie: 'Gizlilik seçiminizi hatırlar',
  session: 'Tarayıcı kapanana kadar',
  cannotDelete: 'Bu sayfa † işaretli çerezleri silemez; bunu tarayıcınızın ayarlarında yapabilirsiniz.',
};

export default tr;
