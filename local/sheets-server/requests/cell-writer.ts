/**
 * Writes CellData into a row under a field mask: the selected members are taken over, selected members that the data lacks
 * are cleared, everything else stays. Shared by updateCells, appendCells and repeatCell.
 */
import { sheetLocale } from '../format/locale.ts';
import { parseReference, shiftReference } from '../formula/reference.ts';
import { mapReferences } from '../formula/tokenize-formula.ts';
import { type FieldMask, maskOf, mergeByMask } from '../schema/field-mask.ts';
import { cellFormats, validationRules } from '../workbook/interned.ts';
import { setFormat, setInput, setNote, setRule } from '../workbook/row-cells.ts';
import { type CellData, type CellFormat, type CellInput, isFormula, type Row } from '../workbook/workbook.ts';
import { inputOfExtendedValue } from '../workbook/write-cell.ts';
import { checkValidationRule } from './check-condition.ts';
import { type RequestContext, refuse } from './request-context.ts';

export type CellWriter = (row: Row, column: number, data: CellData | undefined) => void;

export function cellWriter(mask: FieldMask, context: RequestContext): CellWriter {
  const commaDecimals = sheetLocale(context.draft.locale).decimal === ',';
  const writesValue = maskOf(mask, 'userEnteredValue') !== undefined;
  const formatMask = maskOf(mask, 'userEnteredFormat');
  const writesNote = maskOf(mask, 'note') !== undefined;
  const writesRule = maskOf(mask, 'dataValidation') !== undefined;
  return (row, column, data) => {
    if (data?.textFormatRuns) throw refuse(context, 'The local server does not implement textFormatRuns.');
    if (writesValue) {
      setInput(row, column, inputOfExtendedValue(data?.userEnteredValue ?? undefined, commaDecimals, context.label));
    }
    if (formatMask !== undefined) {
      const before = row.formats?.[column] ?? 0;
      const after = mergedFormat(before, data?.userEnteredFormat ?? undefined, formatMask, context);
      if (after !== before) setFormat(row, column, after);
    }
    if (writesNote) setNote(row, column, data?.note || undefined);
    if (writesRule) {
      const rule = data?.dataValidation ?? undefined;
      if (rule !== undefined) checkValidationRule(rule, context);
      setRule(row, column, validationRules.numberOf(rule));
      if (rule?.condition?.type === 'BOOLEAN' && (row.inputs[column] ?? null) === null) setInput(row, column, false);
    }
  };
}

/** The same cell for a place `rows` down and `columns` right: relative references of its formula move along. */
export function shiftedInput(input: CellInput, rows: number, columns: number): CellInput {
  if (!isFormula(input) || (rows === 0 && columns === 0)) return input;
  return { formula: mapReferences(input.formula, (text) => shiftReference(parseReference(text), rows, columns)) };
}

function mergedFormat(
  before: number,
  update: CellFormat | undefined,
  mask: FieldMask,
  context: RequestContext,
): number {
  const numberFormat = update?.numberFormat;
  if (numberFormat && !numberFormat.type) throw refuse(context, 'numberFormat.type must be set.');
  if (mask === 'all') return cellFormats.numberOf(update);
  return cellFormats.numberOf(mergeByMask(cellFormats.at(before) ?? {}, update ?? {}, mask));
}
