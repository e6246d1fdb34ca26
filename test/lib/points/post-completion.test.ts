// Entries that a person typed into the ledger without a lot, or against one.
import { expect, test } from 'vitest';
import type { Day } from '#lib/kernel/day.ts';
import { workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLedger, drawLots, runNight } from './points-night.ts';

const earn = {
  id: 'PTS-000001',
  customerId: 'CLI-1',
  on: '2026-10-20',
  kind: 'earn',
  points: 100,
  lotId: 'LPT-000001',
  source: 'in_1',
} as const;
const lot = {
  id: 'LPT-000001',
  customerId: 'CLI-1',
  source: 'in_1',
  earnedOn: '2026-10-20',
  expiresOn: '2028-04-20',
  points: 100,
  remaining: 100,
} as const;
const typed = (id: string, kind: 'bonus' | 'adjust', points: number, lotId: string | null, on: Day) =>
  ({ id, customerId: 'CLI-1', on, kind, points, lotId, source: null, reason: 'geste' }) as const;

interface Typed {
  readonly title: string;
  readonly rows: readonly ReturnType<typeof typed>[];
  /** Entries the night adds. */
  readonly ledger: readonly string[];
  readonly lots: readonly string[];
  readonly balance: string;
}

const cases: readonly Typed[] = [
  {
    title: 'points given without a lot get one that lives from their day',
    rows: [typed('PTS-000009', 'bonus', 50, null, '2026-11-10')],
    ledger: ['2026-11-10 CLI-1 adjust -50 - PTS-000009', '2026-11-10 CLI-1 adjust +50 LPT-000002 PTS-000009'],
    lots: ['LPT-000001 100/100 → 2028-04-20', 'LPT-000002 50/50 → 2028-05-10'],
    balance: 'CLI-1 150, 100 on 2028-04-20',
  },
  {
    title: 'points given long ago expire at once',
    rows: [typed('PTS-000009', 'bonus', 50, null, '2025-01-10')],
    ledger: [
      '2025-01-10 CLI-1 adjust -50 - PTS-000009',
      '2025-01-10 CLI-1 adjust +50 LPT-000002 PTS-000009',
      '2026-07-10 CLI-1 expire -50 LPT-000002 -',
    ],
    lots: ['LPT-000001 100/100 → 2028-04-20', 'LPT-000002 0/50 → 2026-07-10'],
    balance: 'CLI-1 100, 100 on 2028-04-20',
  },
  {
    title: 'points taken without a lot come from the lots',
    rows: [typed('PTS-000009', 'adjust', -30, null, '2026-11-10')],
    ledger: ['2026-11-22 CLI-1 settle -30 LPT-000001 -', '2026-11-22 CLI-1 settle +30 - -'],
    lots: ['LPT-000001 70/100 → 2028-04-20'],
    balance: 'CLI-1 70, 70 on 2028-04-20',
  },
  {
    title: 'more taken from a lot than it held: the rest is debt',
    rows: [typed('PTS-000009', 'adjust', -130, 'LPT-000001', '2026-11-10')],
    ledger: ['2026-11-22 CLI-1 adjust +30 LPT-000001 LPT-000001', '2026-11-22 CLI-1 adjust -30 - LPT-000001'],
    lots: ['LPT-000001 0/100 → 2028-04-20'],
    balance: 'CLI-1 -30',
  },
  {
    title: 'added to a lot by hand: the lot shows it',
    rows: [typed('PTS-000009', 'adjust', 20, 'LPT-000001', '2026-11-10')],
    ledger: [],
    lots: ['LPT-000001 120/120 → 2028-04-20'],
    balance: 'CLI-1 120, 120 on 2028-04-20',
  },
  {
    title: 'given and taken: only what is left gets a lot, of the entries typed last',
    rows: [
      typed('PTS-000008', 'bonus', 50, null, '2026-11-10'),
      typed('PTS-000009', 'adjust', -40, null, '2026-11-10'),
      typed('PTS-000010', 'bonus', 25, null, '2026-11-15'),
    ],
    ledger: [
      '2026-11-15 CLI-1 adjust -25 - PTS-000010',
      '2026-11-15 CLI-1 adjust +25 LPT-000002 PTS-000010',
      '2026-11-10 CLI-1 adjust -10 - PTS-000008',
      '2026-11-10 CLI-1 adjust +10 LPT-000003 PTS-000008',
    ],
    lots: ['LPT-000001 100/100 → 2028-04-20', 'LPT-000002 25/25 → 2028-05-15', 'LPT-000003 10/10 → 2028-05-10'],
    balance: 'CLI-1 135, 100 on 2028-04-20',
  },
];

test.each(cases)('$title', ({ rows, ledger, lots, balance }) => {
  const before = workbookOf({ customers: [{ id: 'CLI-1' }], points: [earn, ...rows], pointLots: [lot] });
  const { workbook } = runNight(before, '2026-11-22');
  expect(drawLedger(workbook).slice(1 + rows.length)).toEqual(ledger);
  expect(drawLots(workbook)).toEqual(lots);
  expect(drawBalances(workbook)).toEqual([balance]);
  expect(runNight(workbook, '2026-11-23').changeSet.changes).toEqual([]);
});

test('what settled a debt is not taken for points given by hand', () => {
  const by = { customerId: 'CLI-1', on: '2026-11-20', source: null } as const;
  const points = [
    earn,
    { ...by, id: 'PTS-000002', kind: 'clawback', points: -30, lotId: null },
    { ...by, id: 'PTS-000003', kind: 'settle', points: -30, lotId: 'LPT-000001' },
    { ...by, id: 'PTS-000004', kind: 'settle', points: 30, lotId: null },
    typed('PTS-000005', 'bonus', 20, null, '2026-11-10'),
  ] as const;
  const before = workbookOf({ customers: [{ id: 'CLI-1' }], points, pointLots: [{ ...lot, remaining: 70 }] });
  expect(drawLots(runNight(before, '2026-11-22').workbook)).toEqual([
    'LPT-000001 70/100 → 2028-04-20',
    'LPT-000002 20/20 → 2028-05-10',
  ]);
});

test('an entry typed after others were put in lots gets its own, from its own day', () => {
  const first = typed('PTS-000009', 'bonus', 50, null, '2026-11-15');
  const before = workbookOf({ customers: [{ id: 'CLI-1' }], points: [earn, first], pointLots: [lot] });
  const { workbook } = runNight(before, '2026-11-22');
  const ledger = workbook.points.rows.map(({ rowIndex: _, ...row }) => row);
  const { points } = workbookOf({ points: [...ledger, typed('PTS-000020', 'bonus', 20, null, '2026-11-10')] });
  const next = runNight({ ...workbook, points }, '2026-11-23').workbook;
  expect(drawLots(next).slice(1)).toEqual(['LPT-000002 50/50 → 2028-05-15', 'LPT-000003 20/20 → 2028-05-10']);
});
