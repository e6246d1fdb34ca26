/**
 * GridData of one rectangle: rows of CellData, and the sizes and metadata of rows and columns. Trailing empty cells and rows
 * are dropped as in Google's answers.
 */
import { sheetLocale } from '../format/locale.ts';
import { errorText } from '../formula/error-text.ts';
import { formulaIndex } from '../formula/formula-index.ts';
import { localizedFormula } from '../formula/formula-separators.ts';
import type { Evaluated } from '../formula/spreadsheet-engine.ts';
import { type FieldMask, isSelected } from '../schema/field-mask.ts';
import type { Span } from '../workbook/a1.ts';
import { cellFormats, validationRules } from '../workbook/interned.ts';
import {
  type CellInput,
  type DeveloperMetadata,
  type DimensionProperties,
  isFormula,
  type Row,
  type Sheet,
  type Workbook,
} from '../workbook/workbook.ts';
import type { ReadContext } from './read-values.ts';
import { effectivePattern, formattedValue } from './show-value.ts';

const defaultPixels = { ROWS: 21, COLUMNS: 100 } as const;

export function readGridData(
  workbook: Workbook,
  sheet: Sheet,
  span: Span,
  mask: FieldMask,
  context: ReadContext,
): object {
  const rowData = isSelected(mask, 'rowData') ? readRowData(sheet, span, mask, context) : [];
  return {
    ...(span.top > 0 && { startRow: span.top }),
    ...(span.left > 0 && { startColumn: span.left }),
    ...(rowData.length > 0 && { rowData }),
    ...(isSelected(mask, 'rowMetadata') && {
      rowMetadata: dimensionList(workbook, sheet, 'ROWS', span.top, span.bottom),
    }),
    ...(isSelected(mask, 'columnMetadata') && {
      columnMetadata: dimensionList(workbook, sheet, 'COLUMNS', span.left, span.right),
    }),
  };
}

function readRowData(sheet: Sheet, span: Span, mask: FieldMask, context: ReadContext): object[] {
  const wants = (field: string): boolean => isSelected(mask, `rowData.values.${field}`);
  const builder = cellBuilder(wants, context);
  const spills = formulaIndex(sheet).spilling.length > 0;
  const rows: object[] = [];
  let filled = 0;
  const bottom = spills ? span.bottom : Math.min(span.bottom, sheet.rows.length);
  for (let index = span.top; index < bottom; index += 1) {
    const row = sheet.rows[index];
    const values: object[] = [];
    let width = 0;
    const right = spills ? span.right : Math.min(span.right, row === undefined ? 0 : rowWidth(row));
    for (let column = span.left; column < right; column += 1) {
      const cell = builder(sheet, row, index, column);
      values.push(cell);
      if (Object.keys(cell).length > 0) width = values.length;
    }
    values.length = width;
    rows.push(width > 0 ? { values } : {});
    if (width > 0) filled = rows.length;
  }
  rows.length = filled;
  return rows;
}

function rowWidth(row: Row): number {
  return Math.max(row.inputs.length, row.formats?.length ?? 0, row.rules?.length ?? 0, row.notes?.length ?? 0);
}

type CellBuilder = (sheet: Sheet, row: Row | undefined, index: number, column: number) => object;

function cellBuilder(wants: (field: string) => boolean, { evaluator, locale }: ReadContext): CellBuilder {
  const wanted = {
    entered: wants('userEnteredValue'),
    effective: wants('effectiveValue'),
    formatted: wants('formattedValue'),
    enteredFormat: wants('userEnteredFormat'),
    effectiveFormat: wants('effectiveFormat'),
    note: wants('note'),
    rule: wants('dataValidation'),
    hyperlink: wants('hyperlink'),
  };
  const commaDecimals = sheetLocale(locale).decimal === ',';
  return (sheet, row, index, column) => {
    const input = row?.inputs[column] ?? null;
    const evaluated = evaluator.valueAt(sheet, index, column);
    const format = cellFormats.at(row?.formats?.[column]);
    const rule = validationRules.at(row?.rules?.[column]);
    const note = row?.notes?.[column];
    const hasValue = evaluated.value !== null;
    return {
      ...(wanted.entered && input !== null && { userEnteredValue: extendedInput(input, commaDecimals) }),
      ...(wanted.effective && hasValue && { effectiveValue: extendedValue(evaluated, isFormula(input)) }),
      ...(wanted.formatted && hasValue && { formattedValue: shown(input, evaluated, format, locale) }),
      ...(wanted.enteredFormat && format !== undefined && { userEnteredFormat: format }),
      ...(wanted.effectiveFormat &&
        format !== undefined && { effectiveFormat: effectiveFormat(format, evaluated, locale) }),
      ...(wanted.hyperlink && evaluated.link && { hyperlink: evaluated.link }),
      ...(wanted.note && note !== undefined && { note }),
      ...(wanted.rule && rule !== undefined && { dataValidation: rule }),
    };
  };
}

function extendedInput(input: CellInput, commaDecimals: boolean): object {
  if (isFormula(input)) return { formulaValue: localizedFormula(input.formula, commaDecimals) };
  if (typeof input === 'number') return { numberValue: input };
  return typeof input === 'boolean' ? { boolValue: input } : { stringValue: input };
}

const errorTypes: Record<string, string> = {
  '#ERROR!': 'ERROR',
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

function extendedValue({ value, message }: Evaluated, isResult: boolean): object {
  const error = isResult ? errorText(value) : undefined;
  if (error !== undefined) {
    return { errorValue: { type: errorTypes[error] ?? 'ERROR', ...(message && { message: String(message) }) } };
  }
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

function shown(
  input: CellInput,
  evaluated: Evaluated,
  format: ReturnType<typeof cellFormats.at>,
  locale: string,
): string {
  const error = isFormula(input) ? errorText(evaluated.value) : undefined;
  return error ?? formattedValue(evaluated, format, locale);
}

function effectiveFormat(
  format: NonNullable<ReturnType<typeof cellFormats.at>>,
  evaluated: Evaluated,
  locale: string,
): object {
  const pattern = effectivePattern(format, evaluated, locale);
  if (!format.numberFormat || pattern === '') return format;
  return { ...format, numberFormat: { ...format.numberFormat, pattern } };
}

function dimensionList(
  workbook: Workbook,
  sheet: Sheet,
  dimension: 'ROWS' | 'COLUMNS',
  start: number,
  end: number,
): object[] {
  const metadata = new Map<number, DeveloperMetadata[]>();
  for (const entry of workbook.developerMetadata.values()) {
    const range = entry.location?.dimensionRange;
    if (!range || (range.sheetId ?? 0) !== sheet.sheetId || range.dimension !== dimension) continue;
    const index = range.startIndex ?? 0;
    metadata.set(index, [...(metadata.get(index) ?? []), entry]);
  }
  return Array.from({ length: end - start }, (_, offset) => {
    const index = start + offset;
    const stored: DimensionProperties | undefined =
      dimension === 'ROWS' ? sheet.rows[index]?.dimension : sheet.columns[index];
    const own = metadata.get(index);
    return { pixelSize: defaultPixels[dimension], ...stored, ...(own && { developerMetadata: own }) };
  });
}
