import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => fs.readFileSync(path.join(ROOT, name), 'utf8');

it('docs/limits.md says what was measured', async () => {
  const { withMeasured } = await import(path.join(ROOT, 'scripts/docs-limits.mjs'));
  const page = read('docs/limits.md');
  expect(withMeasured(page, JSON.parse(read('docs/limits.json')))).toBe(page);
  expect(page, 'a row without its reason').not.toMatch(/\| not held \|/);
});
