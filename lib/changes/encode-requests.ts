// Row changes → Sheets requests. Updates of neighbouring cells share a request; appended rows of a table share one and
// carry number format and validation, since rows past the grid's end are bare. It never sends a formula.
import { cellFormatOf, type IdRangeOf, idRange, validationOf } from '#lib/tables/definition/cell-format.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { RowAppend, RowChange, RowUpdate } from './change-set.ts';
import { type SheetsCell, type SheetsRequest, type SheetsRows, typedCell } from './sheets-request.ts';

/** @param changes merged: at most one change a cell. Updates come first, then appends, table by table. */
export function encodeRequests(changes: readonly RowChange[], workbook: WorkbookState, words: Words): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  for (const table of new Set(changes.map((change) => change.table))) {
    const own = changes.filter((change) => change.table === table);
    const state: TableState = workbook[table];
    requests.push(...encodeUpdates(own.filter((change) => change.kind === 'update') as RowUpdate[], state));
    const appends = own.filter((change) => change.kind === 'append') as RowAppend[];
    if (appends.length > 0) requests.push(encodeAppends(appends, state, words, idRangeIn(workbook)));
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

function encodeAppends(
  appends: readonly RowAppend[],
  state: TableState,
  words: Words,
  idRangeOf: IdRangeOf,
): SheetsRequest {
  const width = Math.max(...state.columnIndexOf.values()) + 1;
  const bare = bareRow(state, width, words, idRangeOf);
  const rows = appends.map((append) => {
    const values = bare.slice();
    for (const [name, cell] of Object.entries(append.cells)) {
      const columnIndex = state.columnIndexOf.get(name);
      if (columnIndex !== undefined) values[columnIndex] = { ...typedCell(cell), ...values[columnIndex] };
    }
    return { values };
  });
  const fields = 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation';
  return { appendCells: { sheetId: state.table.sheetId, rows, fields } };
}

function bareRow(state: TableState, width: number, words: Words, idRangeOf: IdRangeOf): SheetsCell[] {
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

/** Upper estimate of a change's bytes in a batch, before it is encoded: what pieces are cut by. */
export function estimateBytes(change: RowChange): number {
  const perCell = change.kind === 'append' ? 130 : 60;
  let bytes = 160;
  for (const cell of Object.values(change.cells)) {
    const value = change.kind === 'append' ? cell : (cell as { readonly after: unknown }).after;
    bytes += perCell + (typeof value === 'string' ? value.length * 2 : 10);
  }
  return bytes;
}
