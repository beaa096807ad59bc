import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// The command as it is published: it prints a file that stands beside it.
const DIST = path.resolve(import.meta.dirname, '../../../dist');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-guard-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);

function guard(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(DIST, 'cli.js'), 'guard', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}
const FILE = {
  firstParty: ['cdn.shop.example'],
  categories: { required: { vendors: ['stripe'] }, advertising: { vendors: ['linkedin'] } },
};
write('heed.json', JSON.stringify(FILE, null, 2));
const policyOf = (html: string) =>
  /^<meta http-equiv="Content-Security-Policy" content="([^"]*)"/m.exec(html)?.[1] ?? '';

describe('heed guard', () => {
  it('prints snippet, policy, </noscript>, file and script tag, in that order', () => {
    const { status, stdout, stderr } = guard();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').map((line) => line.slice(0, 12))).toEqual([
      '<script data',
      '<meta http-e',
      '</noscript>',
      '<script type',
      '<script src=',
      '',
    ]);
    const file = /id="heed-config">(.*)<\/script>/.exec(stdout)?.[1] ?? '';
    expect(JSON.parse(file)).toEqual(FILE);
  });

  it('lets through the site, firstParty and what is required, and nobody else', () => {
    const policy = policyOf(guard().stdout);
    expect(policy).toMatch(/^default-src 'self' /);
    expect(policy).toContain('http://cdn.shop.example:*');
    expect(policy).toContain('http://*.stripe.com:*');
    expect(policy).not.toMatch(/licdn|linkedin|[^:]\* |;/);
  });

  it('is strict whatever the regime, and knows the domain and where heed.js comes from', () => {
    write('us.json', JSON.stringify({ ...FILE, regime: 'opt-out' }));
    expect(policyOf(guard('us.json').stdout)).toBe(policyOf(guard().stdout));
    const policy = policyOf(guard('--site', 'shop.example', '--src', 'https://files.example/heed.js').stdout);
    expect(policy).toContain('http://*.shop.example:*');
    expect(policy).toContain('http://files.example:*');
  });

  it('prints the same snippet for every file; its hash is the one of its text', () => {
    write('other.json', '{ "categories": { "advertising": { "vendors": ["doubleclick"] } } }');
    const snippets = [guard(), guard('other.json')].map(
      ({ stdout }) => /<script data-heed-guard="([^"]+)">(.*)<\/script>/.exec(stdout) ?? [],
    );
    expect(snippets[0]?.[2]).toBe(snippets[1]?.[2]);
    expect(snippets[0]?.[1]).not.toBe(snippets[1]?.[1]);
    const digest = createHash('sha256').update(String(snippets[0]?.[2])).digest('base64');
    expect(guard('--hash').stdout.trim()).toBe(`'sha256-${digest}'`);
    expect(fs.readFileSync(path.join(DIST, '../docs/install.md'), 'utf8')).toContain(digest);
  });

  it("asks ahead for the page's own files, in the way their tags will", () => {
    write(
      'page.html',
      `<!doctype html><link rel=stylesheet href="/a.css?x&amp;y" media=screen>
      <link rel="alternate stylesheet" href="/b.css"><link rel=icon href=/i.png>
      <script src="app.js" crossorigin></script><script type=module src="/m.js"></script>
      <script src="https://snap.licdn.com/x.js"></script><script src="//other.example/x.js"></script>
      <script type="text/plain" src="/held.js"></script><script nomodule src="/old.js"></script>`,
    );
    const { stdout } = guard('--preload', 'page.html');
    expect(stdout.slice(0, stdout.indexOf('<script ')).trim().split('\n')).toEqual([
      '<link rel="preload" as="style" href="/a.css?x&amp;y" media="screen">',
      '<link rel="preload" as="script" href="app.js" crossorigin="">',
      '<link rel="modulepreload" href="/m.js">',
    ]);
  });

  it('keeps the end of a script out of the file', () => {
    write('script.json', JSON.stringify({ ...FILE, texts: { acceptAll: '</script><!--' } }));
    expect(guard('script.json').stdout).not.toContain('</script><!--');
  });

  it.each<[what: string, args: string[], told: RegExp]>([
    ['no file', ['none.json'], /none\.json: no such file/],
    ['a file with a mistake', ['bad.json'], /bad\.json: \$\.categories\.advertising.*linkdin.*"linkedin"/],
    ['a file that lets unlisted hosts pass', ['allow.json'], /allow\.json: .*unlisted/],
    ['the mode report', ['report.json'], /report\.json: .*report/],
    ['a site that is no domain', ['--site', 'https://shop.example'], /--site: found "https:/],
    ['a page that is not there', ['--preload', 'none.html'], /none\.html: no such file/],
  ])('fails and says why for %s', (_, args, told) => {
    write('bad.json', '{ "categories": { "advertising": { "vendors": ["linkdin"] } } }');
    write('allow.json', JSON.stringify({ ...FILE, unlisted: { allow: 'for a test' } }));
    write('report.json', JSON.stringify({ ...FILE, mode: 'report' }));
    expect(guard(...args)).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(told) });
  });
});
