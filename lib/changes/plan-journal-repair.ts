// A program killed between its write and its repair leaves the repair to the next run: the Journal names every cell it
// meant and where it wrote it. A write that went to another row, because rows had moved, is found here and put right.
// What stood in the overwritten cell is known only if the Journal wrote it before; else a person is told.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt, cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type RowOf, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { ChangeSet, RowUpdate } from './change-set.ts';
import { type JournalEntry, readJournalEntry } from './journal.ts';

/** The entries of the Journal's rows, oldest first; an entry whose rows were damaged by hand is left out. */
export function journalEntries(rows: readonly RowOf<'journal'>[]): JournalEntry[] {
  const byAction = new Map<string, RowOf<'journal'>[]>();
  for (const row of rows) {
    const own = byAction.get(row.actionId);
    if (own === undefined) byAction.set(row.actionId, [row]);
    else own.push(row);
  }
  return [...byAction.values()].flatMap((own) => readJournalEntry(own) ?? []);
}

/** @param entries not yet verified by a night. */
export function planJournalRepair(entries: readonly JournalEntry[], workbook: WorkbookState): ChangeSet {
  const changes: RowUpdate[] = [];
  const problems: Problem[] = [];
  const written = lastWritten(entries);
  for (const entry of entries) {
    for (const [table, id, rowIndex, cells] of entry.updates) {
      const state: TableState = workbook[table];
      if (id === null || tables[table].role === 'view' || !state.usable) continue;
      const meant = state.byId.get(id);
      for (const [name, [before, after]] of Object.entries(cells)) {
        const current = meant === undefined ? null : (state.rawOf(meant.rowIndex)[name] ?? null);
        const isLast = sameCell(written.get(cellKey(table, id, name)) ?? null, after);
        if (meant === undefined || meant.rowIndex === rowIndex || !isLast || !sameCell(current, before)) continue;
        const columnIndex = entry.ranges[table]?.[name] ?? -1;
        const there = cellAt(state.grid, rowIndex, columnIndex);
        const victim = idAt(state, rowIndex);
        // Only our value under a foreign id, and the old one under ours, proves that the write went astray.
        if (!sameCell(there, after) || victim === id || columnIndex !== state.columnIndexOf.get(name)) continue;
        changes.push(updateOf(table, id, meant.rowIndex, name, current, after));
        const known = victim === null ? undefined : written.get(cellKey(table, victim, name));
        if (victim !== null && known !== undefined) changes.push(updateOf(table, victim, rowIndex, name, there, known));
        else problems.push(overwritten(state, rowIndex, columnIndex, entry));
      }
    }
  }
  return { changes, problems };
}

function lastWritten(entries: readonly JournalEntry[]): Map<string, CellValue> {
  const written = new Map<string, CellValue>();
  for (const entry of entries) {
    for (const [table, id, , cells] of entry.updates) {
      for (const [name, [, after]] of Object.entries(cells)) written.set(cellKey(table, id ?? '', name), after);
    }
  }
  return written;
}

const cellKey = (table: string, id: string, name: string): string => `${table}|${id}|${name}`;

function updateOf(
  table: RowUpdate['table'],
  id: string,
  rowIndex: number,
  name: string,
  before: CellValue,
  after: CellValue,
): RowUpdate {
  return { kind: 'update', table, id, rowIndex, group: `repair/${table}/${id}`, cells: { [name]: { before, after } } };
}

function overwritten(state: TableState, rowIndex: number, columnIndex: number, entry: JournalEntry): Problem {
  const at = { tab: state.title, cell: cellName(rowIndex, columnIndex) };
  return problem('cellOverwritten', { action: entry.action, at: entry.at }, at);
}

function idAt(state: TableState, rowIndex: number): string | null {
  const id = state.rawOf(rowIndex).id ?? null;
  return id === null ? null : String(id);
}
