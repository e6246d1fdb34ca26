// The points acts of people: spend, bonus, adjustment, return.
import { expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { planAdjust } from '#lib/points/plan-adjust.ts';
import { planBonus } from '#lib/points/plan-bonus.ts';
import { planRestoreSpend } from '#lib/points/plan-restore-spend.ts';
import { planSpend } from '#lib/points/plan-spend.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { contextOf, drawBalances, drawLedger, drawLots, runNight } from './points-night.ts';

const TODAY: Day = '2026-11-22';
const about = { customerId: 'CLI-1', source: 'CMD-1', on: TODAY, actionId: 'act-1' } as const;
const bonus = (id: string, on: Day, lotId: string, points: number) =>
  ({ id, customerId: 'CLI-1', on, kind: 'bonus', points, lotId }) as const;
const lot = (id: string, earnedOn: Day, expiresOn: Day, points: number) =>
  ({ id, customerId: 'CLI-1', earnedOn, expiresOn, points, remaining: points }) as const;

/** Three lots: the second by id expires first, the third is past its day and waits for the night. */
const wallet: TestRows = {
  customers: [{ id: 'CLI-1', pointsBalance: 240 }],
  points: [
    bonus('PTS-000001', '2026-06-10', 'LPT-000001', 100),
    bonus('PTS-000002', '2025-12-10', 'LPT-000002', 60),
    bonus('PTS-000003', '2025-05-22', 'LPT-000003', 80),
  ],
  pointLots: [
    lot('LPT-000001', '2026-06-10', '2027-12-10', 100),
    lot('LPT-000002', '2025-12-10', '2027-06-10', 60),
    lot('LPT-000003', '2025-05-22', '2026-11-22', 80),
  ],
};
const inDebt: TestRows = {
  customers: [{ id: 'CLI-1', pointsBalance: -30 }],
  points: [{ id: 'PTS-000001', customerId: 'CLI-1', on: '2026-11-01', kind: 'clawback', points: -30, source: 'in_1' }],
};

type Act = (context: PlanContext, draft: Draft) => boolean;

function act(workbook: WorkbookState, plan: Act, today: Day = TODAY) {
  const draft = createDraft(workbook, fr);
  const done = plan(contextOf(workbook, today), draft);
  const { changes, problems } = draft.changeSet();
  return { done, changes, problems, workbook: applyChanges(workbook, changes, fr) };
}

const acts: readonly (readonly [string, TestRows, Act, readonly string[], string])[] = [
  [
    'a spend takes the lots that expire first and never one past its day',
    wallet,
    (context, draft) => planSpend(context, draft, { ...about, points: 90 }),
    ['2026-11-22 CLI-1 spend -60 LPT-000002 CMD-1', '2026-11-22 CLI-1 spend -30 LPT-000001 CMD-1'],
    'CLI-1 150, 70 on 2027-12-10',
  ],
  [
    'of lots that expire on one day, the one earned first',
    {
      customers: [{ id: 'CLI-1', pointsBalance: 100 }],
      points: [
        bonus('PTS-000001', '2025-08-31', 'LPT-000001', 50),
        bonus('PTS-000002', '2025-08-29', 'LPT-000002', 50),
      ],
      pointLots: [lot('LPT-000001', '2025-08-31', '2027-02-28', 50), lot('LPT-000002', '2025-08-29', '2027-02-28', 50)],
    },
    (context, draft) => planSpend(context, draft, { ...about, points: 60 }),
    ['2026-11-22 CLI-1 spend -50 LPT-000002 CMD-1', '2026-11-22 CLI-1 spend -10 LPT-000001 CMD-1'],
    'CLI-1 40, 40 on 2027-02-28',
  ],
  [
    'a bonus is a lot of its own',
    wallet,
    (context, draft) => planBonus(context, draft, { ...about, points: 50, source: 'REP-1' }),
    ['2026-11-22 CLI-1 bonus +50 LPT-000004 REP-1'],
    'CLI-1 290, 60 on 2027-06-10',
  ],
  [
    'a bonus settles a debt first',
    inDebt,
    (context, draft) => planBonus(context, draft, { ...about, points: 50, source: 'REP-1' }),
    [
      '2026-11-22 CLI-1 bonus +50 LPT-000001 REP-1',
      '2026-11-22 CLI-1 settle -30 LPT-000001 -',
      '2026-11-22 CLI-1 settle +30 - -',
    ],
    'CLI-1 20, 20 on 2028-05-22',
  ],
  [
    'points added by hand',
    wallet,
    (context, draft) => planAdjust(context, draft, { ...about, points: 5, source: null, reason: 'erreur de saisie' }),
    ['2026-11-22 CLI-1 adjust +5 LPT-000004 -'],
    'CLI-1 245, 60 on 2027-06-10',
  ],
  [
    'points taken by hand may exceed what there is: the rest is debt',
    wallet,
    (context, draft) => planAdjust(context, draft, { ...about, points: -170, source: null, reason: 'fraude' }),
    [
      '2026-11-22 CLI-1 adjust -60 LPT-000002 -',
      '2026-11-22 CLI-1 adjust -100 LPT-000001 -',
      '2026-11-22 CLI-1 adjust -10 - -',
    ],
    'CLI-1 70',
  ],
];

test.each(acts)('%s', (_, before, plan, entries, balance) => {
  const start = workbookOf(before);
  const result = act(start, plan);
  expect(result.done).toBe(true);
  expect(result.problems).toEqual([]);
  expect(drawLedger(result.workbook).slice(start.points.rows.length)).toEqual(entries);
  expect(drawBalances(result.workbook)).toEqual([balance]);
  expect(new Set(result.changes.map((change) => change.group))).toEqual(new Set(['customer/CLI-1']));
});

test('an act gives the same books whether the ledger was read or not', () => {
  const read = workbookOf(wallet);
  const { points } = workbookOf({});
  const unread: WorkbookState = { ...read, points: { ...points, grid: { ...points.grid, partial: true } } };
  const plan: Act = (context, draft) => planSpend(context, draft, { ...about, points: 90 });
  const withoutIds = (workbook: WorkbookState) =>
    act(workbook, plan).changes.map(({ table, cells }) => ({ table, cells: { ...cells, id: null } }));
  expect(withoutIds(unread)).toEqual(withoutIds(read));
});

test('the night finds nothing to put right after the acts, but what expires', () => {
  for (const [title, before, plan] of acts) {
    const result = act(workbookOf(before), plan);
    const { changeSet } = runNight(result.workbook, TODAY);
    expect(changeSet.problems, title).toEqual([]);
    const appended = changeSet.changes.filter(({ kind, table }) => kind === 'append' && table === 'points');
    expect(
      appended.map(({ cells }) => cells.kind).filter((kind) => kind !== fr.choiceLabel('expire')),
      title,
    ).toEqual([]);
  }
});

test('a returned order gives points back where they came from; what expired meanwhile lives anew', () => {
  const start = workbookOf(wallet);
  const spent = act(start, (context, draft) => planSpend(context, draft, { ...about, points: 90 })).workbook;
  const night = runNight(spent, TODAY).workbook;
  const restore = (workbook: WorkbookState, points: number | 'all', on: Day) =>
    act(workbook, (context, draft) => planRestoreSpend(context, draft, { ...about, on, points }), on);
  const first = restore(night, 40, '2026-12-01');
  expect(drawLedger(first.workbook).slice(-2)).toEqual([
    '2026-12-01 CLI-1 restore +30 LPT-000001 CMD-1',
    '2026-12-01 CLI-1 restore +10 LPT-000002 CMD-1',
  ]);
  // 10 of the first lot expired on 2027-06-10: what it gave for the order is not lost with them.
  const later = restore(runNight(first.workbook, '2027-06-10').workbook, 'all', '2027-06-15');
  expect(drawLedger(later.workbook).slice(-2)).toEqual([
    '2027-06-10 CLI-1 expire -10 LPT-000002 -',
    '2027-06-15 CLI-1 restore +50 LPT-000004 CMD-1',
  ]);
  expect(drawLots(later.workbook)).toEqual([
    'LPT-000001 100/100 → 2027-12-10',
    'LPT-000002 0/60 → 2027-06-10',
    'LPT-000003 0/80 → 2026-11-22',
    'LPT-000004 50/50 → 2028-12-15',
  ]);
  const third = restore(later.workbook, 'all', '2027-06-16');
  expect(third.done).toBe(false);
  expect(third.changes).toEqual([]);
  expect(runNight(later.workbook, '2027-06-16').changeSet.changes).toEqual([]);
});

const spend90: Act = (context, draft) => planSpend(context, draft, { ...about, points: 90 });
const refusals: readonly (readonly [string, TestRows, Act, string])[] = [
  [
    'more than there is today (what is past its day does not count)',
    wallet,
    (context, draft) => planSpend(context, draft, { ...about, points: 161 }),
    'CLI-1 a 160 points disponibles, il en faudrait 161. Réduisez la dépense ou complétez en euros.',
  ],
  [
    'points that a debt not settled yet will take',
    { ...wallet, customers: [{ id: 'CLI-1', pointsBalance: 210 }] },
    (context, draft) => planSpend(context, draft, { ...about, points: 131 }),
    'CLI-1 a 130 points disponibles, il en faudrait 131. Réduisez la dépense ou complétez en euros.',
  ],
  [
    'in debt',
    inDebt,
    spend90,
    'CLI-1 a 0 points disponibles, il en faudrait 90. Réduisez la dépense ou complétez en euros.',
  ],
  [
    'a fraction of a point',
    wallet,
    (context, draft) => planSpend(context, draft, { ...about, points: 1.5 }),
    '« 1.5 » n’est pas un nombre de points possible ici. Tapez un nombre entier, sans virgule ni unité.',
  ],
  [
    'a negative bonus',
    wallet,
    (context, draft) => planBonus(context, draft, { ...about, points: -5 }),
    '« -5 » n’est pas un nombre de points possible ici. Tapez un nombre entier, sans virgule ni unité.',
  ],
  [
    'an adjustment of nothing',
    wallet,
    (context, draft) => planAdjust(context, draft, { ...about, points: 0, reason: 'x' }),
    '« 0 » n’est pas un nombre de points possible ici. Tapez un nombre entier, sans virgule ni unité.',
  ],
  [
    'an adjustment without a reason',
    wallet,
    (context, draft) => planAdjust(context, draft, { ...about, points: 5, reason: ' ' }),
    'un ajustement de points demande un motif. Écrivez-le en quelques mots.',
  ],
  [
    'a customer nobody knows',
    wallet,
    (context, draft) => planBonus(context, draft, { ...about, customerId: 'CLI-9', points: 5 }),
    'le client CLI-9 n’existe pas dans l’onglet « Clients » : ses points ne sont pas tenus. Recréez sa ligne ou corrigez l’identifiant.',
  ],
  [
    'nothing was spent on that order',
    wallet,
    (context, draft) => planRestoreSpend(context, draft, { ...about, points: 10 }),
    '10 points à rendre pour CMD-1, mais il n’en reste que 0 dépensés et non rendus. Réduisez le nombre de points rendus.',
  ],
  [
    'frozen points',
    { ...wallet, pointLots: [{ ...lot('LPT-000001', '2026-06-10', '2027-12-10', 100), remaining: raw('cent') }] },
    spend90,
    'onglet « Lots de points », cellule G3 : les points de CLI-1 sont gelés : rien n’est crédité, repris ni expiré tant que cette ligne n’est pas corrigée. Corrigez la cellule, la nuit suivante rattrape tout.',
  ],
];

test.each(refusals)('refused: %s', (_, before, plan, message) => {
  const { done, changes, problems } = act(workbookOf(before), plan);
  expect(done).toBe(false);
  expect(changes).toEqual([]);
  expect(problems.map((found) => messageOf(found, fr))).toEqual([message]);
});

test.each(['customers', 'points', 'pointLots'] as const)('refused: without the tab %s', (key) => {
  const workbook = workbookOf(wallet, [key]);
  const { done, changes, problems } = act(workbook, spend90);
  expect([done, changes]).toEqual([false, []]);
  expect(problems.map((found) => found.code)).toEqual(['stepSkipped']);
});

test('two identical gifts stay two lots: taking one back leaves the other', () => {
  const give: Act = (context, draft) => planBonus(context, draft, { ...about, points: 50, source: 'REP-1' });
  const twice = act(act(workbookOf({ customers: [{ id: 'CLI-1' }] }), give).workbook, give).workbook;
  expect(drawLots(twice)).toEqual(['LPT-000001 50/50 → 2028-05-22', 'LPT-000002 50/50 → 2028-05-22']);
  const take: Act = (context, draft) =>
    planAdjust(context, draft, { ...about, points: -50, reason: 'envoyé deux fois' });
  const { workbook } = act(twice, take);
  expect(drawLots(workbook)).toEqual(['LPT-000001 0/50 → 2028-05-22', 'LPT-000002 50/50 → 2028-05-22']);
  expect(runNight(workbook, TODAY).changeSet).toEqual({ changes: [], problems: [] });
});

test('a spend that was undone has nothing left to give back', () => {
  const spent = act(workbookOf(wallet), spend90).workbook;
  const undone = spent.points.rows
    .filter((row) => row.kind === 'spend')
    .map(({ rowIndex: _, ...row }, index) => ({ ...row, id: `PTS-00010${index}`, points: -row.points }));
  const ledger = [...spent.points.rows.map(({ rowIndex: _, ...row }) => row), ...undone];
  const workbook = { ...spent, points: workbookOf({ points: ledger }).points };
  const result = act(workbook, (context, draft) => planRestoreSpend(context, draft, { ...about, points: 'all' }));
  expect([result.done, result.changes]).toEqual([false, []]);
});

test('giving back refuses to work from a ledger that was not read', () => {
  const { points } = workbookOf({});
  const unread: WorkbookState = {
    ...workbookOf(wallet),
    points: { ...points, grid: { ...points.grid, partial: true } },
  };
  expect(() => act(unread, (context, draft) => planRestoreSpend(context, draft, { ...about, points: 'all' }))).toThrow(
    'giving back points needs the whole ledger',
  );
});
