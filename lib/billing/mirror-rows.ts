// One row for each Stripe object: found by id, changed only where it differs, appended when it is not there, repaired when
// a person broke a cell. An id that stands twice is frozen: the decoder's Problem tells, nothing is written.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { encodeCell, sameCell } from '#lib/tables/definition/cell-codec.ts';
import { cellAt } from '#lib/tables/definition/grid.ts';
import type { Cells, Row, Table } from '#lib/tables/definition/table.ts';
import type { SetAsideRow, TableState } from '#lib/tables/definition/table-state.ts';
import { notePutRight, wasChangedByHand } from './put-right.ts';

export interface Mirror<T extends Table> {
  /** What could be decoded of the row with this id, sound or broken; undefined when there is none or it is frozen. */
  readonly cellsOf: (id: string) => Partial<Cells<T>> | undefined;
  /**
   * `cells` and `onlyNew` together hold every required column. `onlyNew` is what another plan keeps up: written when the
   * row is appended or when the cell there is broken.
   */
  readonly put: (cells: Partial<Cells<T>> & { readonly id: string }, onlyNew?: Partial<Cells<T>>) => void;
}

/** @param fixed columns that Stripe never changes once set: another value there was typed by hand. */
export function createMirror<T extends Table>(
  context: PlanContext,
  draft: Draft,
  state: TableState<T>,
  fixed: readonly (keyof Cells<T> & string)[],
): Mirror<T> {
  const asideById = new Map<string, SetAsideRow>();
  for (const row of state.setAside) if (row.id !== null) asideById.set(row.id, row);
  return {
    cellsOf(id) {
      const aside = asideById.get(id);
      return aside?.reason === 'bad-cell' ? (aside.cells as Partial<Cells<T>>) : state.byId.get(id);
    },
    put(cells, onlyNew = {}) {
      const { id } = cells;
      const aside = asideById.get(id);
      if (aside?.reason === 'duplicate-id') return;
      const sound = state.byId.get(id);
      if (sound !== undefined && holdsAll(state, sound, cells, onlyNew)) return;
      const rowIndex = sound?.rowIndex ?? aside?.rowIndex;
      if (rowIndex === undefined) draft.append(state, { ...onlyNew, ...cells });
      else putRow(context, draft, state, { id, rowIndex }, cells, onlyNew, fixed);
    },
  };
}

/** The quick answer for the many rows of a night in which nothing changed: values are compared as read, nothing is encoded. */
function holdsAll<T extends Table>(
  state: TableState<T>,
  row: Row<T>,
  cells: Readonly<Record<string, unknown>>,
  onlyNew: Readonly<Record<string, unknown>>,
): boolean {
  const known = row as Readonly<Record<string, unknown>>;
  for (const name in cells) {
    if (known[name] !== cells[name]) return false;
    if (cells[name] === null && !isBlank(state, row.rowIndex, name)) return false;
  }
  for (const name in onlyNew) if (known[name] === null) return false;
  return true;
}

/** Whether nothing at all stands in the cell: one that cannot be read is null as well. */
function isBlank(state: TableState, rowIndex: number, name: string): boolean {
  const columnIndex = state.columnIndexOf.get(name);
  return columnIndex === undefined || cellAt(state.grid, rowIndex, columnIndex) === null;
}

function putRow<T extends Table>(
  context: PlanContext,
  draft: Draft,
  state: TableState<T>,
  row: { readonly id: string; readonly rowIndex: number },
  cells: Partial<Cells<T>>,
  onlyNew: Partial<Cells<T>>,
  fixed: readonly string[],
): void {
  const { table } = state;
  const raw = state.rawOf(row.rowIndex);
  const isBroken = (name: string) => wasChangedByHand(context, table, name, raw[name] ?? null, false);
  const repairs = Object.entries(onlyNew).filter(([name]) => isBroken(name));
  const patch: Partial<Cells<T>> = repairs.length === 0 ? cells : { ...Object.fromEntries(repairs), ...cells };
  for (const [name, value] of Object.entries(patch)) {
    const column = table.columns[name];
    const before = raw[name] ?? null;
    if (column === undefined || !state.columnIndexOf.has(name) || state.hasFormula(row.rowIndex, name)) continue;
    if (sameCell(before, encodeCell(column.type, value, context.words))) continue;
    if (wasChangedByHand(context, table, name, before, fixed.includes(name)))
      notePutRight(context, draft, `${table.key}/${row.id}`, { table, name, before, value });
  }
  draft.update(state, row, patch);
}
