// What each way of installing costs a page with 20 files of its own and 5 vendor tags: how many of its own files a browser
// asks for before the first (slow) script has run, and when the page has loaded. Every answer takes 80 ms, the first
// script 600 ms. `node scripts/bench-guard.mjs [rounds]`; needs dist/ and the browsers.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { locate } from './find-browsers.mjs';

const rounds = Number(process.argv[2] ?? 7);
const dist = path.join(import.meta.dirname, '../dist');
const file = '{"categories":{"advertising":{"vendors":["linkedin","doubleclick"]}}}';
const heed = `<script type="application/json" id="heed-config">${file}</script><script src="/heed.js"></script>`;
const snippet = fs.readFileSync(path.join(dist, 'heed.guard.js'), 'utf8').trim();
const strict = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'";
const guard = `<script data-heed-guard="x">${snippet}</script><meta http-equiv="Content-Security-Policy" content="${strict}"></noscript>${heed}`;
const own = Array.from({ length: 20 }, (_, i) => `/own${i}.${i < 4 ? 'css' : i < 12 ? 'js' : 'gif'}`);
const preload = own
  .slice(0, 12)
  .map((src) => `<link rel="preload" as="${src.endsWith('css') ? 'style' : 'script'}" href="${src}">`)
  .join('');
const HEADS = {
  'no Heed': '',
  'script tag': heed,
  'soft guard': `<meta http-equiv="Content-Security-Policy" content="">${heed}`,
  guard,
  'guard --preload': preload + guard,
};

let log = [];
const third = http.createServer((_, answer) => setTimeout(() => answer.end(), 80)).listen(0, '127.0.0.1');
const site = http
  .createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url, 'http://x');
    log.push([pathname, performance.now()]);
    const say = (type, body, after = 80) =>
      setTimeout(() => {
        answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
        answer.end(body);
        if (pathname === '/slow.js') log.push(['slow', performance.now()]);
      }, after);
    if (pathname === '/') return say('text/html', pageWith(HEADS[searchParams.get('way')]));
    if (pathname === '/slow.js') return say('text/javascript', '', 600);
    if (/^\/heed[.\w]*\.js$/.test(pathname)) return say('text/javascript', fs.readFileSync(dist + pathname));
    if (pathname.endsWith('.css')) return say('text/css', '');
    if (pathname.endsWith('.js')) return say('text/javascript', '');
    say('image/gif', Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'));
  })
  .listen(0, '127.0.0.1');
await Promise.all([third, site].map((server) => new Promise((done) => server.once('listening', done))));
const vendors = Array.from(
  { length: 5 },
  (_, i) => `<script async src="http://vendor.localhost:${third.address().port}/${i}.js"></script>`,
);
const pageWith = (
  head,
) => `<!doctype html><html><head><meta charset="utf-8">${head}<script src="/slow.js"></script>
${own
  .filter((src) => src.endsWith('css'))
  .map((src) => `<link rel="stylesheet" href="${src}">`)
  .join('')}
${own
  .filter((src) => src.endsWith('js'))
  .map((src) => `<script src="${src}"></script>`)
  .join('')}${vendors.join('')}
</head><body>${own
  .filter((src) => src.endsWith('gif'))
  .map((src) => `<img src="${src}" alt="">`)
  .join('')}</body></html>`;

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
for (const name of ['chromium', 'firefox']) {
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: locate(name).path,
    headless: true,
    args: name === 'firefox' ? [] : ['--no-sandbox'],
  });
  for (const way of Object.keys(HEADS)) {
    const ahead = [];
    const loaded = [];
    for (let round = 0; round < rounds; round++) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      log = [];
      const start = performance.now();
      await page.goto(`http://localhost:${site.address().port}/?way=${encodeURIComponent(way)}`);
      loaded.push(performance.now() - start);
      const end = log.find(([what]) => what === 'slow')[1];
      ahead.push(
        new Set(log.filter(([what, at]) => own.includes(what) && at < end).map(([what]) => what)).size,
      );
      await context.close();
    }
    console.log(
      `${name}  ${way.padEnd(16)} ${median(ahead)} of 20 asked for ahead, loaded in ${Math.round(median(loaded))} ms`,
    );
  }
  await browser.close();
}
process.exit();
