import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DIST, ROOT } from './support.ts';

/** What a visitor's browser may have to fetch, in bytes after brotli at its best. The README states the same figures. */
const BUDGETS = {
  'heed.js': 28_400,
  'heed.ui.js': 9_000,
  'heed.panel.js': 6_500,
  'heed.load.js': 6_300,
};

const brotli = (file: string) =>
  zlib.brotliCompressSync(fs.readFileSync(file), {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

describe.each(Object.entries(BUDGETS))('%s', (name, budget) => {
  it(`has at most ${budget} bytes`, () => {
    const size = brotli(path.join(DIST, name));
    console.log(`${name}: ${size} of ${budget} bytes (brotli)`);
    expect(size).toBeLessThanOrEqual(budget);
  });

  it('has its budget in the README', () => {
    const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const figure = `${(budget / 1000).toFixed(1)} kB`.replace('.', '\\.').replace(' ', '\\s');
    const stated = new RegExp(
      `${name.replace('.', '\\.')}\\b[^\\n]*${figure}|${figure}[^\\n]*${name.replace('.', '\\.')}`,
    );
    expect(readme, `a line with ${name} and ${(budget / 1000).toFixed(1)} kB`).toMatch(stated);
  });
});
