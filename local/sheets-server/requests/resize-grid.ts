/**
 * Sets the size of a grid by its properties. Shrinking deletes the last rows or columns with everything that points at them.
 */
import type { Sheet } from '../workbook/workbook.ts';
import { editAxis } from './edit-axis.ts';
import { type RequestContext, refuse } from './request-context.ts';

export function resizeGrid(
  sheet: Sheet,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
  context: RequestContext,
): void {
  if (rowCount < 1 || columnCount < 1) throw refuse(context, 'A sheet must have at least one row and one column.');
  const { sheetId } = sheet;
  if (rowCount < sheet.rowCount) {
    editAxis(context.draft, { kind: 'delete', sheetId, dimension: 'ROWS', start: rowCount, end: sheet.rowCount });
  }
  if (columnCount < sheet.columnCount) {
    editAxis(context.draft, {
      kind: 'delete',
      sheetId,
      dimension: 'COLUMNS',
      start: columnCount,
      end: sheet.columnCount,
    });
  }
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
}
