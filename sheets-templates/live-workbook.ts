// The workbook as `spreadsheets.get` answers it, as far as the template looks at it, and what a host must ask for: first
// the structure, then the cells of the few rows that matter. Typed structurally, so that both hosts' answers fit.
import { KEY_ROW_INDEX } from '#lib/tables/definition/table.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';

type Maybe<Value> = Value | null | undefined;

export interface LiveWorkbook {
  readonly properties?: Maybe<{ readonly locale?: Maybe<string>; readonly timeZone?: Maybe<string> }>;
  readonly sheets?: Maybe<readonly LiveSheet[]>;
}

export interface LiveSheet {
  readonly properties?: Maybe<{
    readonly sheetId?: Maybe<number>;
    readonly title?: Maybe<string>;
    readonly index?: Maybe<number>;
    readonly gridProperties?: Maybe<{ readonly rowCount?: Maybe<number>; readonly columnCount?: Maybe<number> }>;
  }>;
  readonly protectedRanges?: Maybe<readonly { readonly protectedRangeId?: Maybe<number> }[]>;
  readonly bandedRanges?: Maybe<readonly { readonly bandedRangeId?: Maybe<number> }[]>;
  readonly conditionalFormats?: Maybe<readonly LiveRule[]>;
  readonly data?: Maybe<readonly LiveGrid[]>;
}

export interface LiveRule {
  readonly booleanRule?: Maybe<{
    readonly condition?: Maybe<{
      readonly type?: Maybe<string>;
      readonly values?: Maybe<readonly { readonly userEnteredValue?: Maybe<string> }[]>;
    }>;
    readonly format?: Maybe<LiveFormat>;
  }>;
}

export interface LiveFormat {
  readonly backgroundColorStyle?: Maybe<LiveColor>;
  readonly textFormat?: Maybe<{ readonly bold?: Maybe<boolean>; readonly foregroundColorStyle?: Maybe<LiveColor> }>;
}

export interface LiveColor {
  readonly rgbColor?: Maybe<{
    readonly red?: Maybe<number>;
    readonly green?: Maybe<number>;
    readonly blue?: Maybe<number>;
  }>;
}

export interface LiveGrid {
  readonly startRow?: Maybe<number>;
  readonly startColumn?: Maybe<number>;
  readonly rowData?: Maybe<readonly { readonly values?: Maybe<readonly LiveCell[]> }[]>;
}

export interface LiveCell {
  readonly userEnteredValue?: Maybe<{
    readonly stringValue?: Maybe<string>;
    readonly numberValue?: Maybe<number>;
    readonly boolValue?: Maybe<boolean>;
    readonly formulaValue?: Maybe<string>;
  }>;
  readonly note?: Maybe<string>;
}

/** The `fields` of the first read: `spreadsheets.get` without cells. */
export const STRUCTURE_FIELDS =
  'properties(locale,timeZone),sheets(properties(sheetId,title,index,gridProperties),protectedRanges(protectedRangeId),bandedRanges(bandedRangeId),conditionalFormats)';

/** The `fields` of the second read: `spreadsheets.getByDataFilter` with {@link cellFilters} and `includeGridData`. */
export const CELLS_FIELDS =
  'sheets(properties(sheetId),data(startRow,startColumn,rowData(values(userEnteredValue,note))))';

/** Tabs whose rows the template itself provides; their ids must be read. */
const READ_WHOLE: ReadonlySet<TableKey> = new Set(['settings', 'system', 'kpi', 'carriers', 'replyTemplates', 'faq']);
/** Keys, headers and the first data row: whether a tab is bare, and where its columns stand. */
const HEAD_ROWS = 3;

/** What to read of the cells; empty when none of our tabs exists yet (then there is no second read to make). */
export function cellFilters(
  structure: LiveWorkbook,
): { gridRange: { sheetId: number; startRowIndex: number; endRowIndex?: number } }[] {
  const rowCountOf = new Map(
    (structure.sheets ?? []).map(({ properties }) => [properties?.sheetId, properties?.gridProperties?.rowCount ?? 1]),
  );
  return (Object.keys(tables) as TableKey[]).flatMap((key) => {
    const { sheetId } = tables[key];
    const rowCount = rowCountOf.get(sheetId);
    if (rowCount === undefined) return [];
    const whole = { sheetId, startRowIndex: KEY_ROW_INDEX };
    // A range past the grid's end is refused.
    return [{ gridRange: READ_WHOLE.has(key) ? whole : { ...whole, endRowIndex: Math.min(HEAD_ROWS, rowCount) } }];
  });
}

/** Both answers as one. */
export function joinLiveWorkbook(structure: LiveWorkbook, cells: LiveWorkbook | null): LiveWorkbook {
  const dataOf = new Map((cells?.sheets ?? []).map((sheet) => [sheet.properties?.sheetId, sheet.data]));
  const sheets = (structure.sheets ?? []).map((sheet) => ({
    ...sheet,
    data: dataOf.get(sheet.properties?.sheetId) ?? sheet.data,
  }));
  return { ...structure, sheets };
}

export function findSheet(live: LiveWorkbook, sheetId: number): LiveSheet | undefined {
  return (live.sheets ?? []).find((sheet) => sheet.properties?.sheetId === sheetId);
}

/** The text of a cell as typed; '' when it is empty or was not read. A number is shown as JavaScript writes it. */
export function liveText(sheet: LiveSheet, rowIndex: number, columnIndex: number): string {
  const value = liveCell(sheet, rowIndex, columnIndex)?.userEnteredValue;
  const typed = value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? value?.formulaValue;
  return typed === null || typed === undefined ? '' : String(typed);
}

export function liveCell(sheet: LiveSheet, rowIndex: number, columnIndex: number): LiveCell | undefined {
  for (const grid of sheet.data ?? []) {
    const row = grid.rowData?.[rowIndex - (grid.startRow ?? 0)];
    const cell = row?.values?.[columnIndex - (grid.startColumn ?? 0)];
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** How many rows were read, counted from the sheet's first one. */
export function liveRowCount(sheet: LiveSheet): number {
  return Math.max(0, ...(sheet.data ?? []).map((grid) => (grid.startRow ?? 0) + (grid.rowData?.length ?? 0)));
}

/** How wide the rows read are. */
export function liveColumnCount(sheet: LiveSheet): number {
  const widths = (sheet.data ?? []).flatMap((grid) =>
    (grid.rowData ?? []).map((row) => (grid.startColumn ?? 0) + (row.values?.length ?? 0)),
  );
  return Math.max(0, ...widths);
}
