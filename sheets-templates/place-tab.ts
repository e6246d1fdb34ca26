// One tab's structure: the tab itself, its columns at their places, its keys. Gives where every column will stand once these
// requests are applied; all that is written later relies on that. People's columns keep their order and content.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { columnLetters, quotedRange } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX, HEADER_ROW_INDEX, KEY_ROW_INDEX, type Table } from '#lib/tables/definition/table.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { type LiveSheet, liveColumnCount, liveText } from './live-workbook.ts';
import { tabDesignOf } from './tab-design.ts';
import type { WorkbookRequest } from './workbook-request.ts';

export interface PlacedTab {
  readonly table: Table;
  readonly key: TableKey;
  readonly title: string;
  /** undefined: the tab is created by these requests. */
  readonly live: LiveSheet | undefined;
  /** Nothing of ours stands on it yet: created now, or found blank. */
  readonly bare: boolean;
  /** Column name → 0-based column after the requests. */
  readonly columnIndexOf: ReadonlyMap<string, number>;
  /** Columns that did not exist before. */
  readonly newColumns: ReadonlySet<string>;
  readonly requests: readonly WorkbookRequest[];
  readonly preview: readonly string[];
  readonly problems: readonly Problem[];
}

/** @param index where a new tab goes among the others. @param title what a new tab is called; free in this workbook. */
export function placeNewTab(table: Table, title: string, index: number, words: Words): PlacedTab {
  const key = table.key as TableKey;
  const design = tabDesignOf(key);
  const names = Object.keys(table.columns);
  const request: WorkbookRequest = {
    addSheet: {
      properties: {
        sheetId: table.sheetId,
        title,
        index,
        hidden: design.hidden,
        gridProperties: {
          rowCount: design.rows,
          columnCount: names.length,
          frozenRowCount: FIRST_DATA_ROW_INDEX,
          frozenColumnCount: Math.min(design.frozenColumns, names.length - 1),
        },
        tabColorStyle: design.colour,
      },
    },
  };
  const preview = [words.workbook.preview.tab({ tab: title })];
  return { ...allNew(table, title, undefined), requests: [request], preview };
}

/** @returns null when the tab cannot be trusted (keys twice, ids lost): its problems say why and nothing is planned for it. */
export function placeLiveTab(table: Table, live: LiveSheet, words: Words): PlacedTab {
  const title = live.properties?.title ?? words.tabTitle(table.key);
  const grid = live.properties?.gridProperties;
  if (isBare(live)) return placeOnBareTab(table, title, live, words);
  const keys = Array.from({ length: liveColumnCount(live) }, (_, index) => liveText(live, KEY_ROW_INDEX, index).trim());
  const problems = keyProblems(table, title, keys, words);
  const placed = { ...allNew(table, title, live), bare: false, newColumns: new Set<string>(), problems };
  if (problems.length > 0) return { ...placed, columnIndexOf: new Map() };

  const requests: WorkbookRequest[] = [];
  const preview: string[] = [];
  const newColumns = new Set<string>();
  const { sheetId } = table;
  restoreKeys(table, live, keys, words, (name, index) => {
    requests.push(keyCell(sheetId, index, table.keyOf[name] as string));
    preview.push(words.workbook.preview.key({ tab: title, header: words.header(table.key, name) }));
  });
  let columnCount = Math.max(grid?.columnCount ?? 0, keys.length);
  const names = Object.keys(table.columns);
  names.forEach((name, order) => {
    if (keys.includes(table.keyOf[name] as string)) return;
    const before = names.slice(0, order).map((earlier) => keys.indexOf(table.keyOf[earlier] as string));
    const index = Math.max(-1, ...before) + 1;
    requests.push(insertColumn(sheetId, index, columnCount));
    keys.splice(index, 0, table.keyOf[name] as string);
    columnCount += 1;
    newColumns.add(name);
    preview.push(words.workbook.preview.column({ tab: title, header: words.header(table.key, name) }));
  });
  const columnIndexOf = new Map(names.map((name) => [name, keys.indexOf(table.keyOf[name] as string)]));
  return { ...placed, columnIndexOf, newColumns, requests, preview };
}

/** The whole column, as a formula names it: `'Lots'!$M:$M`. */
export function columnReference(tab: PlacedTab, name: string): string {
  const letters = columnLetters(tab.columnIndexOf.get(name) ?? 0);
  return quotedRange(tab.title, `$${letters}:$${letters}`);
}

function allNew(table: Table, title: string, live: LiveSheet | undefined): PlacedTab {
  const names = Object.keys(table.columns);
  return {
    table,
    key: table.key as TableKey,
    title,
    live,
    bare: true,
    columnIndexOf: new Map(names.map((name, index) => [name, index])),
    newColumns: new Set(names),
    requests: [],
    preview: [],
    problems: [],
  };
}

function placeOnBareTab(table: Table, title: string, live: LiveSheet, words: Words): PlacedTab {
  const { sheetId } = table;
  const grid = live.properties?.gridProperties;
  const missing = [
    { dimension: 'ROWS' as const, length: tabDesignOf(table.key as TableKey).rows - (grid?.rowCount ?? 0) },
    { dimension: 'COLUMNS' as const, length: Object.keys(table.columns).length - (grid?.columnCount ?? 0) },
  ];
  const requests = missing
    .filter(({ length }) => length > 0)
    .map((dimension): WorkbookRequest => ({ appendDimension: { sheetId, ...dimension } }));
  const preview = [words.workbook.preview.tabFilled({ tab: title })];
  return { ...allNew(table, title, live), requests, preview };
}

function isBare(live: LiveSheet): boolean {
  const width = liveColumnCount(live);
  for (let row = 0; row <= FIRST_DATA_ROW_INDEX; row++) {
    for (let column = 0; column < width; column++) if (liveText(live, row, column) !== '') return false;
  }
  return true;
}

function keyProblems(table: Table, tab: string, keys: readonly string[], words: Words): Problem[] {
  const own = Object.values(table.keyOf);
  const twice = own.filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key));
  if (twice.length > 0) return twice.map((key) => problem('columnKeyTwice', { key }, { tab, cell: '1:1' }));
  // With no key at all, columns put in beside the data would only hide it: people must restore row 1.
  if (own.some((key) => keys.includes(key))) return [];
  const header = words.header(table.key, 'id');
  return [problem('requiredColumnMissing', { header, key: table.keyOf.id as string }, { tab, cell: '1:1' })];
}

/** A key that was erased goes back above its column when the column still has our header and no other key. */
function restoreKeys(
  table: Table,
  live: LiveSheet,
  keys: string[],
  words: Words,
  restored: (name: string, index: number) => void,
): void {
  const headers = keys.map((_, index) => liveText(live, HEADER_ROW_INDEX, index).trim());
  for (const [name, key] of Object.entries(table.keyOf)) {
    if (keys.includes(key)) continue;
    const header = words.header(table.key, name);
    const index = headers.indexOf(header);
    if (index === -1 || keys[index] !== '' || headers.lastIndexOf(header) !== index) continue;
    keys[index] = key;
    restored(name, index);
  }
}

function keyCell(sheetId: number, columnIndex: number, key: string): WorkbookRequest {
  return {
    updateCells: {
      start: { sheetId, rowIndex: KEY_ROW_INDEX, columnIndex },
      rows: [{ values: [{ userEnteredValue: { stringValue: key } }] }],
      fields: 'userEnteredValue',
    },
  };
}

/** A dimension can be inserted before an existing column only; past the last one it is appended. */
function insertColumn(sheetId: number, index: number, columnCount: number): WorkbookRequest {
  if (index >= columnCount) return { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } };
  const range = { sheetId, dimension: 'COLUMNS' as const, startIndex: index, endIndex: index + 1 };
  return { insertDimension: { range, inheritFromBefore: false } };
}
