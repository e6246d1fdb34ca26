// How large a change will be in a batch, before it is encoded: what the night's pieces are cut by. Never less than it will
// be (test: the real bodies), its part of the Journal and of the response ranges included.
import type { CellValue } from '#lib/tables/definition/column.ts';
import { ownerOf, type Table } from '#lib/tables/definition/table.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import type { RowChange } from './change-set.ts';

/** Its id in the Journal, and its response range. */
const ROW_BYTES = 140;
/** `{"userEnteredValue":{"stringValue":…}}` */
const CELL_BYTES = 45;
/** A cell apart from its neighbours is a request of its own: `{"updateCells":{"start":…,"rows":…,"fields":…}}`. */
const UPDATE_BYTES = 210;
/** `{"userEnteredFormat":{"numberFormat":{"type":…,"pattern":…}}}` */
const FORMAT_BYTES = 95;
const CHOICE_BYTES = 60;

export function estimateBytes(change: RowChange): number {
  if (change.kind === 'append') {
    const values = Object.values(change.cells).reduce<number>((sum, cell) => sum + CELL_BYTES + valueBytes(cell), 0);
    return ROW_BYTES + BARE_ROW_BYTES[change.table] + values;
  }
  return Object.entries(change.cells).reduce(
    (sum, [name, { before, after }]) => sum + UPDATE_BYTES + name.length + valueBytes(before) + 2 * valueBytes(after),
    ROW_BYTES,
  );
}

const BARE_ROW_BYTES = Object.fromEntries(
  Object.values(tables as Readonly<Record<string, Table>>).map((table) => [table.key, bareRowBytes(table)]),
) as Readonly<Record<TableKey, number>>;

function bareRowBytes(table: Table): number {
  return Object.entries(table.columns).reduce((sum, [name, { type }]) => {
    // Nobody types in the job's columns: they carry no list.
    if (ownerOf(table, name) === 'job') return sum + FORMAT_BYTES;
    if (type.kind === 'choice') return sum + FORMAT_BYTES + 120 + type.codes.length * CHOICE_BYTES;
    return sum + FORMAT_BYTES + (type.kind === 'ref' ? 350 : type.kind === 'flag' ? 100 : 0);
  }, 0);
}

/** UTF-8 takes up to three bytes a character beyond ASCII; JSON's escapes take up to six. */
function valueBytes(value: CellValue): number {
  if (typeof value !== 'string') return 20;
  const plain = /^[ !#-[\]-~]*$/.test(value);
  return plain ? value.length + 4 : value.length * 6 + 4;
}
