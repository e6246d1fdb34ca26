/**
 * What a reader gets for one cell: formatted as a person sees it, or unformatted, or the formula.
 */
import { sheetLocale } from '../format/locale.ts';
import { isDatePattern, shownString, shownText } from '../format/shown-text.ts';
import { errorText } from '../formula/error-text.ts';
import { localizedFormula } from '../formula/formula-separators.ts';
import type { Evaluated } from '../formula/spreadsheet-engine.ts';
import { type CellFormat, type CellInput, isFormula } from '../workbook/workbook.ts';

export interface RenderOptions {
  readonly value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTime: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

export type ShownValue = string | number | boolean;

/** The value of a cell as values.get renders it; an empty cell is ''. */
export function renderValue(
  input: CellInput,
  evaluated: Evaluated,
  format: CellFormat | undefined,
  locale: string,
  options: RenderOptions,
): ShownValue {
  if (options.value === 'FORMULA' && isFormula(input)) {
    return localizedFormula(input.formula, sheetLocale(locale).decimal === ',');
  }
  const { value } = evaluated;
  if (value === null) return '';
  const error = isFormula(input) || typeof input !== 'string' ? errorText(value) : undefined;
  if (error !== undefined) return error;
  if (options.value === 'FORMATTED_VALUE') return formattedValue(evaluated, format, locale);
  if (options.dateTime === 'FORMATTED_STRING' && typeof value === 'number') {
    const pattern = effectivePattern(format, evaluated, locale);
    return isDatePattern(pattern) ? shownText(value, pattern, locale) : value;
  }
  return value;
}

/** The text a person sees; errors are the caller's. */
export function formattedValue(evaluated: Evaluated, format: CellFormat | undefined, locale: string): string {
  const { value } = evaluated;
  if (value === null) return '';
  if (typeof value === 'boolean') return sheetLocale(locale).booleans[value ? 0 : 1];
  if (typeof value === 'string') {
    const pattern = format?.numberFormat?.pattern;
    return pattern ? shownString(value, pattern) : value;
  }
  return shownText(value, effectivePattern(format, evaluated, locale), locale);
}

/** The number pattern in force: the cell's, else its type's default, else what the formula's result brings along. */
export function effectivePattern(format: CellFormat | undefined, evaluated: Evaluated, locale: string): string {
  const numberFormat = format?.numberFormat;
  if (numberFormat?.pattern) return numberFormat.pattern === '@' ? '' : numberFormat.pattern;
  const { datePattern, timePattern, currency } = sheetLocale(locale);
  switch (numberFormat?.type) {
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'CURRENCY':
      return currency.pattern;
    case 'DATE':
      return datePattern;
    case 'TIME':
      return timePattern;
    case 'DATE_TIME':
      return `${datePattern} ${timePattern}`;
    case 'SCIENTIFIC':
      return '0.00E+00';
    default:
  }
  if (evaluated.format === 'locale-date') return datePattern;
  if (evaluated.format === 'locale-date-time') return `${datePattern} ${timePattern}`;
  return evaluated.format ?? '';
}
