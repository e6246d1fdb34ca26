// What typing a text into a cell means, in French and in English.
import { expect, test } from 'vitest';
import { parseEntry } from '#local/sheets-server/values/parse-entry.ts';

const today = 46_027;

test.each([
  ['bonjour', 'bonjour', undefined],
  ['007', 7, undefined],
  ['-5', -5, undefined],
  ['1,5', 1.5, undefined],
  ['1.5', '1.5', undefined],
  ['1 234,5', 1234.5, '#,##0.00'],
  ['1\u202f234', 1234, '#,##0'],
  ['12 €', 12, '#,##0\u00a0"€"'],
  ['12,50 €', 12.5, '#,##0.00\u00a0"€"'],
  ['50%', 0.5, '0%'],
  ['12,5%', 0.125, '0.00%'],
  ['1e3', 1000, '0.00E+00'],
  ['VRAI', true, undefined],
  ['faux', false, undefined],
  ['TRUE', true, undefined],
  ['1-2', 46_054, 'dd/mm/yyyy'],
  ['05/01/2026', 46_027, 'dd/mm/yyyy'],
  ['5/1/26', 46_027, 'dd/mm/yyyy'],
  ['2026-01-05', 46_027, 'dd/mm/yyyy'],
  ['31/02/2026', '31/02/2026', undefined],
  ['12:30', 0.520_833_333_333_333_4, 'hh:mm:ss'],
  ['05/01/2026 18:00', 46_027.75, 'dd/mm/yyyy hh:mm:ss'],
  ["'007", '007', undefined],
  ["'=A1", '=A1', undefined],
  ['=1+1', { formula: '=1+1' }, undefined],
  ['=SOMME(A1;2)', { formula: '=SOMME(A1,2)' }, undefined],
  ['=', '=', undefined],
  ['+49 30 123', '+49 30 123', undefined],
  ['', null, undefined],
  [' ', ' ', undefined],
])('typing %j in a French workbook gives %j', (text, input, pattern) => {
  const parsed = parseEntry(text, 'fr_FR', today);
  expect(parsed.input).toEqual(input);
  expect(parsed.numberFormat?.pattern).toBe(pattern);
});

test.each([
  ['1.5', 1.5],
  ['1,234.5', 1234.5],
  ['1/2/2026', 46_024],
  ['6:00 PM', 0.75],
])('typing %j in an English workbook gives %j', (text, input) => {
  expect(parseEntry(text, 'en_US', today).input).toBe(input);
});

test('a cell formatted as text parses nothing, not even a formula', () => {
  for (const text of ['007', '1-2', '=1+1']) expect(parseEntry(text, 'fr_FR', today, true).input).toBe(text);
});
