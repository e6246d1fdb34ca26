// A batch is all or nothing: whatever goes wrong in the last request, nothing of the earlier ones is left.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptedKinds } from '#local/sheets-server/requests/apply-requests.ts';
import { cells, openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;
const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
const fence = (metadataId: number): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey: 'fence', visibility: 'DOCUMENT', location: { spreadsheet: true } },
  },
});
const chart = {
  chartId: 3,
  spec: { pieChart: { domain: { sourceRange: { sources: [range] } } } },
  position: { overlayPosition: { anchorCell: { sheetId: 1 } } },
};
const banding = { bandedRangeId: 4, range, rowProperties: { firstBandColor: { red: 1 } } };

beforeEach(async () => {
  sheet = await openTestSheet();
  await sheet.batch(
    { addSheet: { properties: { sheetId: 1, title: 'T', gridProperties: { rowCount: 20, columnCount: 5 } } } },
    { updateCells: { start: { sheetId: 1 }, fields: '*', rows: [cells('a', 1), cells('b', '=B1*2')] } },
    { addChart: { chart } },
    { addBanding: { bandedRange: banding } },
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'nom', range } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range, warningOnly: true } } },
    fence(100),
  );
});

afterEach(() => sheet.server.close());

/** One request of every sort that changes something, so that a failure behind them has much to leave behind. */
const changes: sheets_v4.Schema$Request[] = [
  { updateSpreadsheetProperties: { properties: { title: 'Autre' }, fields: 'title' } },
  { addSheet: { properties: { sheetId: 9, title: 'Neuf' } } },
  { duplicateSheet: { sourceSheetId: 1, newSheetId: 10, newSheetName: 'Copie' } },
  { updateSheetProperties: { properties: { sheetId: 1, title: 'Renommé', index: 0 }, fields: 'title,index' } },
  { updateCells: { start: { sheetId: 1 }, fields: '*', rows: [cells('z', 5, 6)] } },
  { appendCells: { sheetId: 1, fields: '*', rows: Array.from({ length: 30 }, () => cells('long')) } },
  { repeatCell: { range, cell: { userEnteredFormat: { textFormat: { bold: true } } }, fields: 'userEnteredFormat' } },
  { setDataValidation: { range, rule: { condition: { type: 'BOOLEAN' } } } },
  { insertDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
  { deleteDimension: { range: { sheetId: 1, dimension: 'COLUMNS', startIndex: 4, endIndex: 5 } } },
  { moveDimension: { source: { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 1 }, destinationIndex: 4 } },
  {
    updateDimensionProperties: {
      range: { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 2 },
      properties: { pixelSize: 50 },
      fields: 'pixelSize',
    },
  },
  { sortRange: { range: { ...range, endRowIndex: 5 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
  { mergeCells: { range: { ...range, startRowIndex: 8, endRowIndex: 9 }, mergeType: 'MERGE_ALL' } },
  {
    copyPaste: {
      source: range,
      destination: { ...range, startRowIndex: 10, endRowIndex: 12 },
      pasteType: 'PASTE_NORMAL',
    },
  },
  {
    addConditionalFormatRule: {
      rule: {
        ranges: [range],
        booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
      },
    },
  },
  { updateChartSpec: { chartId: 3, spec: { ...chart.spec, title: 'Titre' } } },
  { deleteBanding: { bandedRangeId: 4 } },
  { deleteProtectedRange: { protectedRangeId: 5 } },
  { updateNamedRange: { namedRange: { namedRangeId: 'n', name: 'autre' }, fields: 'name' } },
  { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: 100 } } } },
  fence(101),
  { setBasicFilter: { filter: { range } } },
];

test.each([
  ['a mark in use', fence(101), 'Metadata ID already exists: 101'],
  ['a sheet id in use', { addSheet: { properties: { sheetId: 0, title: 'X' } } }, 'Sheet with ID 0 already exists'],
  ['a title in use', { addSheet: { properties: { title: 'neuf' } } }, 'A sheet with the name "neuf" already exists'],
  ['a chart id in use', { addChart: { chart } }, 'A chart with ID 3 already exists'],
  [
    'cells outside the grid',
    { updateCells: { start: { sheetId: 1, rowIndex: 99 }, fields: '*', rows: [cells(1)] } },
    'exceeds grid limits',
  ],
  ['an unknown chart', { deleteEmbeddedObject: { objectId: 77 } }, 'No embedded object with ID: 77'],
  ['an empty request', {}, 'No request set'],
])('%s at the end of a long batch leaves everything as it was', async (_, last, message) => {
  const before = sheet.server.snapshot();
  const refusal = await refusalOf(sheet.batch(...changes, last as sheets_v4.Schema$Request));
  expect(refusal.code).toBe(400);
  expect(refusal.message).toContain(`requests[${changes.length}]`);
  expect(refusal.message).toContain(message);
  expect(sheet.server.snapshot()).toEqual(before);
});

test('the same batch without the failing end changes a lot', async () => {
  const before = sheet.server.snapshot();
  const replies = await sheet.batch(...changes);
  expect(replies).toHaveLength(changes.length);
  expect(replies[1]?.addSheet?.properties).toMatchObject({ sheetId: 9, title: 'Neuf', index: 2 });
  expect(sheet.server.snapshot()).not.toEqual(before);
});

test.each([
  ['a request kind nobody knows', [{ frobnicate: {} }], 'Unknown name "frobnicate" at \'requests[0]\''],
  [
    'a request kind of Google that is not here',
    [{ addTable: { table: {} } }],
    "does not implement 'requests[0].add_table'",
  ],
  ['two kinds in one request', [{ deleteSheet: { sheetId: 1 }, addSheet: {} }], "oneof field 'kind' is already set"],
  ['no request at all', [], 'Must specify at least one request.'],
])('%s is refused', async (_, requests, message) => {
  const refusal = await refusalOf(sheet.batch(...(requests as sheets_v4.Schema$Request[])));
  expect(refusal).toMatchObject({ code: 400, message: expect.stringContaining(message) });
});

test('every kind of request in the message table has a handler', () => {
  const { accepted, handled } = acceptedKinds();
  expect([...handled].sort()).toEqual([...accepted].sort());
});

test('the answer carries the spreadsheet when asked to, cut to ranges and fields', async () => {
  const { data } = await sheet.api.batchUpdate({
    spreadsheetId,
    fields: 'spreadsheetId,updatedSpreadsheet.sheets(properties.title,data.rowData.values.formattedValue)',
    requestBody: {
      requests: [{ updateCells: { start: { sheetId: 1 }, fields: 'userEnteredValue', rows: [cells('neuf')] } }],
      includeSpreadsheetInResponse: true,
      responseRanges: ['T!A1:B2'],
      responseIncludeGridData: true,
    },
  });
  expect(data).toEqual({
    spreadsheetId,
    updatedSpreadsheet: {
      sheets: [
        {
          properties: { title: 'T' },
          data: [
            {
              rowData: [
                { values: [{ formattedValue: 'neuf' }, { formattedValue: '1' }] },
                { values: [{ formattedValue: 'b' }, { formattedValue: '2' }] },
              ],
            },
          ],
        },
      ],
    },
  });
});
