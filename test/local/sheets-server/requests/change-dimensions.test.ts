// Rows and columns inserted, deleted, moved: everything that points at them follows.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cells, openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';
import { placesOf } from './places-of.ts';

let sheet: TestSheet;
const rows = (startIndex: number, endIndex: number) => ({ sheetId: 1, dimension: 'ROWS', startIndex, endIndex });
const columns = (startIndex: number, endIndex: number) => ({ sheetId: 1, dimension: 'COLUMNS', startIndex, endIndex });
const grid = (top: number, bottom: number, left: number, right: number) => ({
  sheetId: 1,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

/** A tab of 6 × 4 with a formula on another tab, and one of each object on rows 3–4 (B3:C4). */
beforeEach(async () => {
  sheet = await openTestSheet();
  await sheet.batch(
    {
      addSheet: {
        properties: { sheetId: 1, title: 'T', gridProperties: { rowCount: 6, columnCount: 4, frozenRowCount: 1 } },
      },
    },
    {
      updateCells: {
        start: { sheetId: 1 },
        fields: 'userEnteredValue',
        rows: [cells('n', 'v'), cells('a', 1), cells('b', 2), cells('c', 3, '=B3+B4'), cells('d', 4, '=SUM(B2:B5)')],
      },
    },
    {
      updateCells: {
        start: { sheetId: 0 },
        fields: 'userEnteredValue',
        rows: [cells('=T!B3', '=SUM(T!B3:B4)', '=SUM(T!B2:B)', '=COUNTA(T!$A$1:$C$1)', '=SUM(T!B:B)')],
      },
    },
    { addNamedRange: { namedRange: { namedRangeId: 'n1', name: 'bloc', range: grid(2, 4, 1, 3) } } },
    {
      addBanding: {
        bandedRange: {
          bandedRangeId: 5,
          range: grid(2, 4, 1, 3),
          rowProperties: { firstBandColor: { red: 1 }, secondBandColor: {} },
        },
      },
    },
    { addProtectedRange: { protectedRange: { protectedRangeId: 6, range: grid(2, 4, 1, 3), warningOnly: true } } },
    { setBasicFilter: { filter: { range: grid(2, 4, 1, 3) } } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [grid(2, 4, 1, 3)],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$B3>1' }] },
            format: { textFormat: { bold: true } },
          },
        },
      },
    },
    {
      addChart: {
        chart: {
          chartId: 7,
          spec: {
            basicChart: { chartType: 'LINE', series: [{ series: { sourceRange: { sources: [grid(2, 4, 1, 2)] } } }] },
          },
          position: { overlayPosition: { anchorCell: { sheetId: 1, rowIndex: 3, columnIndex: 3 } } },
        },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 8,
          metadataKey: 'row',
          visibility: 'DOCUMENT',
          location: { dimensionRange: rows(2, 3) },
        },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 9,
          metadataKey: 'col',
          visibility: 'DOCUMENT',
          location: { dimensionRange: columns(1, 2) },
        },
      },
    },
    {
      setDataValidation: {
        range: grid(2, 3, 0, 1),
        rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=T!$A$2:$A$4' }] } },
      },
    },
    {
      updateCells: {
        start: { sheetId: 1, rowIndex: 2, columnIndex: 1 },
        fields: 'note',
        rows: [{ values: [{ note: 'note de b' }] }],
      },
    },
  );
});

afterEach(() => sheet.server.close());

test('inserting a row inside moves and grows everything', async () => {
  await sheet.batch({ insertDimension: { range: rows(3, 4), inheritFromBefore: true } });
  expect(await placesOf(sheet)).toEqual({
    outside: '=T!B3 =SUM(T!B3:B5) =SUM(T!B2:B) =COUNTA(T!$A$1:$C$1) =SUM(T!B:B)',
    values: 'n|v / a|1 / b|2 /  / c|3|=B3+B5 / d|4|=SUM(B2:B6)',
    named: '2-5 1-3',
    banded: '2-5 1-3',
    protected: '2-5 1-3',
    filter: '2-5 1-3',
    format: '2-5 1-3 =$B3>1',
    chart: '2-5 1-2',
    anchor: '4,3',
    metadata: 'row 2,col 1',
    cells: 'rule 2,0 =T!$A$2:$A$5; note 2,1; rule 3,0 =T!$A$2:$A$5',
    grid: '7×4 frozen 1',
  });
});

test('inserting a column at the edge shifts without growing', async () => {
  await sheet.batch({ insertDimension: { range: columns(1, 2) } });
  expect(await placesOf(sheet)).toMatchObject({
    outside: '=T!C3 =SUM(T!C3:C4) =SUM(T!C2:C) =COUNTA(T!$A$1:$D$1) =SUM(T!C:C)',
    values: 'n||v / a||1 / b||2 / c||3|=C3+C4 / d||4|=SUM(C2:C5)',
    named: '2-4 2-4',
    format: '2-4 2-4 =$C3>1',
    anchor: '3,4',
    metadata: 'row 2,col 2',
    cells: 'rule 2,0 =T!$A$2:$A$4; note 2,2',
    grid: '6×5 frozen 1',
  });
});

test('deleting a row inside shrinks ranges and loses what named only that row', async () => {
  await sheet.batch({ deleteDimension: { range: rows(2, 3) } });
  expect(await placesOf(sheet)).toEqual({
    outside: '=#REF! =SUM(T!B3:B3) =SUM(T!B2:B) =COUNTA(T!$A$1:$C$1) =SUM(T!B:B)',
    values: 'n|v / a|1 / c|3|=#REF!+B3 / d|4|=SUM(B2:B4)',
    named: '2-3 1-3',
    banded: '2-3 1-3',
    protected: '2-3 1-3',
    filter: '2-3 1-3',
    format: '2-3 1-3 =#REF!>1',
    chart: '2-3 1-2',
    anchor: '2,3',
    metadata: 'col 1',
    cells: '',
    grid: '5×4 frozen 1',
  });
  expect(await sheet.read("'Feuille 1'!A1")).toEqual([['#REF!']]);
});

test('deleting all rows of an object deletes the object', async () => {
  await sheet.batch({ deleteDimension: { range: rows(2, 4) } });
  expect(await placesOf(sheet)).toMatchObject({
    outside: '=#REF! =SUM(#REF!) =SUM(T!B2:B) =COUNTA(T!$A$1:$C$1) =SUM(T!B:B)',
    named: undefined,
    banded: undefined,
    protected: undefined,
    filter: undefined,
    format: undefined,
    chart: undefined,
    metadata: 'col 1',
  });
});

test('deleting the rows or columns just inserted brings everything back', async () => {
  const before = sheet.server.snapshot();
  const edits = fc.record({
    dimension: fc.constantFrom('ROWS', 'COLUMNS'),
    startIndex: fc.nat({ max: 3 }),
    count: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(edits, async ({ dimension, startIndex, count }) => {
      const range = { sheetId: 1, dimension, startIndex, endIndex: startIndex + count };
      await sheet.batch({ insertDimension: { range } });
      expect(sheet.server.snapshot()).not.toEqual(before);
      await sheet.batch({ deleteDimension: { range } });
      expect(sheet.server.snapshot()).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('moving a row takes its cells, its note and its mark along, and formulas follow', async () => {
  await sheet.batch({ moveDimension: { source: rows(2, 3), destinationIndex: 5 } });
  expect(await placesOf(sheet)).toMatchObject({
    values: 'n|v / a|1 / c|3|=B5+B3 / d|4|=SUM(B2:B5) / b|2',
    metadata: 'row 4,col 1',
    cells: 'rule 4,0 =T!$A$2:$A$3; note 4,1',
  });
  expect(await sheet.read("'Feuille 1'!A1", 'FORMULA')).toEqual([['=T!B5']]);
  expect(await sheet.read('T!C3:C4')).toEqual([[5], [10]]);
});

test('moving a column moves the cells and what points at them', async () => {
  await sheet.batch({ moveDimension: { source: columns(1, 2), destinationIndex: 0 } });
  expect(await placesOf(sheet)).toMatchObject({
    values: 'v|n / 1|a / 2|b / 3|c|=A3+A4 / 4|d|=SUM(A2:A5)',
    metadata: 'row 2,col 0',
  });
});

test('sizes and hidden rows are set, read back and cleared by mask', async () => {
  await sheet.batch(
    { updateDimensionProperties: { range: columns(0, 2), properties: { pixelSize: 180 }, fields: 'pixelSize' } },
    { updateDimensionProperties: { range: rows(0, 1), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
  );
  const metadata = async () => {
    const { data } = await sheet.api.get({
      spreadsheetId,
      ranges: ['T!A1:C2'],
      fields: 'sheets.data(rowMetadata(hiddenByUser,pixelSize),columnMetadata.pixelSize)',
    });
    return data.sheets?.[0]?.data?.[0];
  };
  expect(await metadata()).toEqual({
    rowMetadata: [{ hiddenByUser: true, pixelSize: 21 }, { pixelSize: 21 }],
    columnMetadata: [{ pixelSize: 180 }, { pixelSize: 180 }, { pixelSize: 100 }],
  });
  await sheet.batch({ updateDimensionProperties: { range: rows(0, 1), properties: {}, fields: 'hiddenByUser' } });
  expect((await metadata())?.rowMetadata?.[0]).toEqual({ pixelSize: 21 });
});

test('appendDimension makes the grid longer; deleting frozen rows thaws them', async () => {
  await sheet.batch(
    { appendDimension: { sheetId: 1, dimension: 'COLUMNS', length: 3 } },
    { deleteDimension: { range: rows(0, 1) } },
  );
  expect((await placesOf(sheet))['grid']).toBe('5×7 frozen undefined');
});

test.each([
  [
    'insert before the first row from before',
    { insertDimension: { range: rows(0, 1), inheritFromBefore: true } },
    'inheritFromBefore',
  ],
  [
    'insert past the end',
    { insertDimension: { range: rows(7, 8), inheritFromBefore: true } },
    'is after last row in grid[6]',
  ],
  ['delete past the end', { deleteDimension: { range: rows(5, 7) } }, 'range.endIndex[7] is after last row in grid[6]'],
  ['delete every row', { deleteDimension: { range: rows(0, 6) } }, "You can't delete all the rows"],
  [
    'delete all that is not frozen',
    { deleteDimension: { range: rows(1, 6) } },
    'not possible to delete all non-frozen rows',
  ],
  [
    'no dimension',
    { deleteDimension: { range: { sheetId: 1, startIndex: 0, endIndex: 1 } } },
    'No dimension specified',
  ],
  [
    'a size without mask',
    { updateDimensionProperties: { range: rows(0, 1), properties: { pixelSize: 3 } } },
    "listed in 'fields'",
  ],
  [
    'ten million cells',
    { appendDimension: { sheetId: 1, dimension: 'ROWS', length: 2_500_000 } },
    'above the limit of 10000000 cells',
  ],
])('%s is refused', async (_, request, message) => {
  const refusal = await refusalOf(sheet.batch(request));
  expect(refusal.code).toBe(400);
  expect(refusal.message).toContain(message);
});
