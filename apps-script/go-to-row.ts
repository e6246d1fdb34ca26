// Takes the person from a card to the row it speaks of. The selection moves and nothing is written; the row is looked up by
// its id at the click, since rows may have moved since the card was drawn.
import type { RowRequest } from '#lib/actions/screen.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { Failure } from './failure.ts';
import { readSpans } from './sheets-calls.ts';
import { words } from './words.ts';

export function goToRow({ table, id }: RowRequest): null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const { sheetId, keyOf } = tables[table];
  const sheet = spreadsheet.getSheets().find((known) => known.getSheetId() === sheetId);
  if (sheet === undefined) throw new Failure(words.addon.rowGone({ id, tab: words.tabTitle(table) }));
  const spreadsheetId = spreadsheet.getId();
  const [keys] = readSpans(spreadsheetId, [{ sheetId, startRowIndex: 0, endRowIndex: 1 }]);
  const column = (keys?.values[0] ?? []).indexOf(keyOf.id ?? '');
  const columns = { startColumnIndex: column, endColumnIndex: column + 1 };
  const [ids] = column === -1 ? [] : readSpans(spreadsheetId, [{ sheetId, ...columns }]);
  const rowIndex = (ids?.values ?? []).findIndex(
    ([cell], index) => index >= FIRST_DATA_ROW_INDEX && String(cell ?? '').trim() === id,
  );
  if (rowIndex === -1) throw new Failure(words.addon.rowGone({ id, tab: sheet.getName() }));
  spreadsheet.setActiveSheet(sheet);
  spreadsheet.setActiveRange(sheet.getRange(rowIndex + 1, column + 1));
  return null;
}
