// Cells → rows. Decoding never fails: what cannot be used becomes a Problem with its cell and a row set aside, and the
// rest of the table goes on. Columns are found by the key row, whatever people moved, renamed or inserted.
import { type Problem, type ProblemCode, problem } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';
import { decodeCell } from './cell-codec.ts';
import type { CellValue } from './column.ts';
import { cellAt, cellName, type Grid } from './grid.ts';
import { FIRST_DATA_ROW_INDEX, KEY_ROW_INDEX, type Row, type Table } from './table.ts';
import type { SetAsideRow, TableState } from './table-state.ts';

export interface DecodedTable<T extends Table> {
  readonly state: TableState<T>;
  readonly problems: readonly Problem[];
}

/** @param grid undefined when no tab has the table's sheetId. */
export function decodeTable<T extends Table>(table: T, grid: Grid | undefined, words: Words): DecodedTable<T> {
  if (grid === undefined) {
    const state = emptyState(table, words);
    return { state, problems: state.tabProblems };
  }
  const { columnIndexOf, problems, usable } = findColumns(table, grid, words);
  const decoded: DecodedRow[] = [];
  const decodeRow = createRowDecoder(table, grid, columnIndexOf, words);
  for (let rowIndex = FIRST_DATA_ROW_INDEX; rowIndex < grid.values.length; rowIndex++) {
    const row = decodeRow(rowIndex);
    if (row !== null) decoded.push(row);
  }
  const state = assembleState(table, grid, { columnIndexOf, usable, tabProblems: problems }, decoded);
  return { state, problems: problemsOf(state) };
}

/** The tab's own problems, then its cells' in sheet order, then ids that stand twice. */
export function problemsOf(state: TableState): readonly Problem[] {
  return [...state.tabProblems, ...[...state.problemsByRow.values()].flat(), ...duplicateProblems(state)];
}

export interface DecodedRow {
  readonly id: string | null;
  readonly rowIndex: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly sound: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Decodes one row, null when it is blank; also used when a change is applied in memory, so that both see a cell alike. A
 * sound row carries its index among its cells, as rows do: it then need not be copied.
 */
export function createRowDecoder(
  table: Table,
  grid: Grid,
  columnIndexOf: ReadonlyMap<string, number>,
  words: Words,
): (rowIndex: number) => DecodedRow | null {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    return { name, column, index: columnIndexOf.get(name) };
  });
  const idColumn = columnIndexOf.get('id');
  return (rowIndex) => {
    if (isBlankRow(grid, rowIndex, columnIndexOf)) return null;
    const cells: Record<string, unknown> = {};
    const idCell = idColumn === undefined ? null : cellAt(grid, rowIndex, idColumn);
    const id = idCell === null ? null : String(idCell).trim() || null;
    let problems: Problem[] = [];
    let sound = true;
    const tell = (code: ProblemCode, params: object, columnIndex = 0) => {
      const at = { tab: grid.title, cell: cellName(rowIndex, columnIndex), ...(id === null ? {} : { id }) };
      problems = [...problems, problem(code, params as never, at)];
    };
    for (const { name, column, index } of columns) {
      const decoded = decodeCell(column.type, index === undefined ? null : cellAt(grid, rowIndex, index), words);
      const value = decoded.ok ? decoded.value : null;
      cells[name] = value;
      if (value === null && column.required) sound = false;
      if (!decoded.ok) tell(decoded.code, decoded.params, index);
      else if (value === null && column.required && name !== 'id')
        tell('cellRequired', { header: words.header(table.key, name) }, index);
    }
    if (sound && id !== null) cells.rowIndex = rowIndex;
    return { id, rowIndex, cells, sound, problems };
  };
}

/** What the key row tells of a tab. */
type TabState = Pick<TableState, 'columnIndexOf' | 'usable' | 'tabProblems'>;

/** Sorts decoded rows into sound, set aside and unadopted. @param decoded in sheet order */
export function assembleState<T extends Table>(
  table: T,
  grid: Grid,
  { columnIndexOf, usable, tabProblems }: TabState,
  decoded: readonly DecodedRow[],
): TableState<T> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of decoded) {
    if (id !== null && seen.size === seen.add(id).size) twice.add(id);
  }
  const rows: Row<T>[] = [];
  const byId = new Map<string, Row<T>>();
  const setAside: SetAsideRow[] = [];
  const unadopted: SetAsideRow[] = [];
  const problemsByRow = new Map<number, readonly Problem[]>();
  for (const row of decoded) {
    const { id, rowIndex, cells } = row;
    if (row.problems.length > 0) problemsByRow.set(rowIndex, row.problems);
    if (id === null) unadopted.push({ id, rowIndex, cells, reason: 'no-id' });
    else if (twice.has(id)) setAside.push({ id, rowIndex, cells, reason: 'duplicate-id' });
    else if (!row.sound) setAside.push({ id, rowIndex, cells, reason: 'bad-cell' });
    else {
      const sound = asRow<T>(cells, rowIndex);
      rows.push(sound);
      byId.set(id, sound);
    }
  }
  return {
    table,
    title: grid.title,
    usable,
    rows,
    byId,
    setAside,
    unadopted,
    columnIndexOf,
    endRowIndex: Math.max(grid.values.length, FIRST_DATA_ROW_INDEX),
    rawOf: (rowIndex) => rawCells(grid, rowIndex, columnIndexOf),
    hasFormula: (rowIndex, name) => grid.formulas.has(`${rowIndex},${columnIndexOf.get(name)}`),
    grid,
    tabProblems,
    problemsByRow,
  };
}

/** A row that did not change is the same object: tables are long, and a night applies many plans. */
function asRow<T extends Table>(cells: Readonly<Record<string, unknown>>, rowIndex: number): Row<T> {
  const known = cells.rowIndex === rowIndex;
  return (known ? cells : { ...cells, rowIndex }) as unknown as Row<T>;
}

function findColumns(table: Table, grid: Grid, words: Words) {
  const keys = grid.values[KEY_ROW_INDEX] ?? [];
  const indexOfKey = new Map<string, number>();
  const problems: Problem[] = [];
  keys.forEach((key, index) => {
    const name = String(key ?? '').trim();
    if (name === '') return;
    if (indexOfKey.has(name)) {
      problems.push(
        problem('columnKeyTwice', { key: name }, { tab: grid.title, cell: cellName(KEY_ROW_INDEX, index) }),
      );
    } else indexOfKey.set(name, index);
  });
  const columnIndexOf = new Map<string, number>();
  let usable = !problems.some((found) => found.code === 'columnKeyTwice');
  for (const [name, column] of Object.entries(table.columns)) {
    const key = table.keyOf[name] as string;
    const index = indexOfKey.get(key);
    if (index !== undefined) columnIndexOf.set(name, index);
    else {
      const code: ProblemCode = column.required ? 'requiredColumnMissing' : 'columnMissing';
      problems.push(problem(code, { header: words.header(table.key, name), key }, { tab: grid.title, cell: '1:1' }));
      if (column.required) usable = false;
    }
  }
  return { columnIndexOf, problems, usable };
}

function isBlankRow(grid: Grid, rowIndex: number, columnIndexOf: ReadonlyMap<string, number>): boolean {
  for (const columnIndex of columnIndexOf.values()) {
    const cell = cellAt(grid, rowIndex, columnIndex);
    // An unticked checkbox is a value to Sheets but no sign of a row.
    if (cell !== null && cell !== false && !(typeof cell === 'string' && cell.trim() === '')) return false;
  }
  return true;
}

function duplicateProblems(state: TableState): Problem[] {
  const rowsById = new Map<string, number[]>();
  const twice = state.setAside.filter((row) => row.reason === 'duplicate-id');
  for (const { id, rowIndex } of twice) {
    const rows = rowsById.get(id ?? '');
    if (rows === undefined) rowsById.set(id ?? '', [rowIndex + 1]);
    else rows.push(rowIndex + 1);
  }
  const namedById = new Map([...rowsById].map(([id, rows]) => [id, namedRows(rows)]));
  return twice.map(({ id, rowIndex }) => {
    const at = { tab: state.title, cell: cellName(rowIndex, state.columnIndexOf.get('id') ?? 0), id: id ?? '' };
    return problem('idTwice', { id: id ?? '', rows: namedById.get(id ?? '') ?? '' }, at);
  });
}

const NAMED_ROWS = 10;

function namedRows(rows: readonly number[]): string {
  return rows.length <= NAMED_ROWS ? rows.join(', ') : `${rows.slice(0, NAMED_ROWS).join(', ')}…`;
}

function rawCells(grid: Grid, rowIndex: number, columnIndexOf: ReadonlyMap<string, number>): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [name, columnIndex] of columnIndexOf) cells[name] = cellAt(grid, rowIndex, columnIndex);
  return cells;
}

function emptyState<T extends Table>(table: T, words: Words): TableState<T> {
  const grid: Grid = { sheetId: table.sheetId, title: words.tabTitle(table.key), values: [], formulas: new Set() };
  const missing = problem('tabMissing', { tab: words.tabTitle(table.key), sheetId: table.sheetId });
  return assembleState(table, grid, { columnIndexOf: new Map(), usable: false, tabProblems: [missing] }, []);
}
