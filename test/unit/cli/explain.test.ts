import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain, inWords } from '../../../src/explain.ts';

const DIST = path.resolve(import.meta.dirname, '../../../dist');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-explain-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const FILE = { regions: { US: 'opt-out' }, categories: { advertising: { vendors: ['linkedin'] } } };
fs.writeFileSync(path.join(folder, 'heed.json'), JSON.stringify(FILE));
fs.writeFileSync(
  path.join(folder, 'bad.json'),
  '{ "categories": { "advertising": { "vendors": ["linkdin"] } } }',
);

function heed(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(DIST, 'cli.js'), 'explain', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('heed explain', () => {
  it.each<[string[], Parameters<typeof explain>[2]]>([
    [[], {}],
    [['--region', 'US-CA'], { region: 'US-CA' }],
    [['--region', 'US-CA', '--gpc'], { region: 'US-CA', gpc: true }],
    [['--dnt', '--opted-out'], { dnt: true, optedOut: true }],
  ])('says what the server and the page say: %j', (args, visitor) => {
    const target = 'https://px.ads.linkedin.com/collect';
    const words = `${inWords(explain(target, FILE, visitor))}\n`;
    expect(heed(target, ...args)).toEqual({ status: 0, stdout: words, stderr: '' });
    expect(JSON.parse(heed(target, ...args, '--json').stdout)).toEqual(explain(target, FILE, visitor));
  });

  it('names the mistake of a file that denies by it', () => {
    const { status, stdout, stderr } = heed('advertising', '--config', 'bad.json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^advertising: denied/);
    expect(stderr).toMatch(/^bad\.json: \$\.categories\.advertising.*"linkedin"/);
  });
});
