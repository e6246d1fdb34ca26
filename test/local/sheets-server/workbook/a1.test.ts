// A1 notation: what each notation covers, what is refused, how titles are quoted.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIndex, columnLetters, parseA1, quoteTitle, renderRange } from '#local/sheets-server/workbook/a1.ts';
import { blankSheet } from '#local/sheets-server/workbook/workbook.ts';

const stock = blankSheet({}, 1, "Stock d'été", 100, 30);
const plain = blankSheet({}, 2, 'Plain', 10, 5);
const source = {
  sheets: [stock, plain],
  namedRanges: [
    { name: 'Total', range: { sheetId: 2, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 } },
  ],
};

test.each([
  ["'Stock d''été'!B3", "'Stock d''été'!B3"],
  ["Stock d'été!A:A", "'Stock d''été'!A1:A100"],
  ['Plain', 'Plain!A1:E10'],
  ['Plain!2:3', 'Plain!A2:E3'],
  ['Plain!B2:D', 'Plain!B2:D10'],
  ['Plain!D5:B2', 'Plain!B2:D5'],
  ['Plain!A1:Z99', 'Plain!A1:E10'],
  ['$C$4', "'Stock d''été'!C4"],
  ['total', 'Plain!B2'],
])('%s is %s', (text, expected) => {
  const span = parseA1(source, text);
  const sheet = span.sheetId === 1 ? stock : plain;
  expect(renderRange(sheet, span)).toBe(expected);
});

test.each([
  ['Nope!A1', 'Unable to parse range: Nope!A1'],
  ['Plain!A', 'Unable to parse range: Plain!A'],
  ['Plain!A0', 'Unable to parse range: Plain!A0'],
  ['Plain!F1', 'exceeds grid limits. Max rows: 10, max columns: 5'],
  ['Plain!A11', 'exceeds grid limits. Max rows: 10, max columns: 5'],
])('%s is refused', (text, message) => {
  expect(() => parseA1(source, text)).toThrow(message);
});

test('column letters and indexes are inverse', () => {
  fc.assert(
    fc.property(fc.nat({ max: 18_277 }), (index) => {
      expect(columnIndex(columnLetters(index))).toBe(index);
    }),
  );
});

test.each([
  ['Plain', 'Plain'],
  ['A1', "'A1'"],
  ['2026', "'2026'"],
  ['Été', "'Été'"],
  ["d'or", "'d''or'"],
])('the title %s is quoted as %s', (title, quoted) => {
  expect(quoteTitle(title)).toBe(quoted);
});
