import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'acorn';
import { afterAll, describe, expect, it } from 'vitest';
import { vendorsFor } from '../../../src/cli/site-script.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import { loaders } from '../../../src/vendors/loaders.ts';
import { registry } from '../../../src/vendors/registry.ts';

// The command as it is published: what it makes comes from files that stand beside it.
const DIST = path.resolve(import.meta.dirname, '../../..', process.env.HEED_DIST || 'dist');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-build-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const write = (name: string, value: unknown) =>
  fs.writeFileSync(path.join(folder, name), JSON.stringify(value));
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');

function build(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(DIST, 'cli.js'), 'build', ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  return { status, stdout, stderr };
}
const parses = (script: string) => parse(script, { ecmaVersion: 2018, sourceType: 'script' });

const FILE = {
  $schema: './heed.schema.json',
  categories: {
    performance: { vendors: [{ id: 'google-analytics', measurementId: 'G-ABCDEF1234' }] },
    advertising: {
      vendors: ['linkedin', { id: 'acme', name: '</script>\u2028', hosts: ['ads.acme.example'] }],
    },
  },
};
write('heed.json', FILE);

describe('heed build', () => {
  it('writes one script for old browsers too, with the file and the named vendors inside, and nobody else', () => {
    const { status, stdout, stderr } = build('-o', 'public/heed.js');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(/^heed: public\/heed.js: 2\d\.\d kB after brotli/);
    const script = read('public/heed.js');
    expect(() => parses(script)).not.toThrow();
    for (const inside of ['ads.acme.example', 'snap.licdn.com']) expect(script.includes(inside)).toBe(true);
    expect(
      script.match(/HEED_(?!VENDORS)|tiktok|connect\.facebook|heed\.schema\.json|<\/script|\u2028/),
    ).toBeNull();
    expect(build().stdout === script).toBe(true);
  });

  it('puts beside it what it fetches, of vendors the named ones, and nothing that it has inside', () => {
    build('-o', 'beside/heed.js');
    const there = fs.readdirSync(path.join(folder, 'beside')).sort();
    expect(there).toEqual([
      ...['heed.facts.js', 'heed.js', 'heed.panel.js', 'heed.record.js', 'heed.ui.js', 'texts'],
    ]);
    for (const name of ['heed.ui.js', 'heed.panel.js', 'texts/de.js'])
      expect(read(`beside/${name}`)).toBe(fs.readFileSync(path.join(DIST, name), 'utf8'));
    expect(
      [...read('beside/heed.facts.js').matchAll(/"name":"([^"]*)","company"/g)].map(([, name]) => name),
    ).toEqual(['Google Analytics', 'LinkedIn']);
    build('-o', 'alone/heed.js', '--no-interface');
    expect(fs.readdirSync(path.join(folder, 'alone'))).toEqual(['heed.js']);
  });

  it('knows each vendor that can be loaded', () => {
    const vendors = Object.keys(loaders).map((id) => ({
      id,
      ...Object.fromEntries((registry[id]!.ids ?? '').split(' ').map((key) => [key, 'x'])),
    }));
    write('all.json', { categories: { advertising: { vendors } } });
    const { status, stdout } = build('all.json');
    expect(status).toBe(0);
    expect(() => parses(stdout)).not.toThrow();
    expect(stdout.includes('HEED_LOADERS')).toBe(false);
  });

  it('makes nothing of a file with a mistake, and says where it is', () => {
    write('bad.json', { categories: { advertising: { vendors: ['linkedn'] } } });
    const { status, stderr } = build('bad.json', '-o', 'bad/heed.js');
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.json: \$\.categories\.advertising\.vendors\[0\].*linkedin/);
    expect(fs.existsSync(path.join(folder, 'bad'))).toBe(false);
  });
});

describe('the vendors of a script', () => {
  const of = (vendors: unknown[]) =>
    vendorsFor(parseConfig({ categories: { performance: { vendors } } }, registry).policy, registry);

  it('are the named ones, and those on their hosts or below: a path of theirs is not granted with them', () => {
    expect(of(['linkedin'])).toEqual(['linkedin']);
    expect(of(['google-analytics'])).toEqual(expect.arrayContaining(['google-ads', 'google-tag-manager']));
    expect(of([{ id: 'x', hosts: ['licdn.com'] }])).toEqual(['linkedin']);
    expect(of([{ id: 'x', hosts: ['in.com', 'a.snap.licdn.com'] }])).toEqual([]);
  });
});
