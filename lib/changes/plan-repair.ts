// Puts right what a batch wrote to the wrong place because a person moved rows or columns between its read and its write.
// Every cell we wrote stands in a row and a column of the read, or in one that was not there: it must hold what was meant for
// it, else what the read held. It touches no cell that somebody has changed since: that becomes a Problem.
import type { Problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { byTable, type TableChanges } from './by-table.ts';
import type { ChangeSet, RowAppend, RowUpdate } from './change-set.ts';
import type { AppliedCells } from './check-response.ts';
import { BARE_FIELDS, bareRow } from './encode-requests.ts';
import type { Commit } from './plan-commit.ts';
import { createRepairSheet, type RepairSheet } from './repair-sheet.ts';
import type { SheetsRequest } from './sheets-request.ts';
import { type Trace, traceRows } from './trace-rows.ts';

export interface Repair extends ChangeSet {
  readonly changes: readonly RowUpdate[];
  /** Cells in columns that are not ours, and the formats of appended rows. */
  readonly requests: readonly SheetsRequest[];
}

/**
 * @param moved tables to look at; one in which nothing went astray gives nothing
 * @param read the workbook the commit was planned on
 * @param applied cells right after the commit, as far as its response tells them; empty when it was lost
 * @param now the workbook read again
 */
export function planRepair(
  commit: Commit,
  moved: readonly TableKey[],
  read: WorkbookState,
  applied: AppliedCells,
  now: WorkbookState,
  words: Words,
): Repair {
  const changes: RowUpdate[] = [];
  const requests: SheetsRequest[] = [];
  const problems: Problem[] = [];
  const own = byTable(commit.changes);
  for (const table of moved) {
    const written = own.get(table);
    if (written === undefined || !read[table].usable || !now[table].usable) continue;
    const sheet = createRepairSheet(table, read[table], now[table], applied.get(read[table].table.sheetId) ?? []);
    repairUpdates(sheet, written);
    const appended = repairAppends(sheet, written.appends);
    changes.push(...sheet.changes());
    problems.push(...sheet.problems);
    requests.push(...sheet.foreignCells(), ...formatsOf(sheet, appended, now, words));
  }
  return { changes, problems, requests };
}

function repairUpdates(sheet: RepairSheet, { updates }: TableChanges): void {
  const { read, now } = sheet;
  const meant = new Map<string, CellValue>();
  const written = new Map<string, CellValue>();
  for (const update of updates) {
    const { rowIndex, cells } = update;
    const row = sheet.rowNow(update);
    if (row === null) sheet.report(rowIndex, read.columnIndexOf.get(Object.keys(cells)[0] ?? 'id') ?? 0);
    for (const [name, { after }] of Object.entries(cells)) {
      const batchColumn = read.columnIndexOf.get(name);
      const column = batchColumn === undefined ? null : sheet.columnNow(batchColumn);
      if (batchColumn === undefined) continue;
      meant.set(`${rowIndex},${batchColumn}`, after);
      if (row !== null && column !== null) written.set(`${row},${column}`, after);
    }
  }
  const trace = traceRows(read, now, (row, column) => written.has(`${row},${column}`));
  for (const [place, value] of written) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    restore(sheet, trace, meant, row, column, value);
  }
  for (const update of updates) place(sheet, trace, update);
}

/** A cell that the batch wrote: what was meant for it, else what the read held there. */
function restore(
  sheet: RepairSheet,
  trace: Trace,
  meant: ReadonlyMap<string, CellValue>,
  row: number,
  column: number,
  value: CellValue,
): void {
  const readRow = trace.readRowOf(row);
  const readColumn = trace.readColumnOf(column);
  const known = readRow !== null && readColumn !== null;
  const target = known ? meant.get(`${readRow},${readColumn}`) : undefined;
  const right = target !== undefined ? target : known ? cellAt(sheet.read.grid, readRow, readColumn) : null;
  if (sameCell(right, value)) return;
  if (sameCell(sheet.valueNow(row, column), value)) sheet.set(row, column, right);
  else if (target === undefined && !sameCell(sheet.valueNow(row, column), right)) sheet.report(row, column);
}

/** What an update meant, where its row and columns stand now. A row that is gone, or copied meanwhile, is left alone. */
function place(sheet: RepairSheet, trace: Trace, update: RowUpdate): void {
  const row = trace.nowRowOf(update.rowIndex);
  if (row === null) return;
  for (const [name, { before, after }] of Object.entries(update.cells)) {
    const column = sheet.now.columnIndexOf.get(name);
    if (column === undefined || sheet.willBeSet(row, column)) continue;
    const current = sheet.valueNow(row, column);
    if (sameCell(current, after)) continue;
    if (sameCell(current, before)) sheet.set(row, column, after);
    // What a person typed meanwhile into an empty cell of a row being adopted is better than the default.
    else if (update.id !== null) sheet.report(row, column);
  }
}

/** @returns the rows appended, when their columns were not where the read had seen them. */
function repairAppends(sheet: RepairSheet, appends: readonly RowAppend[]): number[] {
  const idColumn = sheet.columnNow(sheet.read.columnIndexOf.get('id') ?? 0);
  if (appends.length === 0 || !sheet.columnsMoved || idColumn === null) return [];
  const rowOfText = new Map<CellValue, number>();
  for (let row = FIRST_DATA_ROW_INDEX; row < sheet.now.grid.values.length; row++) {
    const cell = sheet.valueNow(row, idColumn);
    if (cell !== null) rowOfText.set(cell, row);
  }
  return appends.flatMap(({ id, cells }) => {
    const row = rowOfText.get(id);
    if (row === undefined) return [];
    const written = new Map<number, CellValue>();
    for (const [name, batchColumn] of sheet.read.columnIndexOf) {
      const column = sheet.columnNow(batchColumn);
      if (column !== null && cells[name] !== undefined) written.set(column, cells[name]);
    }
    for (const column of new Set([...written.keys(), ...sheet.now.columnIndexOf.values()])) {
      const name = sheet.nameNow(column);
      const right = name === undefined ? null : (cells[name] ?? null);
      const current = sheet.valueNow(row, column);
      if (sameCell(current, right)) continue;
      if (sameCell(current, written.get(column) ?? null)) sheet.set(row, column, right);
      else sheet.report(row, column);
    }
    return [row];
  });
}

function formatsOf(
  { now }: RepairSheet,
  rows: readonly number[],
  workbook: WorkbookState,
  words: Words,
): SheetsRequest[] {
  if (rows.length === 0) return [];
  const values = bareRow(now, workbook, words);
  return rows.map((rowIndex) => ({
    updateCells: {
      start: { sheetId: now.table.sheetId, rowIndex, columnIndex: 0 },
      rows: [{ values }],
      fields: BARE_FIELDS,
    },
  }));
}
