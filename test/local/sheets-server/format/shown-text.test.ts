// Number formats as a person of a French or English workbook sees them.
import { expect, test } from 'vitest';
import { shownString, shownText } from '#local/sheets-server/format/shown-text.ts';

const nbsp = '\u00a0';
const narrow = '\u202f';

test.each([
  [1234.5, '', '1234,5'],
  [0.1 + 0.2, '', '0,3'],
  [1e20, '', '1E+20'],
  [1234.5, '#,##0.00', `1${narrow}234,50`],
  [1234567, '#,##0', `1${narrow}234${narrow}567`],
  [-1234.5, `#,##0.00${nbsp}"€"`, `-1${narrow}234,50${nbsp}€`],
  [1234.5, '#,##0.00 [$€]', `1${narrow}234,50 €`],
  [1234.5, '[$€-40C] #,##0', `€ 1${narrow}235`],
  [1.005, '0.00', '1,01'],
  [-0.001, '0.00', '0,00'],
  [0.256, '0.0%', '25,6%'],
  [7, '000', '007'],
  [0.5, '#.##', ',5'],
  [0.5, '0.##', '0,5'],
  [12, '0.##', '12,'],
  [-5, '#,##0;(#,##0)', '(5)'],
  [0, '0;-0;"nul"', 'nul'],
  [5, '[<10]"peu";[>=10]"assez"', 'peu'],
  [12, '[<10]"peu";[>=10]"assez"', 'assez'],
  [-3, '[Red]0;[Blue]-0', '-3'],
  [12345.678, '0.00E+00', '1,23E+04'],
  [1500, '0.0,"k"', '1,5k'],
  [46027, 'dd/mm/yyyy', '05/01/2026'],
  [46027, 'd mmmm yyyy', '5 janvier 2026'],
  [46027, 'ddd d mmm', 'lun. 5 janv.'],
  [46027, 'yyyy-mm-dd', '2026-01-05'],
  [46027.75, 'hh:mm', '18:00'],
  [46027.5 + 5 / 1440, 'dd/mm hh:mm:ss', '05/01 12:05:00'],
  [0.49999999, 'hh:mm', '12:00'],
  [1.5, '[h]:mm', '36:00'],
  [0.75, 'h:mm am/pm', '6:00 PM'],
])('%d by "%s" in French is "%s"', (value, pattern, expected) => {
  expect(shownText(value, pattern, 'fr_FR')).toBe(expected);
});

test.each([
  [1234.5, '#,##0.00', '1,234.50'],
  [46027, 'mmm d, yyyy', 'Jan 5, 2026'],
])('%d by "%s" in English is "%s"', (value, pattern, expected) => {
  expect(shownText(value, pattern, 'en_US')).toBe(expected);
});

test.each([
  ['abc', '@', 'abc'],
  ['abc', '0;-0;0;"<"@">"', '<abc>'],
  ['abc', '0.00', 'abc'],
])('the text %s by "%s" is %s', (value, pattern, expected) => {
  expect(shownString(value, pattern)).toBe(expected);
});
