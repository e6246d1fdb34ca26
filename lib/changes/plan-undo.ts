// The inverse of an action, planned from its journal entry: updated cells get their values back, appended rows are taken
// out of use, ledgers get reversing entries. It refuses, with the place, what somebody changed since and what other rows
// now rest on. Effects already carried out (a mail sent, Stripe) are not undone: the caller names them.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { CellChange, ChangeSet, RowUpdate } from './change-set.ts';
import { createDraft, type Draft } from './draft.ts';
import { erasedSomebody } from './erasure.ts';
import { findCountsSince } from './find-counts-since.ts';
import { findDependents } from './find-dependents.ts';
import { findOverbookedLots } from './find-overbooked-lots.ts';
import type { JournalEntry, JournalUpdate } from './journal.ts';
import type { PlanContext } from './plan-context.ts';
import { type UndoRule, undoRules } from './undo-rules.ts';

export interface UndoInput {
  readonly entry: JournalEntry;
  /** The Journal's entries after it, oldest first: what was done since to the rows it appended. */
  readonly later: readonly JournalEntry[];
  /** Of this undo. */
  readonly actionId: string;
  /** Who undoes: named in the reversing entries. */
  readonly who?: string;
}

/** An empty ChangeSet with problems is a refusal: nothing is undone by halves. */
export function planUndo(context: PlanContext, input: UndoInput): ChangeSet {
  const { workbook, words } = context;
  const { entry } = input;
  if (erasedSomebody(entry)) return { changes: [], problems: [problem('undoErasure', {})] };
  const draft = createDraft(workbook, words);
  const refusals: Problem[] = [];
  const undone = undoneActions(input.later);
  if (undone.has(entry.actionId)) refusals.push(problem('undoneAlready', { action: entry.action }));
  const standing = input.later.filter(({ actionId, undoes }) => undoes === undefined && !undone.has(actionId));
  const updates = entry.updates.flatMap((update) => inverseOf(update, context, standing, refusals));
  for (const [key, ids] of Object.entries(entry.appended) as [TableKey, readonly string[]][]) {
    const rule = undoRules[key];
    const state: TableState = workbook[key];
    if (rule === undefined) refusals.push(problem('undoNotPossible', { action: entry.action, tab: state.title }));
    else takeBack(ids, state, rule, context, input, draft, refusals);
  }
  for (const found of findDependents(entry, workbook)) refusals.push(found);
  for (const found of changedLater(input, undone, workbook)) refusals.push(found);
  refusals.push(...findCountsSince(entry, standing, workbook));
  const wroteLot = (lotId: string, name: string) => changedBy(standing, 'lots', lotId, name);
  refusals.push(...findOverbookedLots(updates, workbook, wroteLot));
  const planned = draft.changeSet();
  refusals.push(...planned.problems);
  return refusals.length > 0
    ? { changes: [], problems: refusals }
    : { changes: [...updates, ...planned.changes], problems: [] };
}

function inverseOf(
  update: JournalUpdate,
  { workbook, words }: PlanContext,
  standing: readonly JournalEntry[],
  refusals: Problem[],
): RowUpdate[] {
  const [table, journalledId, , cells] = update;
  const state: TableState = workbook[table];
  // An adopted row had no id before; it keeps the one it was given.
  const id = journalledId ?? String(cells.id?.[1] ?? '');
  const row = state.byId.get(id) ?? onlyOne(state.setAside.filter((aside) => aside.id === id));
  if (row === undefined) {
    refusals.push(problem('undoRowGone', { id, tab: state.title }));
    return [];
  }
  const raw = state.rawOf(row.rowIndex);
  const inverse: Record<string, CellChange> = {};
  for (const [name, [before, after]] of Object.entries(cells)) {
    if (journalledId === null && name === 'id') continue;
    const current = raw[name] ?? null;
    const at = { tab: state.title, cell: cellName(row.rowIndex, state.columnIndexOf.get(name) ?? 0), id };
    if (!sameCell(current, after) || !state.columnIndexOf.has(name)) {
      const action = changedBy(standing, table, id, name);
      if (action !== undefined) refusals.push(problem('undoChangedLater', { id, action }, at));
      else refusals.push(problem('undoChangedSince', { value: String(current ?? '') }, at));
    } else if (state.hasFormula(row.rowIndex, name)) {
      refusals.push(problem('cellHoldsFormula', { header: words.header(table, name) }, at));
    } else inverse[name] = { before: current, after: before };
  }
  if (Object.keys(inverse).length === 0) return [];
  return [{ kind: 'update', table, id, rowIndex: row.rowIndex, group: 'undo', cells: inverse }];
}

/** The last action, still standing, that wrote the cell. */
function changedBy(standing: readonly JournalEntry[], table: TableKey, id: string, name: string): string | undefined {
  return [...standing]
    .reverse()
    .find(({ updates }) => updates.some(([key, row, , cells]) => key === table && row === id && name in cells))?.action;
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function takeBack(
  ids: readonly string[],
  state: TableState,
  rule: UndoRule,
  { clock }: PlanContext,
  { actionId, who }: UndoInput,
  draft: Draft,
  refusals: Problem[],
): void {
  const reversals = reversalsOf(state, rule);
  for (const id of ids) {
    const row = state.byId.get(id);
    const reversedBy = reversals.get(id);
    if (row === undefined) refusals.push(problem('undoRowGone', { id, tab: state.title }));
    else if (reversedBy !== undefined) refusals.push(problem('undoHasDependent', { id, dependent: reversedBy }));
    else if (rule.kind === 'set') {
      draft.update(state, { id, rowIndex: row.rowIndex }, rule.cells as Partial<Cells<Table>>, 'undo');
    } else {
      const { rowIndex: _, ...cells } = row as Readonly<Record<string, unknown>>;
      const reversing = {
        ...cells,
        ...Object.fromEntries(rule.negated.map((name) => [name, -Number(cells[name])])),
        ...rule.cells,
        id: draft.nextId(state),
        on: clock.today,
        ...('at' in cells ? { at: clock.now } : {}),
        ...('who' in cells && who !== undefined ? { who } : {}),
        [rule.link]: id,
        actionId,
      };
      draft.append(state, reversing as Partial<Cells<Table>> & { readonly id: string }, 'undo');
    }
  }
}

/** Rows of a ledger that were reversed already, by hand or by an undo → the row that did. */
function reversalsOf(state: TableState, rule: UndoRule): ReadonlyMap<string, string> {
  if (rule.kind === 'set') return new Map();
  return new Map(
    state.rows.flatMap((row) => {
      const reversed = (row as Readonly<Record<string, unknown>>)[rule.link];
      return typeof reversed === 'string' ? [[reversed, String(row.id)] as const] : [];
    }),
  );
}

/** Actions that stand undone: an undo that was itself undone counts no more. */
function undoneActions(later: readonly JournalEntry[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { actionId, undoes } of [...later].reverse()) {
    if (undoes !== undefined && !undone.has(actionId)) undone.add(undoes);
  }
  return undone;
}

/** A later action, not undone itself, that changed a row which this one appended. */
function changedLater({ entry, later }: UndoInput, undone: ReadonlySet<string>, workbook: WorkbookState) {
  const problems: Problem[] = [];
  for (const other of later) {
    const isOwnRepair = other.actionId.startsWith(`${entry.actionId}+`);
    if (isOwnRepair || other.undoes !== undefined || undone.has(other.actionId)) continue;
    for (const [table, id] of other.updates) {
      const state: TableState = workbook[table];
      if (id === null || entry.appended[table]?.includes(id) !== true) continue;
      const at = { tab: state.title, cell: cellName(state.byId.get(id)?.rowIndex ?? 0, 0), id };
      problems.push(problem('undoChangedLater', { id, action: other.action }, at));
    }
  }
  return problems;
}
