import { expect, it } from 'vitest';
import { describeVendor } from '../../../src/ui/describe.ts';
import type { View } from '../../../src/ui/view.tsx';
import { facts } from '../../../src/vendors/facts.ts';
import { policyOf } from '../support/files.ts';

function cookiesOf(
  entry: string | { readonly id: string; readonly cookies?: string[]; readonly hosts?: string[] },
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
