/**
 * updateCells, appendCells, repeatCell, setDataValidation: what fills cells.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { resolveGridRange, type Span } from '../workbook/a1.ts';
import { growGrid } from '../workbook/grow-grid.ts';
import { validationRules } from '../workbook/interned.ts';
import { setInput, setRule } from '../workbook/row-cells.ts';
import { hasData, type Sheet } from '../workbook/workbook.ts';
import { cellWriter, shiftedInput } from './cell-writer.ts';
import { checkValidationRule } from './check-condition.ts';
import { type RequestContext, type RequestHandler, refuse, required, requiredMask } from './request-context.ts';

/** Rows written from `start`, or into `range`, whose cells beyond the given rows lose the selected fields. */
export const updateCells: RequestHandler<sheets_v4.Schema$UpdateCellsRequest> = (request, context) => {
  const mask = requiredMask(request.fields, 'CellData', context);
  const rows = request.rows ?? [];
  const target = updateTarget(request, context);
  const { sheet, span } = target;
  const height = span.bottom - span.top;
  const width = span.right - span.left;
  if (rows.length > height) throw beyond('row', span.top + height, span.bottom - 1, context);
  const write = cellWriter(mask, context);
  const clearsRest = Boolean(request.range);
  const lastRow = clearsRest ? height : rows.length;
  for (let down = 0; down < lastRow; down += 1) {
    const values = rows[down]?.values ?? [];
    if (values.length > width) throw beyond('column', span.left + width, span.right - 1, context);
    const count = clearsRest ? width : values.length;
    if (count === 0) continue;
    const row = context.draft.writableRow(sheet, span.top + down);
    for (let across = 0; across < count; across += 1) write(row, span.left + across, values[across]);
  }
  return {};
};

/** Rows after the last row of the sheet that holds data; the grid grows when they do not fit. */
export const appendCells: RequestHandler<sheets_v4.Schema$AppendCellsRequest> = (request, context) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'CellData', context);
  if (request.tableId) throw refuse(context, 'The local server does not implement tables.');
  const rows = request.rows ?? [];
  const sheet = draft.writableSheet(request.sheetId);
  const top = sheet.rows.findLastIndex(hasData) + 1;
  const write = cellWriter(mask, context);
  growGrid(draft, sheet, top + rows.length, 0);
  rows.forEach(({ values }, down) => {
    const cells = values ?? [];
    if (cells.length > sheet.columnCount) throw beyond('column', sheet.columnCount, sheet.columnCount - 1, context);
    const row = draft.writableRow(sheet, top + down);
    cells.forEach((data, column) => {
      write(row, column, data);
    });
  });
  return {};
};

/** One cell for a whole range; relative references of its formula move from the range's first cell on. */
export const repeatCell: RequestHandler<sheets_v4.Schema$RepeatCellRequest> = (request, context) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'CellData', context);
  const range = required(request.range, 'range', context);
  const sheet = draft.writableSheet(range.sheetId);
  const span = resolveGridRange(sheet, range, `${context.label}.range`);
  const write = cellWriter(mask, context);
  const cell = request.cell ?? {};
  const hasFormula = Boolean(cell.userEnteredValue?.formulaValue);
  for (let index = span.top; index < span.bottom; index += 1) {
    const row = draft.writableRow(sheet, index);
    for (let column = span.left; column < span.right; column += 1) {
      write(row, column, cell);
      if (!hasFormula) continue;
      setInput(row, column, shiftedInput(row.inputs[column] ?? null, index - span.top, column - span.left));
    }
  }
  return {};
};

/** Sets a rule on a range, or takes it away when the request brings none. An empty check box becomes FALSE. */
export const setDataValidation: RequestHandler<sheets_v4.Schema$SetDataValidationRequest> = (request, context) => {
  const { draft } = context;
  const range = required(request.range, 'range', context);
  const sheet = draft.writableSheet(range.sheetId);
  const span = resolveGridRange(sheet, range, `${context.label}.range`);
  const rule = request.rule ?? undefined;
  if (rule !== undefined) checkValidationRule(rule, context);
  const number = validationRules.numberOf(rule);
  const isCheckBox = rule?.condition?.type === 'BOOLEAN' && (rule.condition.values ?? []).length === 0;
  for (let index = span.top; index < span.bottom; index += 1) {
    if (number === 0 && sheet.rows[index]?.rules === undefined) continue;
    const row = draft.writableRow(sheet, index);
    for (let column = span.left; column < span.right; column += 1) {
      setRule(row, column, number);
      if (isCheckBox && (row.inputs[column] ?? null) === null) setInput(row, column, false);
    }
  }
  return {};
};

function updateTarget(
  request: sheets_v4.Schema$UpdateCellsRequest,
  context: RequestContext,
): { readonly sheet: Sheet; readonly span: Span } {
  const { start, range } = request;
  if (Boolean(start) === Boolean(range)) throw refuse(context, 'Exactly one of start and range must be specified.');
  if (range) {
    const sheet = context.draft.writableSheet(range.sheetId);
    return { sheet, span: resolveGridRange(sheet, range, `${context.label}.range`) };
  }
  const sheet = context.draft.writableSheet(start?.sheetId);
  const corner = { startRowIndex: start?.rowIndex ?? 0, startColumnIndex: start?.columnIndex ?? 0 };
  return { sheet, span: resolveGridRange(sheet, corner, `${context.label}.start`) };
}

function beyond(what: 'row' | 'column', tried: number, last: number, context: RequestContext): Error {
  return refuse(context, `Attempting to write ${what}: ${tried}, beyond the last requested ${what} of: ${last}`);
}
