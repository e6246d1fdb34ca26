// Puts right what a batch wrote to the wrong place because a person moved rows or columns between its read and its write.
// Every cell we wrote belongs to an identity (row id, column key); what stands there now is compared with what should.
// It restores from the read what we overwrote, and writes what we meant where it belongs. It touches no cell that somebody
// has changed since: that becomes a Problem.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt, cellName } from '#lib/tables/definition/grid.ts';
import { KEY_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { CellChange, ChangeSet, RowChange, RowUpdate } from './change-set.ts';
import { type AppliedCells, appliedCell } from './check-response.ts';
import type { Commit } from './plan-commit.ts';

/**
 * @param read the workbook the commit was planned on
 * @param applied cells right after the commit, from its response
 * @param now the workbook read again
 */
export function planRepair(
  commit: Commit,
  moved: readonly TableKey[],
  read: WorkbookState,
  applied: AppliedCells,
  now: WorkbookState,
): ChangeSet {
  const changes: RowChange[] = [];
  const problems: Problem[] = [];
  for (const table of moved) {
    const own = commit.changes.filter((change) => change.table === table);
    const repair = repairTable(table, own, read[table], applied, now[table]);
    changes.push(...repair.changes);
    problems.push(...repair.problems);
  }
  return { changes, problems };
}

function repairTable(
  table: TableKey,
  changes: readonly RowChange[],
  read: TableState,
  applied: AppliedCells,
  now: TableState,
): ChangeSet {
  const desired = desiredCells(changes, read);
  const writes = new Map<string, { readonly rowIndex: number; readonly name: string; readonly change: CellChange }>();
  const problems: Problem[] = [];
  const set = (rowIndex: number, name: string, expected: CellValue, after: CellValue) => {
    const before = now.rawOf(rowIndex)[name] ?? null;
    if (sameCell(before, after)) return;
    const at = { tab: now.title, cell: cellName(rowIndex, now.columnIndexOf.get(name) ?? 0) };
    if (!sameCell(before, expected)) problems.push(problem('cellChangedSince', { value: String(before ?? '') }, at));
    else writes.set(`${rowIndex},${name}`, { rowIndex, name, change: { before, after } });
  };
  for (const written of writtenCells(changes, read, applied)) {
    const victim = identityAt(written, read, applied);
    if (victim === null) continue;
    const rowIndex = victim.id === null ? written.rowIndex : rowIndexOf(now, victim.id);
    if (rowIndex === null) continue;
    set(rowIndex, victim.name, written.value, desired.get(`${victim.id}|${victim.name}`) ?? victim.value);
  }
  for (const change of changes) {
    const { id } = change;
    const rowIndex = id === null ? unadoptedRowIndex(change as RowUpdate, read, now) : rowIndexOf(now, id);
    if (rowIndex === null) continue;
    for (const [name, cell] of Object.entries(change.cells)) {
      if (change.kind === 'update') set(rowIndex, name, (cell as CellChange).before, (cell as CellChange).after);
      else set(rowIndex, name, now.rawOf(rowIndex)[name] ?? null, cell as CellValue);
    }
  }
  const repaired = [...writes.values()].map(({ rowIndex, name, change }): RowUpdate => {
    const id = idAt(now, rowIndex);
    return { kind: 'update', table, id, rowIndex, group: `repair/${table}/${rowIndex}`, cells: { [name]: change } };
  });
  return { changes: repaired, problems };
}

interface WrittenCell {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly value: CellValue;
}

/** What each (id, column) should hold after the commit, for victims that were themselves targets. */
function desiredCells(changes: readonly RowChange[], read: TableState): Map<string, CellValue> {
  const desired = new Map<string, CellValue>();
  for (const change of changes) {
    for (const [name, cell] of Object.entries(change.cells)) {
      const id = change.id ?? `row ${(change as RowUpdate).rowIndex}`;
      if (read.columnIndexOf.has(name)) desired.set(`${id}|${name}`, afterOf(cell));
    }
  }
  return desired;
}

/** The physical cells that the batch wrote, by the columns of the read. */
function writtenCells(changes: readonly RowChange[], read: TableState, applied: AppliedCells): WrittenCell[] {
  const idColumn = read.columnIndexOf.get('id') ?? 0;
  const rows = applied.get(read.table.sheetId) ?? [];
  return changes.flatMap((change) => {
    const rowIndex =
      change.kind === 'update' ? change.rowIndex : rows.findIndex((row) => row?.[idColumn] === change.id);
    if (rowIndex < 0) return [];
    return Object.entries(change.cells).flatMap(([name, cell]) => {
      const columnIndex = read.columnIndexOf.get(name);
      return columnIndex === undefined ? [] : [{ rowIndex, columnIndex, value: afterOf(cell) }];
    });
  });
}

interface Identity {
  readonly id: string | null;
  readonly name: string;
  /** What the read held there; null for a row or column that was not there. */
  readonly value: CellValue;
}

/** Whose cell it was at the moment of the batch; null when its column is not one of ours. */
function identityAt(written: WrittenCell, read: TableState, applied: AppliedCells): Identity | null {
  const { sheetId, keyOf } = read.table;
  const key = appliedCell(applied, sheetId, KEY_ROW_INDEX, written.columnIndex);
  const name = Object.keys(keyOf).find((candidate) => keyOf[candidate] === key);
  if (name === undefined) return null;
  const idColumn = appliedIdColumn(read, applied);
  const id = appliedCell(applied, sheetId, written.rowIndex, idColumn);
  const rowIndex = overwrittenRow(written, read, applied) ?? (id === null ? null : rowIndexOf(read, String(id)));
  if (rowIndex === null) return { id: id === null ? null : String(id), name, value: null };
  return { id: idAt(read, rowIndex), name, value: read.rawOf(rowIndex)[name] ?? null };
}

function appliedIdColumn(read: TableState, applied: AppliedCells): number {
  const keys = applied.get(read.table.sheetId)?.[KEY_ROW_INDEX] ?? [];
  const found = keys.indexOf('id');
  return found >= 0 ? found : (read.columnIndexOf.get('id') ?? 0);
}

/** An adoption may have overwritten a row's id: that row is recognised by its other cells. */
function overwrittenRow(written: WrittenCell, read: TableState, applied: AppliedCells): number | null {
  const idColumn = read.columnIndexOf.get('id') ?? 0;
  if (written.columnIndex !== idColumn) return null;
  const row = applied.get(read.table.sheetId)?.[written.rowIndex];
  if (row === undefined) return null;
  const columns = [...read.columnIndexOf.values()].filter((columnIndex) => columnIndex !== idColumn);
  const found = read.grid.values.findIndex((_, rowIndex) =>
    columns.every((columnIndex) => sameCell(cellAt(read.grid, rowIndex, columnIndex), row[columnIndex] ?? null)),
  );
  return found < 0 ? null : found;
}

function unadoptedRowIndex(change: RowUpdate, read: TableState, now: TableState): number | null {
  const wanted = read.rawOf(change.rowIndex);
  const same = now.unadopted.filter((row) => {
    const raw = now.rawOf(row.rowIndex);
    return Object.keys(wanted).every((name) => sameCell(raw[name] ?? null, wanted[name] ?? null));
  });
  return same.length === 1 ? (same[0]?.rowIndex ?? null) : null;
}

function rowIndexOf(state: TableState, id: string): number | null {
  const sound = state.byId.get(id);
  if (sound !== undefined) return sound.rowIndex;
  const aside = state.setAside.filter((row) => row.id === id);
  return aside.length === 1 ? (aside[0]?.rowIndex ?? null) : null;
}

function idAt(state: TableState, rowIndex: number): string | null {
  const id = state.rawOf(rowIndex).id ?? null;
  return id === null ? null : String(id);
}

function afterOf(cell: CellChange | CellValue): CellValue {
  return typeof cell === 'object' && cell !== null ? cell.after : cell;
}
