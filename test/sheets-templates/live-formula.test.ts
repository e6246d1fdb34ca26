// Every live formula and every formula of a rule or list keeps to the closed list, and the list can refuse.
import { describe, expect, test } from 'vitest';
import { fr } from '#lib/text/fr.ts';
import { planWorkbook } from '#templates/plan-workbook.ts';
import type { WorkbookRequest } from '#templates/workbook-request.ts';
import { checkFormula } from '../support/check-formula.ts';

/** formula | what is wrong */
const refused: readonly (readonly [string, readonly string[]])[] = [
  ['=SUM($A$1:$A)', []],
  ['=IF(\'L’été, à 0.5 {x}\'!$A1="a,b {1.5}";1;2)', []],
  ['=SUM($A$1,$A$2)', ['comma']],
  ['=$A1*0.2', ['decimal literal']],
  ['=$A1*.5', ['decimal literal']],
  ['={1;2}', ['braces']],
  ['=FILTER($A:$A;$B:$B)', ['function FILTER']],
  ['=sum($A:$A)', ['function sum']],
  ['=QUERY(IMPORTRANGE("x";"y"))', ['function QUERY', 'function IMPORTRANGE']],
  ['=IF(#REF!;1;2)', ['error value']],
  ['=SUM($A:$A', ['unbalanced brackets']],
  ['SUM($A:$A)', ['not a formula']],
  ['=NOW()', ['function NOW']],
];

test.each(refused)('the lint says of %s: %j', (formula, faults) => {
  expect(checkFormula(formula)).toEqual(faults);
});

describe('the template', () => {
  const { requests } = planWorkbook({}, fr);

  test('writes only formulas of the closed list', () => {
    const formulas = requests.flatMap((request) =>
      formulasOf(request).map((formula) => ({ formula, isRule: 'addConditionalFormatRule' in request })),
    );
    expect(formulas.length).toBeGreaterThan(2000);
    const faults = formulas.flatMap(({ formula, isRule }) =>
      checkFormula(formula, isRule).map((fault) => `${fault} in ${formula}`),
    );
    expect(faults).toEqual([]);
  });

  test('puts live formulas on the Stock and KPI tabs only', () => {
    const sheetIds = requests.flatMap((request) =>
      'updateCells' in request && formulasOf(request).length > 0 ? [request.updateCells.start.sheetId] : [],
    );
    expect([...new Set(sheetIds)].sort()).toEqual([1101, 1131]);
  });
});

function formulasOf(request: WorkbookRequest): string[] {
  if ('updateCells' in request) {
    return request.updateCells.rows.flatMap(({ values }) =>
      values.flatMap(({ userEnteredValue }) => userEnteredValue?.formulaValue ?? []),
    );
  }
  if ('addConditionalFormatRule' in request) {
    const { values } = request.addConditionalFormatRule.rule.booleanRule.condition;
    return values.map((value) => value.userEnteredValue);
  }
  if ('setDataValidation' in request && request.setDataValidation.rule?.condition.type === 'ONE_OF_RANGE') {
    return (request.setDataValidation.rule.condition.values ?? []).map((value) => value.userEnteredValue);
  }
  return [];
}
