// What a table is: one tab found by a sheetId that we chose, columns found by the key row. Row types are inferred.
// Layout of every tab: row 1 hidden keys, row 2 French headers, data from row 3.
import type { Column, Owner } from './column.ts';

export const KEY_ROW_INDEX = 0;
export const HEADER_ROW_INDEX = 1;
export const FIRST_DATA_ROW_INDEX = 2;

export type Columns = Readonly<Record<string, Column>>;

/** How the tab is used: a ledger is append-only, a view holds live formulas only, a mirror belongs to the job. */
export type TableRole = 'data' | 'ledger' | 'mirror' | 'view' | 'system';

export interface Table<Key extends string = string, Cols extends Columns = Columns> {
  readonly key: Key;
  /** Chosen by us at creation; survives renaming and copying. */
  readonly sheetId: number;
  /** Of the ids we give (CMD-000123); null when ids come from elsewhere (Stripe, a SKU, a setting's key). */
  readonly prefix: string | null;
  readonly role: TableRole;
  readonly owner: Owner;
  readonly columns: Cols;
  /** Property name → the key in row 1: snake case, without the unit `Cents` (cells hold euros). */
  readonly keyOf: { readonly [Name in keyof Cols]: string };
}

export type Cells<T extends Table> = {
  readonly [Name in keyof T['columns']]: T['columns'][Name] extends Column<infer Value> ? Value : never;
};

/** A decoded row: its cells, and the 0-based row of the sheet it was read from. */
export type Row<T extends Table> = Cells<T> & { readonly rowIndex: number };

export function defineTable<const Key extends string, const Cols extends Columns>(
  key: Key,
  options: {
    readonly sheetId: number;
    readonly prefix: string | null;
    readonly role: TableRole;
    readonly owner: Owner;
    readonly columns: Cols;
  },
): Table<Key, Cols> {
  const keyOf = Object.fromEntries(Object.keys(options.columns).map((name) => [name, columnKey(name)]));
  return { key, ...options, keyOf: keyOf as Table<Key, Cols>['keyOf'] };
}

/** receivedOn → received_on, unitCostCents → unit_cost. */
function columnKey(name: string): string {
  return name.replace(/Cents$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Who writes the column: its own owner, else the table's. */
export function ownerOf(table: Table, name: string): Owner {
  return table.columns[name]?.owner ?? table.owner;
}
