/**
 * addSheet, deleteSheet, duplicateSheet, updateSheetProperties, updateSpreadsheetProperties.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { lostReference, renderReference } from '../formula/reference.ts';
import { rewriteFormulas } from '../formula/rewrite-formulas.ts';
import { type FieldMask, isSelected, mergeByMask } from '../schema/field-mask.ts';
import { sheetByTitle } from '../workbook/a1.ts';
import { checkWorkbookSize } from '../workbook/grow-grid.ts';
import { sheetProperties } from '../workbook/sheet-properties.ts';
import { blankSheet, defaultGrid, defaultSheetTitle, type Sheet, type SheetProperties } from '../workbook/workbook.ts';
import { copySheet } from './copy-sheet.ts';
import { type RequestContext, type RequestHandler, refuse, required, requiredMask } from './request-context.ts';
import { resizeGrid } from './resize-grid.ts';

const maxSheets = 200;

export const addSheet: RequestHandler<sheets_v4.Schema$AddSheetRequest> = (request, context) => {
  const { draft } = context;
  const properties = request.properties ?? {};
  if (properties.sheetType && properties.sheetType !== 'GRID') {
    throw refuse(context, `The local server does not implement sheets of type ${properties.sheetType}.`);
  }
  const sheetId = properties.sheetId ?? draft.newId((id) => draft.sheets.some((sheet) => sheet.sheetId === id));
  checkNewSheetId(sheetId, context);
  const title = properties.title ?? freeTitle(context);
  checkTitle(title, undefined, context);
  const { rowCount, columnCount } = { ...defaultGrid, ...definedCounts(properties) };
  if (rowCount < 1 || columnCount < 1) throw refuse(context, 'A sheet must have at least one row and one column.');
  const sheet = blankSheet(draft.token, sheetId, title, rowCount, columnCount);
  sheet.properties = storedProperties({ ...properties, title }, sheet, context);
  insertAt(draft.sheets, properties.index ?? draft.sheets.length, sheet, context);
  if (draft.sheets.length > maxSheets) throw refuse(context, `A workbook has at most ${maxSheets} sheets.`);
  checkWorkbookSize(draft);
  return { addSheet: { properties: sheetProperties(draft.sheets, sheet) } };
};

export const deleteSheet: RequestHandler<sheets_v4.Schema$DeleteSheetRequest> = (request, context) => {
  const { draft } = context;
  const sheetId = required(request.sheetId, 'sheet_id', context);
  const sheet = draft.sheet(sheetId);
  const others = draft.sheets.filter((other) => other !== sheet);
  if (others.every((other) => other.properties.hidden)) {
    throw refuse(context, "You can't remove all the sheets in a document.");
  }
  draft.sheets = others;
  draft.namedRanges = draft.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheetId);
  for (const { metadataId, location } of [...draft.developerMetadata.values()]) {
    if (location?.spreadsheet || (location?.sheetId ?? location?.dimensionRange?.sheetId ?? 0) !== sheetId) continue;
    draft.writableMetadata().delete(metadataId ?? 0);
  }
  const title = sheet.properties.title?.toLowerCase();
  rewriteFormulas(draft, (reference) => (reference.title?.toLowerCase() === title ? lostReference : undefined));
  return {};
};

export const duplicateSheet: RequestHandler<sheets_v4.Schema$DuplicateSheetRequest> = (request, context) => {
  const { draft } = context;
  const source = draft.sheet(request.sourceSheetId);
  const sheetId = request.newSheetId ?? draft.newId((id) => draft.sheets.some((sheet) => sheet.sheetId === id));
  checkNewSheetId(sheetId, context);
  const copyOf = draft.locale.startsWith('fr') ? 'Copie de' : 'Copy of';
  const title = request.newSheetName ?? `${copyOf} ${source.properties.title}`;
  checkTitle(title, undefined, context);
  const sheet = copySheet(draft, source, sheetId, title);
  insertAt(draft.sheets, request.insertSheetIndex ?? 0, sheet, context);
  checkWorkbookSize(draft);
  return { duplicateSheet: { properties: sheetProperties(draft.sheets, sheet) } };
};

export const updateSheetProperties: RequestHandler<sheets_v4.Schema$UpdateSheetPropertiesRequest> = (
  request,
  context,
) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'SheetProperties', context);
  const update = required(request.properties, 'properties', context);
  const sheet = draft.writableSheet(update.sheetId);
  if (isSelected(mask, 'title')) renameSheet(sheet, update.title ?? '', context);
  const current = { ...sheet.properties, gridProperties: { ...sheet.properties.gridProperties } };
  const merged = mergeByMask<SheetProperties>(
    current,
    { ...update, title: sheet.properties.title ?? '' },
    withTitle(mask),
  );
  if (isSelected(mask, 'gridProperties')) resizeGrid(sheet, wantedCounts(mask, update, sheet), context);
  sheet.properties = storedProperties(merged, sheet, context);
  if (sheet.properties.hidden && draft.sheets.every((other) => other.properties.hidden)) {
    throw refuse(context, "You can't hide all the sheets in a document.");
  }
  if (isSelected(mask, 'index')) {
    // As Google documents it, the index counts the sheets before the move, and none means the end of the list.
    const wanted = update.index ?? draft.sheets.length;
    const from = draft.sheets.indexOf(sheet);
    const to = wanted > from ? wanted - 1 : wanted;
    draft.sheets.splice(from, 1);
    insertAt(draft.sheets, to, sheet, context);
  }
  checkWorkbookSize(draft);
  return {};
};

export const updateSpreadsheetProperties: RequestHandler<sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest> = (
  request,
  context,
) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'SpreadsheetProperties', context);
  const update = required(request.properties, 'properties', context);
  const next = mergeByMask(draft.properties, update, mask);
  if (!next.title) throw refuse(context, 'The title of a spreadsheet must not be empty.');
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(next.locale ?? '')) throw refuse(context, `Unsupported locale: ${next.locale}`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: next.timeZone ?? '' });
  } catch {
    throw refuse(context, `Invalid time zone: ${next.timeZone}`);
  }
  draft.properties = next;
  return {};
};

function checkNewSheetId(sheetId: number, context: RequestContext): void {
  if (sheetId < 0) throw refuse(context, `Sheet ID must not be negative: ${sheetId}`);
  if (context.draft.sheets.some((sheet) => sheet.sheetId === sheetId)) {
    throw refuse(context, `Sheet with ID ${sheetId} already exists. Please enter another ID.`);
  }
}

function checkTitle(title: string, own: Sheet | undefined, context: RequestContext): void {
  if (title === '') throw refuse(context, 'The title of a sheet must not be empty.');
  if (title.length > 100) throw refuse(context, 'The title of a sheet must not exceed 100 characters.');
  const holder = sheetByTitle(context.draft, title);
  if (holder !== undefined && holder !== own) {
    throw refuse(context, `A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function renameSheet(sheet: Sheet, title: string, context: RequestContext): void {
  const before = sheet.properties.title?.toLowerCase();
  checkTitle(title, sheet, context);
  sheet.properties = { ...sheet.properties, title };
  rewriteFormulas(context.draft, (reference) =>
    reference.title?.toLowerCase() === before ? renderReference({ ...reference, title }) : undefined,
  );
}

function freeTitle({ draft }: RequestContext): string {
  let number = draft.sheets.length + 1;
  while (sheetByTitle(draft, defaultSheetTitle(draft.locale, number)) !== undefined) number += 1;
  return defaultSheetTitle(draft.locale, number);
}

function insertAt(sheets: Sheet[], index: number, sheet: Sheet, context: RequestContext): void {
  if (index < 0 || index > sheets.length) throw refuse(context, `Invalid sheet index: ${index}`);
  sheets.splice(index, 0, sheet);
}

function definedCounts({ gridProperties }: SheetProperties): { rowCount?: number; columnCount?: number } {
  const { rowCount, columnCount } = gridProperties ?? {};
  return {
    ...(typeof rowCount === 'number' && { rowCount }),
    ...(typeof columnCount === 'number' && { columnCount }),
  };
}

function wantedCounts(
  mask: FieldMask,
  update: SheetProperties,
  sheet: Sheet,
): { rowCount: number; columnCount: number } {
  const { rowCount, columnCount } = update.gridProperties ?? {};
  return {
    rowCount: isSelected(mask, 'gridProperties.rowCount') ? (rowCount ?? sheet.rowCount) : sheet.rowCount,
    columnCount: isSelected(mask, 'gridProperties.columnCount')
      ? (columnCount ?? sheet.columnCount)
      : sheet.columnCount,
  };
}

/** The title is dealt with by itself; selecting it again must not clear it. */
function withTitle(mask: FieldMask): FieldMask {
  return mask === 'all' ? mask : new Map([...mask, ['title', 'all']]);
}

/** What a sheet keeps of its properties: counts, id and place stand elsewhere; frozen parts must leave room. */
function storedProperties(properties: SheetProperties, sheet: Sheet, context: RequestContext): SheetProperties {
  const { index: _index, sheetId: _id, gridProperties, dataSourceSheetProperties: _source, ...rest } = properties;
  const { rowCount: _rows, columnCount: _columns, ...grid } = gridProperties ?? {};
  if ((grid.frozenRowCount ?? 0) >= sheet.rowCount)
    throw refuse(context, "You can't freeze all visible rows on the sheet.");
  if ((grid.frozenColumnCount ?? 0) >= sheet.columnCount) {
    throw refuse(context, "You can't freeze all visible columns on the sheet.");
  }
  return { ...rest, sheetType: 'GRID', gridProperties: grid };
}
