/** Serves the marketing site of the example, and the vendors' stand-ins on another port. */
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from './loopback.mjs';
import { startStandIns, vendors } from './stand-ins.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const pages = {
  '/': 'index.html',
  '/stations': 'stations.html',
  '/privacy': 'privacy.html',
  '/thanks': 'thanks.html',
};
const files = ['/site.css', '/site.js', '/icon.svg', '/heed.json', '/panel.css', '/panel.js'];
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const part = (name) => readFile(join(here, name), 'utf8');

/** What the address asks to try: `?heed=off`, `?gpc=1`, `?dnt=1`, `?region=US-CA`. */
function trialOf(url) {
  const region = url.searchParams.get('region') ?? '';
  return {
    off: url.searchParams.get('heed') === 'off',
    gpc: url.searchParams.get('gpc') === '1',
    dnt: url.searchParams.get('dnt') === '1',
    region: /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(region) ? region : '',
  };
}

/** A signal as far as a page can make one: a browser sets it before any script runs, and sends a header too. */
const signal = (name, value) =>
  `<script>Object.defineProperty(Navigator.prototype, '${name}', { configurable: true, get: function () { return ${value}; } });</script>\n`;

/** The page as it was before Heed came: Heed's own tags are gone, the marked ones are live. */
function withoutHeed(html) {
  return html
    .replace(/<!-- Heed, .*-->\n/, '')
    .replace(/<meta http-equiv="Content-Security-Policy" content="">\n/, '')
    .replace(/<script type="application\/json" id="heed-config">.*\n/, '')
    .replace(/<script src="\/heed\.js"><\/script>\n/, '')
    .replace(/ (type="text\/plain" )?data-heed="[^"]*"/g, '')
    .replace(/ data-heed-src=/g, ' src=');
}

/** Links within the site keep what is being tried. */
const keepTrial = (html, query) =>
  html.replace(
    /( href="\/(?:stations|privacy|thanks)?)((?:#[^"]*)?")/g,
    `$1${query.replaceAll('&', '&amp;')}$2`,
  );

/** A page file, with its parts, the category file and the panel put in. */
async function render(name, url, { vendorPort, seen }) {
  const trial = trialOf(url);
  let html = await part(name);
  for (const [directive, file] of html.matchAll(/<!--#include file="(parts\/[\w-]+\.html)" -->\n/g)) {
    const text = await part(file);
    html = html.replace(directive, () => text);
  }
  if (trial.off) html = withoutHeed(html);

  // Inline and heed.json are the same file. "<" is written so that no text can end the script element.
  const config = JSON.stringify(JSON.parse(await part('heed.json'))).replaceAll('<', '\\u003c');
  const first = [
    trial.gpc ? signal('globalPrivacyControl', 'true') : '',
    trial.dnt ? signal('doNotTrack', "'1'") : '',
    trial.region ? `<meta name="heed-region" content="${trial.region}">\n` : '',
  ].join('');
  const names = JSON.stringify(vendors.map(({ id, name }) => ({ id, name }))).replaceAll('"', '&quot;');
  const panel = (await part('parts/panel.html'))
    .replace('{{seen}}', String(seen))
    .replace('{{vendors}}', names);

  return keepTrial(html, url.search)
    .replace('id="heed-config">{}<', () => `id="heed-config">${config}<`)
    .replace('<meta charset="utf-8">\n', (charset) => charset + first)
    .replace('</head>', '<link rel="stylesheet" href="/panel.css">\n</head>')
    .replace('</body>', () => `${panel}</body>`)
    .replaceAll('.localhost:4001', `.localhost:${vendorPort}`);
}

/**
 * @param {{ port?: number, vendorPort?: number, dist: string }} options `dist`: the folder with the built `heed.js`.
 * Port 0 takes a free one. A taken port rejects with `EADDRINUSE`.
 * @returns {Promise<{ url: string, vendorPort: number, log: object[], close: () => Promise<void> }>} `log`: each request
 * that reached a vendor, oldest first.
 */
export async function start({ port = 4000, vendorPort = 4001, dist }) {
  const standIns = await startStandIns({ port: vendorPort });
  const own = async (path) => {
    if (files.includes(path)) return readFile(join(here, path));
    // heed.js fetches its other files from where it lies itself.
    if (/^\/[\w.-]+(\/[\w.-]+)*\.(js|map)$/.test(path)) return readFile(join(dist, normalize(path)));
    throw Object.assign(new Error(path), { code: 'ENOENT' });
  };

  const answer = async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const headers = { 'Cache-Control': 'no-store' };
    if (url.pathname === '/received') {
      return standIns.stream(request, response, Number(url.searchParams.get('since')) || 0);
    }
    if (url.pathname === '/letter' && request.method === 'POST') {
      request.resume();
      const cookie = 'larkfield_newsletter=yes; Path=/; Max-Age=31536000; SameSite=Lax';
      return response.writeHead(303, { ...headers, Location: '/thanks', 'Set-Cookie': cookie }).end();
    }
    const page = pages[url.pathname];
    if (page) {
      const html = await render(page, url, { vendorPort: standIns.port, seen: standIns.log.length });
      return response.writeHead(200, { ...headers, 'Content-Type': types['.html'] }).end(html);
    }
    const body = await own(url.pathname);
    response.writeHead(200, { ...headers, 'Content-Type': types[extname(url.pathname)] }).end(body);
  };

  const site = await listen((request, response) => {
    answer(request, response).catch((error) => {
      const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
      if (!missing) console.error(error);
      response.writeHead(missing ? 404 : 500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(missing ? 'Not here.' : 'Something went wrong.');
    });
  }, port).catch(async (error) => {
    await standIns.close();
    throw error;
  });

  return {
    url: `http://localhost:${site.port}/`,
    vendorPort: standIns.port,
    log: standIns.log,
    close: async () => {
      await standIns.close();
      await site.close();
    },
  };
}
