import './consent.js';

const port = import.meta.env.VENDOR_PORT;

// The vendors' snippets as they are documented. Nothing here asks about consent: Heed holds them by their hosts.
window.dataLayer = window.dataLayer || [];
function gtag() {
  window.dataLayer.push(arguments);
}
gtag('js', new Date());
gtag('config', 'G-SEEDS');
window._linkedin_data_partner_ids = ['12345'];

for (const src of [
  `http://www.googletagmanager.localhost:${port}/gtag/js?id=G-SEEDS`,
  `http://snap.licdn.localhost:${port}/li.lms-analytics/insight.min.js`,
])
  document.head.append(Object.assign(document.createElement('script'), { async: true, src }));
