// Filling cells by batchUpdate: literal text, masks, appending, validation, refusals.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cells, openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;

beforeEach(async () => {
  sheet = await openTestSheet();
  await sheet.batch({
    addSheet: { properties: { sheetId: 1, title: 'T', gridProperties: { rowCount: 6, columnCount: 4 } } },
  });
});

afterEach(() => sheet.server.close());

const tricky = [
  '=1+1',
  '007',
  '1-2',
  'TRUE',
  '[x](https://x.org)',
  "'quoted",
  '+49 30',
  ' 12',
  '{1}',
  '1e5',
  '#REF!',
  'a\nb',
];

test.each(['updateCells', 'appendCells'] as const)('%s never parses a stringValue', async (kind) => {
  const rows = tricky.map((text) => ({ values: [{ userEnteredValue: { stringValue: text } }] }));
  await sheet.batch({ appendDimension: { sheetId: 1, dimension: 'ROWS', length: 20 } });
  const fields = 'userEnteredValue';
  await sheet.batch(
    kind === 'updateCells'
      ? { updateCells: { start: { sheetId: 1 }, fields, rows } }
      : { appendCells: { sheetId: 1, fields, rows } },
  );
  for (const render of ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const) {
    expect((await sheet.read('T!A:A', render)).flat()).toEqual(tricky);
  }
  const { data } = await sheet.api.get({
    spreadsheetId,
    ranges: ['T!A:A'],
    fields: 'sheets.data.rowData.values.userEnteredValue',
  });
  const entered = data.sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.[0]?.userEnteredValue);
  expect(entered).toEqual(tricky.map((stringValue) => ({ stringValue })));
});

test('a mask takes what it selects and clears what the cell lacks', async () => {
  const percent = { type: 'PERCENT', pattern: '0%' };
  const white = { red: 1, green: 1, blue: 1 };
  const start = { sheetId: 1 };
  const all = {
    userEnteredValue: { numberValue: 0.5 },
    userEnteredFormat: { numberFormat: percent, backgroundColor: white, backgroundColorStyle: { rgbColor: white } },
    note: 'n',
  };
  await sheet.batch({ updateCells: { start, fields: '*', rows: [{ values: [all] }] } });
  const cell = async () => {
    const { data } = await sheet.api.get({
      spreadsheetId,
      ranges: ['T!A1'],
      fields: 'sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note,formattedValue)',
    });
    return data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0] ?? {};
  };
  expect(await cell()).toEqual({ ...all, formattedValue: '50%' });

  await sheet.batch({
    updateCells: { start, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }] },
  });
  expect(await cell()).toEqual({ ...all, userEnteredValue: { numberValue: 1 }, formattedValue: '100%' });

  const update = { userEnteredFormat: { textFormat: { bold: true } } };
  await sheet.batch({
    updateCells: { start, fields: 'userEnteredFormat(backgroundColor,textFormat.bold)', rows: [{ values: [update] }] },
  });
  expect(await cell()).toMatchObject({
    userEnteredFormat: { numberFormat: percent, textFormat: { bold: true } },
    note: 'n',
  });
  expect((await cell()).userEnteredFormat).not.toHaveProperty('backgroundColor');

  await sheet.batch({ updateCells: { start, fields: 'userEnteredValue,note', rows: [{ values: [{}] }] } });
  expect(await cell()).toEqual({ userEnteredFormat: { numberFormat: percent, textFormat: { bold: true } } });
});

test('updateCells into a range clears the cells that its rows do not reach', async () => {
  await sheet.type('T!A1:B3', [
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
  await sheet.batch({ updateCells: { range, fields: 'userEnteredValue', rows: [cells(9)] } });
  expect(await sheet.read('T!A1:B3')).toEqual([[9]]);
});

test('appendCells goes below the last row with data of the sheet and grows the grid', async () => {
  await sheet.type('T!C5', [['au fond']]);
  await sheet.batch({
    appendCells: { sheetId: 1, fields: 'userEnteredValue', rows: [cells('a'), cells('b'), cells('c')] },
  });
  expect(await sheet.read('T!A5:C8')).toEqual([['', '', 'au fond'], ['a'], ['b'], ['c']]);
  const { data } = await sheet.api.get({ spreadsheetId, fields: 'sheets.properties(sheetId,gridProperties.rowCount)' });
  expect(data.sheets?.[1]?.properties?.gridProperties?.rowCount).toBe(8);
});

test('an unticked check box is data, a format or an emptied cell is not', async () => {
  const fields = 'userEnteredValue';
  await sheet.batch({
    repeatCell: {
      range: { sheetId: 1, startRowIndex: 4, endRowIndex: 5 },
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: 'userEnteredFormat',
    },
  });
  await sheet.type('T!A4', [['x']]);
  await sheet.type('T!A4', [['']]);
  await sheet.batch({ appendCells: { sheetId: 1, fields, rows: [cells('premier')] } });
  expect(await sheet.read('T!A1')).toEqual([['premier']]);
  const range = { sheetId: 1, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
  await sheet.batch({ setDataValidation: { range, rule: { condition: { type: 'BOOLEAN' } } } });
  await sheet.batch({ appendCells: { sheetId: 1, fields, rows: [cells('second')] } });
  expect(await sheet.read('T!A1:B4')).toEqual([['premier'], [], ['', false], ['second']]);
});

test('repeatCell moves the relative references of its formula', async () => {
  await sheet.type('T!A1', [[1], [2], [3]]);
  const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
  await sheet.batch({
    repeatCell: { range, cell: { userEnteredValue: { formulaValue: '=A1+$A$1' } }, fields: 'userEnteredValue' },
  });
  expect(await sheet.read('T!B1:B3', 'FORMULA')).toEqual([['=A1+$A$1'], ['=A2+$A$1'], ['=A3+$A$1']]);
  expect(await sheet.read('T!B1:B3')).toEqual([[2], [3], [4]]);
});

test('a validation rule is read back whole, replaced and taken away', async () => {
  const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
  const rule = {
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'oui' }, { userEnteredValue: 'non' }] },
    strict: true,
    showCustomUi: true,
  };
  const rules = async () => {
    const { data } = await sheet.api.get({
      spreadsheetId,
      ranges: ['T!A1:A4'],
      fields: 'sheets.data.rowData.values.dataValidation',
    });
    return data.sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.[0]?.dataValidation) ?? [];
  };
  await sheet.batch({ setDataValidation: { range, rule } });
  expect(await rules()).toEqual([undefined, rule, rule]);
  await sheet.batch({ setDataValidation: { range: { ...range, endRowIndex: 2 } } });
  expect(await rules()).toEqual([undefined, undefined, rule]);
});

const one = [{ values: [{ userEnteredValue: { numberValue: 1 } }] }];
const wide = [cells(1, 2, 3, 4, 5)];
const fields = 'userEnteredValue';

test.each([
  ['no mask', { updateCells: { start: { sheetId: 1 }, rows: one } }, "At least one field must be listed in 'fields'"],
  [
    'an unknown field',
    { updateCells: { start: { sheetId: 1 }, rows: one, fields: 'userEnteredValu' } },
    'Request contains an invalid argument.',
  ],
  ['an unknown tab', { updateCells: { start: { sheetId: 9 }, rows: one, fields } }, 'No grid with id: 9'],
  [
    'both start and range',
    { updateCells: { start: { sheetId: 1 }, range: { sheetId: 1 }, fields } },
    'Exactly one of start and range',
  ],
  [
    'rows below the grid',
    { updateCells: { start: { sheetId: 1, rowIndex: 5 }, rows: [...one, ...one], fields } },
    'Attempting to write row: 6, beyond the last requested row of: 5',
  ],
  [
    'a start below the grid',
    { updateCells: { start: { sheetId: 1, rowIndex: 6 }, rows: one, fields } },
    'exceeds grid limits',
  ],
  [
    'columns beside the grid',
    { updateCells: { start: { sheetId: 1 }, rows: wide, fields } },
    'Attempting to write column: 4, beyond the last requested column of: 3',
  ],
  [
    'columns beside the grid',
    { appendCells: { sheetId: 1, rows: wide, fields } },
    'Attempting to write column: 4, beyond the last requested column of: 3',
  ],
  [
    'two values in a cell',
    {
      appendCells: {
        sheetId: 1,
        rows: [{ values: [{ userEnteredValue: { numberValue: 1, stringValue: 'x' } }] }],
        fields,
      },
    },
    "oneof field 'value' is already set",
  ],
  [
    'a formula without =',
    { appendCells: { sheetId: 1, rows: [{ values: [{ userEnteredValue: { formulaValue: 'A1' } }] }], fields } },
    "must start with '='",
  ],
  [
    '50,001 characters',
    { appendCells: { sheetId: 1, rows: [cells('x'.repeat(50_001))], fields } },
    'more than the maximum of 50000 characters',
  ],
  [
    'a number format without type',
    {
      appendCells: {
        sheetId: 1,
        rows: [{ values: [{ userEnteredFormat: { numberFormat: { pattern: '0' } } }] }],
        fields: '*',
      },
    },
    'numberFormat.type must be set',
  ],
  [
    'a list without values',
    { setDataValidation: { range: { sheetId: 1 }, rule: { condition: { type: 'ONE_OF_LIST' } } } },
    'requires 1 to 500 ConditionValues, but 0',
  ],
  [
    'a condition not for validation',
    { setDataValidation: { range: { sheetId: 1 }, rule: { condition: { type: 'BLANK' } } } },
    "ConditionType 'BLANK' is not supported for data validation",
  ],
])('%s is refused', async (_, request, message) => {
  const refusal = await refusalOf(sheet.batch(request));
  expect(refusal.code).toBe(400);
  expect(refusal.message).toContain(message);
});

test('exactly 50,000 characters fit into a cell', async () => {
  await sheet.batch({ appendCells: { sheetId: 1, rows: [cells('x'.repeat(50_000))], fields } });
  expect(String((await sheet.read('T!A1'))[0]?.[0]).length).toBe(50_000);
});
