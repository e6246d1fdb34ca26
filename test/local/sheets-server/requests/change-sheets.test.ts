// Tabs: made, renamed, moved, copied, deleted; a new file; properties of the whole.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cells, openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;

beforeEach(async () => {
  sheet = await openTestSheet();
});

afterEach(() => sheet.server.close());

async function tabs(): Promise<string> {
  const { data } = await sheet.api.get({ spreadsheetId, fields: 'sheets.properties(title,sheetId)' });
  return (data.sheets ?? []).map(({ properties }) => `${properties?.sheetId} ${properties?.title}`).join(', ');
}

test('a new file is what a person finds: one localised tab, 1000 × 26', async () => {
  const { data } = await sheet.api.get({ spreadsheetId, fields: 'properties(locale,timeZone),sheets.properties' });
  expect(data).toEqual({
    properties: { locale: 'fr_FR', timeZone: 'Europe/Paris' },
    sheets: [
      {
        properties: {
          sheetId: 0,
          title: 'Feuille 1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ],
  });
});

test('a tab added with everything is answered and read back alike', async () => {
  const properties = {
    sheetId: 5,
    title: 'Stock',
    index: 0,
    sheetType: 'GRID',
    gridProperties: { rowCount: 40, columnCount: 12, frozenRowCount: 2, frozenColumnCount: 1 },
    hidden: true,
    tabColor: { red: 0.5 },
    tabColorStyle: { rgbColor: { red: 0.5 } },
  };
  const [reply] = await sheet.batch({ addSheet: { properties } });
  expect(reply?.addSheet?.properties).toEqual(properties);
  const { data } = await sheet.api.get({ spreadsheetId, fields: 'sheets.properties' });
  expect(data.sheets?.[0]?.properties).toEqual(properties);
  await sheet.batch({ addSheet: {} });
  expect(await tabs()).toMatch(/^5 Stock, 0 Feuille 1, \d+ Feuille 3$/);
});

test('renaming follows into formulas; deleting leaves #REF!', async () => {
  await sheet.batch(
    { addSheet: { properties: { sheetId: 1, title: 'Ventes' } } },
    { updateCells: { start: { sheetId: 1 }, fields: '*', rows: [cells(4)] } },
    { updateCells: { start: { sheetId: 0 }, fields: '*', rows: [cells('=SUM(Ventes!A1:A2)+ventes!A1')] } },
    { updateSheetProperties: { properties: { sheetId: 1, title: "L'été 2026" }, fields: 'title' } },
  );
  expect(await sheet.read("'Feuille 1'!A1", 'FORMULA')).toEqual([["=SUM('L''été 2026'!A1:A2)+'L''été 2026'!A1"]]);
  expect(await sheet.read("'Feuille 1'!A1")).toEqual([[8]]);
  await sheet.batch({ deleteSheet: { sheetId: 1 } });
  expect(await sheet.read("'Feuille 1'!A1", 'FORMULA')).toEqual([['=SUM(#REF!)+#REF!']]);
  expect(await sheet.read("'Feuille 1'!A1")).toEqual([['#REF!']]);
});

test('a tab moves to where its new index was before the move', async () => {
  await sheet.batch(...['A', 'B', 'C'].map((title, at) => ({ addSheet: { properties: { sheetId: at + 1, title } } })));
  await sheet.batch({ updateSheetProperties: { properties: { sheetId: 0, index: 3 }, fields: 'index' } });
  expect(await tabs()).toBe('1 A, 2 B, 0 Feuille 1, 3 C');
  await sheet.batch({ updateSheetProperties: { properties: { sheetId: 3, index: 0 }, fields: 'index' } });
  expect(await tabs()).toBe('3 C, 1 A, 2 B, 0 Feuille 1');
});

test('a mask on grid properties leaves the others alone', async () => {
  const grid = async () => {
    const { data } = await sheet.api.get({ spreadsheetId, fields: 'sheets.properties.gridProperties' });
    return data.sheets?.[0]?.properties?.gridProperties;
  };
  const set = (gridProperties: object, fields: string) =>
    sheet.batch({ updateSheetProperties: { properties: { sheetId: 0, gridProperties }, fields } });
  await set({ frozenRowCount: 2 }, 'gridProperties.frozenRowCount');
  await set({ rowCount: 50, columnCount: 8 }, 'gridProperties(rowCount,columnCount)');
  expect(await grid()).toEqual({ rowCount: 50, columnCount: 8, frozenRowCount: 2 });
  await set({}, 'gridProperties.frozenRowCount');
  expect(await grid()).toEqual({ rowCount: 50, columnCount: 8 });
});

test('shrinking the grid drops the cells and objects outside it', async () => {
  await sheet.type("'Feuille 1'!A1:C3", [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, '=SUM(A1:C2)'],
  ]);
  await sheet.batch({
    addNamedRange: { namedRange: { name: 'bas', range: { sheetId: 0, startRowIndex: 2, endRowIndex: 3 } } },
  });
  await sheet.batch({
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 2, columnCount: 2 } },
      fields: 'gridProperties',
    },
  });
  await sheet.batch({
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 9, columnCount: 9 } },
      fields: 'gridProperties',
    },
  });
  expect(await sheet.read("'Feuille 1'")).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect((await sheet.api.get({ spreadsheetId })).data.namedRanges).toBeUndefined();
});

test('a copy has the cells and objects, with ids of its own, and goes its own way', async () => {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
  await sheet.type("'Feuille 1'!A1:B1", [[1, '=A1*10']]);
  await sheet.batch(
    { addProtectedRange: { protectedRange: { protectedRangeId: 3, range, warningOnly: true } } },
    { duplicateSheet: { sourceSheetId: 0, newSheetId: 8, insertSheetIndex: 1 } },
    { updateCells: { start: { sheetId: 0 }, fields: 'userEnteredValue', rows: [cells(2)] } },
  );
  expect(await tabs()).toBe('0 Feuille 1, 8 Copie de Feuille 1');
  expect(await sheet.read("'Copie de Feuille 1'!A1:B1")).toEqual([[1, 10]]);
  expect(await sheet.read("'Feuille 1'!A1:B1")).toEqual([[2, 20]]);
  const { data } = await sheet.api.get({
    spreadsheetId,
    fields: 'sheets.protectedRanges(protectedRangeId,range.sheetId)',
  });
  const [source, copy] = (data.sheets ?? []).map((tab) => tab.protectedRanges?.[0]);
  expect(source).toEqual({ protectedRangeId: 3, range: { sheetId: 0 } });
  expect(copy?.range).toEqual({ sheetId: 8 });
  expect(copy?.protectedRangeId).not.toBe(3);
});

test('locale and zone change what is shown and typed', async () => {
  await sheet.type("'Feuille 1'!A1:C1", [['1,5', '05/01/2026', '=SUM(1;2)']]);
  await sheet.batch({
    updateSpreadsheetProperties: {
      properties: { locale: 'en_US', timeZone: 'America/New_York' },
      fields: 'locale,timeZone',
    },
  });
  expect(await sheet.read("'Feuille 1'!A1:C1", 'FORMATTED_VALUE')).toEqual([['1.5', '05/01/2026', '3']]);
  expect(await sheet.read("'Feuille 1'!C1", 'FORMULA')).toEqual([['=SUM(1,2)']]);
});

test.each([
  ['the default tab id', { addSheet: { properties: { sheetId: 0, title: 'X' } } }, 'Sheet with ID 0 already exists'],
  [
    'a title in another case',
    { addSheet: { properties: { title: 'FEUILLE 1' } } },
    'already exists. Please enter another name',
  ],
  [
    'an empty title',
    { updateSheetProperties: { properties: { sheetId: 0, title: '' }, fields: 'title' } },
    'must not be empty',
  ],
  ['the last tab', { deleteSheet: { sheetId: 0 } }, "You can't remove all the sheets"],
  [
    'hiding the last tab',
    { updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } },
    "You can't hide all the sheets",
  ],
  [
    'freezing everything',
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1000 } },
        fields: 'gridProperties.frozenRowCount',
      },
    },
    "You can't freeze all",
  ],
  ['no mask', { updateSheetProperties: { properties: { sheetId: 0, title: 'X' } } }, "listed in 'fields'"],
  [
    'too many cells',
    { addSheet: { properties: { gridProperties: { rowCount: 1_000_000, columnCount: 10 } } } },
    'above the limit of 10000000 cells',
  ],
  [
    'an unknown zone',
    { updateSpreadsheetProperties: { properties: { timeZone: 'Europe/Nowhere' }, fields: 'timeZone' } },
    'Invalid time zone',
  ],
])('%s is refused', async (_, request, message) => {
  expect(await refusalOf(sheet.batch(request))).toMatchObject({ code: 400, message: expect.stringContaining(message) });
});
