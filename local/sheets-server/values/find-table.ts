/**
 * The block of cells that values.append takes for "the table" of a range: the last one that has data in the range, grown
 * until the cells around it are empty. It is not the end of the sheet: a gap ends the block.
 */
import type { Span } from '../workbook/a1.ts';
import type { Sheet } from '../workbook/workbook.ts';

/** The last table that the range touches, or undefined when the range holds no data. */
export function findTable(sheet: Sheet, range: Span): Span | undefined {
  let block = lastData(sheet, range);
  for (;;) {
    const grown = block && grow(sheet, block);
    if (grown === undefined) return block;
    block = grown;
  }
}

/** The first filled cell of the last row of the range that has one. */
function lastData(sheet: Sheet, range: Span): Span | undefined {
  const { sheetId } = range;
  for (let row = Math.min(range.bottom, sheet.rows.length) - 1; row >= range.top; row -= 1) {
    for (let column = range.left; column < range.right; column += 1) {
      if (isFilled(sheet, row, column)) return { sheetId, top: row, bottom: row + 1, left: column, right: column + 1 };
    }
  }
  return undefined;
}

function grow(sheet: Sheet, block: Span): Span | undefined {
  const { top, bottom, left, right } = block;
  if (top > 0 && rowHasData(sheet, top - 1, left - 1, right + 1)) return { ...block, top: top - 1 };
  if (rowHasData(sheet, bottom, left - 1, right + 1)) return { ...block, bottom: bottom + 1 };
  if (left > 0 && columnHasData(sheet, left - 1, top - 1, bottom + 1)) return { ...block, left: left - 1 };
  return columnHasData(sheet, right, top - 1, bottom + 1) ? { ...block, right: right + 1 } : undefined;
}

function rowHasData(sheet: Sheet, row: number, left: number, right: number): boolean {
  for (let column = Math.max(left, 0); column < right; column += 1) if (isFilled(sheet, row, column)) return true;
  return false;
}

function columnHasData(sheet: Sheet, column: number, top: number, bottom: number): boolean {
  for (let row = Math.max(top, 0); row < bottom; row += 1) if (isFilled(sheet, row, column)) return true;
  return false;
}

function isFilled(sheet: Sheet, row: number, column: number): boolean {
  return (sheet.rows[row]?.inputs[column] ?? null) !== null;
}
