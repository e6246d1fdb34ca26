// Colours come back in pairs and as 32-bit floats: what a program reads is not, number by number, what it wrote.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSheet, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;
const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };

beforeEach(async () => {
  sheet = await openTestSheet();
});

afterEach(() => sheet.server.close());

const paint = (userEnteredFormat: object, fields: string) =>
  sheet.batch({ repeatCell: { range, cell: { userEnteredFormat }, fields: `userEnteredFormat(${fields})` } });

async function format(): Promise<unknown> {
  const fields = 'sheets.data.rowData.values.userEnteredFormat';
  const { data } = await sheet.api.get({ spreadsheetId, ranges: ['A1'], fields });
  return data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat;
}

const cream = { red: 1, green: 0.9568627450980393, blue: 0 };
const creamRead = { red: 1, green: 0.95686275 };

test.each([
  ['a colour', { backgroundColor: cream }, 'backgroundColor'],
  ['a style', { backgroundColorStyle: { rgbColor: cream } }, 'backgroundColorStyle'],
  [
    'both, where the style wins',
    { backgroundColor: { blue: 1 }, backgroundColorStyle: { rgbColor: cream } },
    'backgroundColor,backgroundColorStyle',
  ],
])('%s is read back as both', async (_, written, fields) => {
  await paint(written, fields);
  expect(await format()).toEqual({ backgroundColor: creamRead, backgroundColorStyle: { rgbColor: creamRead } });
});

test('painting over or clearing one of a pair takes the other along', async () => {
  await paint(
    { backgroundColorStyle: { rgbColor: cream }, textFormat: { foregroundColor: cream, bold: true } },
    'backgroundColorStyle,textFormat',
  );
  await paint({ backgroundColor: { blue: 1 } }, 'backgroundColor');
  expect(await format()).toMatchObject({
    backgroundColor: { blue: 1 },
    backgroundColorStyle: { rgbColor: { blue: 1 } },
  });
  await paint({}, 'backgroundColor,textFormat.foregroundColorStyle');
  expect(await format()).toEqual({ textFormat: { bold: true } });
});

test('the colour of a tab comes in both forms', async () => {
  await sheet.batch({ updateSheetProperties: { properties: { sheetId: 0, tabColor: cream }, fields: 'tabColor' } });
  const { data } = await sheet.api.get({ spreadsheetId, fields: 'sheets.properties(tabColor,tabColorStyle)' });
  expect(data.sheets?.[0]?.properties).toEqual({ tabColor: creamRead, tabColorStyle: { rgbColor: creamRead } });
});
