/**
 * The block of cells that values.append takes for "the table" around a range: the data that touches it, grown until the
 * cells around it are empty. It is not the end of the sheet: a gap ends the block.
 */
import type { Span } from '../workbook/a1.ts';
import type { Sheet } from '../workbook/workbook.ts';

/** The table at the range, or undefined when there is no data near it. */
export function findTable(sheet: Sheet, range: Span): Span | undefined {
  let block = firstData(sheet, range);
  if (block === undefined) return undefined;
  for (;;) {
    const grown = grow(sheet, block);
    if (grown === undefined) return block;
    block = grown;
  }
}

/** The smallest rectangle that holds all data of the range. */
function firstData(sheet: Sheet, range: Span): Span | undefined {
  let found: { top: number; bottom: number; left: number; right: number } | undefined;
  const last = Math.min(range.bottom, sheet.rows.length);
  for (let row = range.top; row < last; row += 1) {
    const right = Math.min(range.right, sheet.rows[row]?.inputs.length ?? 0);
    for (let column = range.left; column < right; column += 1) {
      if (!isFilled(sheet, row, column)) continue;
      found ??= { top: row, bottom: row + 1, left: column, right: column + 1 };
      found = {
        top: found.top,
        bottom: row + 1,
        left: Math.min(found.left, column),
        right: Math.max(found.right, column + 1),
      };
    }
    // The first block of the range is the table; data behind an empty row belongs to another.
    if (found !== undefined && !rowHasData(sheet, row + 1, found.left - 1, found.right + 1)) break;
  }
  return found === undefined ? undefined : { sheetId: range.sheetId, ...found };
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
