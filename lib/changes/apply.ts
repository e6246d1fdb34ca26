// Puts changes into the in-memory workbook, so that the next plan of the same action sees them. It decodes exactly as a
// read would: what a plan sees here is what it would see had the changes been written and read back.
import type { CellValue } from '#lib/tables/definition/column.ts';
import { assembleState, createRowDecoder, type DecodedRow } from '#lib/tables/definition/decode-table.ts';
import type { Grid } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { RowChange } from './change-set.ts';

export function applyChanges(workbook: WorkbookState, changes: readonly RowChange[], words: Words): WorkbookState {
  const byTable = new Map<TableKey, RowChange[]>();
  for (const change of changes) {
    const own = byTable.get(change.table);
    if (own === undefined) byTable.set(change.table, [change]);
    else own.push(change);
  }
  if (byTable.size === 0) return workbook;
  const next: Record<string, TableState> = { ...workbook };
  for (const [key, own] of byTable) next[key] = applyToTable(workbook[key], own, words);
  return next as unknown as WorkbookState;
}

function applyToTable(state: TableState, changes: readonly RowChange[], words: Words): TableState {
  const values = state.grid.values.slice();
  const touched = new Set<number>();
  // appendCells writes after the last row that holds anything, so the model's rows must reach that far.
  while (values.length < state.endRowIndex) values.push([]);
  for (const change of changes) {
    const rowIndex = change.kind === 'append' ? values.length : change.rowIndex;
    const row = (values[rowIndex] ?? []).slice();
    for (const [name, cell] of Object.entries(change.cells)) {
      const columnIndex = state.columnIndexOf.get(name);
      if (columnIndex !== undefined)
        setCell(row, columnIndex, change.kind === 'append' ? (cell as CellValue) : afterOf(cell));
    }
    values[rowIndex] = row;
    touched.add(rowIndex);
  }
  while (values.length > 0 && (values[values.length - 1] as readonly CellValue[]).every(isEmpty)) values.pop();
  // The revision that a commit writes into Système is from then on the cell's.
  const { markedRevision: _, ...rest } = state.grid;
  const grid: Grid = { ...rest, values };
  const decoded = decodedRows(state, grid, touched, words);
  return assembleState(state.table, grid, state, decoded);
}

function decodedRows(state: TableState, grid: Grid, touched: ReadonlySet<number>, words: Words): DecodedRow[] {
  const decoded: DecodedRow[] = [];
  for (const row of state.rows) {
    if (touched.has(row.rowIndex)) continue;
    decoded.push({
      id: row.id as string,
      rowIndex: row.rowIndex,
      cells: row,
      sound: true,
      problems: state.problemsByRow.get(row.rowIndex) ?? [],
    });
  }
  const again = new Set(touched);
  for (const row of [...state.setAside, ...state.unadopted]) again.add(row.rowIndex);
  const decodeRow = createRowDecoder(state.table, grid, state.columnIndexOf, words);
  for (const rowIndex of again) {
    const row = decodeRow(rowIndex);
    if (row !== null) decoded.push(row);
  }
  return decoded.sort((a, b) => a.rowIndex - b.rowIndex);
}

function isEmpty(cell: CellValue): boolean {
  return cell === null || cell === '';
}

function setCell(row: CellValue[], columnIndex: number, value: CellValue): void {
  while (row.length <= columnIndex) row.push(null);
  row[columnIndex] = value;
}

function afterOf(cell: unknown): CellValue {
  return (cell as { readonly after: CellValue }).after;
}
