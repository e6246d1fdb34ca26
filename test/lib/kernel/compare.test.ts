// Orderings that no locale changes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { by, compareNumbers, compareText } from '#lib/kernel/compare.ts';

test('sorts by the first key that differs, null last', () => {
  const rows = [
    { day: null, id: 'b' },
    { day: '2026-01-02', id: 'b' },
    { day: '2026-01-02', id: 'a' },
    { day: null, id: 'a' },
    { day: '2026-01-01', id: 'z' },
  ];
  const order = rows
    .toSorted(
      by(
        (row) => row.day,
        (row) => row.id,
      ),
    )
    .map(({ day, id }) => `${day} ${id}`);
  expect(order).toEqual(['2026-01-01 z', '2026-01-02 a', '2026-01-02 b', 'null a', 'null b']);
});

test('numbers by value, text by code unit', () => {
  expect([10, 9, -1].toSorted(compareNumbers)).toEqual([-1, 9, 10]);
  expect(['é', 'z', 'Z', 'a'].toSorted(compareText)).toEqual(['Z', 'a', 'z', 'é']);
});

test('an ordering: antisymmetric and transitive, whatever the keys', () => {
  const key = fc.oneof(fc.constant(null), fc.integer(), fc.string());
  const order = by<string | number | null>((item) => item);
  const compatible = (items: readonly (string | number | null)[]) =>
    items.every((item) => item === null || typeof item === typeof items.find((other) => other !== null));
  fc.assert(
    fc.property(key, key, key, (a, b, c) => {
      fc.pre(compatible([a, b, c]));
      expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
      if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
