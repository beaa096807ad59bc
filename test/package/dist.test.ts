import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { DIST, filesIn, run, temporaryFolder } from './support.ts';

/** dist/ as it came with the clone: .ci/run keeps it aside before it builds. */
const COMMITTED = process.env.HEED_COMMITTED_DIST ?? DIST;

it('dist/ is what the source builds, byte for byte', () => {
  const built = temporaryFolder('build');
  run(process.execPath, ['scripts/build.mjs', '--out', built]);
  expect(filesIn(COMMITTED)).toEqual(filesIn(built));
  const differing = filesIn(built).filter(
    (file) => !fs.readFileSync(path.join(COMMITTED, file)).equals(fs.readFileSync(path.join(built, file))),
  );
  expect(differing, 'run "npm run build" and commit dist/').toEqual([]);
});

it('heed.js parses as ES2018: what an old browser cannot parse holds nothing', () => {
  const source = fs.readFileSync(path.join(DIST, 'heed.js'), 'utf8');
  expect(() => parse(source, { ecmaVersion: 2018, sourceType: 'script' })).not.toThrow();
});

it('index.js exports these names and no others', async () => {
  const names = Object.keys(await import(path.join(DIST, 'index.js'))).sort();
  expect(names).toEqual(['HeedError', 'createConsent']);
});

it('rewrite.js and vite.js export these names and no others', async () => {
  const names = async (file: string) => Object.keys(await import(path.join(DIST, file))).sort();
  expect(await names('rewrite.js')).toEqual(['HeedError', 'createRewriter']);
  expect(await names('vite.js')).toEqual(['heed']);
});

it('rewrite.js needs nothing of Node, and names what it contains', () => {
  const source = fs.readFileSync(path.join(DIST, 'rewrite.js'), 'utf8');
  expect(source).not.toMatch(/^import /m);
  expect(source.slice(0, 5000)).toMatch(/parse5 \(MIT licence\) and entities \(BSD-2-Clause licence\)/);
});

it('the heed command runs', () => {
  expect(run(process.execPath, [path.join(DIST, 'cli.js'), '--help'])).toContain('rewrite');
});
