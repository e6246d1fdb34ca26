// The part of the workbook that a run needs, in one call: some tables whole, of ledgers the key row, of the Journal perhaps
// its tail, and the row a person had selected. Tabs are found by sheetId; tabs that nobody asked for are empty and unusable.

import type { Selection } from '#lib/actions/action.ts';
import { SCHEMA_VERSION, systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import { cellAt, type Grid } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { Failure } from './failure.ts';
import { type RowSpan, readMarkedRevision, readSpans } from './sheets-calls.ts';
import { words } from './words.ts';

export interface ReadRequest {
  readonly whole: readonly TableKey[];
  /** Appended to unread. */
  readonly keysOnly: readonly TableKey[];
  /** Rows of the Journal's end to read. */
  readonly journalRows: number;
  readonly purpose: ReadPurpose;
  /** Where a person stood. */
  readonly selected: SelectedRow | null;
}

/**
 * A plan gives ids to what it appends, so it is told where the ledgers that it does not read have got to. A commit is written
 * upon what it read, so the fence's marks come first: whoever commits after them makes ours fail, whatever a person typed over
 * the revision's cell.
 */
export type ReadPurpose = 'form' | 'plan' | 'commit';

export interface SelectedRow {
  readonly sheetId: number;
  /** 0-based. */
  readonly rowIndex: number;
}

export interface ReadWorkbook {
  readonly spreadsheetId: string;
  readonly workbook: WorkbookState;
  readonly selection: Selection | null;
}

/** Every run needs these, and they are short. */
const ALWAYS: readonly TableKey[] = ['settings', 'closedDays', 'system'];

export function readWorkbook(request: ReadRequest): ReadWorkbook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const spreadsheetId = spreadsheet.getId();
  const tabs = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const fence = request.purpose === 'commit' ? { markedRevision: readMarkedRevision(spreadsheetId) } : {};
  const spans = spansOf(request, tabs);
  const grids = new Map<number, Grid>();
  for (const { span, values } of spans.length === 0 ? [] : readSpans(spreadsheetId, spans)) {
    const known = grids.get(span.sheetId);
    const isWhole = span.endRowIndex === undefined && (span.startRowIndex ?? 0) === 0;
    grids.set(span.sheetId, {
      sheetId: span.sheetId,
      title: tabs.get(span.sheetId)?.getName() ?? '',
      values: placeRows(known?.values ?? [], values, span.startRowIndex ?? 0),
      formulas: new Set(),
      ...(isWhole ? {} : { partial: true as const }),
      ...(span.sheetId === tables.system.sheetId ? fence : {}),
    });
  }
  const states = Object.values(tables).map((table): [TableKey, TableState] => [
    table.key,
    decodeTable(table, grids.get(table.sheetId), words).state,
  ]);
  const workbook = Object.fromEntries(states) as unknown as WorkbookState;
  assertKnownSchema(workbook);
  return { spreadsheetId, workbook, selection: selectionIn(workbook, request.selected) };
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function spansOf(request: ReadRequest, tabs: ReadonlyMap<number, Sheet>): RowSpan[] {
  const lastRows = request.purpose === 'form' ? 0 : LAST_ROWS;
  const whole = new Set<TableKey>([...ALWAYS, ...request.whole]);
  return Object.values(tables).flatMap(({ key, sheetId }): RowSpan[] => {
    const sheet = tabs.get(sheetId);
    if (sheet === undefined) return [];
    const keyRow = { sheetId, startRowIndex: 0, endRowIndex: 1 };
    if (key === 'journal') return [keyRow, ...tailOf(sheet, Math.max(request.journalRows, lastRows))];
    if (whole.has(key)) return [{ sheetId }];
    if (request.selected?.sheetId === sheetId) return [keyRow, ...rowAt(sheet, request.selected.rowIndex)];
    return request.keysOnly.includes(key) ? [keyRow, ...tailOf(sheet, lastRows)] : [];
  });
}

/** Of a ledger that is appended to unread: its last id, should a person have emptied the counter in Système. */
const LAST_ROWS = 1;

/** Where a sheet ends is asked of the spreadsheet service, for the tabs that need it. */
function tailOf(sheet: Sheet, rows: number): RowSpan[] {
  if (rows === 0) return [];
  const endRowIndex = sheet.getLastRow();
  const startRowIndex = Math.max(FIRST_DATA_ROW_INDEX, endRowIndex - rows);
  return endRowIndex > startRowIndex ? [{ sheetId: sheet.getSheetId(), startRowIndex, endRowIndex }] : [];
}

function rowAt(sheet: Sheet, rowIndex: number): RowSpan[] {
  if (rowIndex < FIRST_DATA_ROW_INDEX || rowIndex >= sheet.getLastRow()) return [];
  return [{ sheetId: sheet.getSheetId(), startRowIndex: rowIndex, endRowIndex: rowIndex + 1 }];
}

function placeRows(known: Grid['values'], rows: Grid['values'], startRowIndex: number): Grid['values'] {
  if (rows.length === 0) return known;
  const placed: (readonly CellValue[])[] = [...known];
  while (placed.length < startRowIndex) placed.push([]);
  return placed.concat(rows);
}

/** An id that stands twice selects nothing: nobody knows which row is meant. */
function selectionIn(workbook: WorkbookState, selected: SelectedRow | null): Selection | null {
  const table = Object.values(tables).find(({ sheetId }) => sheetId === selected?.sheetId);
  if (selected === null || table === undefined) return null;
  const state: TableState = workbook[table.key];
  const idColumn = state.columnIndexOf.get('id');
  if (idColumn === undefined) return null;
  const id = cellAt(state.grid, selected.rowIndex, idColumn);
  const row = id === null ? undefined : state.byId.get(String(id).trim());
  return row?.rowIndex === selected.rowIndex ? { table: table.key, id: String(row.id) } : null;
}

function assertKnownSchema({ system }: WorkbookState): void {
  const found = systemNumber(system, systemKeys.schemaVersion);
  if (!system.usable || found === null) throw new Failure(words.addon.notAWorkbook);
  if (found > SCHEMA_VERSION)
    throw new Failure(messageOf(problem('schemaNewer', { found, known: SCHEMA_VERSION }), words));
}
