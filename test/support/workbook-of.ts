// A workbook in memory from rows written in a test: encoded to cells and decoded again, so that a plan sees what a read
// would give it. Every table is there; those not named are empty.
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { Grid } from '#lib/tables/definition/grid.ts';
import { type Cells, FIRST_DATA_ROW_INDEX, type Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, type Tables, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

/** A cell as a person left it, whatever its column expects. */
export interface RawCell {
  readonly raw: CellValue;
  readonly formula: boolean;
}

export const raw = (value: CellValue): RawCell => ({ raw: value, formula: false });
/** A formula a person typed, with the value it gives. */
export const typedFormula = (value: CellValue): RawCell => ({ raw: value, formula: true });

/** A decoded row may be given back: its place is ignored. */
export type TestRow<T extends Table> = { readonly [Name in keyof Cells<T>]?: Cells<T>[Name] | RawCell } & {
  readonly rowIndex?: number;
};
export type TestRows = { readonly [Key in TableKey]?: readonly TestRow<Tables[Key]>[] };

/** @param without tabs that were deleted. */
export function workbookOf(rows: TestRows, without: readonly TableKey[] = []): WorkbookState {
  const workbook: Record<string, TableState> = {};
  for (const key of Object.keys(tables) as TableKey[]) {
    const table: Table = tables[key];
    const grid = without.includes(key) ? undefined : gridOf(table, (rows[key] ?? []) as readonly AnyRow[]);
    workbook[key] = decodeTable(table, grid, fr).state;
  }
  return workbook as unknown as WorkbookState;
}

type AnyRow = Readonly<Record<string, unknown>>;

function gridOf(table: Table, rows: readonly AnyRow[]): Grid {
  const names = Object.keys(table.columns);
  const formulas = new Set<string>();
  const values: CellValue[][] = [
    names.map((name) => table.keyOf[name] ?? ''),
    names.map((name) => fr.header(table.key, name)),
  ];
  rows.forEach((row, index) => {
    for (const name of Object.keys(row)) {
      if (name !== 'rowIndex' && !names.includes(name)) throw new Error(`${table.key} has no column ${name}`);
    }
    values.push(
      names.map((name, columnIndex) => {
        const cell = row[name];
        const column = table.columns[name];
        if (column === undefined || cell === undefined) return null;
        if (!isRaw(cell)) return encodeCell(column.type, cell, fr);
        if (cell.formula) formulas.add(`${FIRST_DATA_ROW_INDEX + index},${columnIndex}`);
        return cell.raw;
      }),
    );
  });
  return { sheetId: table.sheetId, title: fr.tabTitle(table.key), values, formulas };
}

function isRaw(cell: unknown): cell is RawCell {
  return typeof cell === 'object' && cell !== null && 'raw' in cell;
}
