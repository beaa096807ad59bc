import type { Texts } from './en.ts';

const ar: Texts = {
  lang: 'ar',

  bannerTitle: 'خصوصيتك',
  bannerText:
    'إذا وافقت، تخزّن شركات أخرى ملفات تعريف الارتباط وتعرف عن زيارتك، من أجل: {categories}. يمكنك تغيير ذلك في أي وقت.',
  accept: 'قبول الكل',
  reject: 'الضرورية فقط',
  preferences: 'التفضيلات',
  privacyPolicy: 'سياسة الخصوصية',
  saved: 'تم حفظ اختيارك.',
  honored: 'تم العمل بطلب الرفض',

  'category.required': 'الضرورية',
  'category.performance': 'الأداء',
  'category.marketing': 'التسويق',
  'category.advertising': 'الإعلانات',

  placeholderTitle: 'محتوى من {vendor}',
  placeholderText:
    'عند التحميل تعرف {vendor} عن زيارتك، مثل عنوان IP الخاص بك، وقد تخزّن ملفات تعريف الارتباط.',
  loadOnce: 'تحميل مرة واحدة',
  always: 'السماح دائمًا',

  panelTitle: 'تفضيلات الخصوصية',
  optOutTitle: 'خيارات الخصوصية الخاصة بك',
  save: 'حفظ',
  close: 'إغلاق',
  panelText: 'يسري التغيير بمجرد حفظه.',
  optOut: 'عدم بيع معلوماتي الشخصية أو مشاركتها',
  optOutText: 'نقرة واحدة توقف بيع البيانات عنك ومشاركتها في هذا المتصفح.',

  allow: 'السماح: {name}',
  allowed: 'مسموح',
  denied: 'متوقف',
  companies: 'الشركات: {on} من {all} مسموح بها',

  'category.required.about': 'تحافظ على عمل الموقع وأمانه، وتتذكر اختيارك للخصوصية.',
  'category.performance.about': 'تحصي الزيارات وتقيس كيفية استخدام الموقع.',
  'category.marketing.about': 'تتعرف عليك من أجل عروض هذا الموقع ونشراته.',
  'category.advertising.about': 'تختار الإعلانات حسب اهتماماتك، هنا وفي مواقع أخرى، وتقيس أثرها.',

  'reason.required': 'يعمل دائمًا: الموقع يحتاج إليه.',
  'reason.signal': 'موقوف بسبب {signal} في متصفحك.',
  'reason.account': 'موقوف: لقد رفضت ذلك من خلال حسابك.',
  'reason.platform': 'موقوف بسبب إشعار الموافقة الآخر لهذا الموقع.',
  'reason.audience': 'موقوف لجميع زوار هذا الموقع.',
  'reason.error': 'موقوف: تعذّرت قراءة إعدادات الموقع.',
  lifted: 'لقد سمحت بهذا مع أن {signal} مفعّل.',
  pings: 'يرسل إشارات بلا ملفات تعريف الارتباط حتى وهو متوقف.',

  conflictTitle: 'متصفحك يرسل {signal}',
  conflictText:
    'تطلب هذه الإشارة من المواقع عدم بيع بيانات عنك أو مشاركتها. إذا سمحت لهذه الشركات رغم ذلك، فستعرف عن زيارتك، مثل عنوان IP الخاص بك والصفحات التي تفتحها، وقد تخزّن ملفات تعريف الارتباط:',
  keepSignal: 'الإبقاء على الإشارة',
  allowAnyway: 'السماح رغم ذلك',

  receipt: 'الموقوف الآن في هذه الصفحة: {count}',
  copy: 'نسخ بصيغة JSON',
  copied: 'تم النسخ',

  reload: 'أعد تحميل الصفحة لتطبيق اختيارك.',
  reloadNow: 'إعادة التحميل',
  later: 'لاحقًا',

  cookies: 'ملفات تعريف الارتباط',
  cookie: 'ملف تعريف الارتباط',
  company: 'الشركة',
  category: 'الفئة',
  purpose: 'الغرض',
  duration: 'المدة',
  party: 'يضعه',
  first: 'هذا الموقع',
  third: 'موقع آخر',
  ownCookie: 'يتذكر اختيارك للخصوصية',
  session: 'حتى إغلاق المتصفح',
  cannotDelete: 'لا يمكن لهذه الصفحة حذف الملفات ذات العلامة †؛ يمكن ذلك من إعدادات متصفحك.',
};

export default ar;
