// The quantile of a sum of days: against dice everybody knows, against counting every possibility, and its laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandQuantile } from '#lib/stock/reorder/demand-quantile.ts';

const DIE = [1, 2, 3, 4, 5, 6];

/** Every sequence of days counted one by one. */
function counted(dailyUnits: readonly number[], days: number, level: number): number {
  let sums = [0];
  for (let day = 0; day < days; day++) sums = sums.flatMap((sum) => dailyUnits.map((units) => sum + units));
  sums.sort((a, b) => a - b);
  return sums[Math.max(0, Math.ceil(level * sums.length - 1e-9) - 1)] ?? 0;
}

describe('known answers', () => {
  test.each<[string, readonly number[], number, number, number]>([
    ['one die: 98 % is its largest face', DIE, 1, 0.98, 6],
    ['two dice: at most 7 in 21 of 36', DIE, 2, 21 / 36, 7],
    ['two dice: at most 11 in 35 of 36', DIE, 2, 35 / 36, 11],
    ['two dice: 98 %', DIE, 2, 0.98, 12],
    ['level 1: the worst', DIE, 4, 1, 24],
    ['steady sales hold no surprise', [2, 2, 2], 21, 0.98, 42],
    ['nothing is ever sold', [0, 0], 21, 0.98, 0],
    ['no day', DIE, 0, 0.98, 0],
    ['large days are counted in steps, rounded up', [0, 1000], 1, 0.98, 1000],
  ])('%s', (_, dailyUnits, days, level, units) => {
    expect(demandQuantile(dailyUnits, days, level)).toBe(units);
  });
});

const dailyUnits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
const level = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);

test('law: as if every possibility were counted', () => {
  fc.assert(
    fc.property(dailyUnits, fc.integer({ min: 0, max: 5 }), level, (units, days, wanted) => {
      expect(demandQuantile(units, days, wanted)).toBe(counted(units, days, wanted));
    }),
  );
});

test('law: more days or a higher level never need less, nor more than the worst day each day', () => {
  fc.assert(
    fc.property(dailyUnits, fc.integer({ min: 0, max: 40 }), level, level, (units, days, one, other) => {
      const quantile = demandQuantile(units, days, Math.min(one, other));
      expect(demandQuantile(units, days + 1, Math.min(one, other))).toBeGreaterThanOrEqual(quantile);
      expect(demandQuantile(units, days, Math.max(one, other))).toBeGreaterThanOrEqual(quantile);
      expect(quantile).toBeLessThanOrEqual(Math.max(...units) * days);
    }),
  );
});
