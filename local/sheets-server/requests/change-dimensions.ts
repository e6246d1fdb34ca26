/**
 * insertDimension, deleteDimension, moveDimension, appendDimension, updateDimensionProperties, autoResizeDimensions.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isSelected } from '../schema/field-mask.ts';
import type { AxisEdit, Dimension } from '../workbook/axis-edit.ts';
import { checkWorkbookSize } from '../workbook/grow-grid.ts';
import { validationRules } from '../workbook/interned.ts';
import { setInput } from '../workbook/row-cells.ts';
import type { DimensionProperties, Row, Sheet } from '../workbook/workbook.ts';
import { editAxis } from './edit-axis.ts';
import { type RequestContext, type RequestHandler, refuse, required, requiredMask } from './request-context.ts';

interface Stretch {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

export const insertDimension: RequestHandler<sheets_v4.Schema$InsertDimensionRequest> = (request, context) => {
  const { draft } = context;
  const range = required(request.range, 'range', context);
  if (typeof range.endIndex !== 'number') throw refuse(context, 'Both the start and end indexes must be bounded.');
  const { dimension, start, end, sheet } = stretchOf(range, context, Number.POSITIVE_INFINITY);
  if (start >= end) throw refuse(context, 'range must have a start before its end.');
  const size = sizeOf(sheet, dimension);
  if (start > size)
    throw refuse(context, `range.startIndex[${start}] is after last ${noun(dimension)} in grid[${size}]`);
  const inheritsFromBefore = request.inheritFromBefore ?? false;
  if (inheritsFromBefore && start === 0)
    throw refuse(context, 'inheritFromBefore cannot be set when inserting at index 0.');
  if (!inheritsFromBefore && start === size) throw refuse(context, 'Inserting at the end requires inheritFromBefore.');
  const { sheetId } = sheet;
  applyEdit({ kind: 'insert', sheetId, dimension, at: start, count: end - start }, context);
  inheritFormats(
    draft.writableSheet(sheetId),
    { dimension, start, end },
    inheritsFromBefore ? start - 1 : end,
    context,
  );
  checkWorkbookSize(draft);
  return {};
};

export const deleteDimension: RequestHandler<sheets_v4.Schema$DeleteDimensionRequest> = (request, context) => {
  const range = required(request.range, 'range', context);
  const { dimension, start, end, sheet } = stretchOf(range, context);
  if (start >= end) throw refuse(context, 'range must have a start before its end.');
  const frozen = frozenOf(sheet, dimension);
  const left = sizeOf(sheet, dimension) - (end - start);
  if (left === 0) throw refuse(context, `You can't delete all the ${noun(dimension)}s on the sheet.`);
  if (left <= frozen - overlap(start, end, frozen)) {
    throw refuse(context, `Sorry, it is not possible to delete all non-frozen ${noun(dimension)}s.`);
  }
  applyEdit({ kind: 'delete', sheetId: sheet.sheetId, dimension, start, end }, context);
  return {};
};

export const moveDimension: RequestHandler<sheets_v4.Schema$MoveDimensionRequest> = (request, context) => {
  const source = required(request.source, 'source', context);
  const { dimension, start, end, sheet } = stretchOf(source, context);
  const to = request.destinationIndex ?? 0;
  if (to < 0 || to > sizeOf(sheet, dimension)) throw refuse(context, `destinationIndex[${to}] is outside the grid.`);
  if (start >= end || (to >= start && to <= end)) return {};
  editAxis(context.draft, { kind: 'move', sheetId: sheet.sheetId, dimension, start, end, to });
  return {};
};

export const appendDimension: RequestHandler<sheets_v4.Schema$AppendDimensionRequest> = (request, context) => {
  const sheet = context.draft.writableSheet(request.sheetId);
  const length = request.length ?? 0;
  if (length <= 0) throw refuse(context, 'length must be greater than 0.');
  if (dimensionOf(request.dimension, context) === 'ROWS') sheet.rowCount += length;
  else sheet.columnCount += length;
  checkWorkbookSize(context.draft);
  return {};
};

export const updateDimensionProperties: RequestHandler<sheets_v4.Schema$UpdateDimensionPropertiesRequest> = (
  request,
  context,
) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'DimensionProperties', context);
  if (mask !== 'all') {
    const unwritable = [...mask.keys()].find((name) => name !== 'pixelSize' && name !== 'hiddenByUser');
    if (unwritable !== undefined) throw refuse(context, `The field '${unwritable}' cannot be updated.`);
  }
  const { dimension, start, end, sheet } = stretchOf(required(request.range, 'range', context), context);
  const { pixelSize, hiddenByUser } = request.properties ?? {};
  if (isSelected(mask, 'pixelSize') && typeof pixelSize === 'number' && pixelSize < 0) {
    throw refuse(context, 'pixelSize must not be negative.');
  }
  const update = (before: DimensionProperties | undefined): DimensionProperties | undefined => {
    const { pixelSize: oldSize, hiddenByUser: wasHidden } = before ?? {};
    const size = isSelected(mask, 'pixelSize') ? pixelSize : oldSize;
    const isHidden = isSelected(mask, 'hiddenByUser') ? hiddenByUser : wasHidden;
    if (typeof size !== 'number' && !isHidden) return undefined;
    return { ...(typeof size === 'number' && { pixelSize: size }), ...(isHidden && { hiddenByUser: true }) };
  };
  const own = draft.writableSheet(sheet.sheetId);
  for (let index = start; index < end; index += 1) {
    if (dimension === 'ROWS') {
      const row = draft.writableRow(own, index);
      row.dimension = update(row.dimension);
    } else own.columns[index] = update(own.columns[index]);
  }
  return {};
};

/** Checked, and without effect: this server has no fonts to measure text with. */
export const autoResizeDimensions: RequestHandler<sheets_v4.Schema$AutoResizeDimensionsRequest> = (
  request,
  context,
) => {
  stretchOf(required(request.dimensions, 'dimensions', context), context);
  return {};
};

function stretchOf(range: sheets_v4.Schema$DimensionRange, context: RequestContext, limit?: number): Stretch {
  const sheet = context.draft.sheet(range.sheetId);
  const dimension = dimensionOf(range.dimension, context);
  const size = sizeOf(sheet, dimension);
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? size;
  if (start < 0 || end < start) throw refuse(context, `range [${start}, ${end}) is not a range.`);
  if (end > (limit ?? size)) {
    throw refuse(context, `range.endIndex[${end}] is after last ${noun(dimension)} in grid[${size}]`);
  }
  return { sheet, dimension, start, end };
}

function dimensionOf(dimension: string | null | undefined, context: RequestContext): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw refuse(context, 'No dimension specified.');
}

function sizeOf(sheet: Sheet, dimension: Dimension): number {
  return dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
}

function frozenOf(sheet: Sheet, dimension: Dimension): number {
  const { frozenRowCount, frozenColumnCount } = sheet.properties.gridProperties ?? {};
  return (dimension === 'ROWS' ? frozenRowCount : frozenColumnCount) ?? 0;
}

function noun(dimension: Dimension): string {
  return dimension === 'ROWS' ? 'row' : 'column';
}

/** How much of [start, end) lies in the first `frozen` indexes. */
function overlap(start: number, end: number, frozen: number): number {
  return Math.max(0, Math.min(end, frozen) - start);
}

/** The edit, with the frozen part growing and shrinking with its rows or columns. */
function applyEdit(edit: Extract<AxisEdit, { kind: 'insert' | 'delete' }>, { draft }: RequestContext): void {
  const sheet = draft.writableSheet(edit.sheetId);
  const frozen = frozenOf(sheet, edit.dimension);
  editAxis(draft, edit);
  const grown = edit.kind === 'insert' && edit.at < frozen ? edit.count : 0;
  const lost = edit.kind === 'delete' ? overlap(edit.start, edit.end, frozen) : 0;
  if (grown + lost === 0) return;
  const key = edit.dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const gridProperties = { ...sheet.properties.gridProperties, [key]: frozen + grown - lost };
  sheet.properties = { ...sheet.properties, gridProperties };
}

/** New rows and columns take formats and validation of their neighbour at `from`, as in Google's sheets. */
function inheritFormats(
  sheet: Sheet,
  { dimension, start, end }: Omit<Stretch, 'sheet'>,
  from: number,
  { draft }: RequestContext,
): void {
  if (dimension === 'COLUMNS') {
    for (let column = start; column < end; column += 1) sheet.columns[column] = sheet.columns[from];
    sheet.rows.forEach((stored, index) => {
      if (stored?.formats?.[from] || stored?.rules?.[from])
        inheritColumn(draft.writableRow(sheet, index), start, end, from);
    });
    return;
  }
  const model = sheet.rows[from];
  if (model?.formats === undefined && model?.rules === undefined) return;
  for (let index = start; index < end; index += 1) {
    const row = draft.writableRow(sheet, index);
    row.formats = model.formats?.slice();
    row.rules = model.rules?.slice();
    row.rules?.forEach((rule, column) => {
      if (isCheckBox(rule)) setInput(row, column, false);
    });
  }
}

function inheritColumn(row: Row, start: number, end: number, from: number): void {
  for (let column = start; column < end; column += 1) {
    if (row.formats?.[from]) row.formats[column] = row.formats[from];
    if (row.rules?.[from]) row.rules[column] = row.rules[from];
    if (isCheckBox(row.rules?.[from])) setInput(row, column, false);
  }
}

/** A new check box is unticked, which is a value: FALSE. */
function isCheckBox(rule: number | undefined): boolean {
  const condition = validationRules.at(rule)?.condition;
  return condition?.type === 'BOOLEAN' && (condition.values ?? []).length === 0;
}
