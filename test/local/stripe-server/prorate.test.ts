/**
 * Prorations: whole, nothing, half, and never more than the whole.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proratedCents } from '#local/stripe-server/prorate.ts';

const JANUARY = { start: 0, end: 31 * 86_400 };

test.each([
  [1800, JANUARY.start, 1800],
  [1800, JANUARY.end, 0],
  [1800, JANUARY.end / 2, 900],
  [-1800, JANUARY.end / 2, -900],
  [1800, JANUARY.start - 999, 1800],
  [1800, JANUARY.end + 999, 0],
  [1, JANUARY.end / 2, 1],
  [-1, JANUARY.end / 2, -1],
])('%i cents from second %i on: %i', (cents, from, expected) => {
  expect(proratedCents(cents, JANUARY, from)).toBe(expected);
});

test('what is used and what is left make the whole, to the cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 0, max: JANUARY.end }),
      (cents, from) => {
        const left = proratedCents(cents, JANUARY, from);
        const used = proratedCents(cents, { start: 0, end: JANUARY.end }, JANUARY.end - from);
        expect(Math.abs(left + used - cents)).toBeLessThanOrEqual(1);
        expect(Math.abs(left)).toBeLessThanOrEqual(Math.abs(cents));
      },
    ),
  );
});
