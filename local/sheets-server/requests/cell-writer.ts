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
  const formatAfter = formatMerger(formatMask, context);
  const ruleNumbers = new Map<object, number>();
  return (row, column, data) => {
    if (data?.textFormatRuns) throw refuse(context, 'The local server does not implement textFormatRuns.');
    if (writesValue) {
      setInput(row, column, inputOfExtendedValue(data?.userEnteredValue ?? undefined, commaDecimals, context.label));
    }
    if (formatMask !== undefined) {
      const before = row.formats?.[column] ?? 0;
      const after = formatAfter(before, data?.userEnteredFormat ?? undefined);
      if (after !== before) setFormat(row, column, after);
    }
    if (writesNote) setNote(row, column, data?.note || undefined);
    if (writesRule) {
      const rule = data?.dataValidation ?? undefined;
      let number = rule === undefined ? 0 : ruleNumbers.get(rule);
      if (rule !== undefined && number === undefined) {
        checkValidationRule(rule, context);
        number = validationRules.numberOf(rule);
        ruleNumbers.set(rule, number);
      }
      setRule(row, column, number ?? 0);
      if (rule?.condition?.type === 'BOOLEAN' && (row.inputs[column] ?? null) === null) setInput(row, column, false);
    }
  };
}

/** The same cell for a place `rows` down and `columns` right: relative references of its formula move along. */
export function shiftedInput(input: CellInput, rows: number, columns: number): CellInput {
  if (!isFormula(input) || (rows === 0 && columns === 0)) return input;
  return { formula: mapReferences(input.formula, (text) => shiftReference(parseReference(text), rows, columns)) };
}

/**
 * The number of a format after an update. repeatCell writes one format object into a million cells, so what an object makes
 * of each format it meets is worked out once.
 */
function formatMerger(
  mask: FieldMask | undefined,
  context: RequestContext,
): (before: number, update: CellFormat | undefined) => number {
  let known = new Map<number, number>();
  let knownUpdate: CellFormat | undefined;
  return (before, update) => {
    if (update !== knownUpdate) {
      const numberFormat = update?.numberFormat;
      if (numberFormat && !numberFormat.type) throw refuse(context, 'numberFormat.type must be set.');
      known = new Map();
      knownUpdate = update;
    }
    let after = known.get(before);
    if (after === undefined) {
      const merged =
        mask === undefined || mask === 'all' ? update : mergeByMask(cellFormats.at(before) ?? {}, update ?? {}, mask);
      after = cellFormats.numberOf(merged);
      known.set(before, after);
    }
    return after;
  };
}
