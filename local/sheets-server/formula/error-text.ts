/**
 * The names errors have in Google's sheets, from those of the formula engine.
 */
import type { Evaluated } from './spreadsheet-engine.ts';

/** The error text Google shows, or undefined when the value is none. */
export function errorText(value: Evaluated['value']): string | undefined {
  return typeof value === 'string' ? errorTexts.get(value) : undefined;
}

const errorTexts = new Map<string, string>([
  ['#BAD_EXPR', '#ERROR!'],
  ['#SPILL!', '#REF!'],
  ['#CYCLE', '#REF!'],
  ['#REF', '#REF!'],
  ['#ERROR', '#VALUE!'],
  ...['#N/A', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#REF!', '#VALUE!', '#ERROR!'].map((text): [string, string] => [
    text,
    text,
  ]),
]);
