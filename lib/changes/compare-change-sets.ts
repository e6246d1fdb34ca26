// Is a ChangeSet planned again at commit the one that a person saw? Row positions may differ (rows move, ids do not);
// every table, id, cell, before and after must be the same.
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { CellChange, RowChange } from './change-set.ts';

export function sameChanges(a: readonly RowChange[], b: readonly RowChange[]): boolean {
  return a.length === b.length && a.every((change, index) => sameChange(change, b[index] as RowChange));
}

function sameChange(a: RowChange, b: RowChange): boolean {
  if (a.kind !== b.kind || a.table !== b.table || a.id !== b.id) return false;
  // A row without id is known by its place only.
  if (a.kind === 'update' && b.kind === 'update' && a.id === null && a.rowIndex !== b.rowIndex) return false;
  const names = Object.keys(a.cells);
  if (names.length !== Object.keys(b.cells).length) return false;
  return names.every((name) => name in b.cells && sameValue(a.cells[name], b.cells[name]));
}

function sameValue(a: CellChange | CellValue | undefined, b: CellChange | CellValue | undefined): boolean {
  if (isCellChange(a) && isCellChange(b)) return sameCell(a.before, b.before) && sameCell(a.after, b.after);
  return !isCellChange(a) && !isCellChange(b) && sameCell(a ?? null, b ?? null);
}

function isCellChange(value: CellChange | CellValue | undefined): value is CellChange {
  return typeof value === 'object' && value !== null;
}
