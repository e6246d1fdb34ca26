/**
 * Sets the size of a grid by its properties. Rows and columns taken away lose their cells; objects that pointed there are
 * the caller's delete requests, as with Google this way of shrinking only cuts the grid.
 */
import type { Sheet } from '../workbook/workbook.ts';
import { type RequestContext, refuse } from './request-context.ts';

export function resizeGrid(
  sheet: Sheet,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
  context: RequestContext,
): void {
  if (rowCount < 1 || columnCount < 1) throw refuse(context, 'A sheet must have at least one row and one column.');
  sheet.rows.length = Math.min(sheet.rows.length, rowCount);
  sheet.columns.length = Math.min(sheet.columns.length, columnCount);
  if (columnCount < sheet.columnCount) {
    sheet.rows.forEach((row, index) => {
      if (row === undefined || row.inputs.length <= columnCount) return;
      const kept = context.draft.writableRow(sheet, index);
      for (const cells of [kept.inputs, kept.formats, kept.rules, kept.notes]) {
        if (cells !== undefined && cells.length > columnCount) cells.length = columnCount;
      }
    });
  }
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
}
