// The workbook as the job reads it: one call for the tabs that exist, one for every value. Tabs are found by sheetId; the
// Journal is read by its key row and its tail only, since it grows for ever.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Problem } from '#lib/kernel/problem.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { Grid } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { SheetsClient } from './sheets-client.ts';

export interface ReadWorkbook {
  readonly title: string;
  readonly url: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly workbook: WorkbookState;
  /** By table, what could not be read of its cells. */
  readonly problems: readonly Problem[];
}

interface Tab {
  readonly title: string;
  readonly rowCount: number;
}

/** Enough for the last night's pieces; an older entry was checked by the night after it. */
const JOURNAL_TAIL_ROWS = 80;
const SPREADSHEET_FIELDS =
  'spreadsheetUrl,properties(title,locale,timeZone),sheets(properties(sheetId,title,gridProperties(rowCount)))';

export async function readWorkbook(client: SheetsClient, words: Words): Promise<ReadWorkbook> {
  const spreadsheet = await client.getSpreadsheet(SPREADSHEET_FIELDS);
  const tabs = tabsOf(spreadsheet);
  const ranges = await client.getValues(
    Object.values(tables).flatMap((table) => filtersOf(table.key, table.sheetId, tabs)),
  );
  const grids = gridsOf(ranges, tabs);
  const problems: Problem[] = [];
  const states = Object.values(tables).map((table): [TableKey, TableState] => {
    const decoded = decodeTable(table, grids.get(table.sheetId), words);
    problems.push(...decoded.problems);
    return [table.key, decoded.state];
  });
  return {
    title: spreadsheet.properties?.title ?? '',
    url: spreadsheet.spreadsheetUrl ?? null,
    locale: spreadsheet.properties?.locale ?? null,
    timeZone: spreadsheet.properties?.timeZone ?? null,
    workbook: Object.fromEntries(states) as unknown as WorkbookState,
    problems,
  };
}

function tabsOf(spreadsheet: sheets_v4.Schema$Spreadsheet): Map<number, Tab> {
  const tabs = new Map<number, Tab>();
  for (const { properties } of spreadsheet.sheets ?? []) {
    const rowCount = properties?.gridProperties?.rowCount ?? 0;
    tabs.set(properties?.sheetId ?? 0, { title: properties?.title ?? '', rowCount });
  }
  return tabs;
}

function filtersOf(key: TableKey, sheetId: number, tabs: ReadonlyMap<number, Tab>): sheets_v4.Schema$DataFilter[] {
  const tab = tabs.get(sheetId);
  if (tab === undefined) return [];
  if (key !== 'journal') return [{ gridRange: { sheetId } }];
  const startRowIndex = Math.max(FIRST_DATA_ROW_INDEX, tab.rowCount - JOURNAL_TAIL_ROWS);
  const keyRow = { gridRange: { sheetId, startRowIndex: 0, endRowIndex: 1 } };
  return tab.rowCount > startRowIndex ? [keyRow, { gridRange: { sheetId, startRowIndex } }] : [keyRow];
}

function gridsOf(
  ranges: readonly sheets_v4.Schema$MatchedValueRange[],
  tabs: ReadonlyMap<number, Tab>,
): Map<number, Grid> {
  const grids = new Map<number, Grid>();
  for (const { dataFilters, valueRange } of ranges) {
    const { sheetId, startRowIndex } = dataFilters?.[0]?.gridRange ?? {};
    if (typeof sheetId !== 'number') continue;
    const rows = (valueRange?.values ?? []) as CellValue[][];
    const known = grids.get(sheetId);
    const values = known === undefined ? rows : placeRows(known.values, rows, startRowIndex ?? 0);
    const partial = known === undefined && sheetId !== tables.journal.sheetId ? {} : { partial: true as const };
    grids.set(sheetId, { sheetId, title: tabs.get(sheetId)?.title ?? '', values, formulas: new Set(), ...partial });
  }
  return grids;
}

function placeRows(values: Grid['values'], rows: CellValue[][], startRowIndex: number): Grid['values'] {
  const placed = [...values];
  while (placed.length < startRowIndex) placed.push([]);
  return placed.concat(rows);
}
