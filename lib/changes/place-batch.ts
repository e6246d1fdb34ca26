// Where a cell of an applied batch stands now. Rows and columns may have moved once more between the batch and the reading
// after it: the batch's response tells keys and ids as they were, and what we wrote is recognised where it tells nothing.
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX, KEY_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { RowUpdate } from './change-set.ts';
import { idAt } from './trace-rows.ts';

export interface BatchPlaces {
  /** The row that the batch wrote this update to; null when it cannot be found again. */
  readonly rowNow: (update: RowUpdate) => number | null;
  /** null when the column cannot be found again. */
  readonly columnNow: (batchColumn: number) => number | null;
  /** Whether a column of ours stands elsewhere than the commit was planned for. */
  readonly columnsMoved: boolean;
}

/** @param batch cells right after the batch, as far as its response told them */
export function placeBatch(read: TableState, now: TableState, batch: readonly (readonly CellValue[])[]): BatchPlaces {
  const batchKeys = batch[KEY_ROW_INDEX];
  const keysNow = now.grid.values[KEY_ROW_INDEX] ?? [];
  const movedAgain = batchKeys !== undefined && !sameKeys(batchKeys, keysNow);
  const columnNow = (batchColumn: number) => {
    if (!movedAgain) return batchColumn;
    const key = batchKeys[batchColumn] ?? null;
    const found = key === null ? -1 : keysNow.indexOf(key);
    return found < 0 ? null : found;
  };
  const idColumn = read.columnIndexOf.get('id') ?? 0;
  const tellsIds = batchKeys?.[idColumn] === read.table.keyOf.id;
  const rowOfId = rowsOfIds(now);
  return {
    columnNow,
    columnsMoved: movedAgain || [...read.columnIndexOf].some(([name, at]) => now.columnIndexOf.get(name) !== at),
    rowNow(update) {
      const id = tellsIds ? (batch[update.rowIndex]?.[idColumn] ?? null) : null;
      const named = id === null ? null : (rowOfId.get(String(id).trim()) ?? null);
      return named ?? recognisedRow(update, read, now, columnNow);
    },
  };
}

/** The row that holds what the update wrote: where it was written, else the only one that does. */
function recognisedRow(
  { rowIndex, cells }: RowUpdate,
  read: TableState,
  now: TableState,
  columnNow: BatchPlaces['columnNow'],
): number | null {
  const written = Object.entries(cells).map(
    ([name, { after }]) => [columnNow(read.columnIndexOf.get(name) ?? 0) ?? 0, after] as const,
  );
  const same = (row: number, [column, value]: (typeof written)[number]) =>
    sameCell(cellAt(now.grid, row, column), value);
  const holdsAll = (row: number) => written.every((cell) => same(row, cell));
  if (holdsAll(rowIndex)) return rowIndex;
  const elsewhere: number[] = [];
  for (let row = FIRST_DATA_ROW_INDEX; row < now.grid.values.length; row++) if (holdsAll(row)) elsewhere.push(row);
  if (elsewhere.length === 1) return elsewhere[0] ?? null;
  return written.some((cell) => cell[1] !== null && same(rowIndex, cell)) ? rowIndex : null;
}

/** null for an id that stands twice. */
function rowsOfIds(now: TableState): ReadonlyMap<string, number | null> {
  const rows = new Map<string, number | null>();
  for (let row = FIRST_DATA_ROW_INDEX; row < now.grid.values.length; row++) {
    const id = idAt(now, row);
    if (id !== null) rows.set(id, rows.has(id) ? null : row);
  }
  return rows;
}

function sameKeys(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  for (let column = 0; column < Math.max(a.length, b.length); column++) {
    if (!sameCell(a[column] ?? null, b[column] ?? null)) return false;
  }
  return true;
}
