// Which block values.append takes for the table: the worked example of Google's guide (two tables, A1:C2 and B4:D6).
import { expect, test } from 'vitest';
import { cells, openTestSheet, spreadsheetId } from '../open-test-sheet.ts';

test.each([
  ["'Feuille 1'", 7],
  ['B4', 7],
  ['C5:D5', 7],
  ['B2:D4', 7],
  ['A3:G10', 7],
  ['A1', 3],
  ['E4', 4],
  ['A4', 4],
])('appending to %s writes at row %i', async (range, row) => {
  const sheet = await openTestSheet();
  const rows = [
    cells('x', 'y', 'z'),
    cells('x', 'y', 'z'),
    {},
    cells('', 'x', 'y', 'z'),
    cells('', '', 'y', 'z'),
    cells('', 'x', 'y'),
  ];
  await sheet.batch({ updateCells: { start: { sheetId: 0 }, fields: 'userEnteredValue', rows } });
  const requestBody = { values: [['neuf']] };
  const { data } = await sheet.api.values.append({ spreadsheetId, range, valueInputOption: 'RAW', requestBody });
  await sheet.server.close();
  expect(data.updates?.updatedRange).toMatch(new RegExp(`![A-Z]${row}$`));
});
