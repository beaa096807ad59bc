import type { Config } from '../../../src/types.ts';
import type { StandIns } from './server.ts';

/** The category file of these tests: known vendors, and one that only the file knows. */
export const CONFIG: Config = {
  categories: {
    required: { vendors: ['stripe'] },
    performance: { vendors: ['google-analytics'] },
    marketing: { vendors: ['marketo'] },
    advertising: {
      vendors: ['doubleclick', 'linkedin', { id: 'acme-ads', name: 'Acme Ads', hosts: ['ads.acme.example'] }],
    },
  },
};

/** Where the vendor that only the file knows has its things. */
export const ADS = 'https://ads.acme.example/';

export interface PageParts {
  config?: Config;
  /** Stands before everything of Heed. */
  first?: string;
  /** The soft guard: an empty policy in front of the script tag. */
  soft?: boolean;
  tag?: string;
  head?: string;
  body?: string;
  lang?: string;
}

/** A page with Heed's script tag first in `<head>`. */
export function page({
  config = CONFIG,
  first = '',
  soft = false,
  tag = '<script src="/heed.js"></script>',
  head = '',
  body = '<h1>Shop</h1>',
  lang = 'en',
}: PageParts = {}): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
${first}
${soft ? '<meta http-equiv="Content-Security-Policy" content="">' : ''}
<script type="application/json" id="heed-config">${JSON.stringify(config)}</script>
${tag}
<title>Shop</title>
${head}
</head>
<body>
${body}
</body>
</html>`;
}

/** LinkedIn Insight Tag, as LinkedIn documents it. */
export const LINKEDIN = `
<script type="text/javascript">
  _linkedin_partner_id = "12345";
  window._linkedin_data_partner_ids = window._linkedin_data_partner_ids || [];
  window._linkedin_data_partner_ids.push(_linkedin_partner_id);
</script>
<script type="text/javascript">
  (function (l) {
    if (!l) {
      window.lintrk = function (a, b) { window.lintrk.q.push([a, b]) };
      window.lintrk.q = [];
    }
    var s = document.getElementsByTagName("script")[0];
    var b = document.createElement("script");
    b.type = "text/javascript";
    b.async = true;
    b.src = "https://snap.licdn.com/li.lms-analytics/insight.min.js";
    s.parentNode.insertBefore(b, s);
  })(window.lintrk);
</script>
<noscript>
  <img height="1" width="1" style="display:none;" alt="" src="https://px.ads.linkedin.com/collect/?pid=12345&fmt=gif" />
</noscript>`;

/** Google's tag for Analytics. Its plain external script is marked: no script tag alone holds what the preload scanner sees. */
export const ANALYTICS = `
<script type="text/plain" data-heed="performance" async src="https://www.googletagmanager.com/gtag/js?id=G-TEST12345"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag() { dataLayer.push(arguments); }
  gtag('js', new Date());
  gtag('config', 'G-TEST12345');
</script>`;

/** Floodlight: the iframe tag as Campaign Manager prints it, and its image form. */
export const FLOODLIGHT = `
<script type="text/javascript">
  var axel = Math.random() + "";
  var a = axel * 10000000000000;
  document.write('<iframe src="https://1234567.fls.doubleclick.net/activityi;src=1234567;type=visit;cat=home;ord=1?" width="1" height="1" frameborder="0" style="display:none"></iframe>');
</script>
<noscript>
  <iframe src="https://1234567.fls.doubleclick.net/activityi;src=1234567;type=visit;cat=home;ord=1?" width="1" height="1" frameborder="0" style="display:none"></iframe>
</noscript>
<script>new Image().src = 'https://ad.doubleclick.net/ddm/activity/src=1234567;type=visit;cat=buy;ord=1?';</script>`;

/** Munchkin, as Marketo prints it. */
export const MARKETO = `
<script type="text/javascript">
  (function () {
    var didInit = false;
    function initMunchkin() {
      if (didInit === false) { didInit = true; Munchkin.init('123-ABC-456'); }
    }
    var s = document.createElement('script');
    s.type = 'text/javascript';
    s.async = true;
    s.src = '//munchkin.marketo.net/munchkin.js';
    s.onreadystatechange = function () {
      if (this.readyState == 'complete' || this.readyState == 'loaded') { initMunchkin(); }
    };
    s.onload = initMunchkin;
    document.getElementsByTagName('head')[0].appendChild(s);
  })();
</script>`;

export const UNLISTED = `
<script>
  document.head.appendChild(Object.assign(document.createElement('script'), { src: 'https://widget.unlisted.example/w.js' }));
</script>`;

/** What arrives, once each, when everything on a page with the four vendors is granted; sorted. */
export const VENDOR_REQUESTS = [
  'https://1234567.fls.doubleclick.net/activityi;src=1234567;type=visit;cat=home;ord=1?',
  'https://123-abc-456.mktoresp.com/webevents/visitWebPage',
  'https://ad.doubleclick.net/ddm/activity/src=1234567;type=visit;cat=buy;ord=1?',
  'https://munchkin.marketo.net/munchkin.js',
  'https://px.ads.linkedin.com/collect?pid=12345',
  'https://snap.licdn.com/li.lms-analytics/insight.min.js',
  'https://www.google-analytics.com/g/collect?v=2',
  'https://www.googletagmanager.com/gtag/js?id=G-TEST12345',
].sort();

/** A script that leaves its mark in `tab.ran()`. */
export const marked = (name: string, code = '') =>
  `(window.__ran = window.__ran || []).push('${name}');\n${code}`;

/** Stand-ins that do what the vendors' scripts do on the network: they send a first hit. */
export function serveVendors(site: StandIns) {
  site.serve('snap.licdn.com', {
    body: marked(
      'linkedin',
      `new Image().src = 'https://px.ads.linkedin.com/collect?pid=' + _linkedin_partner_id;`,
    ),
  });
  site.serve('www.googletagmanager.com', {
    type: 'text/javascript',
    body: marked(
      'analytics',
      `navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2', 'en=page_view');`,
    ),
  });
  site.serve('munchkin.marketo.net', {
    body: marked(
      'marketo',
      `window.Munchkin = { init: function (id) {
        var request = new XMLHttpRequest();
        request.open('GET', 'https://' + id.toLowerCase() + '.mktoresp.com/webevents/visitWebPage');
        request.send();
      } };`,
    ),
  });
}
