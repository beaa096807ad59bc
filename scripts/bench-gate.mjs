// What the gate costs the page's own calls, in Chromium: CPU time of the page's main thread with Heed to that without, in
// one run. `node scripts/bench-gate.mjs [rounds] [--toggles 10000] [--dist dir]`; needs dist/ and Chromium. The least of all
// rounds counts, for a busy machine can only add.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { locate } from './find-browsers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    toggles: { type: 'string', default: '10000' },
    dist: { type: 'string', default: path.join(import.meta.dirname, '../dist') },
  },
});
const rounds = Number(positionals[0] ?? 5);

const BOX = `const box = document.body.appendChild(document.createElement('div')); box.hidden = true;`;
const GIF = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
/** Pieces of work, with the ratio that they may have. */
const WORK = {
  '10,000 insertions': [
    `${BOX} for (let i = 0; i < 10000; i++) box.appendChild(document.createElement('div'));`,
    1.5,
  ],
  '10,000 insertions of a small tree': [
    `${BOX} for (let i = 0; i < 10000; i++) { const p = document.createElement('p'); p.className = 'a'; p.append(document.createElement('b'), 'text'); box.appendChild(p); }`,
  ],
  '2,000 pictures': [
    `${BOX} for (let i = 0; i < 2000; i++) { const e = document.createElement('img'); e.src = '${GIF}'; box.appendChild(e); }`,
  ],
  '2,000 inline scripts': [
    `${BOX} for (let i = 0; i < 2000; i++) { const e = document.createElement('script'); e.text = ';'; box.appendChild(e); }`,
  ],
  '1,000 pieces of markup': [
    `${BOX} for (let i = 0; i < 1000; i++) box.innerHTML = '<ul><li class="a">one</li><li><a href="/x">two</a></li></ul>';`,
  ],
  '10,000 styles': [
    `${BOX} for (let i = 0; i < 10000; i++) { box.style.color = i % 2 ? 'red' : 'blue'; box.style.background = i % 2 ? 'red' : 'blue'; }`,
  ],
  '10,000 attributes': [`${BOX} for (let i = 0; i < 10000; i++) box.setAttribute('data-x', i);`],
  '10,000 XHR': [`for (let i = 0; i < 10000; i++) new XMLHttpRequest().open('GET', '/x?' + i);`, 1.25],
  '10,000 fetch': [
    `const c = new AbortController(); c.abort(); for (let i = 0; i < 10000; i++) fetch('/x?' + i, { signal: c.signal }).catch(() => {});`,
    1.25,
  ],
  '10,000 fetch of a vendor': [
    `const c = new AbortController(); c.abort(); for (let i = 0; i < 10000; i++) fetch('https://h7.vendor.test/x?' + i, { signal: c.signal }).catch(() => {});`,
  ],
};

const fileOf = (hosts) =>
  JSON.stringify({
    categories: {
      advertising: {
        vendors: Array.from({ length: hosts }, (_, i) => ({
          id: `x-${i}`,
          name: `${i}`,
          hosts: [`h${i}.vendor.test`],
        })),
      },
    },
  });
const heed = (hosts) =>
  `<script type="application/json" id="heed-config">${fileOf(hosts)}</script><script src="/heed.js"></script>`;
const WAYS = { without: '', 'with 10 hosts': heed(10), 'with 1,000 hosts': heed(1000) };

const site = http
  .createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url, 'http://x');
    const file = path.join(values.dist, path.normalize(pathname));
    if (pathname.endsWith('.js') && fs.existsSync(file)) {
      answer.writeHead(200, { 'content-type': 'text/javascript' });
      return answer.end(fs.readFileSync(file));
    }
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.end(
      `<!doctype html><html><head>${WAYS[searchParams.get('way')] ?? ''}<title>x</title></head><body><p>x</body></html>`,
    );
  })
  .listen(0, '127.0.0.1');
await new Promise((done) => site.once('listening', done));

const browser = await puppeteer.launch({
  executablePath: locate('chromium').path,
  headless: true,
  args: ['--no-sandbox', '--js-flags=--expose-gc'],
});
async function visit(way) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`http://localhost:${site.address().port}/?way=${encodeURIComponent(way)}`, {
    waitUntil: 'networkidle0',
  });
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, devtools, close: () => context.close() };
}
async function cpu(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

const least = {};
for (let round = 0; round < rounds; round++) {
  const ways = Object.keys(WAYS);
  for (const way of round % 2 ? ways.reverse() : ways) {
    const { page, devtools, close } = await visit(way);
    for (const [name, [code]] of Object.entries(WORK))
      for (let again = 0; again < 2; again++) {
        const before = await cpu(devtools);
        await page.evaluate(`(async () => { ${code} await new Promise((done) => setTimeout(done)) })()`);
        const took = (await cpu(devtools)) - before;
        least[name] ??= {};
        least[name][way] = Math.min(took, least[name][way] ?? Number.POSITIVE_INFINITY);
      }
    await close();
  }
}
for (const [name, [, limit]] of Object.entries(WORK)) {
  const { without, ...others } = least[name];
  const ratios = Object.entries(others).map(([way, took]) => `${(took / without).toFixed(2)} ${way}`);
  console.log(
    `${name.padEnd(34)} ${without.toFixed(1)} ms, × ${ratios.join(', × ')}${limit ? ` (at most ${limit})` : ''}`,
  );
}

// Memory over decisions that come and go.
const { page } = await visit('with 10 hosts');
const toggle = (times) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await window.heed.choose(i % 2 ? 'required' : 'all');
    for (let i = 0; i < 3; i++) {
      window.gc();
      await new Promise((done) => setTimeout(done));
    }
    return performance.memory.usedJSHeapSize / 1024;
  }, times);
await toggle(500);
const start = await toggle(500);
const end = await toggle(Number(values.toggles));
console.log(
  `${values.toggles} decisions: heap ${Math.round(start)} KiB before, ${Math.round(end)} KiB after`,
);
await browser.close();
site.close();
site.closeAllConnections();
