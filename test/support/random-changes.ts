// Random workbooks and random changes to them, for laws: a few tables of different roles, cells as people and programs leave
// them, rows without id, ids that stand twice, updates and appends in any order.
import fc from 'fast-check';
import type { RowAppend, RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { formatId } from '#lib/kernel/ids.ts';
import type { CellValue, Column } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, type TestRows, workbookOf } from './workbook-of.ts';

export const changedTables = ['hubs', 'lots', 'movements', 'customers', 'tickets', 'points'] as const;

const junk: fc.Arbitrary<CellValue> = fc.constantFrom(
  '=1+1',
  '007',
  '1-2',
  'TRUE',
  ' ',
  '',
  "l'été",
  '22/11/2026',
  -3,
  true,
);

/** What a cell of the column may hold, mostly what it should. */
function cellOf(column: Column): fc.Arbitrary<CellValue> {
  return fc.oneof({ weight: 8, arbitrary: soundCell(column) }, { weight: 1, arbitrary: junk });
}

function soundCell({ type }: Column): fc.Arbitrary<CellValue> {
  switch (type.kind) {
    case 'choice':
      return fc.constantFrom(...fr.choiceLabels(type.codes));
    case 'day':
      return fc.integer({ min: 40_000, max: 50_000 });
    case 'wallTime':
      return fc.integer({ min: 40_000 * 24, max: 50_000 * 24 }).map((hours) => hours / 24);
    case 'instant':
      return fc.integer({ min: 10, max: 28 }).map((number) => `2026-11-${number}T09:00:00Z`);
    case 'money':
      return fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100);
    case 'integer':
    case 'decimal':
      return fc.nat({ max: 500 });
    case 'rate':
      return fc.constantFrom(0, 0.05, 0.2);
    case 'flag':
      return fc.boolean();
    default:
      return fc.string({ maxLength: 12, unit: 'grapheme' });
  }
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });

/** What a row cannot do without, as it should be. */
function soundCells(table: Table): fc.Arbitrary<Record<string, CellValue>> {
  const required = Object.entries(table.columns).filter(([name, column]) => column.required && name !== 'id');
  const cells = required.map(([name, column]) => [
    name,
    soundCell(column).map((cell) => (typeof cell === 'string' ? cell.trim() || 'x' : cell)),
  ]);
  return fc.record(Object.fromEntries(cells));
}

function rowCells(table: Table, names: readonly string[]): fc.Arbitrary<Record<string, CellValue>> {
  return fc.record(Object.fromEntries(names.map((name) => [name, maybe(cellOf(table.columns[name] as Column))])));
}

/** Rows of the tables, their ids in order; now and then one without id, or with the id of another. */
export const randomWorkbook: fc.Arbitrary<WorkbookState> = fc
  .record(
    Object.fromEntries(
      changedTables.map((key) => {
        const table: Table = tables[key];
        const names = Object.keys(table.columns).filter((name) => name !== 'id');
        const id = fc.constantFrom('own', 'own', 'own', 'own', 'none', 'first');
        return [key, fc.array(fc.tuple(id, rowCells(table, names)), { maxLength: 6 })];
      }),
    ),
  )
  .map((chosen) => {
    const rows = Object.entries(chosen).map(([key, own]) => [
      key,
      own.map(([id, cells], index) => {
        const number = id === 'first' ? 1 : index + 1;
        const given = id === 'none' ? null : formatId(tables[key as TableKey].prefix ?? '', number);
        return Object.fromEntries(Object.entries({ ...cells, id: given }).map(([name, cell]) => [name, raw(cell)]));
      }),
    ]);
    return workbookOf(Object.fromEntries(rows) as TestRows);
  });

/** Updates of rows that stand, by place, with the before of the workbook; appends with new ids. */
function randomChanges(workbook: WorkbookState, maxLength = 12): fc.Arbitrary<RowChange[]> {
  const change = fc.constantFrom(...changedTables).chain((key): fc.Arbitrary<RowChange | null> => {
    const state: TableState = workbook[key];
    const { rows, table } = { rows: [...state.rows, ...state.setAside, ...state.unadopted], table: state.table };
    const names = fc.subarray(
      Object.keys(table.columns).filter((name) => name !== 'id'),
      { minLength: 1, maxLength: 4 },
    );
    const required = fc.oneof({ weight: 9, arbitrary: soundCells(table) }, fc.constant({}));
    const append = fc
      .tuple(
        fc.nat({ max: 9 }),
        required,
        names.chain((own) => rowCells(table, own)),
      )
      .map(([number, needed, cells]): RowAppend => {
        const id = formatId(table.prefix ?? '', 100 + number);
        return { kind: 'append', table: key, id, group: `g${number % 3}`, cells: { id, ...cells, ...needed } };
      });
    if (rows.length === 0) return append;
    const update = fc
      .tuple(
        fc.nat({ max: rows.length - 1 }),
        names.chain((own) => rowCells(table, own)),
      )
      .map(([index, cells]): RowUpdate => {
        const { id, rowIndex } = rows[index] as { readonly id: string | null; readonly rowIndex: number };
        const before = state.rawOf(rowIndex);
        const changed = Object.entries(cells).map(([name, after]) => [name, { before: before[name] ?? null, after }]);
        return {
          kind: 'update',
          table: key,
          id,
          rowIndex,
          group: `g${index % 3}`,
          cells: Object.fromEntries(changed),
        };
      });
    return fc.oneof({ weight: 2, arbitrary: update }, append);
  });
  return fc.array(change, { maxLength }).map((changes) => changes.filter((each) => each !== null));
}

/** Shown by its cells and changes when a law fails: whole, a workbook is megabytes. */
export const workbookAndChanges = randomWorkbook.chain((workbook) =>
  randomChanges(workbook).map((changes) => ({
    workbook,
    changes,
    [fc.toStringMethod]: () =>
      JSON.stringify({ changes, cells: changedTables.map((key) => [key, workbook[key].grid.values.slice(2)]) }),
  })),
);
