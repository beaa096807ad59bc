// Pictures of the interface, in the looks and sizes that a visitor may have, and what axe finds in each.
//
//   node scripts/shots.mjs [part of a name …]
//
// They go to test/browser/shots/, which git does not keep. CHROME names another browser.
import { mkdirSync, readFileSync } from 'node:fs';
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
const wanted = process.argv.slice(2);

const typescript = {
  name: 'typescript',
  transform: (code, id) =>
    /\.tsx?$/.test(id) &&
    transformWithOxc(code, id, { target: 'es2020', jsx: { runtime: 'automatic', importSource: 'preact' } }),
};

async function bundle(entry, format) {
  const { generate } = await rollup({
    input: path(entry),
    external: (id) => /texts\/de\.(ts|js)$/.test(id) && !entry.endsWith('de.ts'),
    plugins: [nodeResolve({ extensions: ['.mjs', '.js', '.ts', '.tsx'] }), typescript],
  });
  const { output } = await generate({
    format,
    paths: () => './texts/de.js',
    plugins: [terser({ compress: { passes: 3, unsafe_arrows: true }, ecma: 2020, module: true })],
  });
  return output[0].code;
}

const files = {
  '/': ['text/html', readFileSync(path('test/ui-preview/index.html'))],
  '/heed.ui.js': ['text/javascript', await bundle('src/ui/index.tsx', 'iife')],
  '/preview.js': ['text/javascript', await bundle('test/ui-preview/preview.ts', 'iife')],
  '/texts/de.js': ['text/javascript', await bundle('src/ui/texts/de.ts', 'es')],
};
const ui = files['/heed.ui.js'][1];
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
console.log(`heed.ui.js: ${ui.length} bytes, ${brotliCompressSync(ui, quality).length} with brotli`);

const server = createServer((request, response) => {
  const file = files[new URL(request.url, 'http://localhost').pathname];
  response.writeHead(file ? 200 : 404, {
    'content-type': file ? file[0] + '; charset=utf-8' : 'text/plain',
    // What the interface must live with: no inline style, no markup from strings, nothing from elsewhere.
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-page'; require-trusted-types-for 'script'",
  });
  response.end(file ? file[1] : '');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

const sizes = { 320: [320, 568], 768: [768, 1024], 1280: [1280, 800], zoomed: [320, 256] };
const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];
const shots = [];
for (const view of ['banner', 'panel', 'optout', 'placeholder'])
  for (const size of view === 'placeholder' ? [320, 1280] : [320, 768, 1280])
    for (const look of ['light', 'dark']) shots.push({ view, size, look });
shots.push(
  { view: 'banner', size: 'zoomed', look: 'light' },
  { view: 'panel', size: 'zoomed', look: 'light' },
  { view: 'banner', size: 1280, look: 'light', more: 'rtl' },
  { view: 'panel', size: 768, look: 'light', more: 'rtl' },
  { view: 'banner', size: 320, look: 'light', more: 'de' },
  { view: 'banner', size: 1280, look: 'light', more: 'de' },
  { view: 'panel', size: 768, look: 'light', more: 'de' },
  { view: 'optout', size: 320, look: 'light', more: 'de' },
  { view: 'panel', size: 1280, look: 'light', more: 'open' },
  { view: 'panel', size: 320, look: 'dark', more: 'open' },
  { view: 'panel', size: 1280, look: 'light', more: 'gpc' },
  { view: 'optout', size: 768, look: 'light', more: 'gpc' },
  { view: 'banner', size: 1280, look: 'light', more: 'forced' },
  { view: 'panel', size: 768, look: 'light', more: 'forced' },
  { view: 'placeholder', size: 768, look: 'light', more: 'forced' },
  { view: 'banner', size: 1280, look: 'light', more: 'hostile' },
  { view: 'panel', size: 768, look: 'light', more: 'hostile' },
  { view: 'placeholder', size: 768, look: 'light', more: 'hostile' },
  { view: 'declaration', size: 1280, look: 'light' },
);

mkdirSync(out, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let bad = 0;
const axe = readFileSync(path('node_modules/axe-core/axe.min.js'), 'utf8');
for (const { view, size, look, more } of shots) {
  const name = [view, size, look, more].filter(Boolean).join('-');
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
  await page.screenshot({ path: `${out}${name}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0 && view !== 'declaration' && more !== 'hostile') complain(`${wide} px too wide`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(globalThis.target));
  for (const { id, nodes } of violations)
    for (const node of nodes) complain(`axe ${id}: ${node.target.join(' ')} ${node.failureSummary}`);
  await page.close();
}
await browser.close();
server.close();
process.exitCode = bad ? 1 : 0;
