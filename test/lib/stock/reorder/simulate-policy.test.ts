// The replay of a policy, day by day on paper: morning, arrivals, sales, evening, order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SimulationInput, simulatePolicy } from '#lib/stock/reorder/simulate-policy.ts';
import { every } from './reorder-shop.ts';

const run = (changes: Partial<SimulationInput>) =>
  simulatePolicy({
    demand: [],
    openingUnits: 0,
    leadDays: 2,
    reviewDays: 1,
    levelsOn: () => ({ point: 4, upTo: 10 }),
    rulesOn: () => ({ packSize: 1, minimum: 0, cap: null }),
    ...changes,
  });

describe('two a day, reordered at 4 up to 10, here in two days', () => {
  test('the shelf never empties: evenings 8 6 4 2 6 4 2 6', () => {
    expect(run({ demand: every(2, 8), openingUnits: 10 })).toEqual({
      days: 8,
      outDays: 0,
      lostUnits: 0,
      soldUnits: 16,
      averageUnits: 4.75,
      turns: ((16 / 4.75) * 365) / 8,
      orders: 2,
      orderedUnits: 12,
      closingUnits: 6,
      openUnits: 0,
    });
  });

  test('goods that come too late: evenings 2 0 0 0, what is asked for meanwhile is lost', () => {
    expect(run({ demand: every(2, 4), openingUnits: 4, leadDays: 5 })).toMatchObject({
      outDays: 2,
      lostUnits: 4,
      soldUnits: 4,
      orders: 1,
    });
  });

  test('a policy that cannot say orders nothing', () => {
    expect(run({ demand: every(1, 5), openingUnits: 3, levelsOn: () => null })).toMatchObject({
      orders: 0,
      outDays: 2,
    });
  });

  test('it orders on the days of review only', () => {
    const seen: number[] = [];
    run({
      demand: every(0, 15),
      reviewDays: 7,
      levelsOn: (day) => {
        seen.push(day);
        return null;
      },
    });
    expect(seen).toEqual([6, 13]);
  });
});

test('law: no unit appears or vanishes, and what is asked for is sold or lost', () => {
  const seen = { lost: 0, ordered: 0 };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 6 }),
      (demand, openingUnits, leadDays, reviewDays, packSize) => {
        const rulesOn = () => ({ packSize, minimum: 0, cap: null });
        const result = run({ demand, openingUnits, leadDays, reviewDays, rulesOn });
        const asked = demand.reduce((sum, units) => sum + units, 0);
        expect(result.soldUnits + result.lostUnits).toBe(asked);
        expect(openingUnits + result.orderedUnits - result.soldUnits).toBe(result.closingUnits + result.openUnits);
        expect(Math.min(result.closingUnits, result.openUnits, result.lostUnits)).toBeGreaterThanOrEqual(0);
        if (result.lostUnits > 0) seen.lost += 1;
        if (result.orders > 0) seen.ordered += 1;
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(seen.lost, seen.ordered)).toBeGreaterThan(20);
});
