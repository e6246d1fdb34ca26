// The cells that a repair sets in one tab, and what it reports of it. Cells in columns of ours become changes, which the
// Journal keeps; cells in the team's own columns become bare requests.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellAt, cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { CellChange, RowUpdate } from './change-set.ts';
import { type BatchPlaces, placeBatch } from './place-batch.ts';
import { type SheetsRequest, typedCell } from './sheets-request.ts';
import { idAt } from './trace-rows.ts';

export interface RepairSheet extends BatchPlaces {
  readonly read: TableState;
  readonly now: TableState;
  readonly valueNow: (row: number, column: number) => CellValue;
  /** undefined for a column that is not ours. */
  readonly nameNow: (column: number) => string | undefined;
  readonly set: (row: number, column: number, after: CellValue) => void;
  readonly willBeSet: (row: number, column: number) => boolean;
  /** Somebody changed the cell since: it stays as it is. */
  readonly report: (row: number, column: number) => void;
  readonly problems: readonly Problem[];
  readonly changes: () => RowUpdate[];
  readonly foreignCells: () => SheetsRequest[];
}

export function createRepairSheet(
  table: TableKey,
  read: TableState,
  now: TableState,
  batch: readonly (readonly CellValue[])[],
): RepairSheet {
  const problems: Problem[] = [];
  const writes = new Map<string, Write>();
  const nameOfColumn = new Map([...now.columnIndexOf].map(([name, column]) => [column, name]));
  const valueNow = (row: number, column: number) => cellAt(now.grid, row, column);
  return {
    ...placeBatch(read, now, batch),
    read,
    now,
    valueNow,
    nameNow: (column) => nameOfColumn.get(column),
    set(row, column, after) {
      writes.set(`${row},${column}`, { row, column, name: nameOfColumn.get(column), after });
    },
    willBeSet: (row, column) => writes.has(`${row},${column}`),
    report(row, column) {
      const value = String(valueNow(row, column) ?? '');
      problems.push(problem('cellChangedSince', { value }, { tab: now.title, cell: cellName(row, column) }));
    },
    problems,
    changes: () => changesOf(table, now, [...writes.values()]),
    foreignCells: () =>
      [...writes.values()].filter(({ name }) => name === undefined).map((write) => requestOf(now, write)),
  };
}

interface Write {
  readonly row: number;
  readonly column: number;
  readonly name: string | undefined;
  readonly after: CellValue;
}

function changesOf(table: TableKey, now: TableState, writes: readonly Write[]): RowUpdate[] {
  const byRow = new Map<number, Record<string, CellChange>>();
  for (const { row, column, name, after } of writes) {
    if (name === undefined) continue;
    const cells = byRow.get(row) ?? {};
    cells[name] = { before: cellAt(now.grid, row, column), after };
    byRow.set(row, cells);
  }
  return [...byRow].map(([rowIndex, cells]) => {
    const id = cells.id === undefined ? idAt(now, rowIndex) : cells.id.after;
    const known = id === null ? null : String(id);
    return { kind: 'update', table, id: known, rowIndex, group: `repair/${table}/${rowIndex}`, cells };
  });
}

function requestOf(now: TableState, { row, column, after }: Write): SheetsRequest {
  return {
    updateCells: {
      start: { sheetId: now.table.sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [typedCell(after)] }],
      fields: 'userEnteredValue',
    },
  };
}
