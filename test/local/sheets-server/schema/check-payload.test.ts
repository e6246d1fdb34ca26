// Bodies that Google's JSON parser would refuse, each by the name it would give.
import { expect, test } from 'vitest';
import { checkPayload } from '#local/sheets-server/schema/check-payload.ts';

const batch = (request: unknown) => ({ requests: [{}, request] });

test.each([
  [batch({ frobnicate: {} }), `Unknown name "frobnicate" at 'requests[1]': Cannot find field.`],
  [batch({ updateCells: { foo: 1 } }), `Unknown name "foo" at 'requests[1].update_cells': Cannot find field.`],
  [{ request: [] }, 'Invalid JSON payload received. Unknown name "request": Cannot find field.'],
  [
    batch({ appendCells: { rows: [{ values: [{ userEnteredValue: { stringVal: 'x' } }] }] } }),
    `Unknown name "stringVal" at 'requests[1].append_cells.rows[0].values[0].user_entered_value': Cannot find field.`,
  ],
  [
    batch({ addSheet: { properties: { title: 12 } } }),
    `Invalid value at 'requests[1].add_sheet.properties.title' (TYPE_STRING), 12`,
  ],
  [
    batch({ sortRange: { sortSpecs: [{ sortOrder: 'UP' }] } }),
    `Invalid value at 'requests[1].sort_range.sort_specs[0].sort_order' (TYPE_ENUM), "UP"`,
  ],
  [batch({ deleteSheet: { sheetId: 1.5 } }), `Invalid value at 'requests[1].delete_sheet.sheet_id' (TYPE_INT32), 1.5`],
  [batch({ deleteSheet: { sheetId: 'x' } }), `Invalid value at 'requests[1].delete_sheet.sheet_id' (TYPE_INT32), "x"`],
  [{ requests: {} }, `Invalid value at 'requests' (TYPE_LIST), {}`],
  [batch({ addFilterView: {} }), `The local server does not implement 'requests[1].add_filter_view'`],
  [
    batch({ updateCells: { rows: [{ values: [{ pivotTable: {} }] }] } }),
    `does not implement 'requests[1].update_cells.rows[0].values[0].pivot_table'`,
  ],
])('%j is refused by name', (body, message) => {
  expect(() => {
    checkPayload(body, 'BatchUpdateSpreadsheetRequest');
  }).toThrow(message);
});

test('null members read as absent, except inside the cells of a values list', () => {
  const body = { range: null, values: [[null, 1]] };
  checkPayload(body, 'ValueRange');
  expect(body).toEqual({ values: [[null, 1]] });
});
