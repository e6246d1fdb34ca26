/**
 * From an ExtendedValue of a request to what a cell stores. `stringValue` is never parsed; only `formulaValue` runs.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { canonicalFormula } from '../formula/formula-separators.ts';
import { invalid } from '../schema/api-error.ts';
import type { CellInput } from './workbook.ts';

const maxCellCharacters = 50_000;

/** The stored input of a user-entered value; throws ApiError 400 for several values at once or too long a text. */
export function inputOfExtendedValue(
  value: sheets_v4.Schema$ExtendedValue | undefined,
  commaDecimals: boolean,
  label: string,
): CellInput {
  if (value === undefined) return null;
  const kinds = Object.keys(value);
  if (kinds.length > 1) {
    throw invalid(`${label}: oneof field 'value' is already set. Cannot set '${kinds[1]}'`);
  }
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  if (typeof stringValue === 'string') {
    checkLength(stringValue, label);
    return stringValue === '' ? null : stringValue;
  }
  if (typeof numberValue === 'number') return numberValue;
  if (typeof boolValue === 'boolean') return boolValue;
  if (typeof formulaValue === 'string') return formulaInput(formulaValue, commaDecimals, label);
  if (kinds.length === 1) throw invalid(`${label}: user_entered_value cannot be an error`);
  return null;
}

/** A formula to store; a text without leading `=` is refused, as Google refuses it. */
function formulaInput(text: string, commaDecimals: boolean, label: string): CellInput {
  checkLength(text, label);
  if (!text.startsWith('=')) throw invalid(`${label}: formula_value must start with '='`);
  return { formula: canonicalFormula(text, commaDecimals) };
}

export function checkLength(text: string, label: string): void {
  if (text.length > maxCellCharacters) {
    throw invalid(
      `${label}: Your input contains more than the maximum of ${maxCellCharacters} characters in a single cell.`,
    );
  }
}
