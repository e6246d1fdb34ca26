// Allocation as a shopkeeper would check it: the shelf before, who asks for what, which lots each one gets.
import { describe, expect, test } from 'vitest';
import type { AllocationPolicy, Demand } from '#lib/stock/allocate.ts';
import { allocate } from '#lib/stock/allocate.ts';
import { shelf, TODAY, told, wants } from './shelf-of.ts';

const policy = (changes: Partial<AllocationPolicy> = {}): AllocationPolicy => ({
  shortage: 'partial',
  pickingOf: () => 'fifo',
  minimumShelfLifeDaysOf: () => 14,
  ...changes,
});

const run = (lots: string, demands: readonly Demand[], changes: Partial<AllocationPolicy> = {}) =>
  told(allocate({ lots: shelf(lots), demands, policy: policy(changes), today: TODAY }));

describe('FIFO', () => {
  test('the lot received first leaves first, whatever its date; the earlier date behind it is said', () => {
    const lots = `
      lot | received   | best before | on hand
      L1  | 2026-01-10 | 2027-06-01  | 4
      L2  | 2026-02-01 | 2027-01-01  | 3`;
    expect(run(lots, [wants('A', 6)])).toEqual(['A: L1×4 (L2 is dated earlier)', 'A: L2×2']);
  });

  test.each([
    ['the receipt decides', 'L2 | 2026-01-09 | 2027-06-01 | 9', 'L2'],
    ['same day: the earlier date', 'L2 | 2026-01-10 | 2027-05-31 | 9', 'L2'],
    ['same day: a lot without date comes last', 'L2 | 2026-01-10 | - | 1', 'L1'],
    ['same dates: the smaller rest is emptied', 'L2 | 2026-01-10 | 2027-06-01 | 3', 'L2'],
    ['all the same: the id', 'L2 | 2026-01-10 | 2027-06-01 | 4', 'L1'],
  ])('%s', (_, other, first) => {
    const lots = `
      lot | received   | best before | on hand
      L1  | 2026-01-10 | 2027-06-01  | 4
      ${other}`;
    expect(run(lots, [wants('A', 1)])).toEqual([`A: ${first}×1`]);
  });

  test('a product may be set to FEFO: the date first, undated last', () => {
    const lots = `
      lot | received   | best before | on hand
      L1  | 2026-01-10 | -           | 4
      L2  | 2026-02-01 | 2027-06-01  | 4
      L3  | 2026-03-01 | 2027-05-01  | 4`;
    expect(run(lots, [wants('A', 9)], { pickingOf: () => 'fefo' })).toEqual(['A: L3×4', 'A: L2×4', 'A: L1×1']);
  });
});

describe('a lot that is not fit is passed by, and said', () => {
  test.each([
    ['past its DDM', 'L1 | 2026-01-10 | 2026-11-21 | 4', 'past-ddm'],
    ['past its DLC', 'L1 | 2026-01-10 | 2026-11-21 | 4 | dlc', 'past-dlc'],
    ['on its date, but the customer gets it tomorrow', 'L1 | 2026-01-10 | 2026-11-22 | 4', 'past-ddm'],
    ['good at delivery, not for the customer’s 14 days', 'L1 | 2026-01-10 | 2026-12-06 | 4', 'short-life'],
    ['good for the customer’s 14 days exactly', 'L1 | 2026-01-10 | 2026-12-07 | 4', null],
    ['known to the month: good until its end', 'L1 | 2026-01-10 | 2026-12-01 | 4 | ddm | month_known', null],
    ['known to the year: good until its end', 'L1 | 2026-01-10 | 2026-01-01 | 4 | ddm | year_known', null],
    ['in quarantine', 'L1 | 2026-01-10 | - | 4 | ddm | - | quarantined', 'quarantined'],
    ['not here yet', 'L1 | 2026-01-10 | - | 4 | ddm | - | expected', 'not-received'],
    ['dated tomorrow by its receipt', 'L1 | 2026-11-23 | - | 4', 'not-received'],
  ])('%s', (_, lot, reason) => {
    const lots = `
      lot | received | best before | on hand | kind | precision | status
      ${lot}`;
    const expected = reason === null ? ['A: L1×1'] : [`A passes by L1×4: ${reason}`, 'A is short of 1'];
    expect(run(lots, [wants('A', 1, { deliverOn: '2026-11-23' })])).toEqual(expected);
  });

  test('an exception accepts a near date or a past DDM, never a past DLC nor a quarantine', () => {
    const lots = `
      lot | received   | best before | on hand | kind | precision | status
      L1  | 2026-01-10 | 2026-11-21  | 1       | dlc
      L2  | 2026-01-11 | -           | 1       | ddm  | -         | quarantined
      L3  | 2026-01-12 | 2026-11-21  | 1       | ddm
      L4  | 2026-01-13 | 2026-11-30  | 1       | dlc`;
    expect(run(lots, [wants('A', 4, { exception: { lotId: null } })])).toEqual([
      'A: L3×1 by exception',
      'A: L4×1 by exception',
      'A passes by L1×1: past-dlc',
      'A passes by L2×1: quarantined',
      'A is short of 2',
    ]);
  });

  test('an exception may name the lot that comes first', () => {
    const lots = `
      lot | received   | best before | on hand
      L1  | 2026-01-10 | -           | 4
      L2  | 2026-02-01 | -           | 4`;
    expect(run(lots, [wants('A', 5, { exception: { lotId: 'L2' } })])).toEqual(['A: L2×4 by exception', 'A: L1×1']);
  });
});

describe('reservations', () => {
  const lots = `
    lot | received   | best before | on hand | reserved
    L1  | 2026-01-10 | -           | 4       | 4
    L2  | 2026-02-01 | -           | 4       | 1`;

  test('what others reserved is theirs', () => {
    expect(run(lots, [wants('A', 9)])).toEqual(['A: L2×3', 'A is short of 6']);
  });

  test('what the order holds itself does not count against it', () => {
    const held = [
      { lotId: 'L1', quantity: 4 },
      { lotId: 'L2', quantity: 1 },
    ];
    expect(run(lots, [wants('A', 9, { held })])).toEqual(['A: L1×4', 'A: L2×4', 'A is short of 1']);
  });

  test('an order served before another leaves it what it holds', () => {
    const held = [{ lotId: 'L1', quantity: 4 }];
    expect(run(lots, [wants('A', 9), wants('B', 4, { held })])).toEqual(['A: L2×3', 'B: L1×4', 'A is short of 6']);
  });

  test('what an order holds beyond its demand is anyone’s', () => {
    const held = [{ lotId: 'L1', quantity: 4 }];
    expect(run(lots, [wants('A', 9), wants('B', 1, { held })])).toEqual([
      'A: L1×3',
      'A: L2×3',
      'B: L1×1',
      'A is short of 3',
    ]);
  });

  test('of what an order holds beyond its demand in two hubs, the second hub’s is anyone’s', () => {
    const inTwoHubs = `
      lot | received   | best before | on hand | reserved | hub
      L1  | 2026-01-10 | -           | 1       | 1        | HUB-1
      L2  | 2026-01-10 | -           | 1       | 1        | HUB-2`;
    const held = ['L1', 'L2'].map((lotId) => ({ lotId, quantity: 1 }));
    const holder = wants('B', 1, { held, hubIds: ['HUB-1', 'HUB-2'] });
    expect(run(inTwoHubs, [wants('A', 2, { hubIds: ['HUB-2'] }), holder])).toEqual([
      'A: L2×1',
      'B: L1×1',
      'A is short of 1',
    ]);
  });

  test('a lot promised twice by a hand edit is made good by its neighbours', () => {
    const promised = `
      lot | received   | best before | on hand | reserved
      L1  | 2026-01-10 | -           | 4       | 6
      L2  | 2026-02-01 | -           | 4       | 0`;
    expect(run(promised, [wants('A', 4)])).toEqual(['A: L2×2', 'A is short of 2']);
  });
});

describe('shortage', () => {
  const lots = `
    lot | received   | best before | on hand | product
    L1  | 2026-01-10 | -           | 5       | HONEY
    L2  | 2026-01-10 | -           | 5       | SOAP`;
  const demands = [
    wants('A1', 3, { orderId: 'A' }),
    wants('A2', 3, { orderId: 'A' }),
    wants('A3', 1, { orderId: 'A', productId: 'SOAP' }),
    wants('B', 1, { orderId: 'B' }),
  ];

  test('partial: what there is', () => {
    expect(run(lots, demands)).toEqual(['A1: L1×3', 'A2: L1×2', 'A3: L2×1', 'A2 is short of 1', 'B is short of 1']);
  });

  test('whole line: a line that lacks units leaves them to the others', () => {
    expect(run(lots, demands, { shortage: 'whole-line' })).toEqual([
      'A1: L1×3',
      'A3: L2×1',
      'B: L1×1',
      'A2 waits for 3, 1 lacking',
    ]);
  });

  test('whole order: its lines are checked together', () => {
    expect(run(lots, demands, { shortage: 'whole-order' })).toEqual([
      'B: L1×1',
      'A1 waits for 3, 0 lacking',
      'A2 waits for 3, 1 lacking',
      'A3 waits for 1, 0 lacking',
    ]);
  });
});

test('hubs serve in the order of preference; the second gives only what the first lacks', () => {
  const lots = `
    lot | received   | best before | on hand | hub
    L1  | 2026-02-01 | -           | 10      | HUB-1
    L2  | 2026-01-01 | -           | 15      | HUB-2`;
  expect(run(lots, [wants('A', 13, { hubIds: ['HUB-1', 'HUB-2'] })])).toEqual(['A: L1×10', 'A: L2×3']);
});
