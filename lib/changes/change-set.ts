// What an action would write, as data: every cell with its value before and after, every row to append. A ChangeSet is
// planned in lib, shown to a person, compared when planned again, and written by a host; nothing else ever writes.
import type { Problem } from '#lib/kernel/problem.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { TableKey } from '#lib/tables/tables.ts';

export interface CellChange {
  readonly before: CellValue;
  readonly after: CellValue;
}

/** Cells of a row that exists. `id` is what the row is found by; a row being adopted has none yet. */
export interface RowUpdate {
  readonly kind: 'update';
  readonly table: TableKey;
  readonly id: string | null;
  /** 0-based row at the time of the read; the response tells whether it still was when the batch was applied. */
  readonly rowIndex: number;
  /** Rows of one group are written together or not at all when the night is cut into pieces. */
  readonly group: string;
  /** By column name (not key). */
  readonly cells: Readonly<Record<string, CellChange>>;
}

/** A row at the end of a table. */
export interface RowAppend {
  readonly kind: 'append';
  readonly table: TableKey;
  readonly id: string;
  readonly group: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

export type RowChange = RowUpdate | RowAppend;

export interface ChangeSet {
  readonly changes: readonly RowChange[];
  /** What could not be planned, with its place. */
  readonly problems: readonly Problem[];
}
