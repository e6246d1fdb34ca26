// A workbook on the local Sheets server, with the reads and the write that `ops init` makes, through the googleapis client.
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import type { Words } from '#lib/text/words.ts';
import { createWorldClock } from '#local/clock.ts';
import { startSheetsServer } from '#local/sheets-server/start-sheets-server.ts';
import { CELLS_FIELDS, cellFilters, joinLiveWorkbook, STRUCTURE_FIELDS } from '#templates/live-workbook.ts';
import { planWorkbook, type WorkbookPlan } from '#templates/plan-workbook.ts';

const spreadsheetId = 'template';
const TODAY_MS = Date.UTC(2026, 10, 22, 9);

export interface TemplateWorld {
  /** The template's plan for the workbook as it stands; nothing is written. */
  readonly plan: (words?: Words) => Promise<WorkbookPlan>;
  /** Plans and applies the plan. */
  readonly init: (words?: Words) => Promise<WorkbookPlan>;
  /** What a person does, said as requests. */
  readonly edit: (...requests: sheets_v4.Schema$Request[]) => Promise<void>;
  readonly titles: () => Promise<string[]>;
  /** Raw values of a tab, found by its table. */
  readonly values: (table: Table) => Promise<CellValue[][]>;
  readonly sheet: (table: Table, fields: string) => Promise<sheets_v4.Schema$Sheet>;
  /** The tab as lib reads it. */
  readonly decode: (table: Table) => Promise<ReturnType<typeof decodeTable>>;
  readonly close: () => Promise<void>;
}

export async function startTemplateWorld(locale = 'fr_FR'): Promise<TemplateWorld> {
  const clock = createWorldClock(TODAY_MS);
  const server = await startSheetsServer({ file: ':memory:', spreadsheetId, clock, locale });
  const api = sheets({ version: 'v4', rootUrl: `${server.url}/` });
  const apply = async (requests: readonly sheets_v4.Schema$Request[]) => {
    if (requests.length === 0) return;
    await api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: requests.slice() } });
  };
  const sheetOf = async (table: Table, fields: string) => {
    const requestBody = { dataFilters: [{ gridRange: { sheetId: table.sheetId } }], includeGridData: true };
    const { data } = await api.spreadsheets.getByDataFilter({
      spreadsheetId,
      requestBody,
      fields: `sheets(properties,${fields})`,
    });
    const found = data.sheets?.find((sheet) => sheet.properties?.sheetId === table.sheetId);
    if (found === undefined) throw new Error(`no tab for ${table.key}`);
    return found;
  };
  const values = async (table: Table) => {
    const dataFilters = [{ gridRange: { sheetId: table.sheetId } }];
    const rendering = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };
    const requestBody = { dataFilters, ...rendering };
    const { data } = await api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody });
    return (data.valueRanges?.[0]?.valueRange?.values ?? []) as CellValue[][];
  };
  const read = async () => {
    const structure = (await api.spreadsheets.get({ spreadsheetId, fields: STRUCTURE_FIELDS })).data;
    const dataFilters = cellFilters(structure);
    if (dataFilters.length === 0) return structure;
    const requestBody = { dataFilters, includeGridData: true };
    const cells = await api.spreadsheets.getByDataFilter({ spreadsheetId, requestBody, fields: CELLS_FIELDS });
    return joinLiveWorkbook(structure, cells.data);
  };
  const plan = async (words: Words = fr) => planWorkbook(await read(), words);
  return {
    plan,
    async init(words) {
      const planned = await plan(words);
      await apply(planned.requests as readonly sheets_v4.Schema$Request[]);
      return planned;
    },
    edit: (...requests) => apply(requests),
    async titles() {
      const { data } = await api.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' });
      return (data.sheets ?? []).map((sheet) => sheet.properties?.title ?? '');
    },
    values,
    sheet: sheetOf,
    async decode(table) {
      const title = (await sheetOf(table, 'properties')).properties?.title ?? '';
      const grid = { sheetId: table.sheetId, title, values: await values(table), formulas: new Set<string>() };
      return decodeTable(table, grid, fr);
    },
    close: () => server.close(),
  };
}

/** Where a column stands now. */
export async function columnIndexOf(world: TemplateWorld, table: Table, name: string): Promise<number> {
  const keys = (await world.values(table))[0] ?? [];
  const index = keys.indexOf(table.keyOf[name] ?? '');
  if (index === -1) throw new Error(`${table.key} has no column ${name} in the workbook`);
  return index;
}

/** Typed cells at a place, as a person would have them after typing. */
export function typed(
  table: Table,
  rowIndex: number,
  columnIndex: number,
  ...rows: readonly (readonly CellValue[])[]
): sheets_v4.Schema$Request {
  const cell = (value: CellValue): sheets_v4.Schema$CellData => {
    if (value === null) return {};
    if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
    if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
    return { userEnteredValue: { stringValue: value } };
  };
  return {
    updateCells: {
      start: { sheetId: table.sheetId, rowIndex, columnIndex },
      rows: rows.map((row) => ({ values: row.map(cell) })),
      fields: 'userEnteredValue',
    },
  };
}

export const everyTable: readonly Table[] = Object.values(tables);
