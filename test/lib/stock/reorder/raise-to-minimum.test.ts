// Raising a partner's proposals to its smallest amount: where the packs go, and when it stops.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RaisableLine, raiseToMinimum } from '#lib/stock/reorder/raise-to-minimum.ts';

const line = (id: string, changes: Partial<RaisableLine> = {}): RaisableLine => ({
  id,
  quantity: 10,
  unitCostCents: 100,
  packSize: 5,
  largest: null,
  position: 10,
  dailyUnits: 1,
  ...changes,
});

describe('10 units at 1 € in packs of 5', () => {
  test.each<[string, RaisableLine[], number, number, Record<string, number>, number]>([
    ['the minimum is reached already', [line('A')], 1000, 0, { A: 10 }, 1000],
    ['one more pack', [line('A')], 1001, 0, { A: 15 }, 1500],
    ['what is sent along counts', [line('A')], 1500, 500, { A: 10 }, 1500],
    ['the one that lasts least first', [line('A'), line('B', { dailyUnits: 2 })], 2500, 0, { A: 10, B: 15 }, 2500],
    ['then the other', [line('A'), line('B')], 3000, 0, { A: 15, B: 15 }, 3000],
    [
      'full: the other takes all',
      [line('A', { largest: 14 }), line('B', { position: 90 })],
      3000,
      0,
      { A: 10, B: 20 },
      3000,
    ],
    ['all full: it stays below', [line('A', { largest: 16 })], 3000, 0, { A: 15 }, 1500],
    [
      'no price, no sales: not raised',
      [line('A', { unitCostCents: null }), line('B', { dailyUnits: 0 })],
      3000,
      0,
      { A: 10, B: 10 },
      1000,
    ],
  ])('%s', (_, lines, minimumCents, otherCents, quantities, totalCents) => {
    const raised = raiseToMinimum(lines, minimumCents, otherCents);
    expect(Object.fromEntries(raised.quantities)).toEqual(quantities);
    expect(raised.totalCents).toBe(totalCents);
  });
});

test('law: never less than asked, whole packs, within the limit, and no pack beyond the minimum', () => {
  const lines = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('A', 'B', 'C', 'D'),
      quantity: fc.integer({ min: 1, max: 50 }),
      unitCostCents: fc.option(fc.integer({ min: 0, max: 900 })),
      packSize: fc.integer({ min: 1, max: 12 }),
      largest: fc.option(fc.integer({ min: 50, max: 90 })),
      position: fc.integer({ min: 0, max: 90 }),
      dailyUnits: fc.option(fc.integer({ min: 0, max: 5 })),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 90_000 }), (own, minimumCents) => {
      const { quantities, totalCents } = raiseToMinimum(own, minimumCents, 0);
      const asked = own.reduce((sum, { quantity, unitCostCents }) => sum + quantity * (unitCostCents ?? 0), 0);
      let largestPack = 0;
      for (const { id, quantity, packSize, largest, unitCostCents } of own) {
        const raised = quantities.get(id) ?? 0;
        expect(raised).toBeGreaterThanOrEqual(quantity);
        expect((raised - quantity) % packSize).toBe(0);
        if (largest !== null) expect(raised).toBeLessThanOrEqual(largest);
        largestPack = Math.max(largestPack, packSize * (unitCostCents ?? 0));
      }
      expect(totalCents).toBeLessThan(Math.max(asked, minimumCents - 1) + largestPack + 1);
    }),
  );
});
