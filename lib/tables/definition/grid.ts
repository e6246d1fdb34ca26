// What a host hands to lib: the raw cells of one tab, and which of them hold formulas. Rows are ragged as the API gives them.
import type { CellValue } from './column.ts';

export interface Grid {
  readonly sheetId: number;
  /** The tab's title as people have it now: used to name places and response ranges, never to find anything. */
  readonly title: string;
  /** values[row][column]; trailing empty cells and rows are absent; an empty cell inside is null or ''. */
  readonly values: readonly (readonly CellValue[])[];
  /** `row,column` (0-based) of the cells that hold a formula. */
  readonly formulas: ReadonlySet<string>;
  /** Only the key row, and perhaps some rows, were read: a ledger that an action appends to without reading it. */
  readonly partial?: true;
  /** Système only: the revision that the fence's marks tell, read before the cells; people may type over its cell. */
  readonly markedRevision?: number;
}

export function cellAt(grid: Grid, rowIndex: number, columnIndex: number): CellValue {
  const value = grid.values[rowIndex]?.[columnIndex];
  return value === undefined || value === '' ? null : value;
}

/** 0-based column → its letters: 0 → A, 27 → AB. */
export function columnLetters(columnIndex: number): string {
  let letters = '';
  for (let rest = columnIndex; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A1 notation of one cell, 0-based indexes. */
export function cellName(rowIndex: number, columnIndex: number): string {
  return `${columnLetters(columnIndex)}${rowIndex + 1}`;
}

/** A1 notation with the tab quoted, as every range we send: titles are people's and may hold anything. */
export function quotedRange(title: string, range: string): string {
  return `'${title.replace(/'/g, "''")}'!${range}`;
}
