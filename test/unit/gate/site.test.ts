import { describe, expect, it, vi } from 'vitest';
import { siteHosts } from '../../../src/gate/site.ts';

const on = (hostname: string, widest = '') => {
  const ask = vi.fn(() => widest);
  return { ask, isOwn: siteHosts({ location: { hostname } } as Window, ask) };
};

describe.each([
  // the page, its widest domain, own hosts, others
  [
    'www.shop.example',
    'shop.example',
    ['www.shop.example', 'shop.example', 'cdn.shop.example', 'a.b.shop.example', 'x.www.shop.example'],
    ['evilshop.example', 'shop.example.evil.example', 'example', 'www.other.example', ''],
  ],
  [
    'shop.example',
    'shop.example',
    ['shop.example', 'www.shop.example', 'cdn.shop.example'],
    ['other.example', 'myshop.example'],
  ],
  [
    'de.shop.example',
    'shop.example',
    ['de.shop.example', 'shop.example', 'www.shop.example', 'cdn.shop.example'],
    ['other.example'],
  ],
  [
    'www.shop.co.uk',
    'shop.co.uk',
    ['www.shop.co.uk', 'shop.co.uk', 'cdn.shop.co.uk'],
    ['co.uk', 'other.co.uk', 'www.other.co.uk'],
  ],
  ['shop.co.uk', 'shop.co.uk', ['shop.co.uk', 'cdn.shop.co.uk'], ['other.co.uk', 'co.uk']],
  [
    'jane.github.io',
    'jane.github.io',
    ['jane.github.io', 'x.jane.github.io'],
    ['joe.github.io', 'github.io'],
  ],
  // Where cookies are blocked nothing is known of the domain: the page's own host and what is below it.
  ['de.shop.example', '', ['de.shop.example', 'cdn.de.shop.example'], ['cdn.shop.example', 'shop.example']],
  ['localhost', '', ['localhost'], ['ads.localhost', 'shop.localhost', 'localhost.evil.example']],
  ['www.localhost', '', ['www.localhost'], ['localhost', 'ads.localhost']],
  [
    'shop.localhost',
    'shop.localhost',
    ['shop.localhost', 'cdn.shop.localhost'],
    ['ads.localhost', 'localhost'],
  ],
  ['intranet', '', ['intranet'], ['ads.intranet', 'other']],
  ['192.168.1.10', '', ['192.168.1.10'], ['10.0.1.10', '192.168.1.11', '1.10', '1.192.168.1.11']],
  ['[::1]', '', ['[::1]'], ['[::2]', '::1']],
] as [string, string, string[], string[]][])('on %s, widest domain %j', (page, widest, own, others) => {
  it.each(own)("%s is the site's own", (host) => {
    expect(on(page, widest).isOwn(host)).toBe(true);
  });
  it.each(others)('%j is not', (host) => {
    expect(on(page, widest).isOwn(host)).toBe(false);
  });
});

it('R96: the widest domain, which costs a probe, is asked for only by a host that could be below it', () => {
  const { ask, isOwn } = on('de.shop.example', 'shop.example');
  for (const host of ['de.shop.example', 'cdn.de.shop.example', 'px.ads.linkedin.com', 'evil.example'])
    isOwn(host);
  expect(ask).not.toHaveBeenCalled();
  expect(isOwn('cdn.shop.example')).toBe(true);
  expect(ask).toHaveBeenCalled();
});

it('R96: nor by any host that the name of the page itself decides on', () => {
  const { ask, isOwn } = on('www.shop.example', 'shop.example');
  for (const host of ['www.shop.example', 'cdn.www.shop.example', 'linkedin.com']) isOwn(host);
  expect(ask).not.toHaveBeenCalled();
});

it('takes nobody for its own who only shares a public suffix behind "www."', () => {
  const { isOwn } = on('www.gov.uk', 'www.gov.uk');
  expect(isOwn('assets.www.gov.uk')).toBe(true);
  expect(isOwn('elsewhere.gov.uk')).toBe(false);
});
