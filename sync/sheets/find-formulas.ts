// A person's formula is never overwritten. Values do not show formulas, so just before a night writes it asks, for the cells
// it is about to change and no others, which of them hold one.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { SheetsClient } from './sheets-client.ts';

const FIELDS = 'sheets(properties(sheetId),data(startRow,startColumn,rowData(values(userEnteredValue(formulaValue)))))';
// Rows this close share a range.
const GAP = 100;

/** The workbook with the formulas of the cells to be changed marked; the same object when there are none. */
export async function withFormulas(
  client: SheetsClient,
  workbook: WorkbookState,
  changes: readonly RowChange[],
  words: Words,
): Promise<WorkbookState> {
  const updates = changes.filter(
    (change): change is RowUpdate => change.kind === 'update' && change.table !== 'system',
  );
  const filters = [...new Set(updates.map(({ table }) => table))].flatMap((table) =>
    filtersOf(
      workbook[table],
      updates.filter((update) => update.table === table),
    ),
  );
  if (filters.length === 0) return workbook;
  const formulas = formulasOf(await client.getCells(filters, FIELDS));
  if (formulas.size === 0) return workbook;
  const next: Record<string, TableState> = { ...workbook };
  for (const [key, state] of Object.entries(workbook) as [TableKey, TableState][]) {
    const found = formulas.get(state.table.sheetId);
    if (found !== undefined) next[key] = decodeTable(state.table, { ...state.grid, formulas: found }, words).state;
  }
  return next as unknown as WorkbookState;
}

function filtersOf(state: TableState, updates: readonly RowUpdate[]): sheets_v4.Schema$DataFilter[] {
  const { sheetId } = state.table;
  const columns = updates.flatMap((update) =>
    Object.keys(update.cells).map((name) => state.columnIndexOf.get(name) ?? 0),
  );
  const startColumnIndex = columns.reduce((least, column) => Math.min(least, column), Number.MAX_SAFE_INTEGER);
  const endColumnIndex = columns.reduce((greatest, column) => Math.max(greatest, column), 0) + 1;
  // A row appended earlier in the same night is not in the sheet yet, and holds no formula.
  const rows = updates
    .map(({ rowIndex }) => rowIndex)
    .filter((row) => row < state.endRowIndex)
    .sort((a, b) => a - b);
  const filters: sheets_v4.Schema$DataFilter[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end + 1 < rows.length && (rows[end + 1] as number) - (rows[end] as number) <= GAP) end += 1;
    const range = { startRowIndex: rows[start] as number, endRowIndex: (rows[end] as number) + 1 };
    filters.push({ gridRange: { sheetId, ...range, startColumnIndex, endColumnIndex } });
    start = end + 1;
  }
  return filters;
}

function formulasOf({ sheets }: sheets_v4.Schema$Spreadsheet): Map<number, Set<string>> {
  const formulas = new Map<number, Set<string>>();
  for (const sheet of sheets ?? []) {
    const sheetId = sheet.properties?.sheetId ?? 0;
    for (const block of sheet.data ?? []) {
      (block.rowData ?? []).forEach((row, rowOffset) => {
        (row.values ?? []).forEach((cell, columnOffset) => {
          if (typeof cell.userEnteredValue?.formulaValue !== 'string') return;
          const found = formulas.get(sheetId) ?? new Set();
          formulas.set(sheetId, found);
          found.add(`${(block.startRow ?? 0) + rowOffset},${(block.startColumn ?? 0) + columnOffset}`);
        });
      });
    }
  }
  return formulas;
}
