// The starter rows of one tab: all of them on a bare tab; later only those that are missing or that programs keep current.
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import { cellFormatOf, type IdRangeOf, validationOf } from '#lib/tables/definition/cell-format.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { formulaSpec, namesNewColumn, renderFormula } from './live-formula.ts';
import { type LiveSheet, liveRowCount, liveText } from './live-workbook.ts';
import type { PlacedTab } from './place-tab.ts';
import type { StarterRow } from './starter-rows.ts';
import type { TemplateRecord } from './template-record.ts';
import { type CellSent, validationSent, type WorkbookRequest } from './workbook-request.ts';

export interface RowContext {
  readonly tab: PlacedTab;
  readonly record: TemplateRecord;
  readonly tabs: ReadonlyMap<TableKey, PlacedTab>;
  readonly idRangeOf: IdRangeOf;
  readonly words: Words;
}

export interface PlannedRows {
  readonly requests: readonly WorkbookRequest[];
  readonly preview: readonly string[];
}

const FIELDS = 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation';

export function planStarterRows(context: RowContext, rows: readonly StarterRow[]): PlannedRows {
  const { tab, record, words } = context;
  const states = new Map(
    rows.map((row) => {
      const isLost = Object.values(row.formulas).some((formula) => namesNewColumn(formula, context.tabs));
      return [row, record.note(pieceOf(row), specOf(row), tab.bare || isLost)];
    }),
  );
  if (tab.bare || tab.live === undefined) return { requests: writeAll(context, rows), preview: [] };

  const rowIndexOf = liveRowIndexes(tab, tab.live);
  const absent = rows.filter((row) => !rowIndexOf.has(row.id) && (row.restored || states.get(row) === 'new'));
  const outdated = rows.filter((row) => rowIndexOf.has(row.id) && row.kept.length > 0 && states.get(row) !== 'same');
  const requests = outdated.flatMap((row) => keepCurrent(context, row, rowIndexOf.get(row.id) ?? 0));
  if (absent.length > 0) {
    const first = liveRowCount(tab.live);
    const values = absent.map((row, offset) => ({ values: rowCells(context, row, first + offset) }));
    requests.push({ appendCells: { sheetId: tab.table.sheetId, rows: values, fields: FIELDS } });
  }
  const { preview } = words.workbook;
  return {
    requests,
    preview: [
      ...(absent.length > 0 ? [preview.rows({ tab: tab.title, count: absent.length })] : []),
      ...(outdated.length > 0 ? [preview.texts({ tab: tab.title, count: outdated.length })] : []),
    ],
  };
}

/** Row ids as they stand → 0-based row. */
export function liveRowIndexes(tab: PlacedTab, live: LiveSheet): ReadonlyMap<string, number> {
  const column = tab.columnIndexOf.get('id') ?? 0;
  const found = new Map<string, number>();
  for (let row = FIRST_DATA_ROW_INDEX; row < liveRowCount(live); row++) {
    const id = liveText(live, row, column).trim();
    if (id !== '' && !found.has(id)) found.set(id, row);
  }
  return found;
}

function writeAll(context: RowContext, rows: readonly StarterRow[]): WorkbookRequest[] {
  if (rows.length === 0) return [];
  const start = { sheetId: context.tab.table.sheetId, rowIndex: FIRST_DATA_ROW_INDEX, columnIndex: 0 };
  const cells = rows.map((row, offset) => ({ values: rowCells(context, row, FIRST_DATA_ROW_INDEX + offset) }));
  return [{ updateCells: { start, rows: cells, fields: FIELDS } }];
}

function keepCurrent(context: RowContext, row: StarterRow, rowIndex: number): WorkbookRequest[] {
  const { tab } = context;
  return row.kept.map((name) => {
    const columnIndex = tab.columnIndexOf.get(name) ?? 0;
    const cell = cellOf(context, row, name, rowIndex);
    const start = { sheetId: tab.table.sheetId, rowIndex, columnIndex };
    return { updateCells: { start, rows: [{ values: [cell] }], fields: 'userEnteredValue' } };
  });
}

/** Every cell up to the last column of ours, so that people's columns further right stay out of it. */
function rowCells(context: RowContext, row: StarterRow, rowIndex: number): CellSent[] {
  const { tab, idRangeOf, words } = context;
  const cells: CellSent[] = Array.from({ length: Math.max(...tab.columnIndexOf.values()) + 1 }, () => ({}));
  for (const [name, columnIndex] of tab.columnIndexOf) {
    const column = tab.table.columns[name];
    if (column === undefined) continue;
    const format = row.formats[name] ?? cellFormatOf(column);
    const validation = validationOf(tab.table, name, words, idRangeOf);
    cells[columnIndex] = {
      ...cellOf(context, row, name, rowIndex),
      ...(format === null ? {} : { userEnteredFormat: format }),
      ...(validation === null ? {} : { dataValidation: validationSent(validation) }),
    };
  }
  return cells;
}

function cellOf({ tab, tabs, words }: RowContext, row: StarterRow, name: string, rowIndex: number): CellSent {
  const formula = row.formulas[name];
  if (formula !== undefined) return { userEnteredValue: { formulaValue: renderFormula(formula, tab, rowIndex, tabs) } };
  const column = tab.table.columns[name];
  const value: CellValue = column === undefined ? null : encodeCell(column.type, row.cells[name], words);
  switch (typeof value) {
    case 'string':
      return { userEnteredValue: { stringValue: value } };
    case 'number':
      return { userEnteredValue: { numberValue: value } };
    case 'boolean':
      return { userEnteredValue: { boolValue: value } };
    default:
      return {};
  }
}

function pieceOf(row: StarterRow): string {
  return `s.${row.id.replace(/ /g, '_')}`;
}

/** What may change in a row later: only what programs keep. */
function specOf(row: StarterRow): unknown {
  const formulas = Object.entries(row.formulas).map(([name, formula]) => [name, formulaSpec(formula)]);
  return [row.kept.map((name) => [name, row.cells[name] ?? null]), formulas];
}
