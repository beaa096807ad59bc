import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const page = fs.readFileSync(path.join(ROOT, 'docs/server.md'), 'utf8');
const snippets = [...page.matchAll(/^```js server\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
const folder = path.join(ROOT, 'build/docs/server');

/** Runs a snippet of the page as it stands there, with the built package, and asks it for a page. */
const DRIVER = `
import { createServer } from 'node:http';
const snippet = await import('./' + process.argv[2]);
const ask = async (headers) => {
  const request = new Request('https://www.shop.example/', { headers });
  if (snippet.default) return snippet.default.fetch(request);
  const server = snippet.server ?? createServer((request, response) => snippet.heed(request, response, () => {
    response.setHeader('Link', '</shop.css>; rel=preload; as=style, <https://snap.licdn.com>; rel=preconnect');
    response.setHeader('Set-Cookie', ['a=1', 'li_fat_id=1']);
    response.writeHead(203, { 'Content-Type': 'text/html' });
    response.end('Shop');
  })).listen(0);
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const response = await fetch('http://localhost:' + server.address().port, { headers });
  const text = await response.text();
  server.close();
  return new Response(text, response);
};
const answer = await ask({ 'sec-gpc': '1' });
console.log(JSON.stringify({ status: answer.status, headers: [...answer.headers], text: await answer.text() }));
`;

function run(code: string, i: number) {
  fs.writeFileSync(path.join(folder, `${i}.mjs`), code);
  const { stdout, stderr } = spawnSync(process.execPath, ['driver.mjs', `${i}.mjs`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PORT: '0' },
  });
  expect(stderr).toBe('');
  const { status, headers, text } = JSON.parse(stdout);
  return { status, headers: new Headers(headers), text: text as string };
}

describe('docs/server.md', () => {
  beforeAll(() => {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'driver.mjs'), DRIVER);
  });

  it('has these snippets', () => expect(snippets).toHaveLength(4));

  it.each(snippets.map((code, i) => [i, code] as const))(
    'snippet %i serves a page that is held',
    { timeout: 30_000 },
    (i, code) => {
      const { status, headers, text } = run(code, i);
      expect(status).toBe(code.includes('writeHead') ? 203 : 200);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'self' .*\/shop\.example:\* /);
      expect(headers.get('vary')).toBe('Cookie, Sec-GPC, DNT');
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(text).toContain('Shop');
      if (code.includes('head(')) expect(text).toMatch(/id="heed-config">.*<script src="\/heed\.js"/s);
      if (/node:http|writeHead/.test(code))
        expect(headers.get('link')).toBe('</shop.css>; rel=preload; as=style');
      if (code.includes('writeHead')) expect(headers.getSetCookie()).toEqual(['a=1']);
      if (code.includes('nonce'))
        expect(headers.get('content-security-policy')).toContain("script-src * 'nonce-");
    },
  );

  it('names every function, every option and every country header', () => {
    const source = (file: string) => fs.readFileSync(path.join(ROOT, 'src/server', file), 'utf8');
    const [, members] = /interface ServerConsent \{([\s\S]*?)\n\}/.exec(source('types.ts'))!;
    const options = [...source('types.ts').matchAll(/^ {2}(\w+)\??: /gm)].map(([, name]) => name!);
    const names = [...members!.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name!);
    expect(names.length + options.length).toBeGreaterThan(10);
    for (const name of [...names, ...options]) expect(page).toMatch(new RegExp(`\\b${name}\\b`));
    for (const [, name] of source('region.ts').matchAll(/\['([a-z][\w-]+)', /g))
      expect(page.toLowerCase()).toContain(name!);
  });
});
