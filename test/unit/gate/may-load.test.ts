import { expect, it } from 'vitest';
import { LOADS } from '../../../src/gate/attributes.ts';
import { MAY_LOAD } from '../../../src/gate/tags.ts';

// Markup without a match is inserted as it comes: whatever the gate holds has to match.

const ways = Object.entries(LOADS).flatMap(([element, names]) =>
  names.split(' ').map((name) => [element, name] as const),
);

it.each(ways)('markup with <%s %s> is looked at', (element, name) => {
  for (const tag of [element, element.toUpperCase()])
    expect(MAY_LOAD.test(`<p>x</p><${tag} id=a ${name}=//ads.acme.example/x>`)).toBe(true);
});

it.each([
  '<i style="background:url(x)">',
  '<i style="background:\\75rl(x)">',
  '<i style="background:u&#114;l(x)">',
  '<i style="background-image:-webkit-image-set(x)">',
  '<svg><rect fill="url(x#a)">',
  '<style>@import "x"</style>',
])('CSS in markup is looked at: %s', (markup) => {
  expect(MAY_LOAD.test(markup)).toBe(true);
});

it('plain markup is passed over', () => {
  expect(MAY_LOAD.test('<ul><li class="a b"><a href="/x">One</a> &amp; two</li></ul>')).toBe(false);
});
