// What a ledger says of demand: which days count, for how much, and what does not count as a sale.
import { describe, expect, test } from 'vitest';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { averageDailyUnits, coverDays } from '#lib/stock/reorder/average-demand.ts';
import { demandHistory, shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';

type Kind = MovementsRow['kind'];
type Entry = readonly [on: string, time: string, kind: Kind, quantity: number, lotId?: string, reversesId?: string];

const FROM: Day = '2026-01-01';

/** Ids M1, M2, … in the order written. */
function ledger(entries: readonly Entry[]) {
  return entries.map(([on, time, kind, quantity, lotId = 'L1', reversesId], index) => ({
    id: `M${index + 1}`,
    on: on as Day,
    at: time === '-' ? null : (`${on}T${time}:00Z` as Instant),
    lotId,
    productId: 'MIEL',
    kind,
    quantity,
    orderId: null,
    reversesId: reversesId ?? null,
  }));
}

const historyOf = (entries: readonly Entry[], until: Day = '2026-01-04', from: Day = FROM) =>
  demandHistory(shelfMovements(ledger(entries)).get('MIEL') ?? [], { from, until }).map(
    ({ day, units, stockedShare, onHand }) => `${day.slice(5)} | ${units} | ${stockedShare} | ${onHand}`,
  );

const receipt: Entry = ['2026-01-01', '00:00', 'receipt', 10];

describe('day | units | share of the day in stock | on hand', () => {
  test.each<[string, Entry[], string[]]>([
    [
      'sales day by day',
      [
        receipt,
        ['2026-01-01', '10:00', 'pick', -2],
        ['2026-01-03', '10:00', 'pick', -1],
        ['2026-01-03', '11:00', 'pick', -1],
      ],
      ['01-01 | 2 | 1 | 8', '01-02 | 0 | 1 | 8', '01-03 | 2 | 1 | 6', '01-04 | 0 | 1 | 6'],
    ],
    [
      'sold out at noon, back at six in the evening of the next day',
      [receipt, ['2026-01-01', '12:00', 'pick', -10], ['2026-01-02', '18:00', 'receipt', 5]],
      ['01-01 | 10 | 0.5 | 0', '01-02 | 0 | 0.25 | 5', '01-03 | 0 | 1 | 5', '01-04 | 0 | 1 | 5'],
    ],
    [
      'a row without a time is of the morning',
      [['2026-01-02', '-', 'receipt', 3]],
      ['01-02 | 0 | 1 | 3', '01-03 | 0 | 1 | 3', '01-04 | 0 | 1 | 3'],
    ],
    [
      'only picks are sales: losses, gifts, short-dated sales, counts and returns are not',
      [
        receipt,
        ['2026-01-01', '08:00', 'waste', -1],
        ['2026-01-01', '09:00', 'gift', -1],
        ['2026-01-02', '09:00', 'short_dated_sale', -1],
        ['2026-01-02', '10:00', 'count_adjustment', -1],
        ['2026-01-03', '10:00', 'customer_return', 1],
      ],
      ['01-01 | 0 | 1 | 8', '01-02 | 0 | 1 | 6', '01-03 | 0 | 1 | 7', '01-04 | 0 | 1 | 7'],
    ],
    [
      'a pick that was taken back never happened',
      [receipt, ['2026-01-01', '10:00', 'pick', -4], ['2026-01-03', '10:00', 'reversal', 4, 'L1', 'M2']],
      ['01-01 | 0 | 1 | 6', '01-02 | 0 | 1 | 6', '01-03 | 0 | 1 | 10', '01-04 | 0 | 1 | 10'],
    ],
    [
      'taken back, and that taken back in turn: it happened',
      [
        receipt,
        ['2026-01-01', '10:00', 'pick', -4],
        ['2026-01-02', '10:00', 'reversal', 4, 'L1', 'M2'],
        ['2026-01-02', '11:00', 'reversal', -4, 'L1', 'M3'],
      ],
      ['01-01 | 4 | 1 | 6', '01-02 | 0 | 1 | 6', '01-03 | 0 | 1 | 6', '01-04 | 0 | 1 | 6'],
    ],
    [
      'what lies in quarantine is not on the shelf',
      [
        receipt,
        ['2026-01-02', '12:00', 'quarantine', -10],
        ['2026-01-02', '12:00', 'quarantine', 10, 'L2'],
        ['2026-01-03', '09:00', 'waste', -10, 'L2'],
      ],
      ['01-01 | 0 | 1 | 10', '01-02 | 0 | 0.5 | 0', '01-03 | 0 | 0 | 0', '01-04 | 0 | 0 | 0'],
    ],
    [
      'and is again when it comes back',
      [
        receipt,
        ['2026-01-02', '00:00', 'quarantine', -10],
        ['2026-01-02', '00:00', 'quarantine', 10, 'L2'],
        ['2026-01-03', '12:00', 'release', -10, 'L2'],
        ['2026-01-03', '12:00', 'release', 10],
      ],
      ['01-01 | 0 | 1 | 10', '01-02 | 0 | 0 | 0', '01-03 | 0 | 0.5 | 10', '01-04 | 0 | 1 | 10'],
    ],
    ['no movement, no day', [], []],
  ])('%s', (_, entries, expected) => {
    expect(historyOf(entries)).toEqual(expected);
  });

  test('the window cuts days off, not what lay there before', () => {
    expect(historyOf([receipt, ['2026-01-02', '10:00', 'pick', -2]], '2026-01-03', '2026-01-03')).toEqual([
      '01-03 | 0 | 1 | 8',
    ]);
  });

  test('the order of the rows in the sheet does not matter', () => {
    const rows = ledger([receipt, ['2026-01-01', '12:00', 'pick', -10], ['2026-01-02', '18:00', 'receipt', 5]]);
    const read = (movements: typeof rows) =>
      demandHistory(shelfMovements(movements).get('MIEL') ?? [], { from: FROM, until: '2026-01-04' });
    expect(read([...rows].reverse())).toEqual(read(rows));
  });
});

describe('the average ignores time without stock', () => {
  test.each<[string, readonly { units: number; stockedShare: number }[], number | null]>([
    ['ten units in ten days', Array.from({ length: 10 }, () => ({ units: 1, stockedShare: 1 })), 1],
    [
      'two days of four without stock: twice as much',
      [2, 2, 0, 0].map((units) => ({ units, stockedShare: units > 0 ? 1 : 0 })),
      2,
    ],
    ['sold out at noon: half a day', [{ units: 3, stockedShare: 0.5 }], 6],
    ['never in stock: nobody knows', [{ units: 0, stockedShare: 0 }], null],
    ['in stock and nothing sold: none', [{ units: 0, stockedShare: 1 }], 0],
  ])('%s', (_, history, average) => {
    expect(averageDailyUnits(history)).toBe(average);
  });

  test('cover', () => {
    expect(coverDays(12, 2)).toBe(6);
    expect(coverDays(12, 0)).toBeNull();
  });
});
