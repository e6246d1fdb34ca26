// Both separator styles of formulas, and the law that no text is lost on the way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalFormula, localizedFormula } from '#local/sheets-server/formula/formula-separators.ts';
import { tokenizeFormula } from '#local/sheets-server/formula/tokenize-formula.ts';

test.each([
  ['=SUM(A1;B1)', '=SUM(A1,B1)', '=SUM(A1;B1)'],
  ['=SUM(A1,B1)', '=SUM(A1,B1)', '=SUM(A1;B1)'],
  ['=ROUND(1,5;0)', '=ROUND(1.5,0)', '=ROUND(1,5;0)'],
  ['=ROUND(1.5;0)', '=ROUND(1.5,0)', '=ROUND(1,5;0)'],
  ['=ROUND(1,5)', '=ROUND(1,5)', '=ROUND(1;5)'],
  ['=A1*1,5', '=A1*1.5', '=A1*1,5'],
  ['=IF(A1="a;b,c";1;2)', '=IF(A1="a;b,c",1,2)', '=IF(A1="a;b,c";1;2)'],
  ["=SUM('a;b'!A1;1)", "=SUM('a;b'!A1,1)", "=SUM('a;b'!A1;1)"],
  ['={1\\2;3\\4}', '={1,2;3,4}', '={1\\2;3\\4}'],
  ['=COUNTIF(A1:A3;">"&B1', '=COUNTIF(A1:A3,">"&B1', '=COUNTIF(A1:A3;">"&B1'],
])('in French %s is stored as %s and read as %s', (entered, stored, read) => {
  expect(canonicalFormula(entered, true)).toBe(stored);
  expect(localizedFormula(stored, true)).toBe(read);
});

test.each([
  ['=SUM(A1;B1)', '=SUM(A1,B1)'],
  ['=ROUND(1.5,0)', '=ROUND(1.5,0)'],
  ['={1,2;3,4}', '={1,2;3,4}'],
])('in English %s is stored and read as %s', (entered, stored) => {
  expect(canonicalFormula(entered, false)).toBe(stored);
  expect(localizedFormula(stored, false)).toBe(stored);
});

test('tokens put together give any text back, formula or not', () => {
  const text = fc.string({ unit: fc.constantFrom(...'=A1$:!\'"#(){};,\\.+ é9eF_\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, (formula) => {
      const tokens = tokenizeFormula(formula);
      expect(tokens.map((token) => token.text).join('')).toBe(formula);
    }),
    { numRuns: 2000 },
  );
});

test('what is read back and entered again is stored as the same formula', () => {
  const part = fc.constantFrom('A1', "'T;1'!B2:C", '1.5', '"x;,"', 'SUM(A1,2)', 'IF(A1,1.5,"a")', '{1,2;3,4}', '7');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const formula = `=MAX(${parts.join(',')},0)`;
      expect(canonicalFormula(localizedFormula(formula, true), true)).toBe(formula);
    }),
  );
});
