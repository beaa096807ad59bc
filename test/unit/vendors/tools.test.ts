import { describe, expect, it, vi } from 'vitest';
import { hostLookup, nameLookup } from '../../../src/vendors/lookup.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { cookieOf, vendorOf, vendors } from '../../../src/vendors.ts';

it('has every vendor, with all that is known of it', () => {
  expect(vendors.map(({ id }) => id)).toEqual(Object.keys(registry));
  expect(vendors.find(({ id }) => id === 'hubspot')).toMatchObject({
    name: 'HubSpot',
    category: 'marketing',
    shares: true,
    aliases: ['hs', 'hubspot-tracking'],
    parameters: [
      { name: 'portalId', required: true, example: '1234567' },
      { name: 'region', required: false, example: 'eu1' },
    ],
  });
});

describe('vendorOf', () => {
  it('finds the vendor of each host of each, and below it', () => {
    for (const { hosts } of vendors)
      for (const host of hosts) {
        const owners = vendors.filter((one) => one.hosts.includes(host));
        for (const address of [`https://${host}`, `https://a.b.${host}`])
          expect(owners, address).toContain(vendorOf(address));
      }
  });

  it.each([
    ['https://www.google.com/recaptcha/api.js', 'google-recaptcha'],
    ['https://www.google.com/', undefined],
    ['https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/', 'google-ads'],
    ['https://googleads.g.doubleclick.net/pagead/id', 'doubleclick'],
    ['https://www.googletagmanager.com/gtag/js?id=G-A&l=dataLayer', 'google-analytics'],
    ['https://www.googletagmanager.com/gtag/js?l=dataLayer&id=G-A', 'google-analytics'],
    ['https://www.facebook.com/tr', 'facebook'],
    ['https://www.facebook.com/tr/?id=1', 'facebook'],
    ['https://www.facebook.com/travel', undefined],
    ['https://www.google.com/adsense', undefined],
    ['https://px.ads.linkedin.com./collect', 'linkedin'],
    ['https://evil-linkedin.com/', undefined],
    ['https://com/', undefined],
    ['linkedin.com', undefined],
    ['', undefined],
    ['HTTPS://user:secret@PX.ADS.LINKEDIN.COM:8443/a', 'linkedin'],
    ['wss://px.ads.linkedin.com/', 'linkedin'],
    ['https://px.ads.linkedin.com@shop.example/', undefined],
    ['javascript://px.ads.linkedin.com/%0aalert(1)', undefined],
    ['file://px.ads.linkedin.com/a', undefined],
    ['blob:https://px.ads.linkedin.com/1-2', undefined],
    ['https://www.google.com/a/../pagead/1', 'google-ads'],
    ['https://c.bing.com/c.gif', 'microsoft-clarity'],
  ])('%s', (url, id) => {
    expect(vendorOf(url)?.id).toBe(id);
  });

  it('takes a URL', () => {
    expect(vendorOf(new URL('https://js.stripe.com/v3/'))?.id).toBe('stripe');
  });
});

it('gives null for what is no text at all, and throws nothing', () => {
  const noUrl = Object.create(URL.prototype);
  for (const odd of [undefined, null, 42, {}, [], Symbol('a'), { hostname: 'js.stripe.com' }, noUrl]) {
    expect(vendorOf(odd as unknown as string)).toBeNull();
    expect(cookieOf(odd as unknown as string)).toBeNull();
  }
});

describe('the steps of a look-up', () => {
  /** How often a look-up asks a table, and reads an entry that was put in. */
  function steps(count: number): number[] {
    let reads = 0;
    const ids = Array.from({ length: count }, (_, i) => 'vendor' + String(i).padStart(4, '0'));
    const watched = (pattern: string, id: string) =>
      new Proxy([pattern, id] as const, {
        get: (entry, key) => {
          reads += 1;
          return Reflect.get(entry, key);
        },
      });
    const ofHost = hostLookup(ids.map((id) => watched(`${id}.example/tag/`, id)));
    const ofName = nameLookup(ids.map((id) => watched(`_${id}_*`, id)));
    const get = vi.spyOn(Map.prototype, 'get');
    const list = vi.spyOn(Map.prototype, Symbol.iterator);
    try {
      const last = ids[9]!;
      return [
        () => expect(ofHost(`https://cdn.${last}.example/tag/a.js`)).toBe(last),
        () => expect(ofName(`_${last}_abc`)).toBe(last),
        () => ofHost(`https://${'a.'.repeat(100)}vendors.example/`),
        () => ofName('_' + 'a'.repeat(100_000)),
      ].map((look) => {
        reads = 0;
        get.mockClear();
        list.mockClear();
        look();
        return reads + get.mock.calls.length + 1000 * list.mock.calls.length;
      });
    } finally {
      get.mockRestore();
      list.mockRestore();
    }
  }

  it('are as many for ten vendors as for ten thousand', () => {
    expect(steps(10_000).slice(0, 2)).toEqual(steps(10).slice(0, 2));
  });

  it('are no more than the labels of a host, or the letters that any pattern has', () => {
    const [, , host, name] = steps(10);
    expect(host).toBeLessThan(110);
    expect(name).toBeLessThan(20);
  });
});

it('cannot be changed by who is given it', () => {
  for (const part of [
    vendors,
    vendors[0]!,
    vendors[0]!.hosts,
    vendors[0]!.cookieFacts[0]!,
    cookieOf('_hj_a')!,
  ])
    expect(Object.isFrozen(part)).toBe(true);
  for (const { parameters } of vendors)
    for (const { form, example } of parameters) expect(example).toMatch(form);
});

describe('cookieOf', () => {
  it.each([
    '_gatekeeper',
    '__utmost',
    '_shopify_session',
    '__stripe_notes',
    '_scidmore',
    'ttcsidebar',
    '_tb_open',
  ])('has no pattern that takes the cookie of somebody else: %s', (name) => {
    expect(cookieOf(name)).toBeNull();
  });

  it.each([
    ['_ga', { vendor: 'google-analytics', name: '_ga', duration: '2 years', party: 'first' }],
    ['_ga_ABC123', { vendor: 'google-analytics', name: '_ga_*' }],
    ['_gac_gb_1', { vendor: 'google-ads', name: '_gac_gb_*' }],
    ['_pk_id.1.1fff', { vendor: 'matomo' }],
    ['IDE', { vendor: 'doubleclick', party: 'third' }],
    ['_uetmsdns', { vendor: 'microsoft-uet', name: '_uet*', party: 'first' }],
  ])('%s', (name, fact) => {
    expect(cookieOf(name)).toMatchObject(fact);
  });

  it.each(['', '*', '_ga*', 'session_id', 'constructor', '__proto__'])('knows nothing of %o', (name) => {
    expect(cookieOf(name)).toBeNull();
  });
});
