// The google-spreadsheet package, an independent client, against the local server: it must load, add rows and save cells.
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSheet, spreadsheetId, type TestSheet } from './open-test-sheet.ts';

let sheet: TestSheet;
let document: GoogleSpreadsheet;

beforeEach(async () => {
  sheet = await openTestSheet();
  document = new GoogleSpreadsheet(spreadsheetId, { token: 'local' });
  const prefix = `${sheet.server.url}/v4/spreadsheets/${spreadsheetId}`;
  Object.assign(document, { sheetsApi: document.sheetsApi.extend({ prefix }) });
  await document.loadInfo();
});

afterEach(() => sheet.server.close());

test('it loads the info of a new file', () => {
  expect(document.title).toBe('Classeur sans titre');
  expect(document.sheetsByIndex.map(({ title, rowCount }) => [title, rowCount])).toEqual([['Feuille 1', 1000]]);
});

test('it adds a tab with headers and rows, and reads them back', async () => {
  const tab = await document.addSheet({ title: 'Clients', headerValues: ['nom', 'points'] });
  await tab.addRow({ nom: 'Zoé', points: 12 });
  await tab.addRows([{ nom: 'Ana', points: '=1+1' }]);
  const rows = await tab.getRows();
  expect(rows.map((row) => row.toObject())).toEqual([
    { nom: 'Zoé', points: '12' },
    { nom: 'Ana', points: '2' },
  ]);
});

test('it loads cells, changes values, formulas, formats and notes, and saves them', async () => {
  const tab = document.sheetsByIndex[0];
  if (tab === undefined) throw new Error('A new file has one tab');
  await tab.loadCells('A1:C3');
  tab.getCell(0, 0).value = 12.5;
  tab.getCell(0, 1).formula = '=A1*2';
  tab.getCell(1, 0).value = 'texte';
  tab.getCell(1, 0).note = 'une note';
  tab.getCell(0, 0).numberFormat = { type: 'CURRENCY', pattern: '#,##0.00 "€"' };
  await tab.saveUpdatedCells();
  await tab.loadCells('A1:C3');
  expect(tab.getCell(0, 1).value).toBe(25);
  expect(tab.getCell(0, 0).formattedValue).toBe('12,50 €');
  expect(tab.getCell(1, 0).note).toBe('une note');
});
