// The exported workbook in an o-spreadsheet Model: the Model, an evaluator of its own, must find the same results as we do.
import { Model } from '@odoo/o-spreadsheet';
import { expect, test, vi } from 'vitest';
import { modelData } from '#local/sheets-server/workbook/model-data.ts';
import { cells, openTestSheet } from '../open-test-sheet.ts';

interface LoadedModel {
  readonly getters: {
    getEvaluatedCell(place: { sheetId: string; col: number; row: number }): { value: unknown; formattedValue: string };
  };
}

test('formulas, texts and formats agree with the Model', async () => {
  const sheet = await openTestSheet({ locale: 'en_US' });
  const tricky = ['=1+1', '007', '1-2', 'TRUE', "'quoted", '12:30'];
  const sales = Array.from({ length: 40 }, (_, index) =>
    cells(index % 7, (index * 37) % 101, `sku-${index % 5}`, 46_000 + index),
  );
  await sheet.batch(
    { addSheet: { properties: { sheetId: 1, title: 'Sales data', gridProperties: { rowCount: 60, columnCount: 6 } } } },
    { appendCells: { sheetId: 1, fields: 'userEnteredValue', rows: sales } },
    {
      repeatCell: {
        range: { sheetId: 1, startColumnIndex: 1, endColumnIndex: 2 },
        cell: { userEnteredFormat: { numberFormat: { type: 'CURRENCY', pattern: '#,##0.00 "€"' } } },
        fields: 'userEnteredFormat',
      },
    },
    {
      updateCells: {
        start: { sheetId: 0 },
        fields: 'userEnteredValue',
        rows: tricky.map((text) => ({ values: [{ userEnteredValue: { stringValue: text } }] })),
      },
    },
    {
      updateCells: {
        start: { sheetId: 0, columnIndex: 1 },
        fields: 'userEnteredValue',
        rows: [
          "=SUM('Sales data'!B1:B)",
          "=SUMIFS('Sales data'!B1:B;'Sales data'!C1:C;\"sku-3\";'Sales data'!A1:A;\">\"&2)",
          '=COUNTIF(\'Sales data\'!C1:C;"sku-*")',
          "=INDEX('Sales data'!C1:C40;MATCH(74;'Sales data'!B1:B40;0))",
          '=IFERROR(B1/0;ROUND(B1/7;2))',
          "=SUMPRODUCT('Sales data'!A1:A40;'Sales data'!B1:B40)",
          "=MAXIFS('Sales data'!D1:D;'Sales data'!A1:A;6)-EDATE(DATE(2026;1;31);1)",
          '=IF(AND(B1>1;NOT(B2=0));"oui"&COUNTA(A1:A7);"non")',
          "=AVERAGEIFS('Sales data'!B1:B;'Sales data'!A1:A;\"<3\")",
        ].map((formulaValue) => ({ values: [{ userEnteredValue: { formulaValue } }] })),
      },
    },
  );
  const dump = sheet.server.snapshot();
  await sheet.server.close();
  // The Model reports its loading on the console.
  for (const method of ['log', 'debug', 'groupCollapsed', 'groupEnd'] as const)
    vi.spyOn(console, method).mockReturnValue();
  const { getters } = new Model(modelData(dump)) as unknown as LoadedModel;
  vi.restoreAllMocks();
  let formulas = 0;
  for (const { properties, cells: stored } of dump.sheets) {
    for (const { row, column, input, value } of stored) {
      const found = getters.getEvaluatedCell({ sheetId: String(properties.sheetId), col: column, row });
      if (value === undefined) expect(found.value).toBe(input);
      else {
        expect(found.value).toEqual(value);
        formulas += 1;
      }
    }
  }
  expect(formulas).toBe(9);
  expect(getters.getEvaluatedCell({ sheetId: '1', col: 1, row: 2 }).formattedValue).toBe('74.00 €');
});
