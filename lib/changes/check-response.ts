// What the batch's response says of the rows we wrote: were the key row, the ids and the adopted rows where the read had
// seen them? Everything it returns is the state right after our batch, so it also tells where appended rows landed.

import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { Grid } from '#lib/tables/definition/grid.ts';
import { KEY_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import { byTable } from './by-table.ts';
import type { RowAppend, RowUpdate } from './change-set.ts';
import type { Commit } from './plan-commit.ts';

/** The part of batchUpdate's answer that we ask for (fields mask of the hosts). */
export interface BatchUpdateAnswer {
  readonly updatedSpreadsheet?: { readonly sheets?: readonly AnswerSheet[] };
}

interface AnswerSheet {
  readonly properties?: { readonly sheetId?: number | null };
  readonly data?: readonly {
    readonly startRow?: number | null;
    readonly startColumn?: number | null;
    readonly rowData?: readonly {
      readonly values?: readonly { readonly effectiveValue?: AnswerValue | null }[] | null;
    }[];
  }[];
}

interface AnswerValue {
  readonly stringValue?: string | null;
  readonly numberValue?: number | null;
  readonly boolValue?: boolean | null;
}

/** Cells right after the batch, by sheet: what was asked for, nothing else. */
export type AppliedCells = ReadonlyMap<number, Grid['values']>;

export interface ResponseCheck {
  /** Tables in which a row or a column was not where the read had seen it: to be put right. */
  readonly moved: readonly TableKey[];
  /** Of tables read whole: 0-based row of the first row we appended. */
  readonly appendedAt: ReadonlyMap<TableKey, number>;
  readonly applied: AppliedCells;
}

export function checkResponse(commit: Commit, workbook: WorkbookState, answer: BatchUpdateAnswer): ResponseCheck {
  const applied = appliedCells(answer);
  const moved: TableKey[] = [];
  const appendedAt = new Map<TableKey, number>();
  for (const [table, { updates, appends }] of byTable(commit.changes)) {
    const state: TableState = workbook[table];
    const cells = applied.get(state.table.sheetId) ?? [];
    const columnsStand = sameKeyRow(state, cells);
    if (!columnsStand || updates.some((update) => !rowStands(update, state, cells))) moved.push(table);
    const [firstAppend] = appends;
    if (firstAppend === undefined || state.grid.partial === true || !columnsStand) continue;
    const rowIndex = findAppended(firstAppend, state, cells);
    if (rowIndex === null) moved.push(table);
    else appendedAt.set(table, rowIndex);
  }
  return { moved: [...new Set(moved)], appendedAt, applied };
}

function appliedCells(answer: BatchUpdateAnswer): AppliedCells {
  const bySheet = new Map<number, CellValue[][]>();
  for (const sheet of answer.updatedSpreadsheet?.sheets ?? []) {
    const sheetId = sheet.properties?.sheetId ?? 0;
    const rows = bySheet.get(sheetId) ?? [];
    bySheet.set(sheetId, rows);
    for (const block of sheet.data ?? []) {
      const startColumn = block.startColumn ?? 0;
      (block.rowData ?? []).forEach((row, offset) => {
        const rowIndex = (block.startRow ?? 0) + offset;
        rows[rowIndex] ??= [];
        const target = rows[rowIndex] as CellValue[];
        (row.values ?? []).forEach((cell, column) => {
          target[startColumn + column] = plainValue(cell.effectiveValue);
        });
      });
    }
  }
  return bySheet;
}

function plainValue(value: AnswerValue | null | undefined): CellValue {
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
}

function sameKeyRow(state: TableState, cells: Grid['values']): boolean {
  for (const [name, columnIndex] of state.columnIndexOf) {
    if (String(cells[KEY_ROW_INDEX]?.[columnIndex] ?? '').trim() !== state.table.keyOf[name]) return false;
  }
  return true;
}

function rowStands(update: RowUpdate, state: TableState, cells: Grid['values']): boolean {
  const idColumn = state.columnIndexOf.get('id') ?? 0;
  const row = cells[update.rowIndex] ?? [];
  if (!('id' in update.cells)) return String(row[idColumn] ?? '').trim() === (update.id ?? '');
  // The id was just written here, so it proves nothing: the rest of the row must be what was read.
  const read = state.rawOf(update.rowIndex);
  return [...state.columnIndexOf].every(([name, columnIndex]) => {
    const change = update.cells[name];
    return sameCell(row[columnIndex] ?? null, change === undefined ? (read[name] ?? null) : change.after);
  });
}

function findAppended(append: RowAppend, state: TableState, cells: Grid['values']): number | null {
  const idColumn = state.columnIndexOf.get('id') ?? 0;
  for (let rowIndex = state.endRowIndex - 1; rowIndex < cells.length; rowIndex++) {
    if (cells[rowIndex]?.[idColumn] === append.id) return rowIndex;
  }
  return null;
}
