// Puts right what a batch wrote to the wrong place because a person moved rows or columns between its read and its write.
// Every cell we wrote stands in a row and a column of the read, or in one that was not there: it must hold what was meant for
// it, else what the read held. It touches no cell that somebody has changed since: that becomes a Problem.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt, cellName } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX, KEY_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { byTable, type TableChanges } from './by-table.ts';
import type { CellChange, ChangeSet, RowAppend, RowUpdate } from './change-set.ts';
import type { AppliedCells } from './check-response.ts';
import { BARE_FIELDS, bareRow } from './encode-requests.ts';
import type { Commit } from './plan-commit.ts';
import { type SheetsRequest, typedCell } from './sheets-request.ts';
import { idAt, type Trace, traceRows } from './trace-rows.ts';

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

interface RepairSheet {
  readonly read: TableState;
  readonly now: TableState;
  /** Where a row and a column of the batch stand now; null when they cannot be found again. */
  readonly rowNow: (update: RowUpdate) => number | null;
  readonly columnNow: (batchColumn: number) => number | null;
  readonly columnsMoved: boolean;
  readonly valueNow: (row: number, column: number) => CellValue;
  readonly nameNow: (column: number) => string | undefined;
  readonly set: (row: number, column: number, after: CellValue) => void;
  readonly willBeSet: (row: number, column: number) => boolean;
  readonly report: (row: number, column: number) => void;
  readonly problems: readonly Problem[];
  readonly changes: () => RowUpdate[];
  readonly foreignCells: () => SheetsRequest[];
}

function createRepairSheet(
  table: TableKey,
  read: TableState,
  now: TableState,
  batch: readonly (readonly CellValue[])[],
): RepairSheet {
  const problems: Problem[] = [];
  const writes = new Map<string, { row: number; column: number; after: CellValue }>();
  const nameOfColumn = new Map([...now.columnIndexOf].map(([name, column]) => [column, name]));
  const nameNow = (column: number) => nameOfColumn.get(column);
  const valueNow = (row: number, column: number) => cellAt(now.grid, row, column);
  const batchKeys = batch[KEY_ROW_INDEX];
  const keysOfNow = now.grid.values[KEY_ROW_INDEX] ?? [];
  const movedAgain = batchKeys !== undefined && !sameKeys(batchKeys, keysOfNow);
  const columnsMoved = [...read.columnIndexOf].some(([name, column]) => now.columnIndexOf.get(name) !== column);
  const idColumn = read.columnIndexOf.get('id') ?? 0;
  const batchTellsIds = batchKeys !== undefined && batchKeys[idColumn] === read.table.keyOf.id;
  const columnNow = (batchColumn: number) => {
    if (!movedAgain) return batchColumn;
    const key = batchKeys[batchColumn] ?? null;
    const found = key === null ? -1 : keysOfNow.indexOf(key);
    return found < 0 ? null : found;
  };
  const rowOfId = new Map<string, number | null>();
  const dataRows: number[] = [];
  for (let row = FIRST_DATA_ROW_INDEX; row < now.grid.values.length; row++) {
    const id = idAt(now, row);
    dataRows.push(row);
    if (id !== null) rowOfId.set(id, rowOfId.has(id) ? null : row);
  }
  return {
    read,
    now,
    columnsMoved: columnsMoved || movedAgain,
    rowNow({ rowIndex, cells }) {
      const id = batchTellsIds ? (batch[rowIndex]?.[idColumn] ?? null) : null;
      const found = id === null ? undefined : rowOfId.get(String(id).trim());
      if (found !== undefined && found !== null) return found;
      const written = Object.entries(cells).map(
        ([name, { after }]) => [columnNow(read.columnIndexOf.get(name) ?? 0) ?? 0, after] as const,
      );
      const holds = (row: number) => written.every(([column, value]) => sameCell(valueNow(row, column), value));
      if (holds(rowIndex)) return rowIndex;
      const elsewhere = dataRows.filter(holds);
      if (elsewhere.length === 1) return elsewhere[0] as number;
      return written.some(([column, value]) => value !== null && sameCell(valueNow(rowIndex, column), value))
        ? rowIndex
        : null;
    },
    columnNow,
    valueNow,
    nameNow,
    set(row, column, after) {
      writes.set(`${row},${column}`, { row, column, after });
    },
    willBeSet: (row, column) => writes.has(`${row},${column}`),
    report(row, column) {
      const value = String(valueNow(row, column) ?? '');
      problems.push(problem('cellChangedSince', { value }, { tab: now.title, cell: cellName(row, column) }));
    },
    problems,
    changes() {
      const byRow = new Map<number, Record<string, CellChange>>();
      for (const { row, column, after } of writes.values()) {
        const name = nameNow(column);
        if (name === undefined) continue;
        byRow.set(row, { ...byRow.get(row), [name]: { before: valueNow(row, column), after } });
      }
      return [...byRow].map(([row, cells]) => {
        const id = cells.id === undefined ? idAt(now, row) : cells.id.after;
        const known = id === null ? null : String(id);
        return { kind: 'update', table, id: known, rowIndex: row, group: `repair/${table}/${row}`, cells };
      });
    },
    foreignCells: () =>
      [...writes.values()]
        .filter(({ column }) => nameNow(column) === undefined)
        .map(({ row, column, after }) => ({
          updateCells: {
            start: { sheetId: now.table.sheetId, rowIndex: row, columnIndex: column },
            rows: [{ values: [typedCell(after)] }],
            fields: 'userEnteredValue',
          },
        })),
  };
}

function sameKeys(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  const width = Math.max(a.length, b.length);
  return Array.from({ length: width }, (_, column) => column).every((column) =>
    sameCell(a[column] ?? null, b[column] ?? null),
  );
}

function repairUpdates(sheet: RepairSheet, { updates }: TableChanges): void {
  const { read, now } = sheet;
  const meant = new Map<string, CellValue>();
  const written = new Map<string, CellValue>();
  for (const update of updates) {
    const { rowIndex, cells } = update;
    const row = sheet.rowNow(update);
    if (row === null) sheet.report(rowIndex, 0);
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
