// Whose points must not be touched tonight: a row of theirs cannot be read, so their sums would be wrong. A row that does
// not even say whose it is freezes everyone.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { SetAsideRow, TableState } from '#lib/tables/definition/table-state.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';

export interface Frozen {
  readonly everyone: boolean;
  readonly customers: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** @param repairable ids of set-aside lot rows that will be put right, and so freeze no one. */
export function findFrozen(workbook: WorkbookState, repairable: ReadonlySet<string>): Frozen {
  const { points, pointLots, facts, customers } = workbook;
  const frozen = new Set<string>();
  const problems: Problem[] = [];
  let everyone = false;
  const freeze = (state: TableState, row: SetAsideRow, customer: string | null) => {
    const at = placeOf(state, row);
    if (customer === null) everyone = true;
    else frozen.add(customer);
    problems.push(customer === null ? problem('pointsAllFrozen', {}, at) : problem('pointsFrozen', { customer }, at));
  };
  for (const row of points.setAside) freeze(points, row, customerOf(row));
  for (const row of pointLots.setAside) {
    if (row.id === null || !repairable.has(row.id)) freeze(pointLots, row, customerOf(row));
  }
  for (const row of facts.setAside) {
    const kind = row.cells.kind ?? null;
    const customer = customerOf(row);
    // A pause whose customer is unknown can only expire points too early, which the night gives back once it is known.
    if ((kind === null || kind === 'pause') && customer !== null) freeze(facts, row, customer);
  }
  for (const row of customers.setAside) if (row.id !== null) freeze(customers, row, row.id);
  return { everyone, customers: frozen, problems };
}

/** The first cell that makes the row unusable: its id when that stands twice, else a required cell that is bad or empty. */
function placeOf(state: TableState, row: SetAsideRow) {
  const bad = Object.entries(state.table.columns).find(
    ([name, column]) => column.required && (row.cells[name] ?? null) === null,
  );
  const name = row.reason === 'duplicate-id' || bad === undefined ? 'id' : bad[0];
  const cell = cellName(row.rowIndex, state.columnIndexOf.get(name) ?? 0);
  return { tab: state.title, cell, ...(row.id === null ? {} : { id: row.id }) };
}

function customerOf(row: SetAsideRow): string | null {
  return (row.cells.customerId as string | null | undefined) ?? null;
}
