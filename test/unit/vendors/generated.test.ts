import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { vendorPage } from '../../../scripts/docs-vendors.mjs';
import { tables } from '../../../scripts/index-vendors.mjs';
import { loaders } from '../../../src/vendors/loaders.ts';
import { vendorOf, vendors } from '../../../src/vendors.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

it.each(Object.entries(tables()))('src/vendors/%s is what the vendor files say', (name, text) => {
  expect(read('src/vendors/' + name), 'run "npm run vendors"').toBe(text);
});

it('docs/vendors.md is what the vendor files say', () => {
  expect(read('docs/vendors.md'), 'run "npm run vendors"').toBe(vendorPage(vendors, loaders));
});

it.each(['README.md', 'docs/install.md'])('%s counts the vendors', (file) => {
  expect(read(file)).toContain(`all ${vendors.length} vendors`);
});

const PAGES = 'test/browser/vendors';
const pages = fs.readdirSync(path.join(ROOT, PAGES)).map((name) => name.replace('.html', ''));

it('every vendor has its test page, and every page its vendor: see CONTRIBUTING.md', () => {
  expect(pages.sort()).toEqual(vendors.map(({ id }) => id));
});

it.each(pages)('the test page of %s waits for something that this vendor would get', (id) => {
  const [first] = read(`${PAGES}/${id}.html`).split('\n');
  const { asks } = JSON.parse(first!.replace(/^<!--|-->$/g, '')) as { asks: string[] };
  expect(asks.map((url) => vendorOf(url)?.id)).toContain(id);
});
