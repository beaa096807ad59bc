import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { vendorPage } from '../../../scripts/docs-vendors.mjs';
import { tables } from '../../../scripts/index-vendors.mjs';
import { loaders } from '../../../src/vendors/loaders.ts';
import { vendors } from '../../../src/vendors.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

it.each(Object.entries(tables()))('src/vendors/%s is what the vendor files say', (name, text) => {
  expect(read('src/vendors/' + name), 'run "npm run vendors"').toBe(text);
});

it('docs/vendors.md is what the vendor files say', () => {
  expect(read('docs/vendors.md'), 'run "npm run vendors"').toBe(vendorPage(vendors, loaders));
});

it('every vendor has its test page, and every page its vendor: see CONTRIBUTING.md', () => {
  const pages = fs
    .readdirSync(path.join(ROOT, 'test/browser/vendors'))
    .map((name) => name.replace('.html', ''));
  expect(pages.sort()).toEqual(vendors.map(({ id }) => id));
});
