import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearest } from '../../../src/config/nearest.ts';

const NAMES = ['advertising', 'marketing', 'performance', 'linkedin', 'facebook'];

it.each([
  ['advertizing', 'advertising'],
  ['advertisin', 'advertising'],
  ['ads', undefined],
  ['Marketing', 'marketing'],
  ['linkdin', 'linkedin'],
  ['linked-in', 'linkedin'],
  ['faceboook', 'facebook'],
  ['preformance', 'performance'],
  ['', undefined],
  ['tiktok', undefined],
  ['xxxxxxxxxxx', undefined],
])('%j: %j', (word, expected) => {
  expect(nearest(word, NAMES)).toBe(expected);
});

it('of no names there is none', () => {
  expect(nearest('advertising', [])).toBeUndefined();
});

it('of a valid name it is that name, and the list stays as it is', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,20}$/), { minLength: 1 }),
      fc.nat(),
      (names, i) => {
        const name = names[i % names.length]!;
        const before = [...names];
        expect(nearest(name, names)).toBe(name);
        expect(names).toEqual(before);
      },
    ),
  );
});

it('finds nothing near a whole text', () => {
  expect(nearest('x'.repeat(1_000_000), NAMES)).toBeUndefined();
});
