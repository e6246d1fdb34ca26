/**
 * Snapshots: cells as neutral rows (sheet, row, col, kind, input, format …), the rest as one JSON document in the API's own
 * words, so that the data outlive this program. Only sheets that changed since the last snapshot are written again.
 */
import type { DatabaseSync } from 'node:sqlite';
import { emptyRow } from '../workbook/draft.ts';
import { cellFormats, type InternTable, validationRules } from '../workbook/interned.ts';
import { setCell } from '../workbook/row-cells.ts';
import { type CellInput, isFormula, type Row, type Sheet, type Workbook } from '../workbook/workbook.ts';

/**
 * The sheet objects this process has written, to tell which have changed. Empty after opening a file: its numbers of formats
 * and rules are those of another process, so the first snapshot writes everything.
 */
export type SheetsAtSnapshot = ReadonlyMap<number, Sheet>;

type StoredSheet = Omit<Sheet, 'rows' | 'owner'> & { readonly dimensions: readonly [number, Row['dimension']][] };
type StoredState = Omit<Workbook, 'sheets' | 'developerMetadata'> & {
  readonly sheets: readonly StoredSheet[];
  readonly developerMetadata: readonly unknown[];
};

interface CellRow {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly kind: 'number' | 'text' | 'boolean' | 'formula' | 'empty';
  readonly input: string | number | null;
  readonly format: number;
  readonly rule: number;
  readonly note: string | null;
}

const loadedOwner = {};

export function writeSnapshot(
  database: DatabaseSync,
  workbook: Workbook,
  revision: number,
  known: SheetsAtSnapshot,
): SheetsAtSnapshot {
  database.exec('BEGIN IMMEDIATE');
  try {
    const gone = [...known.keys()].filter((id) => !workbook.sheets.some((sheet) => sheet.sheetId === id));
    const changed = workbook.sheets.filter((sheet) => known.get(sheet.sheetId) !== sheet);
    if (known.size === 0) database.exec('DELETE FROM cell; DELETE FROM cell_format; DELETE FROM cell_rule;');
    const clear = database.prepare('DELETE FROM cell WHERE sheet = ?');
    for (const id of [...gone, ...changed.map(({ sheetId }) => sheetId)]) clear.run(id);
    for (const sheet of changed) writeCells(database, sheet);
    writeTable(database, 'cell_format', cellFormats);
    writeTable(database, 'cell_rule', validationRules);
    const state: StoredState = {
      ...workbook,
      sheets: workbook.sheets.map(storedSheet),
      developerMetadata: [...workbook.developerMetadata.values()],
    };
    database
      .prepare('INSERT OR REPLACE INTO snapshot(id, revision, state) VALUES (1, ?, ?)')
      .run(revision, JSON.stringify(state));
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
  return new Map(workbook.sheets.map((sheet) => [sheet.sheetId, sheet]));
}

export function readSnapshot(
  database: DatabaseSync,
): { readonly workbook: Workbook; readonly revision: number } | undefined {
  const row = database.prepare('SELECT revision, state FROM snapshot').get() as
    | { revision: number; state: string }
    | undefined;
  if (row === undefined) return undefined;
  const { sheets: stored, developerMetadata, ...rest } = JSON.parse(row.state) as StoredState;
  const sheets = stored.map(({ dimensions, ...sheet }): Sheet => {
    const rows: (Row | undefined)[] = [];
    const loaded: Sheet = { ...sheet, basicFilter: sheet.basicFilter, owner: loadedOwner, rows };
    for (const [index, dimension] of dimensions) rowAt(rows, index).dimension = dimension;
    return loaded;
  });
  readCells(database, new Map(sheets.map((sheet) => [sheet.sheetId, sheet])));
  const metadata = developerMetadata as { metadataId: number }[];
  const workbook: Workbook = {
    ...rest,
    sheets,
    developerMetadata: new Map(metadata.map((entry) => [entry.metadataId, entry])),
  };
  return { workbook, revision: row.revision };
}

function storedSheet({ rows, owner: _owner, ...sheet }: Sheet): StoredSheet {
  const dimensions: [number, Row['dimension']][] = [];
  rows.forEach((row, index) => {
    if (row?.dimension !== undefined) dimensions.push([index, row.dimension]);
  });
  return { ...sheet, columns: Array.from(sheet.columns, (column) => column ?? {}), dimensions };
}

function writeCells(database: DatabaseSync, sheet: Sheet): void {
  const insert = database.prepare(
    'INSERT INTO cell(sheet, row, col, kind, input, format, rule, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  sheet.rows.forEach((row, index) => {
    if (row === undefined) return;
    const width = Math.max(row.inputs.length, row.formats?.length ?? 0, row.rules?.length ?? 0, row.notes?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const input = row.inputs[column] ?? null;
      const [format, rule, note] = [row.formats?.[column] ?? 0, row.rules?.[column] ?? 0, row.notes?.[column] ?? null];
      if (input === null && format === 0 && rule === 0 && note === null) continue;
      insert.run(sheet.sheetId, index, column, kindOf(input), storedInput(input), format, rule, note);
    }
  });
}

function readCells(database: DatabaseSync, sheets: ReadonlyMap<number, Sheet>): void {
  const formats = readTable(database, 'cell_format', cellFormats);
  const rules = readTable(database, 'cell_rule', validationRules);
  const cells = database.prepare('SELECT * FROM cell ORDER BY sheet, row, col').iterate() as Iterable<CellRow>;
  for (const cell of cells) {
    const rows = sheets.get(cell.sheet)?.rows;
    if (rows === undefined) continue;
    setCell(rowAt(rows, cell.row), cell.col, {
      input: inputOf(cell),
      format: formats.get(cell.format) ?? 0,
      rule: rules.get(cell.rule) ?? 0,
      note: cell.note ?? undefined,
    });
  }
}

function rowAt(rows: (Row | undefined)[], index: number): Row {
  while (rows.length <= index) rows.push(undefined);
  let row = rows[index];
  if (row === undefined) {
    row = emptyRow(loadedOwner);
    rows[index] = row;
  }
  return row;
}

function kindOf(input: CellInput): CellRow['kind'] {
  if (input === null) return 'empty';
  if (isFormula(input)) return 'formula';
  return typeof input === 'string' ? 'text' : (typeof input as 'number' | 'boolean');
}

function storedInput(input: CellInput): string | number | null {
  if (isFormula(input)) return input.formula;
  return typeof input === 'boolean' ? Number(input) : input;
}

function inputOf({ kind, input }: CellRow): CellInput {
  if (kind === 'formula') return { formula: String(input) };
  return kind === 'boolean' ? input === 1 : input;
}

/** Tables only grow, so rows that are already there stay. */
function writeTable<T extends object>(database: DatabaseSync, table: string, values: InternTable<T>): void {
  const insert = database.prepare(`INSERT OR REPLACE INTO ${table}(id, json) VALUES (?, ?)`);
  for (let id = 1; ; id += 1) {
    const value = values.at(id);
    if (value === undefined) return;
    insert.run(id, JSON.stringify(value));
  }
}

/** Stored number → this process's number. */
function readTable<T extends object>(
  database: DatabaseSync,
  table: string,
  values: InternTable<T>,
): Map<number, number> {
  const rows = database.prepare(`SELECT id, json FROM ${table}`).all() as { id: number; json: string }[];
  return new Map(rows.map(({ id, json }) => [id, values.numberOf(JSON.parse(json) as T)]));
}
