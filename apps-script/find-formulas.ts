// A person's formula is never overwritten. Values do not show formulas, so the cells about to be changed, and no others, are
// looked at through the spreadsheet service, which reads them without a call to the API.
import type { RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { words } from './words.ts';

/** Rows this close are looked at in one range. */
const GAP = 50;

/** The workbook with the formulas of the cells to be changed marked; the same object when there are none. */
export function withFormulas(workbook: WorkbookState, changes: readonly RowChange[]): WorkbookState {
  const rowsByTable = new Map<TableKey, RowUpdate[]>();
  for (const change of changes) {
    if (change.kind === 'append') continue;
    const own = rowsByTable.get(change.table) ?? [];
    rowsByTable.set(change.table, own);
    own.push(change);
  }
  if (rowsByTable.size === 0) return workbook;
  const sheets = new Map(
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .map((sheet) => [sheet.getSheetId(), sheet]),
  );
  const next: Record<string, TableState> = { ...workbook };
  let found = false;
  for (const [key, updates] of rowsByTable) {
    const sheet = sheets.get(tables[key].sheetId);
    if (sheet === undefined) continue;
    const formulas = formulasOf(sheet, updates, workbook[key]);
    if (formulas.size === 0) continue;
    found = true;
    next[key] = decodeTable(tables[key], { ...workbook[key].grid, formulas }, words).state as TableState;
  }
  return found ? (next as unknown as WorkbookState) : workbook;
}

function formulasOf(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  updates: readonly RowUpdate[],
  state: TableState,
): Set<string> {
  const formulas = new Set<string>();
  const columns = updates.flatMap(({ cells }) => Object.keys(cells).map((name) => state.columnIndexOf.get(name) ?? 0));
  const firstColumn = columns.reduce((least, column) => Math.min(least, column), Number.MAX_SAFE_INTEGER);
  const width = columns.reduce((greatest, column) => Math.max(greatest, column), 0) - firstColumn + 1;
  const rows = updates.map(({ rowIndex }) => rowIndex).sort((a, b) => a - b);
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end + 1 < rows.length && (rows[end + 1] as number) - (rows[end] as number) <= GAP) end += 1;
    const firstRow = rows[start] as number;
    const height = (rows[end] as number) - firstRow + 1;
    sheet
      .getRange(firstRow + 1, firstColumn + 1, height, width)
      .getFormulas()
      .forEach((line, rowOffset) => {
        line.forEach((formula, columnOffset) => {
          if (formula !== '') formulas.add(`${firstRow + rowOffset},${firstColumn + columnOffset}`);
        });
      });
    start = end + 1;
  }
  return formulas;
}
