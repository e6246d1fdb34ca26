// Lots whose day has come, and those that come back when a pause or a longer life becomes known.
import { expect, test } from 'vitest';
import { workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLots, invoice, runNight } from './points-night.ts';
import {
  earned,
  entry,
  expectScenario,
  lot,
  oneEarned,
  outcome,
  type Scenario,
  shop,
  TODAY,
} from './points-scenario.ts';

const scenarios: readonly Scenario[] = [
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
    title: 'points given back to a lot past its day expire again, dated the day they came',
    before: shop({
      points: [
        earned('PTS-000001', '2025-05-20', 'LPT-000001', 'in_1'),
        entry('PTS-000002', '2026-11-01', 'clawback', -100, 'LPT-000001', 'in_1'),
      ],
      pointLots: [lot('LPT-000001', '2025-05-20', '2026-11-20', 'in_1', 0)],
      invoices: [invoice('in_1', '2025-05-20')],
    }),
    ledger: [
      '2025-05-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-11-01 CLI-1 clawback -100 LPT-000001 in_1',
      '2026-11-22 CLI-1 restore +100 LPT-000001 in_1',
      '2026-11-22 CLI-1 expire -100 LPT-000001 -',
    ],
    lots: ['LPT-000001 0/100 → 2026-11-20'],
    balances: ['CLI-1 0'],
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
];

test.each(scenarios)('$title', expectScenario);

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
