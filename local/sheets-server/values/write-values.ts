/**
 * The values.* writes: update, append, clear. RAW never parses, USER_ENTERED reads like a keyboard; null leaves a cell as it
 * is, '' clears it. Formats stay, except that USER_ENTERED gives a number format to a cell that has none.
 */
import { serialNow } from '../formula/serial-now.ts';
import { invalid } from '../schema/api-error.ts';
import { renderRange, type Span } from '../workbook/a1.ts';
import type { Draft } from '../workbook/draft.ts';
import { growGrid } from '../workbook/grow-grid.ts';
import { cellFormats } from '../workbook/interned.ts';
import { setFormat, setInput } from '../workbook/row-cells.ts';
import type { Row, Sheet } from '../workbook/workbook.ts';
import { checkLength } from '../workbook/write-cell.ts';
import { parseEntry } from './parse-entry.ts';

export type ValueInputOption = 'RAW' | 'USER_ENTERED';
export type EnteredRows = readonly (readonly unknown[])[];

export interface WrittenRange {
  readonly sheet: Sheet;
  readonly span: Span;
  readonly updatedRows: number;
  readonly updatedColumns: number;
  readonly updatedCells: number;
}

/** Writes rows into `span`; throws ApiError 400 when they do not fit into it. */
export function writeValues(draft: Draft, span: Span, rows: EnteredRows, option: ValueInputOption): WrittenRange {
  const sheet = draft.writableSheet(span.sheetId);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length > span.bottom - span.top) {
    throw invalid(
      `Requested writing within range [${renderRange(sheet, span)}], but tried writing to row [${span.bottom + 1}]`,
    );
  }
  if (width > span.right - span.left) {
    throw invalid(
      `Requested writing within range [${renderRange(sheet, span)}], but tried writing to column [${span.right + 1}]`,
    );
  }
  const writer = entryWriter(draft, option);
  const columns = new Set<number>();
  let updatedCells = 0;
  rows.forEach((values, down) => {
    const row = values.length === 0 ? undefined : draft.writableRow(sheet, span.top + down);
    values.forEach((value, across) => {
      if (value === null || value === undefined || row === undefined) return;
      writer(row, span.left + across, value);
      columns.add(across);
      updatedCells += 1;
    });
  });
  const updatedRows = rows.filter((values) => values.some((value) => value !== null && value !== undefined)).length;
  const written = { ...span, bottom: span.top + Math.max(rows.length, 1), right: span.left + Math.max(width, 1) };
  return { sheet, span: written, updatedRows, updatedColumns: columns.size, updatedCells };
}

/** Grows the sheet so that rows written at that corner fit, and gives their rectangle. */
export function roomFor(draft: Draft, sheetId: number, top: number, left: number, rows: EnteredRows): Span {
  const sheet = draft.writableSheet(sheetId);
  const bottom = top + Math.max(rows.length, 1);
  const right = left + Math.max(1, ...rows.map((row) => row.length));
  growGrid(draft, sheet, bottom, right);
  return { sheetId, top, left, bottom, right };
}

/** Empties the values of a rectangle; formats, notes and validation stay. */
export function clearValues(draft: Draft, span: Span): void {
  const sheet = draft.writableSheet(span.sheetId);
  const last = Math.min(span.bottom, sheet.rows.length);
  for (let index = span.top; index < last; index += 1) {
    if (sheet.rows[index] === undefined) continue;
    const row = draft.writableRow(sheet, index);
    const end = Math.min(span.right, row.inputs.length);
    for (let column = span.left; column < end; column += 1) row.inputs[column] = null;
  }
}

function entryWriter(draft: Draft, option: ValueInputOption): (row: Row, column: number, value: unknown) => void {
  const { locale, properties, nowMs } = draft;
  const today = Math.floor(serialNow(nowMs, properties.timeZone ?? 'Etc/GMT'));
  return (row, column, value) => {
    if (typeof value === 'number' || typeof value === 'boolean') {
      setInput(row, column, value);
      return;
    }
    if (typeof value !== 'string')
      throw invalid(`Invalid values[${column}]: struct_value or list_value is not a cell value`);
    checkLength(value, `Invalid values[${column}]`);
    if (option === 'RAW') {
      setInput(row, column, value === '' ? null : value);
      return;
    }
    const format = cellFormats.at(row.formats?.[column]);
    const isTextCell = format?.numberFormat?.type === 'TEXT' || format?.numberFormat?.pattern === '@';
    const { input, numberFormat } = parseEntry(value, locale, today, isTextCell);
    setInput(row, column, input);
    if (numberFormat !== undefined && format?.numberFormat === undefined) {
      setFormat(row, column, cellFormats.numberOf({ ...format, numberFormat }));
    }
  };
}
