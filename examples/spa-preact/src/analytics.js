import './consent.js';

const port = import.meta.env.VENDOR_PORT;

// The vendor's snippet as it is documented. Nothing here asks about consent: Heed holds the tag by its host, and what
// is pushed meanwhile waits in the vendor's own queue.
window.dataLayer = window.dataLayer || [];
function gtag() {
  // Not an array: the vendor's script tells its commands by this type.
  window.dataLayer.push(arguments);
}

if (!window.analyticsTag) {
  window.analyticsTag = document.createElement('script');
  window.analyticsTag.async = true;
  window.analyticsTag.src = `http://www.googletagmanager.localhost:${port}/gtag/js?id=G-WATCH`;
  document.head.append(window.analyticsTag);
  gtag('js', new Date());
  gtag('config', 'G-WATCH', { send_page_view: false });
}

/** One page view per route. */
export const pageView = (path) => gtag('event', 'page_view', { page_path: path });
