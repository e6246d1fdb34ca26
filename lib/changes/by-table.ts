// Changes sorted by the table they touch, in the order in which tables and changes come.
import type { TableKey } from '#lib/tables/tables.ts';
import type { RowAppend, RowChange, RowUpdate } from './change-set.ts';

export interface TableChanges {
  readonly updates: readonly RowUpdate[];
  readonly appends: readonly RowAppend[];
}

export function byTable(changes: readonly RowChange[]): ReadonlyMap<TableKey, TableChanges> {
  const tables = new Map<TableKey, { updates: RowUpdate[]; appends: RowAppend[] }>();
  for (const change of changes) {
    const own = tables.get(change.table) ?? { updates: [], appends: [] };
    tables.set(change.table, own);
    if (change.kind === 'update') own.updates.push(change);
    else own.appends.push(change);
  }
  return tables;
}
