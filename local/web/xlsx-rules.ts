/** A tab's validation and conditional formats as the .xlsx writer takes them. What Excel cannot check is not checked there. */
import type { CellStyle, ConditionalRule, DataValidation } from 'hucre';
import type { Sheet } from '../sheets-server/workbook/workbook.ts';
import type { PageStyle } from './sheet/cell-style.ts';
import { pageConditionalFormats, pageValidations } from './sheet/sheet-rules.ts';

export function xlsxValidations(sheet: Sheet): DataValidation[] {
  return pageValidations(sheet).flatMap(({ criterion: { type, values }, isBlocking, ranges }) => {
    const rule = validationOf(type, values);
    if (rule === undefined) return [];
    return ranges.map((range) => ({ ...rule, range, allowBlank: true, showErrorMessage: isBlocking }));
  });
}

const NUMBER_OPERATORS: Readonly<Record<string, NonNullable<DataValidation['operator']>>> = {
  isGreaterThan: 'greaterThan',
  isGreaterOrEqualTo: 'greaterThanOrEqual',
  isLessThan: 'lessThan',
  isLessOrEqualTo: 'lessThanOrEqual',
  isEqual: 'equal',
  isNotEqual: 'notEqual',
  isBetween: 'between',
  isNotBetween: 'notBetween',
};

function validationOf(type: string, values: readonly string[]): Omit<DataValidation, 'range'> | undefined {
  const [first = '', second] = values.map((text) => text.replace(/^=/, ''));
  const operator = NUMBER_OPERATORS[type];
  if (type === 'isValueInList') return { type: 'list', values: [...values] };
  if (type === 'isValueInRange') return { type: 'list', formula1: first };
  if (type === 'isBoolean') return { type: 'list', values: ['TRUE', 'FALSE'] };
  if (type === 'customFormula') return { type: 'custom', formula1: first };
  if (operator === undefined) return undefined;
  return { type: 'decimal', operator, formula1: first, ...(second !== undefined && { formula2: second }) };
}

type Condition = Pick<ConditionalRule, 'type' | 'operator' | 'formula'>;

/** Of a rule that Excel has no word for, a formula about the range's first cell says the same. */
function conditionOf(operator: string, values: readonly string[], firstCell: string): Condition | undefined {
  const [first = '', second] = values.map(operand);
  const expression = (formula: string): Condition => ({ type: 'expression', formula });
  switch (operator) {
    case 'customFormula':
      return expression(first);
    case 'isEmpty':
      return expression(`LEN(TRIM(${firstCell}))=0`);
    case 'isNotEmpty':
      return expression(`LEN(TRIM(${firstCell}))>0`);
    case 'containsText':
      return expression(`ISNUMBER(SEARCH(${first},${firstCell}))`);
    case 'notContainsText':
      return expression(`NOT(ISNUMBER(SEARCH(${first},${firstCell})))`);
    case 'beginsWithText':
      return expression(`LEFT(${firstCell},LEN(${first}))=${first}`);
    case 'endsWithText':
      return expression(`RIGHT(${firstCell},LEN(${first}))=${first}`);
    case 'isEqualText':
      return expression(`${firstCell}=${first}`);
    default: {
      const compared = NUMBER_OPERATORS[operator];
      if (compared === undefined) return undefined;
      return { type: 'cellIs', operator: compared, formula: second === undefined ? first : [first, second] };
    }
  }
}

/** A formula without its sign, a number as it is, anything else as a text. */
function operand(value: string): string {
  if (value.startsWith('=')) return value.slice(1);
  return value !== '' && Number.isFinite(Number(value)) ? value : `"${value.replaceAll('"', '""')}"`;
}

export function xlsxConditions(sheet: Sheet): ConditionalRule[] {
  const formats = pageConditionalFormats(sheet) as readonly {
    readonly ranges: readonly string[];
    readonly rule: { readonly operator: string; readonly values: readonly string[]; readonly style: PageStyle };
  }[];
  return formats.flatMap(({ ranges, rule: { operator, values, style } }, index) =>
    ranges.flatMap((range) => {
      const condition = conditionOf(operator, values, range.replace(/:.*/, ''));
      return condition === undefined ? [] : [{ ...condition, range, priority: index + 1, style: lookOf(style) }];
    }),
  );
}

function lookOf({ fillColor, textColor, bold, italic }: PageStyle): CellStyle {
  const font = { ...(bold && { bold }), ...(italic && { italic }), ...(textColor && { color: rgb(textColor) }) };
  return {
    ...(fillColor && { fill: { type: 'pattern', pattern: 'solid', bgColor: rgb(fillColor) } }),
    ...(Object.keys(font).length > 0 && { font }),
  };
}

/** Of `#rrggbb`. */
export function rgb(hex: string): { readonly rgb: string } {
  return { rgb: hex.slice(1).toUpperCase() };
}
