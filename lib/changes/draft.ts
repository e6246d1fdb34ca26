// Where a plan collects its changes. It encodes values, drops what is already so, and refuses what must not be written: a
// person's formula, a row set aside, a table that could not be read. It decides nothing of the shop's.
import { formatId, numberOfId } from '#lib/kernel/ids.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { encodeCell, sameCell } from '#lib/tables/definition/cell-codec.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { CellChange, ChangeSet, RowChange } from './change-set.ts';
import { counterKey, systemNumber } from './system-state.ts';

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
  /** The next id of the table's prefix; each call takes one. */
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
      const cells = changedCells(state, row, patch, words, problems);
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
      const encoded = Object.fromEntries(
        Object.entries(cells).map(([name, value]) => [
          name,
          encodeCell(columnOf(state.table, name).type, value, words),
        ]),
      );
      changes.push({ kind: 'append', table, id: cells.id, group: group ?? `${table}/${cells.id}`, cells: encoded });
    },
    adopt(state, rowIndex, values) {
      const cells = changedCells(state, { id: '', rowIndex }, values, words, problems);
      const table = state.table.key as TableKey;
      changes.push({ kind: 'update', table, id: null, rowIndex, group: `${table}/row ${rowIndex + 1}`, cells });
    },
    nextId(state) {
      const prefix = state.table.prefix ?? '';
      const last = taken.get(prefix) ?? lastNumber(workbook, state, prefix);
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
    if (state.hasFormula(row.rowIndex, name)) {
      const at = { tab: state.title, cell: cellName(row.rowIndex, columnIndex), id: row.id };
      problems.push(problem('cellHoldsFormula', { header: words.header(state.table.key, name) }, at));
    } else cells[name] = { before, after };
  }
  return cells;
}

function columnOf(table: Table, name: string) {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`Bug: ${table.key} has no column ${name}`);
  return column;
}

/**
 * The greater of the counter and of the ids seen: a person may have typed a higher one, or reset the counter. The counter
 * itself is written by the commit (plan-commit.ts), piece by piece, so a night killed half-way gives the same ids again.
 */
function lastNumber(workbook: WorkbookState, state: TableState, prefix: string): number {
  let last = systemNumber(workbook.system, counterKey(prefix)) ?? 0;
  for (const { id } of state.rows) last = Math.max(last, numberOfId(prefix, String(id)) ?? 0);
  for (const { id } of state.setAside) last = Math.max(last, numberOfId(prefix, id ?? '') ?? 0);
  return last;
}
