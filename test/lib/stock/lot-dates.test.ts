// Dates on labels, the figures of the Stock tab, and a line's allocation as its cell shows it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAllocation, showAllocation, sliceTakes } from '#lib/stock/allocation-text.ts';
import { stockFigures } from '#lib/stock/available.ts';
import { endOfPeriod, lotMilestones } from '#lib/stock/lot-dates.ts';
import { shelf } from './shelf-of.ts';

test.each([
  ['2027-06-10', 'day_known', '2027-06-10'],
  ['2027-06-10', null, '2027-06-10'],
  ['2027-06-01', 'month_known', '2027-06-30'],
  ['2028-02-15', 'month_known', '2028-02-29'],
  ['2027-12-31', 'month_known', '2027-12-31'],
  ['2027-06-01', 'year_known', '2027-12-31'],
] as const)('a label that says %s, %s, lasts until %s', (label, precision, last) => {
  expect(endOfPeriod(label, precision)).toBe(last);
});

test('the days of a lot from its receipt', () => {
  const delays = { shelfLifeDays: 540, minimumShelfLifeDays: 14, nearDays: 60 };
  expect(lotMilestones('2026-11-22', delays)).toEqual({
    lastGoodOn: '2028-05-15',
    lastDeliveryOn: '2028-05-01',
    nearFrom: '2028-03-16',
  });
});

describe('available', () => {
  const lots = shelf(`
    lot | received   | best before | on hand | reserved | status
    L1  | 2026-01-10 | 2026-11-22  | 4       | 1        | available
    L2  | 2026-02-01 | -           | 3       | 5        | available
    L3  | 2026-03-01 | -           | 9       | 0        | quarantined
    L4  | 2026-12-01 | -           | 7       | 0        | available`);

  test.each([
    ['2026-11-22', 1],
    ['2026-11-23', -2],
    ['2026-12-01', 5],
  ] as const)('on %s: %d, less what is promised twice, past its date, set apart or not here yet', (on, available) => {
    expect(stockFigures(lots, on)).toEqual({ onHand: 23, reserved: 6, available });
  });
});

const takes = fc.array(
  fc.record({ lotId: fc.nat().map((id) => `LOT-${id}`), quantity: fc.integer({ min: 1, max: 99 }) }),
);

test('law: what a line’s cell shows is read back', () => {
  fc.assert(
    fc.property(takes, (some) => {
      expect(readAllocation(showAllocation(some))).toEqual(some);
    }),
  );
  expect(readAllocation('LOT-1×2 n’importe quoi LOT-2x3')).toEqual([
    { lotId: 'LOT-1', quantity: 2 },
    { lotId: 'LOT-2', quantity: 3 },
  ]);
});

test('law: slices put behind each other are the whole', () => {
  const units = (some: readonly { lotId: string; quantity: number }[]) =>
    some.flatMap(({ lotId, quantity }) => Array.from({ length: quantity }, () => lotId));
  fc.assert(
    fc.property(takes, fc.nat({ max: 200 }), (some, cut) => {
      const whole = units(some);
      expect([...units(sliceTakes(some, 0, cut)), ...units(sliceTakes(some, cut, whole.length))]).toEqual(whole);
    }),
  );
});
