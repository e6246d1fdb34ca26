// Field masks as a reader (answers) and as a writer (updates) use them.
import { expect, test } from 'vitest';
import { mergeByMask, parseFieldMask, project } from '#local/sheets-server/schema/field-mask.ts';

const answer = {
  spreadsheetId: 'x',
  properties: { title: 'T', locale: 'fr_FR' },
  sheets: [
    { properties: { sheetId: 0, title: 'A', gridProperties: { rowCount: 3, columnCount: 2 } } },
    {
      properties: { sheetId: 1, title: 'B', gridProperties: { rowCount: 5, columnCount: 2 } },
      charts: [{ chartId: 7 }],
    },
  ],
};

test.each([
  ['*', answer],
  ['spreadsheetId', { spreadsheetId: 'x' }],
  ['properties.title', { properties: { title: 'T' } }],
  ['properties/title', { properties: { title: 'T' } }],
  ['properties(title,locale)', { properties: { title: 'T', locale: 'fr_FR' } }],
  ['properties.*', { properties: answer.properties }],
  ['properties(*)', { properties: answer.properties }],
  ['sheets.charts.chartId', { sheets: [{}, { charts: [{ chartId: 7 }] }] }],
  [
    'sheets(properties(sheetId,gridProperties/rowCount)), spreadsheetId',
    {
      spreadsheetId: 'x',
      sheets: [
        { properties: { sheetId: 0, gridProperties: { rowCount: 3 } } },
        { properties: { sheetId: 1, gridProperties: { rowCount: 5 } } },
      ],
    },
  ],
  [
    'sheets.properties.sheetId,sheets.properties.title',
    { sheets: [{ properties: { sheetId: 0, title: 'A' } }, { properties: { sheetId: 1, title: 'B' } }] },
  ],
])('the answer under fields=%s', (fields, expected) => {
  expect(project(answer, parseFieldMask(fields, 'Spreadsheet'))).toEqual(expected);
});

test.each([
  ['foo', "path 'foo'"],
  ['properties.foo', "path 'properties.foo'"],
  ['sheets(properties(title,nope))', "path 'sheets.properties.nope'"],
  ['spreadsheetId.x', "path 'spreadsheetId.x'"],
  ['sheets(properties', "path 'sheets(properties'"],
  ['', "path ''"],
])('fields=%s is refused and named', (fields, named) => {
  let thrown: unknown;
  try {
    parseFieldMask(fields, 'Spreadsheet');
  } catch (error) {
    thrown = error;
  }
  expect(JSON.stringify(thrown)).toContain(named);
});

test.each([
  ['title', { title: 'new', locale: 'fr_FR' }],
  ['locale', { title: 'T' }],
  ['*', { title: 'new' }],
])('an update under the mask %s takes and clears what it selects', (fields, expected) => {
  const mask = parseFieldMask(fields, 'SpreadsheetProperties');
  expect(mergeByMask<object>(answer.properties, { title: 'new' }, mask)).toEqual(expected);
});
