import { expect, it } from 'vitest';
import { findGuard } from '../../../src/guard/guard.ts';

/** The guard of a page that a server has sent with these sources. */
function guardOf(...sources: string[]) {
  const meta = { content: sources.join(' ') };
  const document = {
    querySelector: (selector: string) => (selector.startsWith('meta') ? meta : null),
    addEventListener() {},
  };
  const win = { document, addEventListener() {} } as unknown as Window & typeof globalThis;
  return findGuard(win, () => {})!;
}

it.each([
  ['https://media.example/tr', false],
  ['https://media.example/tr?id=1', false],
  ['https://media.example/tr/1', false],
  ['https://a.media.example/tr#1', false],
  ['https://media.example/travel', true],
  ['https://media.example/', true],
  ['https://open.example/travel', false],
])('waits for the next page as the browser compares paths: %s, %s', (url, waits) => {
  const guard = guardOf('http://media.example:*/tr', 'http://media.example:*/tr/', 'http://open.example:*');
  const { hostname: host } = new URL(url);
  expect(guard.waits({ vendor: 'media', category: 'advertising', url, host })).toBe(waits);
});
