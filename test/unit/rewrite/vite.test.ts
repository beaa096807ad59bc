import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, createLogger, createServer, type Plugin } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { heed } from '../../../src/vite.ts';

const AD = 'https://px.ads.linkedin.com/x';
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-vite-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};
const page = (body: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;
const good = JSON.stringify({ categories: { advertising: { vendors: ['linkedin'] } } });
write('index.html', page(`<img src="${AD}"><script type="module" src="/main.js"></script>`));
write('sub/page.html', page(`<script src="${AD}"></script>`));
write('main.js', 'document.title = "built"');

/** Another plugin that brings a tag: the page is looked at behind it. */
const tag: Plugin = {
  name: 'tag',
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: `${AD}-by-plugin` }, injectTo: 'head' }],
};
const options = {
  root,
  configFile: false,
  logLevel: 'silent',
  build: { rollupOptions: { input: ['index.html', 'sub/page.html'].map((name) => path.join(root, name)) } },
} as const;
const built = (name: string) => fs.readFileSync(path.join(root, 'dist', name), 'utf8');

it('makes every page of a build inert, and what other plugins bring', async () => {
  write('heed.json', good);
  await build({ ...options, plugins: [heed(), tag] });
  expect(built('index.html')).toContain(`<img data-heed-src="${AD}">`);
  expect(built('index.html')).toContain(`<script type="text/plain" data-heed-type="" src="${AD}-by-plugin">`);
  expect(built('index.html')).toMatch(/<script type="module" crossorigin src="\/assets\//);
  expect(built('sub/page.html')).toContain(`<script type="text/plain" data-heed-type="" src="${AD}">`);
});

it('ends the build where the file has a mistake, and names it', async () => {
  write('heed.json', '{ "categories": { "advertising": { "vendors": ["linkedinn"] } } }');
  await expect(build({ ...options, plugins: [heed()] })).rejects.toThrow(
    /heed\.json[\s\S]*\$\.categories\.advertising\.vendors\[0\]: .*"linkedin"/,
  );
  await expect(build({ ...options, plugins: [heed('none.json')] })).rejects.toThrow(
    /none\.json[\s\S]*ENOENT/,
  );
});

it('in development says what is wrong, and takes the mended file without a restart', async () => {
  write('heed.json', '{ "categories": {} }');
  const said: string[] = [];
  const customLogger = createLogger('error');
  customLogger.error = (message) => said.push(message);
  const server = await createServer({
    ...options,
    customLogger,
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    plugins: [heed()],
  });
  try {
    expect(said.join()).toMatch(/heed\.json[\s\S]*\$\.categories/);
    await expect(server.transformIndexHtml('/', page(`<img src="${AD}">`))).rejects.toThrow(/\$\.categories/);
    write('heed.json', good);
    server.watcher.emit('change', path.join(root, 'heed.json'));
    expect(await server.transformIndexHtml('/', page(`<img src="${AD}">`))).toContain(
      `<img data-heed-src="${AD}">`,
    );
  } finally {
    await server.close();
  }
});

it('takes the file as an object', async () => {
  await build({ ...options, plugins: [heed(JSON.parse(good), { site: 'https://www.shop.example' })] });
  expect(built('index.html')).toContain(`<img data-heed-src="${AD}">`);
});

it('warns once of an id of another form', async () => {
  write(
    'heed.json',
    JSON.stringify({ categories: { advertising: { vendors: [{ id: 'linkedin', partnerId: 'no' }] } } }),
  );
  const customLogger = createLogger('warn');
  const said: string[] = [];
  customLogger.warn = (message) => void said.push(message);
  await build({ ...options, logLevel: 'warn', customLogger, plugins: [heed()] });
  expect(said.filter((message) => message.startsWith('heed: linkedin: partnerId "no"'))).toHaveLength(1);
});
