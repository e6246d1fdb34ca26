// The workbook as the job reads it: one call for the tabs that exist and the fence's marks, then one for every value. The
// marks must come first: a commit between the two calls then makes ours fail, never the other way round. Tabs are found by
// sheetId; the Journal is read by its key row and its tail only, since it grows for ever, but whole when somebody was erased.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { MARK_KEY, revisionOfMarks } from '#lib/changes/fence.ts';
import { erasedSinceLastNight } from '#lib/customers/plan-blank-journal.ts';
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
const SPREADSHEET_FIELDS = [
  'spreadsheetUrl',
  'properties(title,locale,timeZone)',
  'sheets(properties(sheetId,title,gridProperties(rowCount)))',
  'developerMetadata(metadataId,metadataKey)',
].join(',');

export async function readWorkbook(client: SheetsClient, words: Words): Promise<ReadWorkbook> {
  const spreadsheet = await client.getSpreadsheet(SPREADSHEET_FIELDS);
  const tabs = tabsOf(spreadsheet);
  const ranges = await client.getValues(
    Object.values(tables).flatMap((table) => filtersOf(table.key, table.sheetId, tabs)),
  );
  const grids = gridsOf(ranges, tabs, markedRevisionOf(spreadsheet));
  await completeJournal(client, grids, tabs);
  let { workbook, problems } = decoded(grids, words);
  if (erasedSinceLastNight(workbook).size > 0) {
    await readJournalFrom(client, grids, tabs, FIRST_DATA_ROW_INDEX);
    ({ workbook, problems } = decoded(grids, words));
  }
  return {
    title: spreadsheet.properties?.title ?? '',
    url: spreadsheet.spreadsheetUrl ?? null,
    locale: spreadsheet.properties?.locale ?? null,
    timeZone: spreadsheet.properties?.timeZone ?? null,
    workbook,
    problems,
  };
}

function decoded(grids: ReadonlyMap<number, Grid>, words: Words): Pick<ReadWorkbook, 'workbook' | 'problems'> {
  const problems: Problem[] = [];
  const states = Object.values(tables).map((table): [TableKey, TableState] => {
    const read = decodeTable(table, grids.get(table.sheetId), words);
    problems.push(...read.problems);
    return [table.key, read.state];
  });
  return { workbook: Object.fromEntries(states) as unknown as WorkbookState, problems };
}

function tabsOf(spreadsheet: sheets_v4.Schema$Spreadsheet): Map<number, Tab> {
  const tabs = new Map<number, Tab>();
  for (const { properties } of spreadsheet.sheets ?? []) {
    const rowCount = properties?.gridProperties?.rowCount ?? 0;
    tabs.set(properties?.sheetId ?? 0, { title: properties?.title ?? '', rowCount });
  }
  return tabs;
}

/** A person's own metadata may stand beside our marks. */
function markedRevisionOf({ developerMetadata }: sheets_v4.Schema$Spreadsheet): number {
  const marks = (developerMetadata ?? []).filter(({ metadataKey }) => metadataKey === MARK_KEY);
  return revisionOfMarks(marks.map(({ metadataId }) => metadataId ?? 0));
}

function filtersOf(key: TableKey, sheetId: number, tabs: ReadonlyMap<number, Tab>): sheets_v4.Schema$DataFilter[] {
  const tab = tabs.get(sheetId);
  if (tab === undefined) return [];
  if (key !== 'journal') return [{ gridRange: { sheetId } }];
  const startRowIndex = tailStart(tab.rowCount);
  const keyRow = { gridRange: { sheetId, startRowIndex: 0, endRowIndex: 1 } };
  return tab.rowCount > startRowIndex ? [keyRow, { gridRange: { sheetId, startRowIndex } }] : [keyRow];
}

function tailStart(endRowIndex: number): number {
  return Math.max(FIRST_DATA_ROW_INDEX, endRowIndex - JOURNAL_TAIL_ROWS);
}

/** The tail is asked for by the grid's end. Where a person left empty rows below the last entry, it is asked for again. */
async function completeJournal(
  client: SheetsClient,
  grids: Map<number, Grid>,
  tabs: ReadonlyMap<number, Tab>,
): Promise<void> {
  const { sheetId } = tables.journal;
  const grid = grids.get(sheetId);
  const askedFrom = tailStart(tabs.get(sheetId)?.rowCount ?? 0);
  if (grid === undefined || askedFrom === FIRST_DATA_ROW_INDEX) return;
  const found = grid.values.length - askedFrom;
  if (found >= JOURNAL_TAIL_ROWS / 2) return;
  await readJournalFrom(client, grids, tabs, found > 0 ? tailStart(grid.values.length) : FIRST_DATA_ROW_INDEX);
}

/** Replaces what was read of the Journal, but its key row. */
async function readJournalFrom(
  client: SheetsClient,
  grids: Map<number, Grid>,
  tabs: ReadonlyMap<number, Tab>,
  startRowIndex: number,
): Promise<void> {
  const { sheetId } = tables.journal;
  const grid = grids.get(sheetId);
  if (grid === undefined || (tabs.get(sheetId)?.rowCount ?? 0) <= startRowIndex) return;
  const [range] = await client.getValues([{ gridRange: { sheetId, startRowIndex } }]);
  const rows = (range?.valueRange?.values ?? []) as CellValue[][];
  grids.set(sheetId, { ...grid, values: placeRows(grid.values.slice(0, 1), rows, startRowIndex) });
}

function gridsOf(
  ranges: readonly sheets_v4.Schema$MatchedValueRange[],
  tabs: ReadonlyMap<number, Tab>,
  markedRevision: number,
): Map<number, Grid> {
  const grids = new Map<number, Grid>();
  for (const { dataFilters, valueRange } of ranges) {
    const { sheetId, startRowIndex } = dataFilters?.[0]?.gridRange ?? {};
    if (typeof sheetId !== 'number') continue;
    const rows = (valueRange?.values ?? []) as CellValue[][];
    const known = grids.get(sheetId);
    const values = known === undefined ? rows : placeRows(known.values, rows, startRowIndex ?? 0);
    const partial = known === undefined && sheetId !== tables.journal.sheetId ? {} : { partial: true as const };
    const fence = sheetId === tables.system.sheetId ? { markedRevision } : {};
    const title = tabs.get(sheetId)?.title ?? '';
    grids.set(sheetId, { sheetId, title, values, formulas: new Set(), ...partial, ...fence });
  }
  return grids;
}

function placeRows(values: Grid['values'], rows: CellValue[][], startRowIndex: number): Grid['values'] {
  if (rows.length === 0) return values;
  const placed = [...values];
  while (placed.length < startRowIndex) placed.push([]);
  return placed.concat(rows);
}
