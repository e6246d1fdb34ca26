// What the JSON cells of a Journal row must look like. People can edit these cells, and an undo or a repair acts on what
// stands there, so anything else than what we write is refused whole. Plain checks: a schema library would weigh more in the
// add-on than all of the plans of undo and repair together.
import type { CellValue } from '#lib/tables/definition/column.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import type { JournalUpdate } from './journal.ts';

type ByTable<Value> = Readonly<Partial<Record<TableKey, Value>>>;
type ByName<Value> = Readonly<Record<string, Value>>;

export function areUpdates(value: unknown): value is JournalUpdate[] {
  return Array.isArray(value) && value.every(isUpdate);
}

/** Ids of appended rows. */
export function isAppended(value: unknown): value is ByTable<readonly string[]> {
  return isByTable(value, (ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'));
}

/** Column name → 0-based column. */
export function areRanges(value: unknown): value is ByTable<ByName<number>> {
  return isByTable(value, (columns) => isRecord(columns) && Object.values(columns).every(Number.isSafeInteger));
}

function isUpdate(value: unknown): value is JournalUpdate {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [table, id, rowIndex, cells] = value as readonly unknown[];
  return (
    isTableKey(table) &&
    (id === null || typeof id === 'string') &&
    Number.isSafeInteger(rowIndex) &&
    isRecord(cells) &&
    Object.values(cells).every(isBeforeAndAfter)
  );
}

function isBeforeAndAfter(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isCell);
}

function isCell(value: unknown): value is CellValue {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function isByTable(value: unknown, isOne: (value: unknown) => boolean): boolean {
  return isRecord(value) && Object.entries(value).every(([table, one]) => isTableKey(table) && isOne(one));
}

function isTableKey(value: unknown): value is TableKey {
  return typeof value === 'string' && Object.keys(tables).includes(value);
}

function isRecord(value: unknown): value is ByName<unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
