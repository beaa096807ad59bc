import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, vendorCode } from '../../../src/choice/record.ts';

it('a day is one of UTC, and no finer time', () => {
  expect(dayOf(Date.UTC(2026, 10, 25))).toBe(dayOf(Date.UTC(2026, 10, 25, 23, 59, 59, 999)));
  expect(dayOf(Date.UTC(2026, 10, 26))).toBe(dayOf(Date.UTC(2026, 10, 25)) + 1);
  expect(dayOf(0)).toBe(0);
});

it('a vendor code has four small letters and digits, whatever the id, and the same each time', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/), (id) => {
      expect(vendorCode(id)).toMatch(/^[a-z0-9]{4}$/);
      expect(vendorCode(id)).toBe(vendorCode(id));
    }),
  );
});
