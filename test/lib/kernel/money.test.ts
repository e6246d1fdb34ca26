// Cents and euros: rounding as a person with a receipt expects it, both ways, and no fraction of a cent ever.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsFromEuros, eurosFromCents, shareRoundedDown } from '#lib/kernel/money.ts';

describe('euros of a cell → cents', () => {
  test.each([
    [0, 0],
    [-0, 0],
    [12.5, 1250],
    [1.005, 101],
    [-1.005, -101],
    [0.615, 62],
    [1.115, 112],
    [10.235, 1024],
    [0.1 + 0.2, 30],
    [0.004, 0],
    [-0.004, 0],
    [-0.005, -1],
    [1e-7, 0],
    [9_007_199_254_740.99, 900_719_925_474_099],
  ])('%d → %d', (euros, cents) => {
    expect(centsFromEuros(euros)).toBe(cents);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e300, Number.MAX_VALUE])('%d has no cents', (euros) => {
    expect(centsFromEuros(euros)).toBeNull();
  });

  test('every amount in cents comes back from its cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (cents) => {
        expect(centsFromEuros(eurosFromCents(cents))).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  test('the amount and its opposite have opposite cents', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (euros) => {
        expect(centsFromEuros(-euros)).toBe(-(centsFromEuros(euros) ?? 0) || 0);
      }),
    );
  });
});

test('a share is whole, never more than its exact part, and the shares never pass the total', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 6 });
  fc.assert(
    fc.property(amount, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (total, parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const shares = parts.map((part) => shareRoundedDown(total, part, whole));
      expect(shares.every(Number.isInteger)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(total);
    }),
  );
  expect(shareRoundedDown(100, 1, 0)).toBe(0);
  expect(shareRoundedDown(-100, 1, 3)).toBe(-33);
});
