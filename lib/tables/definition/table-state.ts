// A table as read: sound rows, and beside them every row that could not be used and why. Nothing read is dropped.
import type { Problem } from '#lib/kernel/problem.ts';
import type { CellValue } from './column.ts';
import type { Grid } from './grid.ts';
import type { Row, Table } from './table.ts';

export interface TableState<T extends Table = Table> {
  readonly table: T;
  /** The tab's title now. */
  readonly title: string;
  /** false: the tab, its id column or a required column is missing. No plan may rely on this table (and none may write). */
  readonly usable: boolean;
  /** Rows whose required cells are all sound, in sheet order. */
  readonly rows: readonly Row<T>[];
  readonly byId: ReadonlyMap<string, Row<T>>;
  /** Rows with an id that cannot be used: a required cell is bad, or the id stands twice. Never written, never replaced. */
  readonly setAside: readonly SetAsideRow[];
  /** Rows typed by hand that have no id yet. */
  readonly unadopted: readonly SetAsideRow[];
  /** Column name → 0-based column in the sheet; a missing optional column is absent. */
  readonly columnIndexOf: ReadonlyMap<string, number>;
  /** 0-based row after the last one that holds anything. */
  readonly endRowIndex: number;
  /** The raw cells by column name, for what a ChangeSet calls `before`. */
  readonly rawOf: (rowIndex: number) => Readonly<Record<string, CellValue>>;
  readonly hasFormula: (rowIndex: number, name: string) => boolean;
  readonly grid: Grid;
  /** What is wrong with the tab and its key row, apart from its rows. */
  readonly tabProblems: readonly Problem[];
  /** What is wrong with the cells of a row, by 0-based row. */
  readonly problemsByRow: ReadonlyMap<number, readonly Problem[]>;
}

export interface SetAsideRow {
  readonly id: string | null;
  readonly rowIndex: number;
  /** What could be decoded; bad or empty cells are absent. */
  readonly cells: Readonly<Record<string, unknown>>;
  readonly reason: 'bad-cell' | 'duplicate-id' | 'no-id';
}
