import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-cli-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);
const write = (name: string, text: string | Buffer) => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
};
const read = (name: string) => fs.readFileSync(at(name), 'utf8');

beforeAll(async () => {
  // The command from its source, as one file.
  await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(ROOT, 'src/cli/heed.ts'),
      outDir: at('bin'),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'heed.mjs' } },
    },
  });
});

/** Runs `heed` in the folder. */
function heed(args: string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('bin/heed.mjs'), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const AD = 'https://px.ads.linkedin.com/x';
const PAGE = `<p>\u00fc<img src="${AD}">\r\n`;
const INERT = `<p>\u00fc<img data-heed-src="${AD}">\r\n`;
const failed = (told: RegExp) => ({ status: 1, stdout: '', stderr: expect.stringMatching(told) });

beforeAll(() => write('heed.json', '{ "categories": { "advertising": { "vendors": ["linkedin"] } } }'));

describe('heed rewrite', () => {
  it('takes standard input and a file, to standard output', () => {
    write('page.html', PAGE);
    expect(heed(['rewrite'], PAGE)).toEqual({ status: 0, stdout: INERT, stderr: '' });
    expect(heed(['rewrite', '-'], PAGE).stdout).toBe(INERT);
    expect(heed(['rewrite', 'page.html']).stdout).toBe(INERT);
    expect(read('page.html')).toBe(PAGE);
  });

  it('writes to a file, over the one it reads too', () => {
    write('page.html', PAGE);
    expect(heed(['rewrite', 'page.html', '-o', 'out.html']).status).toBe(0);
    expect(read('out.html')).toBe(INERT);
    expect(heed(['rewrite', 'page.html', '-o', 'page.html']).status).toBe(0);
    expect(read('page.html')).toBe(INERT);
    write('page.html', PAGE);
    expect(heed(['rewrite', 'page.html', '--in-place']).status).toBe(0);
    expect(read('page.html')).toBe(INERT);
  });

  it('takes all .html files of a folder, to another or in place', () => {
    write('site/index.html', PAGE);
    write('site/sub/a.HTM', PAGE);
    write('site/sub/b.txt', PAGE);
    expect(heed(['rewrite', 'site', '-o', 'inert']).status).toBe(0);
    expect([read('inert/index.html'), read('inert/sub/a.HTM'), fs.existsSync(at('inert/sub/b.txt'))]).toEqual(
      [INERT, INERT, false],
    );
    expect(read('site/index.html')).toBe(PAGE);
    expect(heed(['rewrite', 'site'])).toEqual(failed(/site is a folder: give --output or --in-place/));
    expect(heed(['rewrite', 'site', '--in-place']).status).toBe(0);
    expect([read('site/index.html'), read('site/sub/b.txt')]).toEqual([INERT, PAGE]);
  });

  it("keeps the site's own live", () => {
    const own = '<img src="https://img.shop.example/a.gif">';
    expect(heed(['rewrite', '--site', 'https://www.shop.example'], own).stdout).toBe(own);
    expect(heed(['rewrite'], own).stdout).not.toBe(own);
    expect(heed(['rewrite', '--site', 'shop.example'], own)).toEqual(
      failed(/^heed: --site: found shop\.example/),
    );
  });

  it('with a bad file writes nothing, and names the file and the path in it', () => {
    write('bad.json', '{ "regime": "opt-inn", "categories": { "a": { "vendors": ["linkedinn"] } } }');
    write('no.json', '{ "regime": ');
    const told =
      /^heed: bad\.json: \$\.regime: found "opt-inn".*\nbad\.json: \$\.categories\.a\.vendors\[0\]: .*"linkedin"/;
    expect(heed(['rewrite', '--config', 'bad.json', '-o', 'never.html'], PAGE)).toEqual(failed(told));
    expect(fs.existsSync(at('never.html'))).toBe(false);
    expect(heed(['rewrite', '-c', 'no.json'], PAGE)).toEqual(failed(/^heed: no\.json: not JSON: /));
    expect(heed(['rewrite', '-c', 'none.json'], PAGE)).toEqual(failed(/^heed: none\.json: no such file/));
  });

  it('says what cannot be read', () => {
    write('latin.html', Buffer.from([0x3c, 0x70, 0x3e, 0xfc]));
    expect(heed(['rewrite', 'none.html'])).toEqual(failed(/^heed: none\.html: no such file/));
    expect(heed(['rewrite', 'latin.html', '--in-place'])).toEqual(failed(/^heed: latin\.html: not UTF-8/));
    expect(heed(['rewrite', 'latin.html', '-o', 'out2.html']).stderr).toMatch(
      /latin\.html: the page is not UTF-8/,
    );
    expect(fs.readdirSync(folder).filter((name) => /out2|part/.test(name))).toEqual([]);
  });
});

it('knows its version, its commands, and what is none', () => {
  expect(heed(['--version']).stdout.trim()).toBe(
    JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version,
  );
  expect(heed(['--help']).stdout).toMatch(/rewrite .*make HTML inert/);
  expect(heed(['rewritten'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/unknown command.*rewrite/s),
  });
});

it('warns of an id of another form, and goes on', () => {
  write(
    'odd.json',
    '{ "categories": { "advertising": { "vendors": [{ "id": "linkedin", "partnerId": "no" }] } } }',
  );
  const told = 'heed: odd.json: linkedin: partnerId "no" has not the usual form, as in "1234567"\n';
  expect(heed(['rewrite', '-c', 'odd.json'], PAGE)).toEqual({ status: 0, stdout: INERT, stderr: told });
});

it('knows a vendor by its other names', () => {
  write('alias.json', '{ "categories": { "performance": { "vendors": ["ga4"] } } }');
  expect(heed(['rewrite', '-c', 'alias.json'], PAGE)).toEqual(failed(/did you mean "google-analytics"/));
});
