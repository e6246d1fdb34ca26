/**
 * The values.* reads: rectangles as ragged rows, trailing empty cells and rows dropped. Reads of thirty thousand rows are
 * usual, so plain values take the short way and only formulas go through the evaluator.
 */

import type { Evaluator } from '../formula/evaluator.ts';
import { formulaIndex } from '../formula/formula-index.ts';
import { renderRange, type Span } from '../workbook/a1.ts';
import { cellFormats } from '../workbook/interned.ts';
import { type CellInput, isFormula, type Sheet } from '../workbook/workbook.ts';
import { type RenderOptions, renderValue, type ShownValue } from './show-value.ts';

export interface ReadContext {
  readonly evaluator: Evaluator;
  readonly locale: string;
}

export interface ValueRange {
  readonly range: string;
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly values?: readonly (readonly ShownValue[])[];
}

export function readValueRange(
  sheet: Sheet,
  span: Span,
  majorDimension: 'ROWS' | 'COLUMNS',
  options: RenderOptions,
  context: ReadContext,
): ValueRange {
  const rows = readRows(sheet, span, options, context);
  const values = majorDimension === 'ROWS' ? rows : transpose(rows);
  const range = renderRange(sheet, span);
  return values.length === 0 ? { range, majorDimension } : { range, majorDimension, values };
}

/** The rows of a rectangle, ragged; `[]` for an empty rectangle. */
function readRows(sheet: Sheet, span: Span, options: RenderOptions, context: ReadContext): ShownValue[][] {
  const spills = formulaIndex(sheet).spilling.length > 0;
  const isRaw = options.value !== 'FORMATTED_VALUE' && options.dateTime === 'SERIAL_NUMBER';
  const rows: ShownValue[][] = [];
  let filled = 0;
  for (let row = span.top; row < span.bottom; row += 1) {
    const stored = sheet.rows[row];
    if (stored === undefined && !spills) {
      rows.push([]);
      continue;
    }
    const values: ShownValue[] = [];
    const last = spills ? span.right : Math.min(span.right, stored?.inputs.length ?? 0);
    for (let column = span.left; column < last; column += 1) {
      const input: CellInput = stored?.inputs[column] ?? null;
      if (input === null && !spills) values.push('');
      else if (isRaw && input !== null && !isFormula(input)) values.push(input);
      else {
        const evaluated = context.evaluator.valueAt(sheet, row, column);
        values.push(renderValue(input, evaluated, cellFormats.at(stored?.formats?.[column]), context.locale, options));
      }
    }
    while (values.length > 0 && values.at(-1) === '') values.pop();
    rows.push(values);
    if (values.length > 0) filled = rows.length;
  }
  rows.length = filled;
  return rows;
}

function transpose(rows: readonly (readonly ShownValue[])[]): ShownValue[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const values = rows.map((row) => row[column] ?? '');
    while (values.length > 0 && values.at(-1) === '') values.pop();
    return values;
  });
}
