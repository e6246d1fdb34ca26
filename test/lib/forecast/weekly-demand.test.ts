// Weeks as a ledger tells them: which count, for how much, and what one large order counts for.
import { describe, expect, test } from 'vitest';
import { findOneOffOrders } from '#lib/forecast/one-off-orders.ts';
import { readSeason, type Season } from '#lib/forecast/season.ts';
import { mondayOf, weeklyDemand } from '#lib/forecast/weekly-demand.ts';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';
import { clockAt } from '../../support/clock-at.ts';
import { workbookOf } from '../../support/workbook-of.ts';

/** day | kind | signed units | order; at noon unless a time follows the day. Ids M1, M2, … */
function ledger(text: string) {
  const rows = text.trim().split('\n');
  return rows.map((row, index) => {
    const [when = '', kind, quantity, order] = row.split('|').map((cell) => cell.trim());
    const [on = '', time = '12:00'] = when.split(' ');
    return {
      id: `M${index + 1}`,
      on: on as Day,
      at: `${on}T${time}:00Z` as Instant,
      lotId: 'L1',
      productId: 'MIEL',
      kind: kind as MovementsRow['kind'],
      quantity: Number(quantity),
      orderId: kind === 'pick' ? (order ?? null) : null,
      reversesId: kind === 'reversal' ? (order ?? null) : null,
    };
  });
}

const { settings } = parseSettings(workbookOf({}).settings);

/** Today is Wednesday 28 January 2026: the last whole week is that of the 19th. */
function weeksOf(text: string, season: Season = null) {
  const movements = shelfMovements(ledger(text)).get('MIEL') ?? [];
  const { weeks } = weeklyDemand({ clock: clockAt('2026-01-28'), settings }, movements, season);
  return weeks.map(
    ({ weekOn, soldUnits, stockedShare, counts, demandUnits }) =>
      `${weekOn.slice(5)} | ${soldUnits} | ${stockedShare.toFixed(2)} | ${counts} | ${demandUnits.toFixed(2)}`,
  );
}

describe('week | sold | share in stock | counts | demand', () => {
  test.each<[string, string, string[]]>([
    [
      'Monday to Sunday, the current week left out',
      `2026-01-05 00:00 | receipt | 50
       2026-01-05 | pick | -2 | C1
       2026-01-11 | pick | -1 | C2
       2026-01-12 | pick | -3 | C3
       2026-01-26 | pick | -4 | C4`,
      ['01-05 | 3 | 1.00 | counted | 3.00', '01-12 | 3 | 1.00 | counted | 3.00', '01-19 | 0 | 1.00 | counted | 0.00'],
    ],
    [
      'received on a Thursday: four days of seven, brought to a week',
      `2026-01-08 00:00 | receipt | 50
       2026-01-09 | pick | -4 | C1`,
      ['01-05 | 4 | 0.57 | counted | 7.00', '01-12 | 0 | 1.00 | counted | 0.00', '01-19 | 0 | 1.00 | counted | 0.00'],
    ],
    [
      'sold out on Tuesday: the week says too little; the next has nothing to say',
      `2026-01-05 00:00 | receipt | 5
       2026-01-06 12:00 | pick | -5 | C1
       2026-01-19 00:00 | receipt | 5`,
      [
        '01-05 | 5 | 0.21 | out-of-stock | 0.00',
        '01-12 | 0 | 0.00 | out-of-stock | 0.00',
        '01-19 | 0 | 1.00 | counted | 0.00',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(weeksOf(text)).toEqual(expected);
  });

  test('out of season: a week is of the month of its Thursday', () => {
    const text = `2025-12-22 00:00 | receipt | 50
       2025-12-24 | pick | -2 | C1
       2025-12-30 | pick | -3 | C2`;
    expect(weeksOf(text, readSeason('12') as Season).slice(0, 3)).toEqual([
      '12-22 | 2 | 1.00 | counted | 2.00',
      '12-29 | 3 | 1.00 | off-season | 0.00',
      '01-05 | 0 | 1.00 | off-season | 0.00',
    ]);
  });

  test('never received: no week', () => {
    const { weeks, oneOffs } = weeklyDemand({ clock: clockAt('2026-01-28'), settings }, [], null);
    expect([weeks, oneOffs]).toEqual([[], []]);
  });

  test('an order of forty beside orders of one and two counts for five usual ones', () => {
    const text = `2026-01-05 00:00 | receipt | 99
       2026-01-05 | pick | -1 | C1
       2026-01-06 | pick | -2 | C2
       2026-01-07 | pick | -1 | C3
       2026-01-13 | pick | -40 | C4
       2026-01-14 | pick | -1 | C5`;
    expect(weeksOf(text)[1]).toBe('01-12 | 41 | 1.00 | counted | 6.00');
  });
});

describe('one-off orders', () => {
  const usual = '2026-01-05 | pick | -2 | C1\n2026-01-06 | pick | -2 | C2\n2026-01-07 | pick | -2 | C3\n';

  test.each<[string, string, string[], [string, number][]]>([
    ['none', '2026-01-08 | pick | -10 | C4', [], []],
    ['one too large', '2026-01-08 | pick | -25 | C4', ['C4: 25 as 10'], [['2026-01-08', 15]]],
    [
      'picked in parts: the order counts, not the part',
      '2026-01-08 | pick | -8 | C4\n2026-01-08 | pick | -8 | C4\n2026-01-09 | pick | -4 | C4',
      ['C4: 20 as 10'],
      [
        ['2026-01-08', 6],
        ['2026-01-09', 4],
      ],
    ],
    ['taken back: it never was', '2026-01-08 | pick | -25 | C4\n2026-01-09 | reversal | 25 | M4', [], []],
    ['a pick without an order is one of its own', '2026-01-08 | pick | -25', ['null: 25 as 10'], [['2026-01-08', 15]]],
  ])('%s', (_, text, orders, leftOut) => {
    const found = findOneOffOrders(ledger(usual + text), 5);
    expect(found.orders.map(({ orderId, units, countedUnits }) => `${orderId}: ${units} as ${countedUnits}`)).toEqual(
      orders,
    );
    expect([...found.leftOut]).toEqual(leftOut);
  });

  test('orders all large are usual', () => {
    const text = '2026-01-05 | pick | -40 | C1\n2026-01-06 | pick | -60 | C2';
    expect(findOneOffOrders(ledger(text), 5).orders).toEqual([]);
  });
});

test.each([
  ['2026-01-26', '2026-01-26'],
  ['2026-02-01', '2026-01-26'],
] as const)('the Monday of %s is %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});
