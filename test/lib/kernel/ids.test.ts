// Ids of rows: a prefix and a number.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatId, numberOfId } from '#lib/kernel/ids.ts';

test.each([
  ['CMD', 'CMD-000123', 123],
  ['CMD', 'CMD-1', 1],
  ['CMD', 'CMD-1234567', 1_234_567],
  ['CMD', 'LOT-000123', null],
  ['CMD', 'CMD-', null],
  ['CMD', 'CMD-12a', null],
  ['CMD', 'CMD--1', null],
  ['CMD', 'CMD-1234567890123', null],
  ['CMD', ' CMD-000123', null],
  ['CMD', '', null],
])('%s: %s is number %s', (prefix, id, number) => {
  expect(numberOfId(prefix, id)).toBe(number);
});

test('a number comes back from its id; later ids sort later as long as they have six digits', () => {
  const number = fc.integer({ min: 0, max: 999_999 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(numberOfId('X', formatId('X', a))).toBe(a);
      expect(formatId('X', a) < formatId('X', b)).toBe(a < b);
    }),
  );
});
