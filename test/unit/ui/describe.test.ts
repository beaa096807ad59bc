import { describe, expect, it } from 'vitest';
import type { CookieFact } from '../../../src/types.ts';
import { describeVendor } from '../../../src/ui/describe.ts';
import type { View } from '../../../src/ui/view.tsx';
import { facts } from '../../../src/vendors/facts.ts';
import { policyOf } from '../support/files.ts';

function cookiesOf(
  entry:
    | string
    | { readonly id: string; readonly cookies?: (string | CookieFact)[]; readonly hosts?: string[] },
) {
  const policy = policyOf({ categories: { advertising: { vendors: [entry] } } });
  const id = typeof entry === 'string' ? entry : entry.id;
  return describeVendor({ policy, facts } as unknown as View, id).cookies;
}

it('a pattern is no row where its cookies are told by their names', () => {
  for (const id of ['google-ads', 'matomo', 'hotjar', 'bizible', 'shopify']) {
    const names = cookiesOf(id).map(({ name }) => name);
    expect(names, id).toEqual(
      facts[id]!.cookies.map(({ name }) => name).concat(
        id === 'google-ads' ? ['__gads', '__gpi', '__eoi'] : [],
      ),
    );
  }
});

it('a pattern of the file is a row, and so is one of which nothing is told', () => {
  expect(cookiesOf({ id: 'bizible', cookies: ['_biz_*'] }).map(({ name }) => name)).toContain('_biz_*');
  expect(cookiesOf({ id: 'acme', hosts: ['acme.example'], cookies: ['_acme_*'] })).toEqual([
    { name: '_acme_*' },
  ]);
});

describe('a name that is two cookies, on the site and on a domain of the vendor', () => {
  const ttp = (cookies?: CookieFact[]) =>
    cookiesOf(cookies ? { id: 'tiktok', cookies } : 'tiktok').filter(({ name }) => name === '_ttp');

  it('is told twice: only one of them can be deleted', () => {
    expect(ttp().map(({ party }) => party)).toEqual(['first', 'third']);
  });

  it('takes a word of the file on both, or on the one that it means', () => {
    expect(ttp([{ name: '_ttp', purpose: 'a' }])).toMatchObject([{ purpose: 'a' }, { purpose: 'a' }]);
    const [first, third] = ttp([{ name: '_ttp', purpose: 'a', party: 'third' }]);
    expect(first).not.toHaveProperty('purpose');
    expect(third).toEqual({ name: '_ttp', party: 'third', duration: '389 days', purpose: 'a' });
  });
});
