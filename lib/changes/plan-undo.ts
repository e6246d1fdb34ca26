// The inverse of an action, planned from its journal entry: updated cells get their values back, appended rows are taken
// out of use, ledgers get reversing entries. It refuses, with the place, what somebody changed since and what other rows
// now rest on. Effects already carried out (a mail sent, Stripe) are not undone: the caller names them.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { CellChange, ChangeSet, RowUpdate } from './change-set.ts';
import { createDraft, type Draft } from './draft.ts';
import type { JournalEntry, JournalUpdate } from './journal.ts';
import type { PlanContext } from './plan-context.ts';
import { type UndoRule, undoRules } from './undo-rules.ts';

export interface UndoInput {
  readonly entry: JournalEntry;
  /** The action ids that a later action has undone already. */
  readonly undone: ReadonlySet<string>;
  /** Of this undo. */
  readonly actionId: string;
}

/** An empty ChangeSet with problems is a refusal: nothing is undone by halves. */
export function planUndo(context: PlanContext, input: UndoInput): ChangeSet {
  const { workbook, words } = context;
  const { entry } = input;
  const draft = createDraft(workbook, words);
  const refusals: Problem[] = [];
  if (input.undone.has(entry.actionId)) refusals.push(problem('undoneAlready', { action: entry.action }));
  const updates = entry.updates.flatMap((update) => inverseOf(update, workbook, refusals));
  for (const [key, ids] of Object.entries(entry.appended) as [TableKey, readonly string[]][]) {
    const rule = undoRules[key];
    const state: TableState = workbook[key];
    if (rule === undefined) refusals.push(problem('undoNotPossible', { action: entry.action, tab: state.title }));
    else for (const id of ids) takeBack(id, state, rule, context, input, draft, refusals);
  }
  refusals.push(...dependents(entry, workbook));
  const planned = draft.changeSet();
  if (refusals.length > 0) return { changes: [], problems: refusals };
  return { changes: [...updates, ...planned.changes], problems: planned.problems };
}

function inverseOf(update: JournalUpdate, workbook: WorkbookState, refusals: Problem[]): RowUpdate[] {
  const [table, journalledId, , cells] = update;
  const state: TableState = workbook[table];
  // An adopted row had no id before; it keeps the one it was given.
  const id = journalledId ?? String(cells.id?.[1] ?? '');
  const row = state.byId.get(id) ?? state.setAside.find((aside) => aside.id === id);
  if (row === undefined) {
    refusals.push(problem('undoRowGone', { id, tab: state.title }));
    return [];
  }
  const raw = state.rawOf(row.rowIndex);
  const inverse: Record<string, CellChange> = {};
  for (const [name, [before, after]] of Object.entries(cells)) {
    if (journalledId === null && name === 'id') continue;
    const current = raw[name] ?? null;
    if (sameCell(current, after)) inverse[name] = { before: current, after: before };
    else {
      const cell = cellName(row.rowIndex, state.columnIndexOf.get(name) ?? 0);
      refusals.push(problem('undoChangedSince', { value: String(current ?? '') }, { tab: state.title, cell, id }));
    }
  }
  return [{ kind: 'update', table, id, rowIndex: row.rowIndex, group: 'undo', cells: inverse }];
}

function takeBack(
  id: string,
  state: TableState,
  rule: UndoRule,
  { clock }: PlanContext,
  { actionId }: UndoInput,
  draft: Draft,
  refusals: Problem[],
): void {
  const row = state.byId.get(id);
  if (row === undefined) {
    refusals.push(problem('undoRowGone', { id, tab: state.title }));
    return;
  }
  if (rule.kind === 'set') {
    draft.update(state, { id, rowIndex: row.rowIndex }, rule.cells as Partial<Cells<Table>>, 'undo');
    return;
  }
  const { rowIndex: _, ...cells } = row as Readonly<Record<string, unknown>>;
  const negated = Object.fromEntries(rule.negated.map((name) => [name, -Number(cells[name])]));
  const reversing = {
    ...cells,
    ...negated,
    ...rule.cells,
    id: draft.nextId(state),
    on: clock.today,
    [rule.link]: id,
    actionId,
  };
  draft.append(state, reversing as Partial<Cells<Table>> & { readonly id: string }, 'undo');
}

/** Rows outside the action that refer to a row it appended. */
function dependents(entry: JournalEntry, workbook: WorkbookState): Problem[] {
  const found: Problem[] = [];
  for (const key of Object.keys(tables) as TableKey[]) {
    const state: TableState = workbook[key];
    const own = new Set(entry.appended[key] ?? []);
    for (const [name, column] of Object.entries(state.table.columns)) {
      if (column.type.kind !== 'ref') continue;
      const target = column.type.table as TableKey;
      const appended = new Set(entry.appended[target] ?? []);
      if (appended.size === 0) continue;
      for (const row of state.rows as readonly (Readonly<Record<string, unknown>> & { readonly rowIndex: number })[]) {
        const value = row[name];
        if (typeof value !== 'string' || !appended.has(value) || own.has(String(row.id))) continue;
        const cell = cellName(row.rowIndex, state.columnIndexOf.get(name) ?? 0);
        found.push(problem('undoHasDependent', { id: value, dependent: String(row.id) }, { tab: state.title, cell }));
      }
    }
  }
  return found;
}
