// Formulas in the running server: the closed list of functions, errors, arrays, the clock, long chains and circles.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cells, openTestSheet, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;

/** Rows 2–7 of the tab Données: name, quantity, price, day, a share. */
const data = [
  cells('nom', 'quantité', 'prix', 'jour', 'part'),
  cells('miel', 3, 12.5, 46_027, 0.25),
  cells('savon', 5, 4, 46_028, 0.5),
  cells('Miel', 2, 13, 46_058, 0.75),
  cells('baume', '', 9.5, 46_059, 0.5),
  cells('007', 1, 1.005, 46_090, 0.125),
];

beforeAll(async () => {
  sheet = await openTestSheet();
  await sheet.batch(
    { addSheet: { properties: { sheetId: 1, title: 'Données' } } },
    { addSheet: { properties: { sheetId: 2, title: 'Formules', gridProperties: { rowCount: 200, columnCount: 12 } } } },
    { updateCells: { start: { sheetId: 1 }, fields: 'userEnteredValue', rows: data } },
    {
      addNamedRange: {
        namedRange: {
          name: 'Quantités',
          range: { sheetId: 1, startRowIndex: 1, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 2 },
        },
      },
    },
  );
});

afterAll(() => sheet.server.close());

const d = "'Données'!";

test.each([
  [`=SUM(${d}B2:B)`, 11],
  [`=SUMIF(${d}A2:A6;"miel";${d}B2:B6)`, 5],
  [`=SUMIFS(${d}B2:B;${d}A2:A;"miel";${d}D2:D;"<"&DATE(2026;1;20))`, 3],
  [`=COUNTIF(${d}A2:A;"m*")`, 2],
  [`=COUNTIF(${d}E2:E;">"&${d}E2)`, 3],
  [`=COUNTIF(${d}E2:E;${d}E3)`, 2],
  [`=COUNTIFS(${d}A2:A;"<>miel";${d}B2:B;">0")`, 2],
  [`=COUNTA(${d}A2:A)`, 5],
  [`=AVERAGEIFS(${d}C2:C;${d}A2:A;"miel")`, 12.75],
  [`=MAXIFS(${d}C2:C;${d}B2:B;">=2")`, 13],
  [`=MINIFS(${d}C2:C;${d}B2:B;">=2")`, 4],
  [`=SUMPRODUCT(${d}B2:B6;${d}C2:C6)`, 84.505],
  [`=INDEX(${d}A2:C6;2;3)`, 4],
  [`=MATCH("savon";${d}A2:A6;0)`, 2],
  [`=INDEX(${d}C2:C6;MATCH("baume";${d}A2:A6;0))`, 9.5],
  [`=IF(${d}B2>2;"beaucoup";"peu")`, 'beaucoup'],
  ['=IFERROR(1/0;"rien")', 'rien'],
  ['=AND(TRUE;1=1)', true],
  ['=OR(FALSE;1=2)', false],
  ['=NOT(FALSE)', true],
  ['=ROUND(1.005;2)', 1.01],
  ['=ROUND(-2.5;0)', -3],
  ['=ROUND(1234.567;-2)', 1200],
  ['=ROUND(2.5)', 3],
  ['=ABS(-3)', 3],
  [`=MIN(${d}C2:C)`, 1.005],
  [`=MAX(${d}C2:C;20)`, 20],
  ['=TEXT(46027;"dd/mm/yyyy")', '05/01/2026'],
  ['=TEXT(1234.5;"#,##0.00")', '1\u202f234,50'],
  ['=TODAY()', 46_027],
  ['=DATE(2026;1;31)', 46_053],
  ['=EDATE(DATE(2026;1;31);1)', 46_081],
  ['=HYPERLINK("https://example.org";"lien")', 'lien'],
  ['=ARRAYFORMULA(SUM(IF(Données!A2:A6="miel";Données!B2:B6;0)))', 5],
  ['=SUM(Quantités)', 11],
  ['="part "&Données!E3', 'part 0,5'],
  ['=Données!A6', '007'],
  ['="3"+4', 7],
  ['=50%', 0.5],
  ['="ABC"="abc"', true],
  // errors, under Google's names
  ['=1/0', '#DIV/0!'],
  ['=NOPE(1)', '#NAME?'],
  ['=nope', '#NAME?'],
  [`=MATCH("x";${d}A2:A6;0)`, '#N/A'],
  ['=SUM(1;', '#ERROR!'],
  ['="a"+1', '#VALUE!'],
  ["='Pas là'!A1", '#REF!'],
  ['=A1', '#REF!'],
] as [string, unknown][])('%s is %j', async (formula, expected) => {
  await sheet.batch({
    updateCells: {
      start: { sheetId: 2 },
      fields: 'userEnteredValue',
      rows: [{ values: [{ userEnteredValue: { formulaValue: formula } }] }],
    },
  });
  const [[value] = []] = await sheet.read('Formules!A1');
  if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 9);
  else expect(value).toBe(expected);
});

test('a reference to an empty cell shows nothing', async () => {
  await sheet
    .batch({ updateCells: { start: { sheetId: 2 }, fields: '*', rows: [cells('=Z9', 'x')] } })
    .catch(() => undefined);
  await sheet.batch({ updateCells: { start: { sheetId: 2 }, fields: '*', rows: [cells('=L9', 'x')] } });
  expect(await sheet.read('Formules!A1:B1')).toEqual([['', 'x']]);
});

test('an array spills, shows #REF! where a cell is in its way, and comes back when that is emptied', async () => {
  await sheet.batch({
    updateCells: { start: { sheetId: 2, columnIndex: 3 }, fields: '*', rows: [cells(`=ARRAYFORMULA(${d}B2:B4*2)`)] },
  });
  expect(await sheet.read('Formules!D1:D3')).toEqual([[6], [10], [4]]);
  await sheet.type('Formules!D2', [['obstacle']]);
  expect(await sheet.read('Formules!D1:D3')).toEqual([['#REF!'], ['obstacle']]);
  await sheet.type('Formules!D2', [['']]);
  expect(await sheet.read('Formules!D1:D3')).toEqual([[6], [10], [4]]);
  await sheet.type('Formules!F1', [['=SUM(D1:D3)']]);
  expect(await sheet.read('Formules!F1')).toEqual([[20]]);
});

test('TODAY follows the world clock in the time zone of the workbook', async () => {
  await sheet.type('Formules!H1', [['=TODAY()']]);
  sheet.clock.set(Date.UTC(2026, 0, 5, 22, 59, 59));
  expect(await sheet.read('Formules!H1')).toEqual([[46_027]]);
  sheet.clock.set(Date.UTC(2026, 0, 5, 23));
  expect(await sheet.read('Formules!H1')).toEqual([[46_028]]);
  expect(await sheet.read('Formules!H1', 'FORMATTED_VALUE')).toEqual([['06/01/2026']]);
});

test('a chain of two thousand running totals is read whole', async () => {
  const rows = Array.from({ length: 2000 }, (_, index) => cells(1, index === 0 ? '=A1' : `=B${index}+A${index + 1}`));
  await sheet.batch(
    { addSheet: { properties: { sheetId: 3, title: 'Cumul', gridProperties: { rowCount: 2000, columnCount: 3 } } } },
    { updateCells: { start: { sheetId: 3 }, fields: 'userEnteredValue', rows } },
  );
  expect(await sheet.read('Cumul!B2000')).toEqual([[2000]]);
});

test('a circle of formulas, short or long, is #REF! all round', async () => {
  const length = 500;
  const rows = Array.from({ length }, (_, index) => cells(`=A${((index + 1) % length) + 1}`));
  await sheet.batch(
    { addSheet: { properties: { sheetId: 4, title: 'Cercle', gridProperties: { rowCount: length, columnCount: 3 } } } },
    { updateCells: { start: { sheetId: 4 }, fields: 'userEnteredValue', rows } },
    { updateCells: { start: { sheetId: 4, columnIndex: 1 }, fields: 'userEnteredValue', rows: [cells('=C1', '=B1')] } },
  );
  expect(await sheet.read('Cercle!A250:A251')).toEqual([['#REF!'], ['#REF!']]);
  expect(await sheet.read('Cercle!B1:C1')).toEqual([['#REF!', '#REF!']]);
});
