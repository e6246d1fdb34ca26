// Row changes → Sheets requests. Updates of neighbouring cells share a request; appended rows of a table share one and
// carry number format and validation, since rows past the grid's end are bare. It never sends a formula.
import { cellFormatOf, type IdRangeOf, idRange, validationOf } from '#lib/tables/definition/cell-format.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { byTable } from './by-table.ts';
import type { RowAppend, RowChange, RowUpdate } from './change-set.ts';
import { type SheetsCell, type SheetsRequest, type SheetsRows, typedCell } from './sheets-request.ts';

/** @param changes merged: at most one change a cell. Updates come first, then appends, table by table. */
export function encodeRequests(changes: readonly RowChange[], workbook: WorkbookState, words: Words): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  for (const [table, { updates, appends }] of byTable(changes)) {
    const state: TableState = workbook[table];
    for (const request of encodeUpdates(updates, state)) requests.push(request);
    if (appends.length > 0) requests.push(encodeAppends(appends, state, bareRow(state, workbook, words)));
  }
  return requests;
}

interface Run {
  readonly columnIndex: number;
  readonly rowIndex: number;
  readonly cells: readonly SheetsCell[];
}

function encodeUpdates(updates: readonly RowUpdate[], state: TableState): SheetsRequest[] {
  const runs = updates.flatMap((update) => runsOf(update, state));
  runs.sort((a, b) => a.columnIndex - b.columnIndex || a.cells.length - b.cells.length || a.rowIndex - b.rowIndex);
  const requests: { start: Run; rows: SheetsRows[] }[] = [];
  for (const run of runs) {
    const last = requests[requests.length - 1];
    const joins =
      last !== undefined &&
      last.start.columnIndex === run.columnIndex &&
      last.start.cells.length === run.cells.length &&
      last.start.rowIndex + last.rows.length === run.rowIndex;
    if (joins) last.rows.push({ values: run.cells });
    else requests.push({ start: run, rows: [{ values: run.cells }] });
  }
  return requests.map(({ start, rows }) => ({
    updateCells: {
      start: { sheetId: state.table.sheetId, rowIndex: start.rowIndex, columnIndex: start.columnIndex },
      rows,
      fields: 'userEnteredValue',
    },
  }));
}

/** The update's cells as runs of adjacent columns. */
function runsOf(update: RowUpdate, state: TableState): Run[] {
  const cells = Object.entries(update.cells)
    .map(([name, change]) => ({ columnIndex: state.columnIndexOf.get(name) ?? -1, cell: typedCell(change.after) }))
    .filter(({ columnIndex }) => columnIndex >= 0)
    .sort((a, b) => a.columnIndex - b.columnIndex);
  const runs: { columnIndex: number; rowIndex: number; cells: SheetsCell[] }[] = [];
  for (const { columnIndex, cell } of cells) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.columnIndex + last.cells.length === columnIndex) last.cells.push(cell);
    else runs.push({ columnIndex, rowIndex: update.rowIndex, cells: [cell] });
  }
  return runs;
}

function encodeAppends(appends: readonly RowAppend[], state: TableState, bare: readonly SheetsCell[]): SheetsRequest {
  const rows = appends.map((append) => {
    const values = bare.slice();
    for (const [name, columnIndex] of state.columnIndexOf) {
      const cell = append.cells[name] ?? null;
      values[columnIndex] = {
        ...typedCell(cell),
        ...(cell === null ? withoutBox(bare[columnIndex]) : bare[columnIndex]),
      };
    }
    return { values };
  });
  return { appendCells: { sheetId: state.table.sheetId, rows, fields: `userEnteredValue,${BARE_FIELDS}` } };
}

/** A check box in an empty cell would make it FALSE, which is an answer: unknown stays empty. */
function withoutBox(cell: SheetsCell | undefined): SheetsCell {
  if (cell?.dataValidation?.condition.type !== 'BOOLEAN') return cell ?? {};
  const { dataValidation: _, ...rest } = cell;
  return rest;
}

/** What {@link bareRow} fills of its cells. */
export const BARE_FIELDS = 'userEnteredFormat.numberFormat,dataValidation';

/** An empty row as wide as the columns we know, with their number formats and validation. */
export function bareRow(state: TableState, workbook: WorkbookState, words: Words): SheetsCell[] {
  const width = Math.max(...state.columnIndexOf.values()) + 1;
  const idRangeOf = idRangeIn(workbook);
  const bare: SheetsCell[] = Array.from({ length: width }, () => ({}));
  for (const [name, columnIndex] of state.columnIndexOf) {
    const column = state.table.columns[name];
    if (column === undefined) continue;
    const numberFormat = cellFormatOf(column);
    const dataValidation = validationOf(state.table, name as never, words, idRangeOf);
    bare[columnIndex] = {
      ...(numberFormat === null ? {} : { userEnteredFormat: numberFormat }),
      ...(dataValidation === null ? {} : { dataValidation }),
    };
  }
  return bare;
}

/** Lists of ids as the template gives them, at the tabs' titles of the read. */
function idRangeIn(workbook: WorkbookState): IdRangeOf {
  return (table) => {
    const state: TableState | undefined = workbook[table as TableKey];
    const index = state?.columnIndexOf.get('id');
    return state === undefined || index === undefined ? null : idRange(state.title, index);
  };
}
