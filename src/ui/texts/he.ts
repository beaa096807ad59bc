import type { Texts } from './en.ts';

const he: Texts = {
  lang: 'he',

  bannerTitle: 'הפרטיות שלך',
  bannerText:
    'בהסכמתך, חברות אחרות שומרות קובצי Cookie ולומדות על הביקור שלך, לצורך: {categories}. אפשר לשנות זאת בכל עת.',
  accept: 'אישור הכול',
  reject: 'רק הנדרשים',
  preferences: 'העדפות',
  privacyPolicy: 'מדיניות פרטיות',
  saved: 'הבחירה שלך נשמרה.',
  honored: 'בקשת הסירוב מיושמת',

  'category.required': 'נדרשים',
  'category.performance': 'ביצועים',
  'category.marketing': 'שיווק',
  'category.advertising': 'פרסום',

  placeholderTitle: 'תוכן מאת {vendor}',
  placeholderText: 'בטעינה {vendor} לומדת על הביקור שלך, למשל את כתובת ה-IP שלך, ועשויה לשמור קובצי Cookie.',
  loadOnce: 'טעינה חד-פעמית',
  always: 'לאפשר תמיד',

  panelTitle: 'העדפות פרטיות',
  optOutTitle: 'אפשרויות הפרטיות שלך',
  save: 'שמירה',
  close: 'סגירה',
  panelText: 'שינוי תקף עם שמירתו.',
  optOut: 'לא למכור או לשתף את המידע האישי שלי',
  optOutText: 'לחיצה אחת מפסיקה בדפדפן זה מכירה ושיתוף של נתונים עליך.',

  allow: 'לאפשר את {name}',
  allowed: 'מותר',
  denied: 'כבוי',
  companies: 'חברות: {on} מתוך {all} מותרות',

  'category.required.about': 'שומרים על פעולת האתר ובטיחותו וזוכרים את בחירת הפרטיות שלך.',
  'category.performance.about': 'סופרים ביקורים ומודדים את השימוש באתר.',
  'category.marketing.about': 'מזהים אותך עבור הצעות ועלונים של אתר זה.',
  'category.advertising.about': 'בוחרים מודעות לפי תחומי העניין שלך, כאן ובמקומות אחרים, ומודדים את השפעתן.',

  'reason.required': 'תמיד פעיל: האתר זקוק לכך.',
  'reason.signal': 'נעצר על ידי {signal} בדפדפן שלך.',
  'reason.account': 'נעצר: סירבת באמצעות החשבון שלך.',
  'reason.platform': 'נעצר על ידי הודעת ההסכמה האחרת של האתר.',
  'reason.audience': 'נעצר לכל המבקרים באתר זה.',
  'reason.error': 'נעצר: לא ניתן לקרוא את הגדרות האתר.',
  lifted: 'אפשרת זאת אף ש-{signal} פעיל.',
  pings: 'שולח אותות ללא קובצי Cookie גם כשהוא כבוי.',

  conflictTitle: 'הדפדפן שלך שולח {signal}',
  conflictText:
    'האות מבקש מאתרים לא למכור ולא לשתף נתונים עליך. אם בכל זאת מאפשרים את החברות האלה, הן לומדות על הביקור שלך, למשל את כתובת ה-IP שלך ואת הדפים שנפתחו, ועשויות לשמור קובצי Cookie:',
  keepSignal: 'לשמור על האות',
  allowAnyway: 'לאפשר בכל זאת',

  receipt: 'נעצרו כעת בדף זה: {count}',
  copy: 'העתקה כ-JSON',
  copied: 'הועתק',

  reload: 'יש לטעון מחדש את הדף כדי להחיל את בחירתך.',
  reloadNow: 'טעינה מחדש',
  later: 'מאוחר יותר',

  cookies: 'קובצי Cookie',
  cookie: 'קובץ Cookie',
  company: 'חברה',
  category: 'קטגוריה',
  purpose: 'מטרה',
  duration: 'משך',
  party: 'נקבע על ידי',
  first: 'אתר זה',
  third: 'אתר אחר',
  ownCookie: 'זוכר את בחירת הפרטיות שלך',
  session: 'עד סגירת הדפדפן',
  cannotDelete: 'דף זה אינו יכול למחוק קובצי Cookie המסומנים ב-†; אפשר לעשות זאת בהגדרות הדפדפן.',
};

export default he;
