// Where a cell of a decoded row stands, as a Problem says it.
import type { Place } from '#lib/kernel/problem.ts';
import { cellName } from './grid.ts';
import type { TableState } from './table-state.ts';

/** @param name a column's property name; a missing column gives the row's first cell. */
export function placeOf(
  state: Pick<TableState, 'title' | 'columnIndexOf'>,
  row: { readonly id: string; readonly rowIndex: number },
  name: string,
): Place {
  return { tab: state.title, cell: cellName(row.rowIndex, state.columnIndexOf.get(name) ?? 0), id: row.id };
}
