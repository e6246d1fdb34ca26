// Refunds and disputes: points taken back, owed, settled, and given back where they came from.
import { test } from 'vitest';
import { invoice } from './points-night.ts';
import { earned, entry, expectScenario, lot, oneEarned, type Scenario, shop } from './points-scenario.ts';

const scenarios: readonly Scenario[] = [
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
    title: 'half of a dispute won: the lot that lives longest gets back first what it gave for the debt',
    before: shop({
      points: [
        ...oneEarned.points,
        entry('PTS-000002', '2026-10-21', 'spend', -100, 'LPT-000001', 'CMD-1'),
        entry('PTS-000003', '2026-10-25', 'clawback', -100, null, 'in_1'),
        earned('PTS-000004', '2026-11-10', 'LPT-000002', 'in_2', 60),
        earned('PTS-000005', '2026-11-20', 'LPT-000003', 'in_3', 60),
        entry('PTS-000006', '2026-11-21', 'settle', -60, 'LPT-000002', null),
        entry('PTS-000007', '2026-11-21', 'settle', 60, null, null),
        entry('PTS-000008', '2026-11-21', 'settle', -40, 'LPT-000003', null),
        entry('PTS-000009', '2026-11-21', 'settle', 40, null, null),
      ],
      pointLots: [
        lot('LPT-000001', '2026-10-20', '2028-04-20', 'in_1', 0),
        lot('LPT-000002', '2026-11-10', '2028-05-10', 'in_2', 0, 60),
        lot('LPT-000003', '2026-11-20', '2028-05-20', 'in_3', 20, 60),
      ],
      invoices: [
        invoice('in_1', '2026-10-20', { withheldCents: 900 }),
        invoice('in_2', '2026-11-10', { paidCents: 1080 }),
        invoice('in_3', '2026-11-20', { paidCents: 1080 }),
      ],
    }),
    ledger: [
      '2026-10-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-10-21 CLI-1 spend -100 LPT-000001 CMD-1',
      '2026-10-25 CLI-1 clawback -100 - in_1',
      '2026-11-10 CLI-1 earn +60 LPT-000002 in_2',
      '2026-11-20 CLI-1 earn +60 LPT-000003 in_3',
      '2026-11-21 CLI-1 settle -60 LPT-000002 -',
      '2026-11-21 CLI-1 settle +60 - -',
      '2026-11-21 CLI-1 settle -40 LPT-000003 -',
      '2026-11-21 CLI-1 settle +40 - -',
      '2026-11-22 CLI-1 restore +50 - in_1',
      '2026-11-22 CLI-1 settle +40 LPT-000003 -',
      '2026-11-22 CLI-1 settle -40 - -',
      '2026-11-22 CLI-1 settle +10 LPT-000002 -',
      '2026-11-22 CLI-1 settle -10 - -',
    ],
    lots: ['LPT-000001 0/100 → 2028-04-20', 'LPT-000002 10/60 → 2028-05-10', 'LPT-000003 60/60 → 2028-05-20'],
    balances: ['CLI-1 70, 10 on 2028-05-10'],
  },
  {
    title: 'what an earlier restitution gave back is not given back again',
    before: shop({
      points: [
        ...oneEarned.points,
        entry('PTS-000002', '2026-10-21', 'spend', -60, 'LPT-000001', 'CMD-1'),
        entry('PTS-000003', '2026-10-25', 'clawback', -40, 'LPT-000001', 'in_1'),
        entry('PTS-000004', '2026-10-25', 'clawback', -60, null, 'in_1'),
        entry('PTS-000005', '2026-11-01', 'restore', 59, null, 'in_1'),
      ],
      pointLots: [lot('LPT-000001', '2026-10-20', '2028-04-20', 'in_1', 0)],
      invoices: [invoice('in_1', '2026-10-20', { withheldCents: 720 })],
    }),
    ledger: [
      '2026-10-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-10-21 CLI-1 spend -60 LPT-000001 CMD-1',
      '2026-10-25 CLI-1 clawback -40 LPT-000001 in_1',
      '2026-10-25 CLI-1 clawback -60 - in_1',
      '2026-11-01 CLI-1 restore +59 - in_1',
      '2026-11-22 CLI-1 restore +1 - in_1',
    ],
    lots: ['LPT-000001 0/100 → 2028-04-20'],
    balances: ['CLI-1 0'],
  },
];

test.each(scenarios)('$title', expectScenario);
