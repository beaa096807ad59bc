// Measures the rewriter on built files: megabytes of HTML per second of processor time, beside what parse5's own
// rewriting stream takes to pass the same page through untouched; then memory over a long stream.
//   node scripts/bench-rewrite.mjs [dist] [megabytes of the stream, default 1024]
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RewritingStream } from 'parse5-html-rewriting-stream';

const dist = path.resolve(process.argv[2] ?? 'dist');
const length = Number(process.argv[3] ?? 1024);
const { createRewriter } = await import(pathToFileURL(path.join(dist, 'rewrite.js')).href);
const rewriter = createRewriter(
  { categories: { advertising: { vendors: ['linkedin', 'doubleclick'] } } },
  { site: 'https://www.shop.example' },
);

const product = (i) => `<div class="card product" id="p${i}">
  <a href="/p/${i}?from=list&amp;page=2" title="Article ${i}"><img src="/img/${i}.jpg" srcset="/img/${i}.jpg 1x, /img/${i}@2.jpg 2x" alt="" width="300" height="200" loading="lazy"></a>
  <h3>Article <b>${i}</b></h3><p style="color:#333">A few words on what it is made of, how long it lasts, and who it is for.</p>
</div>\n`;
const vendorTags = `<script async src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script>
<noscript><img src="https://px.ads.linkedin.com/collect/?pid=1&fmt=gif" width="1" height="1" alt=""></noscript>\n`;
const shop = `<!doctype html>\n<html lang="en"><head><title>Shop</title><style>body{margin:0}.card{background:url(/img/card.png)}</style>
${vendorTags}</head><body>${Array.from({ length: 150 }, (_, i) => product(i)).join('')}<script>window.shop={a:1,b:[1,2,3]}</script></body></html>\n`;
/** Pages to measure on: one of its own, or those named by HEED_PAGES (files, separated by ":"). */
const pages = process.env.HEED_PAGES
  ? process.env.HEED_PAGES.split(':').map((file) => [path.basename(file), fs.readFileSync(file, 'utf8')])
  : [['shop page', shop]];

async function speed(name, bytes, work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  console.log(`${name}: ${(bytes / (user + system)).toFixed(1)} MB/s`);
}

for (const [name, page] of pages) {
  const times = Math.ceil(30e6 / page.length);
  const bytes = Buffer.byteLength(page) * times;
  for (const warm of [true, false]) {
    if (!warm) console.log(`${name}, ${page.length} characters:`);
    const measure = (what, work) => (warm ? work() : speed('  ' + what, bytes, work));
    await measure('html()', () => {
      for (let i = 0; i < times; i++) rewriter.html(page);
    });
    const encoded = new TextEncoder().encode(page);
    await measure('stream(), bytes', async () => {
      for (let i = 0; i < times; i++)
        for await (const _ of new Blob([encoded]).stream().pipeThrough(rewriter.stream()));
    });
    await measure('parse5-html-rewriting-stream, nothing done', async () => {
      for (let i = 0; i < times; i++) {
        const stream = new RewritingStream();
        stream.end(page);
        for await (const _ of stream);
      }
    });
  }
}

console.log(`one stream of ${length} MB:`);
const chunk = new TextEncoder().encode(shop.repeat(Math.ceil(65_536 / shop.length)));
let sent = 0;
let got = 0;
let peak = 0;
const source = new ReadableStream({
  pull(controller) {
    if (sent >= length * 1e6) return controller.close();
    sent += chunk.length;
    controller.enqueue(chunk);
    peak = Math.max(peak, process.memoryUsage().rss);
  },
});
const base = process.memoryUsage().rss;
await speed('  speed', length * 1e6, async () => {
  for await (const part of source.pipeThrough(rewriter.stream())) got += part.length;
});
console.log(
  `  ${(got / 1e6).toFixed(0)} MB came out, resident memory ${(base / 1e6).toFixed(0)} MB before, ${(peak / 1e6).toFixed(0)} MB at most`,
);
