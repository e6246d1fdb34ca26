// A workbook on the local Sheets server, made of plain googleapis requests: every tab with its key row, its header row and
// the rows a test gives, the tabs' grids no larger than that. What people do to it goes through the same API.
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { formatId } from '#lib/kernel/ids.ts';
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import { type TableKey, type Tables, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { createWorldClock } from '#local/clock.ts';
import { type SheetsServer, startSheetsServer } from '#local/sheets-server/start-sheets-server.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { createSheetsClient, type SheetsClient } from '#sync/sheets/sheets-client.ts';
import type { RawCell, TestRow, TestRows } from './workbook-of.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const spreadsheetId = 'classeur';
/** A request may not pass 10 MB. */
const ROWS_A_REQUEST = 3000;

export interface LiveWorkbook {
  readonly server: SheetsServer;
  readonly client: SheetsClient;
  /** A client of its own, as another program has. */
  readonly otherClient: () => SheetsClient;
  readonly read: () => Promise<WorkbookState>;
  /** What a person does, said as requests. */
  readonly act: (...requests: sheets_v4.Schema$Request[]) => Promise<void>;
  /** Types or pastes into cells from a 0-based place on, as at the keyboard: `=` makes a formula. */
  readonly type: (
    sheetId: number,
    rowIndex: number,
    columnIndex: number,
    ...rows: readonly (readonly string[])[]
  ) => Promise<void>;
  /** Unformatted values of a tab, key row first. */
  readonly values: (key: TableKey) => Promise<CellValue[][]>;
  readonly marks: () => Promise<sheets_v4.Schema$DeveloperMetadata[]>;
  readonly close: () => Promise<void>;
}

/**
 * @param only the tabs to make, for tests that make many workbooks; every tab when absent.
 * @param file where it is kept, for a test that opens it again another way.
 */
export async function startLiveWorkbook(
  rows: TestRows,
  only?: readonly TableKey[],
  file = ':memory:',
): Promise<LiveWorkbook> {
  const server = await startSheetsServer({ file, spreadsheetId, clock: createWorldClock(NOW_MS) });
  const api = sheets({ version: 'v4', rootUrl: `${server.url}/` });
  const otherClient = () =>
    createSheetsClient({
      spreadsheetId,
      access: { kind: 'loopback', url: new URL(`${server.url}/`) },
      callsPerMinute: 100_000,
      backOffMs: 1,
    });
  const client = otherClient();
  const act = async (...requests: sheets_v4.Schema$Request[]) => {
    await api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  };
  const system = { schema_version: '1', revision: '0', ...counters(rows) };
  const given: TestRows = {
    system: Object.entries(system).map(([id, value]) => ({ id, value })),
    ...rows,
  };
  const keys = only ?? (Object.keys(tables) as TableKey[]);
  let batch: sheets_v4.Schema$Request[] = [];
  for (const request of keys.flatMap((key) => tabRequests(tables[key], (given[key] ?? []) as readonly AnyRow[]))) {
    if (batch.length > 0 && (request.updateCells?.rows?.length ?? 0) > ROWS_A_REQUEST / 2) {
      await act(...batch);
      batch = [];
    }
    batch.push(request);
  }
  await act(...batch);
  return {
    server,
    client,
    otherClient,
    read: async () => (await readWorkbook(client, fr)).workbook,
    act,
    async type(sheetId, rowIndex, columnIndex, ...rows) {
      const gridRange = { sheetId, startRowIndex: rowIndex, startColumnIndex: columnIndex };
      const data = [{ dataFilter: { gridRange }, values: rows.map((row) => [...row]) }];
      const requestBody = { valueInputOption: 'USER_ENTERED', data };
      await api.spreadsheets.values.batchUpdateByDataFilter({ spreadsheetId, requestBody });
    },
    async values(key) {
      const dataFilters = [{ gridRange: { sheetId: tables[key].sheetId } }];
      const rendering = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };
      const requestBody = { dataFilters, ...rendering };
      const { data } = await api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody });
      return (data.valueRanges?.[0]?.valueRange?.values ?? []) as CellValue[][];
    },
    marks: async () =>
      (await api.spreadsheets.get({ spreadsheetId, fields: 'developerMetadata' })).data.developerMetadata ?? [],
    close: server.close,
  };
}

type AnyRow = Readonly<Record<string, unknown>>;

/** As many rows of a table as wanted, ids given. */
export function manyRows<Key extends TableKey>(
  key: Key,
  count: number,
  cells: (index: number) => TestRow<Tables[Key]>,
): TestRow<Tables[Key]>[] {
  const prefix = tables[key].prefix ?? key;
  return Array.from({ length: count }, (_, index) => ({
    ...cells(index),
    id: formatId(prefix, index + 1) as Cells<Tables[Key]>['id'],
  }));
}

function counters(rows: TestRows): Record<string, string> {
  const counted = Object.entries(rows).flatMap(([key, own]) => {
    const { prefix } = tables[key as TableKey];
    return prefix === null ? [] : [[`counter.${prefix}`, String(own.length)]];
  });
  return Object.fromEntries(counted);
}

function tabRequests(table: Table, rows: readonly AnyRow[]): sheets_v4.Schema$Request[] {
  const names = Object.keys(table.columns);
  const lines: (readonly sheets_v4.Schema$CellData[])[] = [
    names.map((name) => cellData(table.keyOf[name] ?? null)),
    names.map((name) => cellData(fr.header(table.key, name))),
    ...rows.map((row) => names.map((name) => givenCell(table, name, row[name]))),
  ];
  const gridProperties = { rowCount: lines.length, columnCount: names.length };
  const properties = { sheetId: table.sheetId, title: fr.tabTitle(table.key), gridProperties };
  const values = lines.map((line) => ({ values: [...line] }));
  const blocks = Array.from({ length: Math.ceil(values.length / ROWS_A_REQUEST) }, (_, index) => ({
    updateCells: {
      start: { sheetId: table.sheetId, rowIndex: index * ROWS_A_REQUEST, columnIndex: 0 },
      rows: values.slice(index * ROWS_A_REQUEST, (index + 1) * ROWS_A_REQUEST),
      fields: 'userEnteredValue',
    },
  }));
  return [{ addSheet: { properties } }, ...blocks];
}

function givenCell(table: Table, name: string, value: unknown): sheets_v4.Schema$CellData {
  const column = table.columns[name];
  if (column === undefined || value === undefined) return {};
  if (!isRaw(value)) return cellData(encodeCell(column.type, value, fr));
  return value.formula ? { userEnteredValue: { formulaValue: String(value.raw) } } : cellData(value.raw);
}

function isRaw(cell: unknown): cell is RawCell {
  return typeof cell === 'object' && cell !== null && 'raw' in cell;
}

function cellData(value: CellValue): sheets_v4.Schema$CellData {
  if (value === null || value === '') return {};
  if (typeof value === 'string') return { userEnteredValue: { stringValue: value } };
  return { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { boolValue: value } };
}
