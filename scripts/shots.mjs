// Pictures of the interface, in the looks and sizes that a visitor may have, and what axe finds in each.
//
//   node scripts/shots.mjs [part of a name …]
//   node scripts/shots.mjs --docs       the few that docs/interface.md shows, to docs/pictures/
//
// They go to test/browser/shots/, which git does not keep, and on contact sheets beside them (sheet-1.png …). CHROME names another browser.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { transformWithOxc } from 'vite';

const path = (name) => fileURLToPath(new URL('../' + name, import.meta.url));
const out = path('test/browser/shots/');
const forDocs = process.argv.includes('--docs');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--docs');
/** What docs/interface.md shows: the shot, and the part of it. */
const pictures = {
  banner: ['banner-768-light', '[part=banner]'],
  'banner-narrow-dark': ['banner-320-dark', '[part=banner]'],
  bar: ['banner-1280-light-bar', '[part=banner]'],
  panel: ['panel-768-light-gpc', '[part=panel]'],
  conflict: ['conflict-768-light', '[part=conflict]'],
  placeholder: ['placeholder-1280-light-own', '[part=placeholder]'],
};

const typescript = {
  name: 'typescript',
  transform: (code, id) =>
    /\.tsx?$/.test(id) &&
    transformWithOxc(code, id, { target: 'es2020', jsx: { runtime: 'classic', pragma: 'h' } }),
};

const APART = /\/texts\/(?!en\b)[\w-]+\.ts$|\/(panel\.tsx|facts\.ts)$/;
async function bundle(entry, format) {
  const { generate } = await rollup({
    input: path(entry),
    external: (id) => APART.test(id) && !id.endsWith(entry),
    plugins: [nodeResolve({ extensions: ['.mjs', '.js', '.ts', '.tsx'] }), typescript],
  });
  const { output } = await generate({
    format,
    paths: (id) => '.' + nameOf(id),
    plugins: [terser({ compress: { passes: 3, unsafe_arrows: true }, ecma: 2020, module: true })],
  });
  return output[0].code;
}
const nameOf = (file) => file.replace(/.*\/(?=texts\/[\w-]+\.ts$)|.*\//, '/').replace(/tsx?$/, 'js');

const script = async (entry, format) => ['text/javascript', await bundle(entry, format)];
const files = {
  '/': ['text/html', readFileSync(path('test/ui-preview/index.html'))],
  '/heed.ui.js': await script('src/ui/index.tsx', 'iife'),
  '/preview.js': await script('test/ui-preview/preview.ts', 'iife'),
  '/panel.js': await script('src/ui/panel.tsx', 'es'),
  '/favicon.ico': ['image/x-icon', ''],
  '/film.svg': [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#8fb3a3" d="M0 0h16v9H0z"/><path fill="#26463b" d="m0 9 5-6 4 4 3-3 4 5z"/></svg>',
  ],
  '/facts.js': await script('src/vendors/facts.ts', 'es'),
};
for (const name of readdirSync(path('src/ui/texts')).filter((name) => name !== 'en.ts'))
  files['/texts/' + nameOf(name)] = await script('src/ui/texts/' + name, 'es');
const ui = files['/heed.ui.js'][1];
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
console.log(`heed.ui.js: ${ui.length} bytes, ${brotliCompressSync(ui, quality).length} with brotli`);

const server = createServer((request, response) => {
  const file = files[new URL(request.url, 'http://localhost').pathname];
  response.writeHead(file ? 200 : 404, {
    'content-type': file ? file[0] + '; charset=utf-8' : 'text/plain',
    // What the interface must live with: no inline style, no markup from strings, nothing from elsewhere.
    'content-security-policy':
      "default-src 'none'; script-src 'self'; img-src 'self'; style-src 'self' 'nonce-page'; require-trusted-types-for 'script'",
  });
  response.end(file ? file[1] : '');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

const sizes = { 320: [320, 568], 768: [768, 1024], 1280: [1280, 800], zoomed: [320, 256] };
const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];
const shots = [];
for (const view of ['banner', 'panel', 'optout', 'conflict', 'placeholder'])
  for (const size of view === 'placeholder' ? [320, 1280] : [320, 768, 1280])
    for (const look of ['light', 'dark']) shots.push({ view, size, look });
const more = (name, ...views) => {
  for (const [view, size, look = 'light'] of views) shots.push({ view, size, look, more: name });
};
for (const view of ['banner', 'panel', 'conflict', 'reload'])
  shots.push({ view, size: 'zoomed', look: 'light' });
for (const [size, look] of [
  [320, 'light'],
  [1280, 'dark'],
])
  shots.push({ view: 'reload', size, look });
for (const lang of ['ar', 'de', 'el', 'ja'])
  more(
    lang,
    ['banner', 320],
    ['banner', 1280],
    ['panel', 768],
    ['optout', 320],
    ['conflict', 768],
    ['placeholder', 768],
  );
for (const shape of ['bar', 'corner'])
  more(shape, ['banner', 320], ['banner', 768, 'dark'], ['banner', 1280]);
more('own', ['placeholder', 1280], ['placeholder', 320, 'dark']);
more('open', ['panel', 1280], ['panel', 320, 'dark'], ['panel', 768]);
more('ar-open', ['panel', 1280], ['panel', 320, 'dark']);
more('ar', ['declaration', 1280], ['declaration', 320]);
more('gpc', ['panel', 768], ['panel', 1280], ['optout', 768], ['panel', 320]);
more('lifted', ['panel', 768]);
more('done', ['optout', 768]);
more('receipt', ['panel', 768], ['panel', 320, 'dark']);
more('forced', ['banner', 1280], ['panel', 768], ['conflict', 768], ['placeholder', 768]);
more('hostile', ['banner', 1280], ['panel', 768], ['conflict', 768], ['placeholder', 768]);
shots.push(
  { view: 'declaration', size: 1280, look: 'light' },
  { view: 'declaration', size: 320, look: 'light' },
  { view: 'links', size: 768, look: 'light' },
);

mkdirSync(out, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let bad = 0;
const taken = [];
const axe = readFileSync(path('node_modules/axe-core/axe.min.js'), 'utf8');
for (const { view, size, look, more } of shots) {
  const name = [view, size, look, more].filter(Boolean).join('-');
  const shown = Object.entries(pictures).filter(([, [shot]]) => shot === name);
  if (forDocs && !shown.length) continue;
  if (wanted.length && !wanted.some((part) => name.includes(part))) continue;
  const page = await browser.newPage();
  const complain = (text) => {
    bad++;
    console.log(`${name}: ${text}`);
  };
  page.on('pageerror', (error) => complain(error.stack || error.message));
  page.on('console', (message) => /error|warn/.test(message.type()) && complain(message.text()));
  const [width, height] = sizes[size];
  await page.setViewport({ width, height });
  if (look === 'dark') await page.emulateMediaFeatures(dark);
  if (more === 'forced') {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
  }
  await page.goto(origin + '?' + new URLSearchParams({ view, more: more || '' }));
  await page.waitForFunction(() => globalThis.ready);
  for (const [file, [, selector]] of forDocs ? shown : []) {
    const clip = await page.evaluate((selector) => {
      const hosts = [...document.querySelectorAll('[data-heed-ui],[data-heed-placeholder]')];
      const part = hosts.map((host) => host.shadowRoot.querySelector(selector)).find(Boolean);
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const x = Math.max(0, left - 12);
      const y = Math.max(0, top - 12);
      return {
        x,
        y,
        width: Math.min(innerWidth, right + 12) - x,
        height: Math.min(innerHeight, bottom + 12) - y,
      };
    }, selector);
    await page.screenshot({ path: `${path('docs/pictures/')}${file}.webp`, type: 'webp', quality: 70, clip });
  }
  const picture = await page.screenshot({ path: `${out}${name}.png` });
  taken.push([name, Buffer.from(picture).toString('base64')]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0 && more !== 'hostile') complain(`${wide} px too wide`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(globalThis.target));
  for (const { id, nodes } of violations)
    for (const node of nodes) complain(`axe ${id}: ${node.target.join(' ')} ${node.failureSummary}`);
  await page.close();
}

// All of them on contact sheets, to look at in one go.
const figure = ([name, data]) =>
  `<figure style="margin:6px"><img height="400" src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
for (let i = 0; i * 15 < taken.length; i++) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1800, height: 900 });
  await page.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;font:12px sans-serif;background:#888">${taken
      .slice(i * 15, i * 15 + 15)
      .map(figure)
      .join('')}`,
  );
  await page.screenshot({ path: `${out}sheet-${i + 1}.png`, fullPage: true });
  await page.close();
}
await browser.close();
server.close();
process.exitCode = bad ? 1 : 0;
