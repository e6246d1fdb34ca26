// Where a plan collects its changes. It encodes values, drops what is already so, and refuses what must not be written: a
// person's formula, a row set aside (but for what is said of it), a table that could not be read, a text no cell can hold.
// It decides nothing of the shop's.
import { formatId } from '#lib/kernel/ids.ts';
import { type Place, type Problem, problem } from '#lib/kernel/problem.ts';
import { encodeCell, sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { CellChange, ChangeSet, RowChange } from './change-set.ts';
import { lastNumber } from './last-number.ts';

export interface Draft {
  /** Changes cells of a sound row; nothing happens for cells that hold the value already. */
  readonly update: <T extends Table>(
    state: TableState<T>,
    row: { readonly id: string; readonly rowIndex: number },
    patch: Partial<Cells<T>>,
    group?: string,
  ) => void;
  /** Appends a row; columns not named stay empty. */
  readonly append: <T extends Table>(
    state: TableState<T>,
    cells: Partial<Cells<T>> & { readonly id: string },
    group?: string,
  ) => void;
  /**
   * The next id of the table's prefix; each call takes one. The counter itself is written by the commit, piece by piece, so
   * that a night killed half-way gives the same ids again.
   */
  readonly nextId: (state: TableState) => string;
  /** Gives a row typed by hand its id and its defaults, where its cells are empty. */
  readonly adopt: (state: TableState, rowIndex: number, cells: Readonly<Record<string, unknown>>) => void;
  readonly report: (...problems: readonly Problem[]) => void;
  readonly changeSet: () => ChangeSet;
}

/** @param workbook as read, with the changes of earlier plans of the same action applied. */
export function createDraft(workbook: WorkbookState, words: Words): Draft {
  const changes: RowChange[] = [];
  const problems: Problem[] = [];
  const taken = new Map<string, number>();
  return {
    update(state, row, patch, group) {
      if (!state.usable) return;
      const cells = changedCells(state, row, mayWrite(state, row) ? patch : onlyCheck(patch), words, problems);
      if (Object.keys(cells).length === 0) return;
      const table = state.table.key as TableKey;
      changes.push({
        kind: 'update',
        table,
        id: row.id,
        rowIndex: row.rowIndex,
        group: group ?? `${table}/${row.id}`,
        cells,
      });
    },
    append(state, cells, group) {
      if (!state.usable) return;
      const table = state.table.key as TableKey;
      const encoded: Record<string, CellValue> = {};
      for (const [name, value] of Object.entries(cells)) {
        const cell = encodeCell(columnOf(state.table, name).type, value, words);
        if (!isTooLong(cell)) encoded[name] = cell;
        else problems.push(tooLong(state, name, cell, { tab: state.title, cell: '1:1', id: cells.id }, words));
      }
      changes.push({ kind: 'append', table, id: cells.id, group: group ?? `${table}/${cells.id}`, cells: encoded });
    },
    adopt(state, rowIndex, values) {
      if (!state.usable) return;
      const cells = changedCells(state, { id: '', rowIndex }, values, words, problems);
      const table = state.table.key as TableKey;
      changes.push({ kind: 'update', table, id: null, rowIndex, group: `${table}/row ${rowIndex + 1}`, cells });
    },
    nextId(state) {
      const prefix = state.table.prefix ?? '';
      const last = taken.get(prefix) ?? lastNumber(workbook.system, state, prefix);
      taken.set(prefix, last + 1);
      return formatId(prefix, last + 1);
    },
    report: (...found) => problems.push(...found),
    changeSet: () => ({ changes, problems }),
  };
}

function changedCells(
  state: TableState,
  row: { readonly id: string; readonly rowIndex: number },
  patch: Readonly<Record<string, unknown>>,
  words: Words,
  problems: Problem[],
): Record<string, CellChange> {
  const raw = state.rawOf(row.rowIndex);
  const cells: Record<string, CellChange> = {};
  for (const [name, value] of Object.entries(patch)) {
    const columnIndex = state.columnIndexOf.get(name);
    if (columnIndex === undefined) continue; // Already a Problem: columnMissing.
    const after = encodeCell(columnOf(state.table, name).type, value, words);
    const before = raw[name] ?? null;
    if (sameCell(before, after)) continue;
    const at = { tab: state.title, cell: cellName(row.rowIndex, columnIndex), id: row.id };
    if (isTooLong(after)) problems.push(tooLong(state, name, after, at, words));
    else if (state.hasFormula(row.rowIndex, name)) {
      problems.push(problem('cellHoldsFormula', { header: words.header(state.table.key, name) }, at));
    } else cells[name] = { before, after };
  }
  return cells;
}

/** A sound row; or a row of the job's own tab with a bad cell, which the job knows and puts right. Never an id that stands twice. */
function mayWrite(state: TableState, row: { readonly id: string; readonly rowIndex: number }): boolean {
  if (state.byId.get(row.id)?.rowIndex === row.rowIndex) return true;
  const aside =
    state.table.owner === 'job' ? state.setAside.find(({ rowIndex }) => rowIndex === row.rowIndex) : undefined;
  return aside?.reason === 'bad-cell';
}

/** Of a row set aside nothing is written but what is said of it. */
function onlyCheck(patch: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return 'check' in patch ? { check: patch.check } : {};
}

/** Google's limit for a cell. */
const CELL_CHARACTERS = 50_000;

function isTooLong(cell: CellValue): cell is string {
  return typeof cell === 'string' && cell.length > CELL_CHARACTERS;
}

function tooLong(state: TableState, name: string, cell: string, at: Place, words: Words): Problem {
  return problem('rowTooLong', { header: words.header(state.table.key, name), length: cell.length }, at);
}

function columnOf(table: Table, name: string) {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`Bug: ${table.key} has no column ${name}`);
  return column;
}
