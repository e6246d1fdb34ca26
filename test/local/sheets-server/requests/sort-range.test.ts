// sortRange, copyPaste, mergeCells and findReplace as a person would see them.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;
const grid = (top: number, bottom: number, left: number, right: number) => ({
  sheetId: 0,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

beforeEach(async () => {
  sheet = await openTestSheet();
});

afterEach(() => sheet.server.close());

test('numbers, then texts, then booleans, blanks last; formulas and notes go along', async () => {
  await sheet.type('A1:C6', [
    ['b', 1, '=B1*10'],
    [10, 2, '=B2*10'],
    ['', 3, '=B3*10'],
    ['É', 4, '=B4*10'],
    [true, 5, '=B5*10'],
    [2, 6, '=B6*10'],
  ]);
  await sheet.batch(
    { updateCells: { start: { sheetId: 0, rowIndex: 5 }, rows: [{ values: [{ note: 'deux' }] }], fields: 'note' } },
    { sortRange: { range: grid(0, 6, 0, 3), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
  );
  expect((await sheet.read('A1:C6')).map((row) => row.join())).toEqual([
    '2,6,60',
    '10,2,20',
    'b,1,10',
    'É,4,40',
    'true,5,50',
    ',3,30',
  ]);
  expect((await sheet.read('C1:C6', 'FORMULA')).flat()).toEqual([
    '=B1*10',
    '=B2*10',
    '=B3*10',
    '=B4*10',
    '=B5*10',
    '=B6*10',
  ]);
  const { data } = await sheet.api.get({ spreadsheetId, ranges: ['A1'], fields: 'sheets.data.rowData.values.note' });
  expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.note).toBe('deux');
});

test('several keys, the second breaks ties, equal rows keep their order', async () => {
  await sheet.type('A1:C5', [
    ['a', 1, 'p'],
    ['b', 2, 'q'],
    ['a', 3, 'r'],
    ['a', 1, 's'],
    ['', 0, 't'],
  ]);
  const sortSpecs = [
    { dimensionIndex: 0, sortOrder: 'DESCENDING' },
    { dimensionIndex: 1, sortOrder: 'ASCENDING' },
  ];
  await sheet.batch({ sortRange: { range: grid(0, 5, 0, 3), sortSpecs } });
  expect((await sheet.read('C1:C5')).flat().join('')).toBe('qpsrt');
});

test('a copy shifts relative references, repeats over a multiple, and takes only what is asked', async () => {
  await sheet.type('A1:B1', [[5, '=A1+$A$1']]);
  const source = grid(0, 1, 1, 2);
  await sheet.batch({ copyPaste: { source, destination: grid(1, 3, 1, 2) } });
  expect((await sheet.read('B1:B3', 'FORMULA')).flat()).toEqual(['=A1+$A$1', '=A2+$A$1', '=A3+$A$1']);
  await sheet.batch({ copyPaste: { source, destination: grid(0, 1, 3, 4), pasteType: 'PASTE_VALUES' } });
  expect(await sheet.read('D1', 'FORMULA')).toEqual([[10]]);
  await sheet.batch({ copyPaste: { source, destination: grid(0, 1, 0, 1), pasteType: 'PASTE_FORMULA' } });
  expect(await sheet.read('A1', 'FORMULA')).toEqual([['=#REF!+$A$1']]);
});

test('a merge keeps the first cell and must not cut another', async () => {
  await sheet.type('A1:B2', [
    [1, 2],
    [3, 4],
  ]);
  await sheet.batch({ mergeCells: { range: grid(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } });
  expect(await sheet.read('A1:B2')).toEqual([[1], [3]]);
  const refusal = await refusalOf(sheet.batch({ mergeCells: { range: grid(1, 3, 1, 3), mergeType: 'MERGE_ALL' } }));
  expect(refusal.message).toContain('You must select all cells in a merged range');
  await sheet.batch({ unmergeCells: { range: grid(0, 1, 0, 2) } });
  const { data } = await sheet.api.get({ spreadsheetId });
  expect(data.sheets?.[0]?.merges).toEqual([grid(1, 2, 0, 2)]);
});

test('find and replace counts what it changed and parses what comes out', async () => {
  await sheet.type('A1:A4', [['a1'], ['x'], ['A1 a1'], ['=SUM(1;2)']]);
  const [reply] = await sheet.batch({ findReplace: { find: 'a', replacement: '', allSheets: true } });
  expect(reply?.findReplace).toEqual({
    valuesChanged: 2,
    formulasChanged: 0,
    rowsChanged: 2,
    sheetsChanged: 1,
    occurrencesChanged: 3,
  });
  expect(await sheet.read('A1:A4')).toEqual([[1], ['x'], ['1 1'], [3]]);
});

test.each([
  ['no sort key', { sortRange: { range: grid(0, 2, 0, 2) } }, 'At least one sort spec'],
  [
    'a key outside the range',
    { sortRange: { range: grid(0, 2, 0, 2), sortSpecs: [{ dimensionIndex: 5 }] } },
    'Sort column 5 is outside',
  ],
  [
    'a transposed paste',
    { copyPaste: { source: grid(0, 1, 0, 1), destination: grid(0, 1, 0, 1), pasteOrientation: 'TRANSPOSE' } },
    'does not implement TRANSPOSE',
  ],
  ['no place to search', { findReplace: { find: 'x' } }, 'Exactly one of range, sheet_id and all_sheets'],
])('%s is refused', async (_, request, message) => {
  expect(await refusalOf(sheet.batch(request))).toMatchObject({ code: 400, message: expect.stringContaining(message) });
});
