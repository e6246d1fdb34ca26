import { expect, test } from 'vitest';
import type { Day } from '#lib/kernel/day.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLedger, drawLots, invoice, monthly, type Night, runNight } from './points-night.ts';

interface Scenario {
  readonly title: string;
  readonly before: TestRows;
  readonly today?: Day;
  readonly ledger: readonly string[];
  readonly lots: readonly string[];
  readonly balances: readonly string[];
}

const TODAY: Day = '2026-11-22';
const earned = (id: string, on: Day, lotId: string, source: string, points = 100) =>
  ({ id, customerId: 'CLI-1', on, kind: 'earn', points, lotId, source }) as const;
const entry = (
  id: string,
  on: Day,
  kind: 'spend' | 'clawback' | 'expire' | 'settle',
  points: number,
  lotId: string | null,
  source: string | null,
) => ({ id, customerId: 'CLI-1', on, kind, points, lotId, source }) as const;
const lot = (id: string, earnedOn: Day, expiresOn: Day, source: string, remaining: number, points = 100) =>
  ({ id, customerId: 'CLI-1', source, earnedOn, expiresOn, points, remaining }) as const;
const shop = (rows: TestRows): TestRows => ({ customers: [{ id: 'CLI-1' }], plans: [monthly], ...rows });

/** One invoice earned: its entry and its lot stand. */
const oneEarned = {
  points: [earned('PTS-000001', '2026-10-20', 'LPT-000001', 'in_1')],
  pointLots: [lot('LPT-000001', '2026-10-20', '2028-04-20', 'in_1', 100)],
};

const scenarios: readonly Scenario[] = [
  {
    title: 'a paid invoice earns its plan’s points in a lot that lives 18 months',
    before: shop({ invoices: [invoice('in_1', '2026-11-20')] }),
    ledger: ['2026-11-20 CLI-1 earn +100 LPT-000001 in_1'],
    lots: ['LPT-000001 100/100 → 2028-05-20'],
    balances: ['CLI-1 100, 100 on 2028-05-20'],
  },
  {
    title: 'an open invoice earns nothing; a customer without points has 0',
    before: shop({ invoices: [invoice('in_1', '2026-11-20', { status: 'open', paidOn: null, paidCents: 0 })] }),
    ledger: [],
    lots: [],
    balances: ['CLI-1 0'],
  },
  {
    title: 'a partial refund takes its share back from the invoice’s own lot',
    before: shop({ ...oneEarned, invoices: [invoice('in_1', '2026-10-20', { paidBackCents: 500 })] }),
    ledger: ['2026-10-20 CLI-1 earn +100 LPT-000001 in_1', '2026-11-22 CLI-1 clawback -28 LPT-000001 in_1'],
    lots: ['LPT-000001 72/100 → 2028-04-20'],
    balances: ['CLI-1 72, 72 on 2028-04-20'],
  },
  {
    title: 'refunded in part before it was ever seen: the same rows as seen one after the other',
    before: shop({ invoices: [invoice('in_1', '2026-10-20', { paidBackCents: 500 })] }),
    ledger: ['2026-10-20 CLI-1 earn +100 LPT-000001 in_1', '2026-11-22 CLI-1 clawback -28 LPT-000001 in_1'],
    lots: ['LPT-000001 72/100 → 2028-04-20'],
    balances: ['CLI-1 72, 72 on 2028-04-20'],
  },
  {
    title: 'refunded whole before it was ever seen: nothing',
    before: shop({ invoices: [invoice('in_1', '2026-10-20', { paidBackCents: 1800 })] }),
    ledger: [],
    lots: [],
    balances: ['CLI-1 0'],
  },
  {
    title: 'points already spent are taken from the next lot to expire, then become debt',
    before: shop({
      points: [
        earned('PTS-000001', '2026-09-20', 'LPT-000001', 'in_1'),
        earned('PTS-000002', '2026-10-20', 'LPT-000002', 'in_2'),
        entry('PTS-000003', '2026-10-21', 'spend', -100, 'LPT-000001', 'CMD-1'),
        entry('PTS-000004', '2026-10-21', 'spend', -40, 'LPT-000002', 'CMD-1'),
      ],
      pointLots: [
        lot('LPT-000001', '2026-09-20', '2028-03-20', 'in_1', 0),
        lot('LPT-000002', '2026-10-20', '2028-04-20', 'in_2', 60),
      ],
      invoices: [invoice('in_1', '2026-09-20', { withheldCents: 1800 }), invoice('in_2', '2026-10-20')],
    }),
    ledger: [
      '2026-09-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-10-20 CLI-1 earn +100 LPT-000002 in_2',
      '2026-10-21 CLI-1 spend -100 LPT-000001 CMD-1',
      '2026-10-21 CLI-1 spend -40 LPT-000002 CMD-1',
      '2026-11-22 CLI-1 clawback -60 LPT-000002 in_1',
      '2026-11-22 CLI-1 clawback -40 - in_1',
    ],
    lots: ['LPT-000001 0/100 → 2028-03-20', 'LPT-000002 0/100 → 2028-04-20'],
    balances: ['CLI-1 -40'],
  },
  {
    title: 'the next earning settles the debt first',
    before: shop({
      points: [
        ...oneEarned.points,
        entry('PTS-000002', '2026-10-21', 'spend', -100, 'LPT-000001', 'CMD-1'),
        entry('PTS-000003', '2026-10-25', 'clawback', -100, null, 'in_1'),
      ],
      pointLots: [lot('LPT-000001', '2026-10-20', '2028-04-20', 'in_1', 0)],
      invoices: [
        invoice('in_1', '2026-10-20', { paidBackCents: 1800 }),
        invoice('in_2', '2026-11-20', { planId: 'FOR-1', paidCents: 3600 }),
      ],
    }),
    ledger: [
      '2026-10-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-10-21 CLI-1 spend -100 LPT-000001 CMD-1',
      '2026-10-25 CLI-1 clawback -100 - in_1',
      '2026-11-20 CLI-1 earn +200 LPT-000002 in_2',
      '2026-11-22 CLI-1 settle -100 LPT-000002 -',
      '2026-11-22 CLI-1 settle +100 - -',
    ],
    lots: ['LPT-000001 0/100 → 2028-04-20', 'LPT-000002 100/200 → 2028-05-20'],
    balances: ['CLI-1 100, 100 on 2028-05-20'],
  },
  {
    title: 'a dispute won gives back where the points were taken: the debt, the lot that settled it, then the own lot',
    before: shop({
      points: [
        ...oneEarned.points,
        entry('PTS-000002', '2026-10-21', 'spend', -60, 'LPT-000001', 'CMD-1'),
        entry('PTS-000003', '2026-10-25', 'clawback', -40, 'LPT-000001', 'in_1'),
        entry('PTS-000004', '2026-10-25', 'clawback', -60, null, 'in_1'),
        earned('PTS-000005', '2026-11-20', 'LPT-000002', 'in_2'),
        entry('PTS-000006', '2026-11-21', 'settle', -60, 'LPT-000002', null),
        entry('PTS-000007', '2026-11-21', 'settle', 60, null, null),
      ],
      pointLots: [
        lot('LPT-000001', '2026-10-20', '2028-04-20', 'in_1', 0),
        lot('LPT-000002', '2026-11-20', '2028-05-20', 'in_2', 40),
      ],
      invoices: [invoice('in_1', '2026-10-20'), invoice('in_2', '2026-11-20')],
    }),
    ledger: [
      '2026-10-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-10-21 CLI-1 spend -60 LPT-000001 CMD-1',
      '2026-10-25 CLI-1 clawback -40 LPT-000001 in_1',
      '2026-10-25 CLI-1 clawback -60 - in_1',
      '2026-11-20 CLI-1 earn +100 LPT-000002 in_2',
      '2026-11-21 CLI-1 settle -60 LPT-000002 -',
      '2026-11-21 CLI-1 settle +60 - -',
      '2026-11-22 CLI-1 restore +60 - in_1',
      '2026-11-22 CLI-1 settle +60 LPT-000002 -',
      '2026-11-22 CLI-1 settle -60 - -',
      '2026-11-22 CLI-1 restore +40 LPT-000001 in_1',
    ],
    lots: ['LPT-000001 40/100 → 2028-04-20', 'LPT-000002 100/100 → 2028-05-20'],
    balances: ['CLI-1 140, 40 on 2028-04-20'],
  },
  {
    title: 'a lot expires at the start of its day, dated that day however late the night comes',
    before: shop({
      points: [
        earned('PTS-000001', '2025-05-20', 'LPT-000001', 'in_1'),
        entry('PTS-000002', '2026-01-05', 'spend', -30, 'LPT-000001', 'CMD-1'),
      ],
      pointLots: [lot('LPT-000001', '2025-05-20', '2026-11-20', 'in_1', 70)],
      invoices: [invoice('in_1', '2025-05-20')],
    }),
    ledger: [
      '2025-05-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-01-05 CLI-1 spend -30 LPT-000001 CMD-1',
      '2026-11-20 CLI-1 expire -70 LPT-000001 -',
    ],
    lots: ['LPT-000001 0/100 → 2026-11-20'],
    balances: ['CLI-1 0'],
  },
  {
    title: 'the day before, it still counts',
    before: shop({
      points: [earned('PTS-000001', '2025-05-23', 'LPT-000001', 'in_1')],
      pointLots: [lot('LPT-000001', '2025-05-23', '2026-11-23', 'in_1', 100)],
      invoices: [invoice('in_1', '2025-05-23')],
    }),
    ledger: ['2025-05-23 CLI-1 earn +100 LPT-000001 in_1'],
    lots: ['LPT-000001 100/100 → 2026-11-23'],
    balances: ['CLI-1 100, 100 on 2026-11-23'],
  },
  {
    title: 'first night of an old shop: earned and expired at once',
    before: shop({ invoices: [invoice('in_1', '2024-01-31')] }),
    ledger: ['2024-01-31 CLI-1 earn +100 LPT-000001 in_1', '2025-07-31 CLI-1 expire -100 LPT-000001 -'],
    lots: ['LPT-000001 0/100 → 2025-07-31'],
    balances: ['CLI-1 0'],
  },
  {
    title: 'a refund of points that expired unspent does not take them twice',
    before: shop({
      points: [
        earned('PTS-000001', '2025-05-20', 'LPT-000001', 'in_1'),
        entry('PTS-000002', '2026-11-20', 'expire', -100, 'LPT-000001', null),
        earned('PTS-000003', '2026-11-20', 'LPT-000002', 'in_2'),
      ],
      pointLots: [
        lot('LPT-000001', '2025-05-20', '2026-11-20', 'in_1', 0),
        lot('LPT-000002', '2026-11-20', '2028-05-20', 'in_2', 100),
      ],
      invoices: [invoice('in_1', '2025-05-20', { paidBackCents: 1800 }), invoice('in_2', '2026-11-20')],
    }),
    ledger: [
      '2025-05-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-11-20 CLI-1 expire -100 LPT-000001 -',
      '2026-11-20 CLI-1 earn +100 LPT-000002 in_2',
      '2026-11-22 CLI-1 expire +100 LPT-000001 in_1',
      '2026-11-22 CLI-1 clawback -100 LPT-000001 in_1',
    ],
    lots: ['LPT-000001 0/100 → 2026-11-20', 'LPT-000002 100/100 → 2028-05-20'],
    balances: ['CLI-1 100, 100 on 2028-05-20'],
  },
  {
    title: 'a pause known late brings expired points back',
    before: shop({
      points: [
        earned('PTS-000001', '2025-05-20', 'LPT-000001', 'in_1'),
        entry('PTS-000002', '2026-11-20', 'expire', -100, 'LPT-000001', null),
      ],
      pointLots: [lot('LPT-000001', '2025-05-20', '2026-11-20', 'in_1', 0)],
      invoices: [invoice('in_1', '2025-05-20')],
      facts: [
        {
          id: 'pause_sub_1_2026-06-01',
          kind: 'pause',
          customerId: 'CLI-1',
          subject: 'sub_1',
          on: '2026-06-01',
          until: '2026-09-01',
        },
      ],
    }),
    ledger: [
      '2025-05-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-11-20 CLI-1 expire -100 LPT-000001 -',
      '2026-11-22 CLI-1 expire +100 LPT-000001 -',
    ],
    lots: ['LPT-000001 100/100 → 2027-02-20'],
    balances: ['CLI-1 100, 100 on 2027-02-20'],
  },
  {
    title: 'a pause known late that would not have saved them leaves them expired, on the right day',
    before: shop({
      points: [
        earned('PTS-000001', '2025-05-01', 'LPT-000001', 'in_1'),
        entry('PTS-000002', '2026-11-01', 'expire', -100, 'LPT-000001', null),
      ],
      pointLots: [lot('LPT-000001', '2025-05-01', '2026-11-01', 'in_1', 0)],
      invoices: [invoice('in_1', '2025-05-01')],
      facts: [
        {
          id: 'pause_sub_1_2026-06-01',
          kind: 'pause',
          customerId: 'CLI-1',
          subject: 'sub_1',
          on: '2026-06-01',
          until: '2026-06-11',
        },
      ],
    }),
    ledger: ['2025-05-01 CLI-1 earn +100 LPT-000001 in_1', '2026-11-01 CLI-1 expire -100 LPT-000001 -'],
    lots: ['LPT-000001 0/100 → 2026-11-11'],
    balances: ['CLI-1 0'],
  },
  {
    title: 'the team edits a plan’s points: what was earned stands, the next invoice earns the new figure',
    before: {
      customers: [{ id: 'CLI-1' }],
      plans: [{ ...monthly, points: 150 }],
      ...oneEarned,
      invoices: [invoice('in_1', '2026-10-20'), invoice('in_2', '2026-11-20')],
    },
    ledger: ['2026-10-20 CLI-1 earn +100 LPT-000001 in_1', '2026-11-20 CLI-1 earn +150 LPT-000002 in_2'],
    lots: ['LPT-000001 100/100 → 2028-04-20', 'LPT-000002 150/150 → 2028-05-20'],
    balances: ['CLI-1 250, 100 on 2028-04-20'],
  },
  {
    title: 'lots of one day expire together; a cancelled and an erased customer keep their points',
    before: {
      customers: [{ id: 'CLI-1', subscription: 'canceled', erasedOn: '2026-11-01' }],
      plans: [monthly],
      invoices: [invoice('in_1', '2026-11-20'), invoice('in_2', '2026-11-20'), invoice('in_3', '2026-11-21')],
    },
    ledger: [
      '2026-11-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-11-20 CLI-1 earn +100 LPT-000002 in_2',
      '2026-11-21 CLI-1 earn +100 LPT-000003 in_3',
    ],
    lots: ['LPT-000001 100/100 → 2028-05-20', 'LPT-000002 100/100 → 2028-05-20', 'LPT-000003 100/100 → 2028-05-21'],
    balances: ['CLI-1 300, 200 on 2028-05-20'],
  },
];

function outcome(night: Night) {
  const { workbook } = night;
  return { ledger: drawLedger(workbook), lots: drawLots(workbook), balances: drawBalances(workbook) };
}

test.each(scenarios)('$title', ({ before, ledger, lots, balances, today = TODAY }) => {
  const night = runNight(workbookOf(before), today);
  expect(night.problems).toEqual([]);
  expect(outcome(night)).toEqual({ ledger, lots, balances });
  const again = runNight(night.workbook, today);
  expect(again.changeSet).toEqual({ changes: [], problems: [] });
});

test('all that concerns one customer stands in one group', () => {
  const before = shop({
    invoices: [invoice('in_1', '2026-11-20'), invoice('in_2', '2026-11-20', { customerId: 'CLI-2' })],
  });
  const { changes } = runNight(
    workbookOf({ ...before, customers: [{ id: 'CLI-1' }, { id: 'CLI-2' }] }),
    TODAY,
  ).changeSet;
  expect(changes.map(({ group, table, kind }) => `${group} ${kind} ${table}`)).toEqual([
    'customer/CLI-1 append pointLots',
    'customer/CLI-1 append points',
    'customer/CLI-1 update customers',
    'customer/CLI-2 append pointLots',
    'customer/CLI-2 append points',
    'customer/CLI-2 update customers',
  ]);
});

test('an open pause makes the lots live one day longer every night', () => {
  const facts = [{ id: 'pause_sub_1_2026-11-20', kind: 'pause', customerId: 'CLI-1', on: '2026-11-20' }] as const;
  let workbook = workbookOf(shop({ facts, invoices: [invoice('in_1', '2026-10-20')] }));
  const seen: string[] = [];
  for (const today of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-25'] as const) {
    workbook = runNight(workbook, today).workbook;
    seen.push(`${today}: ${drawLots(workbook).join()}`);
  }
  expect(seen).toEqual([
    '2026-11-20: LPT-000001 100/100 → 2028-04-20',
    '2026-11-21: LPT-000001 100/100 → 2028-04-21',
    '2026-11-22: LPT-000001 100/100 → 2028-04-22',
    '2026-11-25: LPT-000001 100/100 → 2028-04-25',
  ]);
});

test('a life set too short by mistake costs nothing once it is put right', () => {
  const start = workbookOf(shop({ ...oneEarned, invoices: [invoice('in_1', '2026-10-20')] }));
  const mistaken = runNight(start, TODAY, { 'points.lifetimeMonths': 1 });
  expect(drawBalances(mistaken.workbook)).toEqual(['CLI-1 0']);
  const corrected = runNight(mistaken.workbook, '2026-11-23');
  expect(outcome(corrected)).toEqual({
    ledger: [
      '2026-10-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-11-20 CLI-1 expire -100 LPT-000001 -',
      '2026-11-23 CLI-1 expire +100 LPT-000001 -',
    ],
    lots: ['LPT-000001 100/100 → 2028-04-20'],
    balances: ['CLI-1 100, 100 on 2028-04-20'],
  });
});
