/**
 * A1 notation and grid ranges. A Span is half-open, zero-based and always inside the sheet; whoever takes a range from a
 * request goes through here, so that "outside the grid" is refused in one place and with Google's words.
 */
import { invalid } from '../schema/api-error.ts';
import type { GridRange, NamedRange, Sheet } from './workbook.ts';

/** A rectangle of one sheet: rows [top, bottom), columns [left, right). */
export interface Span {
  readonly sheetId: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface RangeSource {
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
}

/** 'A' → 0, 'AA' → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → 'A', 26 → 'AA'. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A title as it stands before `!`: quoted unless it is a plain word. */
export function quoteTitle(title: string): string {
  const looksLikeCell = /^[A-Za-z]{1,3}[0-9]+$/.test(title) || /^[0-9]/.test(title);
  return /^[A-Za-z0-9_]+$/.test(title) && !looksLikeCell ? title : `'${title.replaceAll("'", "''")}'`;
}

/** The range as answers name it, e.g. `'Stock 1'!A1:C3`; a single cell has no colon. */
export function renderRange(sheet: Sheet, span: Span): string {
  const first = `${columnLetters(span.left)}${span.top + 1}`;
  const last = `${columnLetters(span.right - 1)}${span.bottom}`;
  return `${quoteTitle(sheet.properties.title ?? '')}!${first === last ? first : `${first}:${last}`}`;
}

export function wholeSheet(sheet: Sheet): Span {
  return { sheetId: sheet.sheetId, top: 0, bottom: sheet.rowCount, left: 0, right: sheet.columnCount };
}

/**
 * The rectangle of a range in A1 notation: `Tab!A1:B2`, `Tab`, `A:A`, `1:3`, `A3:D`, or the name of a named range (names
 * come before tab titles). The end is cut at the grid's edge; a start outside it is refused.
 */
export function parseA1(source: RangeSource, text: string): Span {
  const named = source.namedRanges.find((range) => range.name?.toLowerCase() === text.toLowerCase());
  if (named?.range) return resolveGridRange(sheetById(source, named.range.sheetId), named.range);
  const bang = text.lastIndexOf('!');
  const titled = sheetByTitle(source, unquoteTitle(bang < 0 ? text : text.slice(0, bang)));
  if (bang < 0 && titled !== undefined) return wholeSheet(titled);
  const sheet = bang < 0 ? source.sheets[0] : titled;
  const cells = parseCells(text.slice(bang + 1));
  if (sheet === undefined || cells === undefined) throw invalid(`Unable to parse range: ${text}`);
  const { top, left, bottom, right } = cells;
  if (top >= sheet.rowCount || left >= sheet.columnCount) {
    throw invalid(
      `Range (${renderStart(sheet, cells)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return {
    sheetId: sheet.sheetId,
    top,
    left,
    bottom: Math.min(bottom ?? sheet.rowCount, sheet.rowCount),
    right: Math.min(right ?? sheet.columnCount, sheet.columnCount),
  };
}

/** The rectangle of a GridRange; missing bounds are the sheet's edges. Throws ApiError 400 when it leaves the grid. */
export function resolveGridRange(sheet: Sheet, range: GridRange, label = 'range'): Span {
  const top = range.startRowIndex ?? 0;
  const left = range.startColumnIndex ?? 0;
  const bottom = range.endRowIndex ?? sheet.rowCount;
  const right = range.endColumnIndex ?? sheet.columnCount;
  if (bottom > sheet.rowCount || right > sheet.columnCount || top >= sheet.rowCount || left >= sheet.columnCount) {
    throw invalid(
      `${label}[${sheet.properties.title}] exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  if (top < 0 || left < 0 || bottom < top || right < left) {
    throw invalid(`${label}: start and end indexes must not be negative, nor the end before the start`);
  }
  return { sheetId: sheet.sheetId, top, left, bottom, right };
}

/** Rectangles of a1 cells without a sheet; undefined when the text is not one. Absent ends are open. */
export function parseCells(
  text: string,
): { top: number; left: number; bottom: number | undefined; right: number | undefined } | undefined {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?(?:(:)\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?)?$/.exec(text);
  if (match === null) return undefined;
  const [, column, row, colon, endColumn, endRow] = match;
  const hasStart = column !== undefined || row !== undefined;
  const isCell = column !== undefined && row !== undefined;
  if (!hasStart || (colon === undefined && !isCell)) return undefined;
  if (colon !== undefined && endColumn === undefined && endRow === undefined) return undefined;
  const rows = [row, endRow].filter((value) => value !== undefined).map(Number);
  const columns = [column, endColumn].filter((value) => value !== undefined).map(columnIndex);
  const openRows = colon !== undefined && endRow === undefined;
  const openColumns = colon !== undefined && endColumn === undefined;
  return {
    top: rows.length > 0 ? Math.min(...rows) - 1 : 0,
    left: columns.length > 0 ? Math.min(...columns) : 0,
    bottom: openRows || rows.length === 0 ? undefined : Math.max(...rows),
    right: openColumns || columns.length === 0 ? undefined : Math.max(...columns) + 1,
  };
}

export function sheetByTitle(source: { readonly sheets: readonly Sheet[] }, title: string): Sheet | undefined {
  const wanted = title.toLowerCase();
  return source.sheets.find((sheet) => sheet.properties.title?.toLowerCase() === wanted);
}

export function sheetById(source: { readonly sheets: readonly Sheet[] }, sheetId: number | null | undefined): Sheet {
  const found = source.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0));
  if (found === undefined) throw invalid(`No grid with id: ${sheetId ?? 0}`);
  return found;
}

export function unquoteTitle(text: string): string {
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

function renderStart(sheet: Sheet, cells: { top: number; left: number }): string {
  return `${quoteTitle(sheet.properties.title ?? '')}!${columnLetters(cells.left)}${cells.top + 1}`;
}
