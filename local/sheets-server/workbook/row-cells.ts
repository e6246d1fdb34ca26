/**
 * Writing single cells of a row. The side arrays stay packed (no holes) and absent while nobody needs them; reading past an
 * array's end means "empty", so no reader may rely on their length.
 */
import type { CellInput, Row } from './workbook.ts';

/** Everything a cell holds, as moved by sort, copy and paste. */
export interface StoredCell {
  readonly input: CellInput;
  readonly format: number;
  readonly rule: number;
  readonly note: string | undefined;
}

export const emptyCell: StoredCell = { input: null, format: 0, rule: 0, note: undefined };

export function setInput(row: Row, column: number, input: CellInput): void {
  pad(row.inputs, column, null);
  row.inputs[column] = input;
}

export function setFormat(row: Row, column: number, format: number): void {
  if (row.formats === undefined) {
    if (format === 0) return;
    row.formats = [];
  }
  pad(row.formats, column, 0);
  row.formats[column] = format;
}

export function setRule(row: Row, column: number, rule: number): void {
  if (row.rules === undefined) {
    if (rule === 0) return;
    row.rules = [];
  }
  pad(row.rules, column, 0);
  row.rules[column] = rule;
}

export function setNote(row: Row, column: number, note: string | undefined): void {
  if (row.notes === undefined) {
    if (note === undefined) return;
    row.notes = [];
  }
  pad(row.notes, column, undefined);
  row.notes[column] = note;
}

export function cellOf(row: Row | undefined, column: number): StoredCell {
  if (row === undefined) return emptyCell;
  return {
    input: row.inputs[column] ?? null,
    format: row.formats?.[column] ?? 0,
    rule: row.rules?.[column] ?? 0,
    note: row.notes?.[column],
  };
}

export function setCell(row: Row, column: number, cell: StoredCell): void {
  setInput(row, column, cell.input);
  setFormat(row, column, cell.format);
  setRule(row, column, cell.rule);
  setNote(row, column, cell.note);
}

/** Opens `count` empty cells before `column` in every array of the row. */
export function insertCells(row: Row, column: number, count: number): void {
  for (const cells of arraysOf(row)) {
    if (cells.length > column) cells.splice(column, 0, ...Array.from({ length: count }, () => blankOf(row, cells)));
  }
}

/** Takes `count` cells from `column` on out of every array of the row. */
export function removeCells(row: Row, column: number, count: number): void {
  for (const cells of arraysOf(row)) cells.splice(column, count);
}

function arraysOf(row: Row): unknown[][] {
  const arrays: (unknown[] | undefined)[] = [row.inputs, row.formats, row.rules, row.notes];
  return arrays.filter((cells) => cells !== undefined);
}

function blankOf(row: Row, cells: unknown[]): unknown {
  if (cells === row.inputs) return null;
  return cells === row.notes ? undefined : 0;
}

function pad<T>(cells: T[], length: number, blank: T): void {
  while (cells.length < length) cells.push(blank);
}
