// Live formulas, written so that one text works in every locale and engine: English names, `;` between arguments, no decimal
// literal, no `{}`, whole columns named by table and column so that they follow people's moves at creation.
import { columnLetters } from '#lib/tables/definition/grid.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { columnReference, type PlacedTab } from './place-tab.ts';

export interface FormulaScope {
  /** The whole column of a table: `'Lots'!$M:$M`. */
  readonly column: (table: TableKey, name: string) => string;
  /** The cell of the same row: `$D7`. */
  readonly cell: (name: string) => string;
  /** 1-based row in the sheet. */
  readonly row: number;
}

export type FormulaOf = (scope: FormulaScope) => string;

/** @param rowIndex 0-based row the formula stands in. */
export function renderFormula(
  formula: FormulaOf,
  tab: PlacedTab,
  rowIndex: number,
  tabs: ReadonlyMap<TableKey, PlacedTab>,
): string {
  return formula({
    column: (table, name) => {
      const target = tabs.get(table);
      if (target === undefined) throw new Error(`Bug: formula names the table ${table}, which has no tab`);
      return columnReference(target, name);
    },
    cell: (name) => `$${columnLetters(tab.columnIndexOf.get(name) ?? 0)}${rowIndex + 1}`,
    row: rowIndex + 1,
  });
}

/** The formula apart from where things stand: what tells a changed formula from a moved column. */
export function formulaSpec(formula: FormulaOf): string {
  return formula({ column: (table, name) => `<${table}.${name}>`, cell: (name) => `<${name}>`, row: 0 });
}

/** Whether a column that the formula names is made anew: what pointed at the old one has lost it. */
export function namesNewColumn(formula: FormulaOf, tabs: ReadonlyMap<TableKey, PlacedTab>): boolean {
  let found = false;
  formula({
    column: (table, name) => {
      found ||= tabs.get(table)?.newColumns.has(name) === true;
      return '';
    },
    cell: () => '',
    row: 0,
  });
  return found;
}
