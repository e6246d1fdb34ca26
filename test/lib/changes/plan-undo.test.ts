// Undo: every updated cell gets its value back, every appended row is taken out of use, or nothing is done and it is said why.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet, RowChange } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { journalEntries } from '#lib/changes/plan-journal-repair.ts';
import { planUndo } from '#lib/changes/plan-undo.ts';
import { undoRules } from '#lib/changes/undo-rules.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { workbookAndChanges } from '#test/support/random-changes.ts';
import { type TestRows, typedFormula, workbookOf } from '#test/support/workbook-of.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const clock = clockAt('2026-11-22');

/** The workbook after an action, as written with its journal row. */
function act(workbook: WorkbookState, actionId: string, changes: readonly RowChange[], undoes?: string): WorkbookState {
  const head = { ...headOf(actionId), ...(undoes === undefined ? {} : { undoes }) };
  return applyChanges(workbook, planCommit(workbook, changes, { head }, fr).changes, fr);
}

const draftOf = (workbook: WorkbookState, fill: (draft: Draft) => void) => {
  const draft = createDraft(workbook, fr);
  fill(draft);
  return draft.changeSet().changes;
};

function undo(workbook: WorkbookState, actionId: string): ChangeSet {
  const entries = journalEntries(workbook.journal.rows);
  const index = entries.findIndex((entry) => entry.actionId === actionId);
  const entry = entries[index];
  if (entry === undefined) throw new Error(`no entry of ${actionId}`);
  const { settings } = parseSettings(workbook.settings);
  const input = { entry, later: entries.slice(index + 1), actionId: `annule-${actionId}` };
  return planUndo({ workbook, clock, settings, words: fr }, input);
}

const codes = ({ changes, problems }: ChangeSet) => {
  if (problems.length > 0) expect(changes).toEqual([]);
  return problems.map(({ code }) => code);
};

/** Raw cells by table and row, but for what every undo may touch: the rows that the action appended. */
function rawRows(workbook: WorkbookState, key: TableKey): Map<number, Readonly<Record<string, unknown>>> {
  const state: TableState = workbook[key];
  const rows = [...state.rows, ...state.setAside, ...state.unadopted];
  return new Map(rows.map(({ rowIndex }) => [rowIndex as number, state.rawOf(rowIndex as number)]));
}

describe('any action', () => {
  test('undone gives every updated cell its value back and neutralises every row appended, or refuses whole', () => {
    const reached = { undone: 0, refused: 0, updates: 0, appends: 0 };
    fc.assert(
      fc.property(workbookAndChanges, ({ workbook, changes }) => {
        const able = changes.filter(({ kind, table, id }) =>
          kind === 'update' ? id !== null : undoRules[table] !== undefined,
        );
        const after = act(workbook, 'a', able);
        const plan = undo(after, 'a');
        if (plan.problems.length > 0) {
          reached.refused += 1;
          expect(plan.changes).toEqual([]);
          return;
        }
        reached.undone += 1;
        const restored = applyChanges(after, plan.changes, fr);
        for (const change of mergeChanges(able)) {
          const state: TableState = restored[change.table];
          if (change.kind === 'update') {
            reached.updates += 1;
            const raw = state.rawOf(change.rowIndex);
            for (const [name, { before }] of Object.entries(change.cells)) {
              expect(sameCell(raw[name] ?? null, before)).toBe(true);
            }
          } else {
            reached.appends += 1;
            expect(isNeutral(state, change.table, change.id)).toBe(true);
          }
        }
        const untouched = rawRows(workbook, 'customers');
        for (const [rowIndex, raw] of rawRows(restored, 'customers')) {
          if (untouched.has(rowIndex)) expect(raw).toEqual(untouched.get(rowIndex));
        }
      }),
      { numRuns: 300 },
    );
    process.stdout.write(`  ${JSON.stringify(reached)}\n`);
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(10);
  });
});

/** Out of use, or reversed by a row with the opposite quantity. */
function isNeutral(state: TableState, key: TableKey, id: string): boolean {
  const rule = undoRules[key];
  const row = state.byId.get(id) as Readonly<Record<string, unknown>> | undefined;
  if (rule === undefined || row === undefined) return false;
  if (rule.kind === 'set') return Object.entries(rule.cells).every(([name, value]) => row[name] === value);
  const rows = state.rows as readonly Readonly<Record<string, unknown>>[];
  const reversals = rows.filter((other) => other[rule.link] === id);
  return reversals.length === 1 && rule.negated.every((name) => Number(reversals[0]?.[name]) === -Number(row[name]));
}

const shop: TestRows = {
  hubs: [{ id: 'HUB-000001', name: 'Atelier', priority: 1 }],
  products: [{ id: 'MIEL', name: 'Miel' }],
};
const order = { orderedAt: '2026-11-20T10:00:00', customerId: 'CLI-000001', status: 'confirmed' } as const;

describe('an undo is refused', () => {
  test('of a cell changed since: the later action is named, a hand is not', () => {
    const workbook = workbookOf(shop);
    const row = { id: 'HUB-000001', rowIndex: 2 };
    let after = act(
      workbook,
      'a',
      draftOf(workbook, (draft) => draft.update(workbook.hubs, row, { priority: 2 })),
    );
    after = act(
      after,
      'b',
      draftOf(after, (draft) => draft.update(after.hubs, row, { priority: 3 })),
    );
    expect(codes(undo(after, 'a'))).toEqual(['undoChangedLater']);
    expect(codes(undo(after, 'b'))).toEqual([]);
    const byHand = draftOf(after, (draft) => draft.update(after.hubs, row, { priority: 4 }));
    expect(codes(undo(applyChanges(after, byHand, fr), 'b'))).toEqual(['undoChangedSince']);
  });

  test('of a cell where a person typed a formula of the same value', () => {
    const before = workbookOf(shop);
    const row = { id: 'HUB-000001', rowIndex: 2 };
    const after = act(
      before,
      'a',
      draftOf(before, (draft) => draft.update(before.hubs, row, { priority: 2 })),
    );
    const hubs = { id: 'HUB-000001', name: 'Atelier', priority: typedFormula(2) };
    const typed = { ...after, hubs: workbookOf({ hubs: [hubs] }).hubs };
    expect(codes(undo(typed, 'a'))).toEqual(['cellHoldsFormula']);
  });

  test('of a row that is gone, or stands twice', () => {
    const workbook = workbookOf(shop);
    const row = { id: 'HUB-000001', rowIndex: 2 };
    const after = act(
      workbook,
      'a',
      draftOf(workbook, (draft) => draft.update(workbook.hubs, row, { priority: 2 })),
    );
    const hub = { id: 'HUB-000001', name: 'Atelier', priority: 2 };
    expect(codes(undo({ ...after, hubs: workbookOf({}).hubs }, 'a'))).toEqual(['undoRowGone']);
    expect(codes(undo({ ...after, hubs: workbookOf({ hubs: [hub, hub] }).hubs }, 'a'))).toEqual(['undoRowGone']);
  });

  test('of rows in a tab that the night keeps', () => {
    const workbook = workbookOf(shop);
    const append = draftOf(workbook, (draft) => draft.append(workbook.customers, { id: 'CLI-000001', name: 'Zoé' }));
    expect(codes(undo(act(workbook, 'a', append), 'a'))).toEqual(['undoNotPossible']);
  });

  test('twice; after the undo was undone it is possible again', () => {
    const workbook = workbookOf(shop);
    const row = { id: 'HUB-000001', rowIndex: 2 };
    const changed = act(
      workbook,
      'a',
      draftOf(workbook, (draft) => draft.update(workbook.hubs, row, { priority: 2 })),
    );
    const undone = act(changed, 'b', undo(changed, 'a').changes, 'a');
    expect(undone.hubs.byId.get('HUB-000001')?.priority).toBe(1);
    expect(codes(undo(undone, 'a'))).toContain('undoneAlready');
    const redone = act(undone, 'c', undo(undone, 'b').changes, 'b');
    expect(redone.hubs.byId.get('HUB-000001')?.priority).toBe(2);
    expect(codes(undo(redone, 'a'))).toEqual([]);
  });
});

describe('what rests on the action', () => {
  const ordered = () => {
    const workbook = workbookOf(shop);
    const appended = draftOf(workbook, (draft) => draft.append(workbook.orders, { ...order, id: 'CMD-000001' }));
    return act(workbook, 'order', appended);
  };
  const withTicket = (workbook: WorkbookState, orderId: string | null) =>
    act(
      workbook,
      'ticket',
      draftOf(workbook, (draft) =>
        draft.append(workbook.tickets, {
          id: 'TIC-000001',
          receivedAt: '2026-11-21T10:00:00',
          channel: 'email',
          status: 'open',
          orderId,
        }),
      ),
    );

  test('blocks it, and names the row', () => {
    const plan = undo(withTicket(ordered(), 'CMD-000001'), 'order');
    expect(codes(plan)).toEqual(['undoHasDependent']);
    expect(plan.problems[0]?.params).toEqual({ id: 'CMD-000001', dependent: 'TIC-000001' });
  });

  test('undone first, it blocks no more', () => {
    const both = withTicket(ordered(), 'CMD-000001');
    const ticketUndone = act(both, 'u', undo(both, 'ticket').changes, 'ticket');
    expect(codes(undo(ticketUndone, 'order'))).toEqual([]);
  });

  test('of the same action it blocks nothing: an update that names the new row is taken back with it', () => {
    const workbook = withTicket(workbookOf(shop), null);
    const [ticket] = workbook.tickets.rows;
    if (ticket === undefined) throw new Error('no ticket');
    const changes = draftOf(workbook, (draft) => {
      draft.append(workbook.orders, { ...order, id: 'CMD-000001' });
      draft.update(workbook.tickets, ticket, { orderId: 'CMD-000001' });
    });
    const after = act(workbook, 'a', changes);
    const plan = undo(after, 'a');
    expect(codes(plan)).toEqual([]);
    const undone = applyChanges(after, plan.changes, fr);
    expect(undone.orders.byId.get('CMD-000001')?.status).toBe('voided');
    expect(undone.tickets.rows[0]?.orderId).toBeNull();
  });

  test('a later action on a row it appended blocks it, until that is undone', () => {
    const start = ordered();
    const [row] = start.orders.rows;
    if (row === undefined) throw new Error('no order');
    const paid = act(
      start,
      'b',
      draftOf(start, (draft) => draft.update(start.orders, row, { note: 'payée' })),
    );
    const plan = undo(paid, 'order');
    expect(plan.problems.map(({ code, params }) => [code, params])).toEqual([
      ['undoChangedLater', { id: 'CMD-000001', action: 'Essai' }],
    ]);
    const undone = act(paid, 'u', undo(paid, 'b').changes, 'b');
    expect(codes(undo(undone, 'order'))).toEqual([]);
  });

  test('a ledger row reversed already is not reversed again', () => {
    const workbook = workbookOf(shop);
    const movement = {
      on: '2026-11-20',
      lotId: 'LOT-000001',
      productId: 'MIEL',
      hubId: 'HUB-000001',
      kind: 'receipt',
      quantity: 5,
      unitCostCents: 450,
    } as const;
    const receipt = draftOf(workbook, (draft) => draft.append(workbook.movements, { ...movement, id: 'MVT-000001' }));
    const received = act(workbook, 'a', receipt);
    const once = act(received, 'u', undo(received, 'a').changes, 'a');
    expect(once.movements.rows.map(({ quantity, kind, reversesId }) => [quantity, kind, reversesId])).toEqual([
      [5, 'receipt', null],
      [-5, 'reversal', 'MVT-000001'],
    ]);
    const forgotten = { ...once, journal: received.journal };
    expect(codes(undo(forgotten, 'a'))).toContain('undoHasDependent');
  });
});

test('a row adopted by the action keeps its id and loses the defaults', () => {
  const workbook = workbookOf({ hubs: [{ name: 'Neuf' }] });
  const changes = draftOf(workbook, (draft) => draft.adopt(workbook.hubs, 2, { id: 'HUB-000001', priority: 1 }));
  const after = act(workbook, 'a', changes);
  const undone = applyChanges(after, undo(after, 'a').changes, fr);
  expect(undone.hubs.rows.map(({ id, name, priority }) => [id, name, priority])).toEqual([
    ['HUB-000001', 'Neuf', null],
  ]);
});

test('every rule names columns and values that its table has', () => {
  for (const [key, rule] of Object.entries(undoRules)) {
    const columns: Readonly<Record<string, unknown>> = tables[key as TableKey].columns;
    const named =
      rule.kind === 'set' ? Object.keys(rule.cells) : [...rule.negated, rule.link, 'on', ...Object.keys(rule.cells)];
    for (const name of named) expect(columns, `${key}.${name}`).toHaveProperty(name);
  }
});
