/**
 * Making a sheet larger, within the limit of ten million cells a workbook.
 */
import { invalid } from '../schema/api-error.ts';
import type { Draft } from './draft.ts';
import type { Sheet } from './workbook.ts';

const maxWorkbookCells = 10_000_000;
const maxColumns = 18_278;

/** Grows a writable sheet to at least that size; throws ApiError 400 above Google's limits. */
export function growGrid(draft: Draft, sheet: Sheet, rowCount: number, columnCount: number): void {
  if (rowCount <= sheet.rowCount && columnCount <= sheet.columnCount) return;
  sheet.rowCount = Math.max(rowCount, sheet.rowCount);
  sheet.columnCount = Math.max(columnCount, sheet.columnCount);
  checkWorkbookSize(draft);
}

export function checkWorkbookSize(draft: Draft): void {
  const cells = draft.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  if (cells > maxWorkbookCells) {
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${maxWorkbookCells} cells.`,
    );
  }
  if (draft.sheets.some(({ columnCount }) => columnCount > maxColumns)) {
    throw invalid(
      `This action would increase the number of columns in the sheet above the limit of ${maxColumns} columns.`,
    );
  }
}
