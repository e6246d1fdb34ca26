// Which row and which column of a reading is which of a later one, when people moved rows and columns between the two. Rows
// are known by their id, rows without one by what stands in them; columns by their key, the team's own by their header.
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import { cellAt, type Grid } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX, HEADER_ROW_INDEX, KEY_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';

export interface Trace {
  /** Row of `now` → its row in `read`; null for one that was not there. */
  readonly readRowOf: (nowRow: number) => number | null;
  /** Row of `read` → its row now; null when it is gone, or when a copy makes it doubtful. */
  readonly nowRowOf: (readRow: number) => number | null;
  /** Column of `now` → its column in `read`; null for one that was not there. */
  readonly readColumnOf: (nowColumn: number) => number | null;
}

/**
 * @param written whether our commit wrote into that cell of `now`, so that what stands there tells nothing.
 */
export function traceRows(
  read: TableState,
  now: TableState,
  written: (nowRow: number, nowColumn: number) => boolean,
): Trace {
  const readColumns = tracedColumns(read.grid, now.grid);
  const readRowsById = rowsById(read, (row) => idAt(read, row));
  const idColumn = now.columnIndexOf.get('id') ?? 0;
  const idNow = (row: number) => (written(row, idColumn) ? null : idAt(now, row));
  const nowRowsById = rowsById(now, idNow);
  // Rows that no id can find again: those without one, and those whose id is no longer in the sheet.
  const readRows = dataRows(read);
  const readLost = readRows.filter((row) => {
    const id = idAt(read, row);
    return id === null || !nowRowsById.has(id);
  });
  const nowNameless = dataRows(now).filter((row) => idNow(row) === null);
  const likeness = (readRow: number, nowRow: number) =>
    equalCells(read.grid, readRow, now.grid, nowRow, readColumns, written);
  return {
    readRowOf(nowRow) {
      const id = idNow(nowRow);
      const known = id === null ? undefined : readRowsById.get(id)?.[0];
      // A row whose id was overwritten, by us or by a person, is still the row it was.
      if (known !== undefined) return known;
      const like = (readRow: number) => likeness(readRow, nowRow);
      return likest(readLost, like) ?? likest(readRows, like);
    },
    nowRowOf(readRow) {
      const id = idAt(read, readRow);
      const found = id === null ? undefined : nowRowsById.get(id);
      if (found === undefined) return likest(nowNameless, (nowRow) => likeness(readRow, nowRow));
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    readColumnOf: (nowColumn) => readColumns[nowColumn] ?? null,
  };
}

/** The one row that has most in common; null when none has anything, or two have as much. */
function likest(rows: readonly number[], likeness: (row: number) => number): number | null {
  let best: number | null = null;
  let most = 0;
  for (const row of rows) {
    const count = likeness(row);
    if (count > most) [best, most] = [row, count];
    else if (count === most) best = null;
  }
  return best;
}

export function idAt(state: TableState, row: number): string | null {
  const cell = cellAt(state.grid, row, state.columnIndexOf.get('id') ?? 0);
  return cell === null ? null : String(cell).trim() || null;
}

function dataRows({ grid }: TableState): number[] {
  const rows: number[] = [];
  for (let row = FIRST_DATA_ROW_INDEX; row < grid.values.length; row++) {
    if (grid.values[row]?.some((cell) => cell !== null && cell !== '')) rows.push(row);
  }
  return rows;
}

function rowsById(state: TableState, idOf: (row: number) => string | null): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (let row = FIRST_DATA_ROW_INDEX; row < state.grid.values.length; row++) {
    const id = idOf(row);
    if (id === null) continue;
    const own = rows.get(id);
    if (own === undefined) rows.set(id, [row]);
    else own.push(row);
  }
  return rows;
}

/** Column of `now` → column of `read`. */
function tracedColumns(read: Grid, now: Grid): readonly (number | null)[] {
  const readNames = columnNames(read);
  return columnNames(now).map((name) => {
    const found = name === null ? -1 : readNames.indexOf(name);
    return found < 0 ? null : found;
  });
}

/** A name for each column: its key, else its header; null where neither tells it from the others. */
function columnNames(grid: Grid): readonly (string | null)[] {
  const width = grid.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const names = Array.from({ length: width }, (_, column) => {
    const key = text(grid, KEY_ROW_INDEX, column);
    const header = text(grid, HEADER_ROW_INDEX, column);
    return key !== '' ? `key ${key}` : header !== '' ? `header ${header}` : null;
  });
  return names.map((name) => (name !== null && names.indexOf(name) === names.lastIndexOf(name) ? name : null));
}

function text(grid: Grid, row: number, column: number): string {
  return String(cellAt(grid, row, column) ?? '').trim();
}

/** How many cells the two rows share; 0 when it is less than half of what the row held. */
function equalCells(
  read: Grid,
  readRow: number,
  now: Grid,
  nowRow: number,
  readColumns: readonly (number | null)[],
  written: (nowRow: number, nowColumn: number) => boolean,
): number {
  let equal = 0;
  let held = 0;
  for (const [nowColumn, readColumn] of readColumns.entries()) {
    if (readColumn === null || written(nowRow, nowColumn)) continue;
    const cell = cellAt(read, readRow, readColumn);
    if (cell === null) continue;
    held += 1;
    if (sameCell(cellAt(now, nowRow, nowColumn), cell)) equal += 1;
  }
  return 2 * equal >= held ? equal : 0;
}
