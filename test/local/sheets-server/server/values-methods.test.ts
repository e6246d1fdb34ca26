// The values.* methods through the unmodified client: rendering, parsing, appending, clearing.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;

beforeEach(async () => {
  sheet = await openTestSheet();
  await sheet.batch({
    addSheet: { properties: { sheetId: 1, title: 'T', gridProperties: { rowCount: 8, columnCount: 5 } } },
  });
});

afterEach(() => sheet.server.close());

const typed = [['texte', '1,5', '05/01/2026', 'VRAI', '=B1*2']];

test.each([
  ['FORMATTED_VALUE', 'SERIAL_NUMBER', ['texte', '1,5', '05/01/2026', 'VRAI', '3']],
  ['UNFORMATTED_VALUE', 'SERIAL_NUMBER', ['texte', 1.5, 46_027, true, 3]],
  ['UNFORMATTED_VALUE', 'FORMATTED_STRING', ['texte', 1.5, '05/01/2026', true, 3]],
  ['FORMULA', 'SERIAL_NUMBER', ['texte', 1.5, 46_027, true, '=B1*2']],
])('%s with dates as %s', async (valueRenderOption, dateTimeRenderOption, expected) => {
  await sheet.type('T!A1', typed);
  const { data } = await sheet.api.values.get({
    spreadsheetId,
    range: 'T!A1:E1',
    valueRenderOption,
    dateTimeRenderOption,
  });
  expect(data).toEqual({ range: 'T!A1:E1', majorDimension: 'ROWS', values: [expected] });
});

test('rows are ragged, trailing empties dropped, an empty range has no values', async () => {
  await sheet.type('T!A1', [['a', '', 'c'], [''], ['', 'b']]);
  expect(await sheet.read('T!A1:E8')).toEqual([['a', '', 'c'], [], ['', 'b']]);
  const { data } = await sheet.api.values.get({ spreadsheetId, range: 'T!D1:E8' });
  expect(data).toEqual({ range: 'T!D1:E8', majorDimension: 'ROWS' });
});

test('columns as major dimension, written and read', async () => {
  const requestBody = { majorDimension: 'COLUMNS', values: [[1, 2], [3]] };
  await sheet.api.values.update({ spreadsheetId, range: 'T!A1:C3', valueInputOption: 'RAW', requestBody });
  expect(await sheet.read('T!A1:C3')).toEqual([[1, 3], [2]]);
  const { data } = await sheet.api.values.batchGet({
    spreadsheetId,
    ranges: ['T!A1:C3', 'T!B1'],
    majorDimension: 'COLUMNS',
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(data.valueRanges).toEqual([
    { range: 'T!A1:C3', majorDimension: 'COLUMNS', values: [[1, 2], [3]] },
    { range: 'T!B1', majorDimension: 'COLUMNS', values: [[3]] },
  ]);
});

test('RAW never parses; null leaves a cell alone and an empty text clears it', async () => {
  const write = (values: unknown[][]) =>
    sheet.api.values.update({ spreadsheetId, range: 'T!A1', valueInputOption: 'RAW', requestBody: { values } });
  await write([['=1+1', '007', '1-2', true, 5]]);
  const { data } = await write([[null, '', 'x', null, null]]);
  expect(data).toEqual({ spreadsheetId, updatedRange: 'T!A1:E1', updatedRows: 1, updatedColumns: 2, updatedCells: 2 });
  expect(await sheet.read('T!A1:E1')).toEqual([['=1+1', '', 'x', true, 5]]);
});

test('typing keeps a format that is there and brings one along where there is none', async () => {
  const cell = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.000' } } };
  const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const text = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
  await sheet.batch(
    { repeatCell: { range, cell, fields: 'userEnteredFormat' } },
    {
      repeatCell: {
        range: { ...range, startColumnIndex: 2, endColumnIndex: 3 },
        cell: text,
        fields: 'userEnteredFormat',
      },
    },
  );
  await sheet.type('T!A1', [['12 €', '12 €', '007']]);
  expect(await sheet.read('T!A1:C1', 'FORMATTED_VALUE')).toEqual([['12,000', '12\u00a0€', '007']]);
  expect(await sheet.read('T!A1:C1')).toEqual([[12, 12, '007']]);
});

test('append lands behind the block at the range, not at the end of the sheet', async () => {
  await sheet.type('T!A1', [['nom', 'n'], ['a', 1], [''], ['loin', 9]]);
  const { data } = await sheet.api.values.append({
    spreadsheetId,
    range: 'T!A1',
    valueInputOption: 'RAW',
    requestBody: { values: [['b', 2]] },
  });
  expect(data).toEqual({
    spreadsheetId,
    tableRange: 'T!A1:B2',
    updates: { spreadsheetId, updatedRange: 'T!A3:B3', updatedRows: 1, updatedColumns: 2, updatedCells: 2 },
  });
  await sheet.api.values.append({
    spreadsheetId,
    range: 'T!A1',
    valueInputOption: 'RAW',
    insertDataOption: 'INSERT_ROWS',
    requestBody: { values: [['c', 3]] },
  });
  expect((await sheet.read('T')).map((row) => row.join())).toEqual(['nom,n', 'a,1', 'b,2', 'loin,9', 'c,3']);
});

test('append to a full grid makes it longer; to an empty tab starts at the range', async () => {
  await sheet.api.values.append({
    spreadsheetId,
    range: 'T!B7',
    valueInputOption: 'RAW',
    requestBody: { values: [[1], [2], [3]] },
  });
  expect(await sheet.read('T!B7:B9')).toEqual([[1], [2], [3]]);
});

test('clearing takes values and leaves formats', async () => {
  await sheet.type('T!A1', [
    ['12 €', 2],
    [3, 4],
  ]);
  const { data } = await sheet.api.values.batchClear({ spreadsheetId, requestBody: { ranges: ['T!A1:A2', 'T!B2'] } });
  expect(data).toEqual({ spreadsheetId, clearedRanges: ['T!A1:A2', 'T!B2'] });
  expect(await sheet.read('T!A1:B2')).toEqual([['', 2]]);
  expect((await sheet.api.values.clear({ spreadsheetId, range: 'T!B:B' })).data).toEqual({
    spreadsheetId,
    clearedRange: 'T!B1:B8',
  });
  await sheet.api.values.update({
    spreadsheetId,
    range: 'T!A1',
    valueInputOption: 'RAW',
    requestBody: { values: [[7]] },
  });
  expect(await sheet.read('T!A1', 'FORMATTED_VALUE')).toEqual([['7\u00a0€']]);
});

test('a batch of writes is answered range by range, in sum, and is all or nothing', async () => {
  const data = [
    { range: 'T!A1', values: [['=1+1']] },
    { range: 'T!C1:D2', values: [[1, 2], [3]] },
  ];
  const write = (entries: typeof data) =>
    sheet.api.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'USER_ENTERED',
        includeValuesInResponse: true,
        responseValueRenderOption: 'UNFORMATTED_VALUE',
        data: entries,
      },
    });
  const answer = (await write(data)).data;
  expect(answer).toMatchObject({
    totalUpdatedCells: 4,
    totalUpdatedRows: 3,
    totalUpdatedColumns: 3,
    totalUpdatedSheets: 1,
  });
  expect(answer.responses?.[0]?.updatedData).toEqual({ range: 'T!A1', majorDimension: 'ROWS', values: [[2]] });
  const before = sheet.server.snapshot();
  const refusal = await refusalOf(
    write([
      { range: 'T!A5', values: [['x']] },
      { range: 'Z!A1', values: [['y']] },
    ]),
  );
  expect(refusal).toEqual({ code: 400, message: 'Unable to parse range: Z!A1' });
  expect(sheet.server.snapshot()).toEqual(before);
});

const at = (range: string, values: unknown[][]) => ({
  spreadsheetId,
  range,
  valueInputOption: 'RAW',
  requestBody: { values },
});

test.each([
  ['too many rows for the range', () => sheet.api.values.update(at('T!A1:B1', [[1], [2]])), 'tried writing to row [2]'],
  [
    'too many columns for the range',
    () => sheet.api.values.update(at('T!A1:A2', [[1, 2]])),
    'tried writing to column [2]',
  ],
  [
    'a start outside the grid',
    () => sheet.api.values.update(at('T!A9', [[1]])),
    'exceeds grid limits. Max rows: 8, max columns: 5',
  ],
  [
    'no input option',
    () => sheet.api.values.update({ spreadsheetId, range: 'T!A1', requestBody: { values: [[1]] } }),
    "'valueInputOption' is required",
  ],
  ['an object in a cell', () => sheet.api.values.update(at('T!A1', [[{}]])), 'Invalid values[0]'],
  [
    'an unknown render option',
    () => sheet.api.values.get({ spreadsheetId, range: 'T', valueRenderOption: 'PRETTY' }),
    `Invalid value at 'valueRenderOption' (TYPE_ENUM), "PRETTY"`,
  ],
  ['an unknown tab', () => sheet.api.values.get({ spreadsheetId, range: 'Nope!A1' }), 'Unable to parse range: Nope!A1'],
  [
    'another range in the body',
    () => sheet.api.values.update({ ...at('T!A1', [[1]]), requestBody: { range: 'T!B1', values: [[1]] } }),
    'but the body names range',
  ],
])('%s is refused', async (_, call, message) => {
  expect(await refusalOf(call())).toMatchObject({ code: 400, message: expect.stringContaining(message) });
});

test('an unknown spreadsheet, query parameter or field is refused', async () => {
  expect(await refusalOf(sheet.api.get({ spreadsheetId: 'other' }))).toEqual({
    code: 404,
    message: 'Requested entity was not found.',
  });
  const answer = await fetch(`${sheet.server.url}/v4/spreadsheets/${spreadsheetId}?foo=1`);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(await answer.json())).toContain('Cannot bind query parameter');
  expect(await refusalOf(sheet.api.get({ spreadsheetId, fields: 'nope' }))).toEqual({
    code: 400,
    message: 'Request contains an invalid argument.',
  });
});
