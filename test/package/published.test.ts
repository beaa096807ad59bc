import fs from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, it } from 'vitest';
import { bin, pack, ROOT, run, temporaryFolder } from './support.ts';

const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

it('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: ROOT, strict: true });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

it('the types are those of the code, in every way of resolving them', () => {
  const { tarball } = pack(temporaryFolder('types'));
  // The classic scripts are for script tags and have no types.
  const untyped = ['--exclude-entrypoints', './heed.js', './heed.ui.js', './heed.gpp.js'];
  run(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', ...untyped]);
});

it('holds the build and its papers, no source and no test', () => {
  const { files } = pack(temporaryFolder('contents'));
  expect(files).toEqual(
    expect.arrayContaining([
      ...['dist/heed.js', 'dist/heed.ui.js', 'dist/index.js', 'dist/index.d.ts'],
      ...['dist/rewrite.js', 'dist/rewrite.d.ts', 'dist/vite.js', 'dist/vite.d.ts', 'dist/cli.js'],
      'dist/heed.schema.json',
      ...['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json'],
    ]),
  );
  const allowed = /^(dist\/.*\.(js|d\.ts|json)|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/;
  expect(files.filter((file) => !allowed.test(file) || /\.(test|spec)\./.test(file))).toEqual([]);
});
