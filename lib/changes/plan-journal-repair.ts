// A program killed between its write and its repair leaves the repair to the next run: the Journal names every cell it
// meant and where it wrote it. A row's cells that stand under another id, while ours still has the old ones, went astray.
// They are put right only where the Journal also knows what the other row held; else a person is told, since rows sorted
// and cells changed by hand since can look the same.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt, cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type RowOf, type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { CellChange, ChangeSet, RowUpdate } from './change-set.ts';
import { type JournalEntry, type JournalUpdate, readJournalEntry } from './journal.ts';
import { idAt } from './trace-rows.ts';

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
    for (const update of entry.updates) {
      const astray = findAstray(update, entry, workbook, written);
      if (astray === null) continue;
      if (astray.victim !== null) changes.push(astray.target, astray.victim);
      else
        problems.push(
          ...astray.places.map((at) => problem('cellOverwritten', { action: entry.action, at: entry.at }, at)),
        );
    }
  }
  return { changes, problems };
}

interface Astray {
  readonly target: RowUpdate;
  /** null when what it held is not known of every cell. */
  readonly victim: RowUpdate | null;
  readonly places: readonly { readonly tab: string; readonly cell: string }[];
}

/** null when the row stands right, or when what stands there can have come about otherwise. */
function findAstray(
  [table, id, rowIndex, cells]: JournalUpdate,
  entry: JournalEntry,
  workbook: WorkbookState,
  written: ReadonlyMap<string, CellValue>,
): Astray | null {
  const state: TableState = workbook[table];
  const ours = id === null ? undefined : state.byId.get(id);
  const victimId = idAt(state, rowIndex);
  if (id === null || ours === undefined || ours.rowIndex === rowIndex || victimId === id) return null;
  if (tables[table].role === 'view' || !state.usable) return null;
  const targetCells: Record<string, CellChange> = {};
  const victimCells: Record<string, CellChange> = {};
  const places: { tab: string; cell: string }[] = [];
  for (const [name, [before, after]] of Object.entries(cells)) {
    const columnIndex = state.columnIndexOf.get(name);
    if (columnIndex === undefined || columnIndex !== entry.ranges[table]?.[name]) return null;
    const current = cellAt(state.grid, ours.rowIndex, columnIndex);
    const there = cellAt(state.grid, rowIndex, columnIndex);
    const isLast = sameCell(written.get(cellKey(table, id, name)) ?? null, after);
    if (!isLast || !sameCell(current, before) || !sameCell(there, after)) return null;
    const known = victimId === null ? undefined : written.get(cellKey(table, victimId, name));
    // The other row holds what an action wrote there: nothing went astray.
    if (known !== undefined && sameCell(known, there)) return null;
    targetCells[name] = { before: current, after };
    if (known !== undefined) victimCells[name] = { before: there, after: known };
    places.push({ tab: state.title, cell: cellName(rowIndex, columnIndex) });
  }
  const isKnown = Object.keys(victimCells).length === places.length;
  const victim = victimId !== null && isKnown ? updateOf(table, victimId, rowIndex, victimCells, id) : null;
  return { target: updateOf(table, id, ours.rowIndex, targetCells, id), victim, places };
}

function lastWritten(entries: readonly JournalEntry[]): ReadonlyMap<string, CellValue> {
  const written = new Map<string, CellValue>();
  for (const entry of entries) {
    for (const [table, id, , cells] of entry.updates) {
      for (const [name, [, after]] of Object.entries(cells)) written.set(cellKey(table, id ?? '', name), after);
    }
  }
  return written;
}

const cellKey = (table: string, id: string, name: string): string => `${table}|${id}|${name}`;

/** @param meantFor both halves of a repair are written together. */
function updateOf(
  table: TableKey,
  id: string,
  rowIndex: number,
  cells: RowUpdate['cells'],
  meantFor: string,
): RowUpdate {
  return { kind: 'update', table, id, rowIndex, group: `repair/${table}/${meantFor}`, cells };
}
