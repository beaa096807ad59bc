/**
 * Stand-ins for the vendors: one port, every host `*.localhost` (browsers send those to the machine itself). Each
 * request that arrives is written down; nothing else is proof that a tag was held. The answers do what the vendors'
 * own scripts do in outline: set a cookie, send a hit.
 */
import { listen } from './loopback.mjs';

/** Which vendor a host stands for. The last one is on the page, but in no category of heed.json. */
export const vendors = [
  {
    id: 'google-analytics',
    name: 'Google Analytics',
    hosts: ['googletagmanager.localhost', 'google-analytics.localhost'],
  },
  { id: 'marketo', name: 'Marketo', hosts: ['marketo.localhost', 'mktoresp.localhost'] },
  { id: 'framestead', name: 'Framestead', hosts: ['framestead.localhost'] },
  { id: 'doubleclick', name: 'DoubleClick', hosts: ['doubleclick.localhost'] },
  { id: 'linkedin', name: 'LinkedIn', hosts: ['licdn.localhost', 'linkedin.localhost'] },
  { id: 'unlisted', name: 'an unlisted host', hosts: ['localhost'] },
];

const vendorOf = (host) =>
  vendors.find((v) => v.hosts.some((own) => host === own || host.endsWith(`.${own}`)));

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What the scripts of the vendors do, in outline. `PORT` becomes the port of the stand-ins. */
const scripts = {
  '/gtag/js': `(function () {
  var id = '';
  var hit = function (name, more) {
    var page = location.origin + ((more && more.page_path) || location.pathname);
    navigator.sendBeacon('http://www.google-analytics.localhost:PORT/g/collect?v=2&tid=' + id + '&en=' + name + '&dl=' + encodeURIComponent(page));
  };
  var handle = function (command) {
    if (command[0] === 'config') {
      id = command[1];
      if (!/(^|; )_ga=/.test(document.cookie)) document.cookie = '_ga=GA1.1.' + Math.floor(Math.random() * 1e9) + '.' + Math.floor(Date.now() / 1000) + '; path=/; max-age=63072000';
      if (!command[2] || command[2].send_page_view !== false) hit('page_view');
    }
    if (command[0] === 'event') hit(command[1], command[2]);
  };
  var layer = (window.dataLayer = window.dataLayer || []);
  var push = layer.push;
  layer.forEach(handle);
  layer.push = function (command) { handle(command); return push.apply(layer, arguments); };
})();`,
  '/li.lms-analytics/insight.min.js': `(function () {
  var ids = (window._linkedin_data_partner_ids || []).join(',');
  var hit = function (more) {
    new Image().src = 'http://px.ads.linkedin.localhost:PORT/collect/?v=2&fmt=js&pid=' + ids + more + '&time=' + Date.now() + '&url=' + encodeURIComponent(location.href);
  };
  document.cookie = 'li_fat_id=' + Math.random().toString(36).slice(2) + '; path=/; max-age=2592000';
  var queue = (window.lintrk && window.lintrk.q) || [];
  window.lintrk = function (command, data) { if (command === 'track') hit('&conversionId=' + ((data && data.conversion_id) || '')); };
  window.lintrk.q = queue;
  hit('');
  queue.splice(0).forEach(function (call) { window.lintrk(call[0], call[1]); });
})();`,
  '/munchkin.js': `window.Munchkin = {
  init: function (account) {
    document.cookie = '_mkto_trk=id:' + account + '&token:_mch-localhost-' + Date.now() + '; path=/; max-age=63072000';
    new Image().src = 'http://' + account.toLowerCase() + '.mktoresp.localhost:PORT/webevents/visitWebPage?_mchNc=' + Date.now() + '&_mchRu=' + encodeURIComponent(location.pathname);
  }
};`,
  '/player.js': `new Image().src = 'http://stats.framestead.localhost:PORT/view?film=' + encodeURIComponent(location.pathname.split('/').pop());`,
};

const player = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Framestead player</title>
<style>
  html, body { height: 100%; margin: 0 }
  body { display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif; color: #fff; background: linear-gradient(#16303b, #3d6a5a 70%, #22382c) }
  p { margin: 0; padding: 1rem; text-align: center }
  svg { display: block; margin: 0 auto .75rem }
</style>
<p><svg width="64" height="64" viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="30" fill="#fff" fill-opacity=".16" stroke="#fff" stroke-width="2"/><path d="M26 21v22l18-11z" fill="#fff"/></svg>
A night in the orchard<br><small>This frame came from HOST.</small></p>
<script src="/player.js"></script>`;

const emptyPage = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Activity</title><p></p>';

/** What the browser wanted it for: said by the browser itself, else guessed from the path. */
function kindOf(request, path) {
  const said = request.headers['sec-fetch-dest'];
  const known = {
    script: 'script',
    image: 'image',
    iframe: 'frame',
    frame: 'frame',
    style: 'style sheet',
    empty: 'data',
  };
  if (said) return known[said] ?? said;
  return scripts[path] ? 'script' : request.method === 'POST' ? 'data' : 'other';
}

function answerTo(path, host, port, kind) {
  const script = scripts[path];
  if (script) return ['text/javascript; charset=utf-8', script.replaceAll('PORT', String(port))];
  if (path.startsWith('/embed/')) return ['text/html; charset=utf-8', player.replace('HOST', host)];
  if (kind === 'frame') return ['text/html; charset=utf-8', emptyPage];
  return ['image/gif', gif];
}

/** Starts the stand-ins on the loopback addresses; `port` 0 takes a free one. */
export async function startStandIns({ port = 0 } = {}) {
  const log = [];
  const watchers = new Set();
  const streams = new Set();
  let listening;

  const receive = (request, vendor, url, kind) => {
    const entry = {
      n: log.length,
      time: new Date().toISOString(),
      vendor: vendor.id,
      name: vendor.name,
      kind,
      method: request.method,
      host: url.hostname,
      path: url.pathname + url.search,
      referer: request.headers.referer ?? null,
      gpc: request.headers['sec-gpc'] === '1',
      dnt: request.headers.dnt === '1',
    };
    log.push(entry);
    for (const watcher of watchers) watcher(entry);
  };

  listening = await listen((request, response) => {
    request.resume();
    // A question that the browser asks for itself, ahead of what a script sends.
    if (request.method === 'OPTIONS') {
      response
        .writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' })
        .end();
      return;
    }
    const url = new URL(request.url, `http://${request.headers.host}`);
    const kind = kindOf(request, url.pathname);
    const vendor = vendorOf(url.hostname);
    if (vendor) receive(request, vendor, url, kind);
    const [type, body] = answerTo(url.pathname, url.hostname, listening.port, kind);
    response
      .writeHead(200, {
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
      })
      .end(body);
  }, port);

  return {
    port: listening.port,
    log,
    /** Server-Sent Events of the first party: what has arrived since entry `since`, then each request as it arrives. */
    stream(request, response, since) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': open\n\n');
      const send = (entry) => response.write(`data: ${JSON.stringify(entry)}\n\n`);
      log.slice(since).forEach(send);
      watchers.add(send);
      streams.add(response);
      request.on('close', () => {
        watchers.delete(send);
        streams.delete(response);
      });
    },
    async close() {
      for (const response of streams) response.end();
      await listening.close();
    },
  };
}
