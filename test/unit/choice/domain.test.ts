// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://a.b.shop.example/" }
import { afterEach, expect, it } from 'vitest';
import { widestDomain } from '../../../src/choice/domain.ts';
import { replaceCookies, sandboxed } from '../support/cookies.ts';

let undo = () => {};
afterEach(() => undo());

/** The page's document with another host, and cookies as its browser would keep them. */
function pageOn(hostname: string, accepts: (domain: string) => boolean) {
  let jar = '';
  const tried: string[] = [];
  undo = replaceCookies({
    get: () => jar,
    set(written) {
      const domain = /domain=([^;]*)/i.exec(written)?.[1] ?? '';
      const end = /expires=([^;]*)/i.exec(written);
      if (!end) tried.push(domain);
      if (accepts(domain)) jar = end && Date.parse(end[1]!) < Date.now() ? '' : written.split('; ')[0]!;
    },
  });
  const page = new Proxy(document, {
    get: (target, key) => (key === 'location' ? { hostname } : Reflect.get(target, key)),
  });
  return { page, tried, left: () => jar };
}
/** A browser that refuses these, and what is not above the host. */
const browser =
  (host: string, ...suffixes: string[]) =>
  (domain: string) =>
    !suffixes.includes(domain) && (host === domain || host.endsWith('.' + domain));

it('R96: is the widest on which a cookie sticks, in a real cookie store', () => {
  expect(widestDomain(document)).toBe('shop.example');
  expect(document.cookie).toBe('');
});

it.each([
  ['www.shop.example', 'shop.example', ['example']],
  ['shop.example', 'shop.example', ['example']],
  ['a.b.c.shop.example', 'shop.example', ['example']],
  ['www.shop.co.uk', 'shop.co.uk', ['co.uk', 'uk']],
  ['shop.co.uk', 'shop.co.uk', ['co.uk', 'uk']],
  ['jane.github.io', 'jane.github.io', ['github.io', 'io']],
  ['localhost', '', ['localhost']],
  ['shop.localhost', 'shop.localhost', ['localhost']],
])('R96: on %s it is %j', (host, expected, suffixes) => {
  const { page, left } = pageOn(host, browser(host, ...suffixes));
  expect(widestDomain(page)).toBe(expected);
  expect(left()).toBe('');
});

it.each(['127.0.0.1', '192.168.1.10', '[::1]', 'intranet', ''])(
  'R96: on %j nothing is tried: there is no domain above it',
  (host) => {
    const { page, tried } = pageOn(host, () => true);
    expect(widestDomain(page)).toBe('');
    expect(tried).toEqual([]);
  },
);

it('R96: is none where the browser keeps no cookie', () => {
  const { page } = pageOn('www.shop.example', () => false);
  expect(widestDomain(page)).toBe('');
});

it('R96: is looked for from the broadest inward, and no further than the first that sticks', () => {
  const { page, tried } = pageOn('a.shop.co.uk', browser('a.shop.co.uk', 'co.uk', 'uk'));
  widestDomain(page);
  expect(tried).toEqual(['co.uk', 'shop.co.uk']);
});

it('R98: is none, and does not throw, where the document has no cookies', () => {
  const { page } = pageOn('www.shop.example', () => false);
  undo = replaceCookies(sandboxed);
  expect(widestDomain(page)).toBe('');
});
