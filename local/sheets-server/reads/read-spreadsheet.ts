/**
 * The Spreadsheet resource: properties, sheets with their objects, named ranges, developer metadata and, when asked for,
 * grid data. Only what the field mask selects is built, because grid data of a large tab are megabytes.
 */
import { type FieldMask, isSelected, maskOf } from '../schema/field-mask.ts';
import { type Span, wholeSheet } from '../workbook/a1.ts';
import { sheetProperties } from '../workbook/sheet-properties.ts';
import type { DeveloperMetadata, GridRange, Sheet, Workbook } from '../workbook/workbook.ts';
import { readGridData } from './read-grid-data.ts';
import type { ReadContext } from './read-values.ts';

export interface SpreadsheetQuery {
  /** Restricts sheets and grid data; absent means all of the spreadsheet. */
  readonly spans: readonly Span[] | undefined;
  readonly includeGridData: boolean;
  readonly mask: FieldMask;
  readonly spreadsheetUrl: string;
}

export function readSpreadsheet(workbook: Workbook, query: SpreadsheetQuery, context: ReadContext): object {
  const { mask, spans } = query;
  const shown =
    spans === undefined
      ? workbook.sheets
      : workbook.sheets.filter(({ sheetId }) => spans.some((span) => span.sheetId === sheetId));
  const metadata = [...workbook.developerMetadata.values()];
  const ofSpreadsheet = metadata.filter(({ location }) => location?.spreadsheet);
  const sheetsMask = maskOf(mask, 'sheets');
  return {
    spreadsheetId: workbook.spreadsheetId,
    properties: { ...workbook.properties, defaultFormat },
    ...(sheetsMask !== undefined && {
      sheets: shown.map((sheet) => readSheet(workbook, sheet, metadata, { ...query, mask: sheetsMask }, context)),
    }),
    ...(workbook.namedRanges.length > 0 && { namedRanges: workbook.namedRanges }),
    ...(ofSpreadsheet.length > 0 && { developerMetadata: ofSpreadsheet }),
    spreadsheetUrl: query.spreadsheetUrl,
  };
}

const defaultFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: { fontFamily: 'arial,sans,sans-serif', fontSize: 10, bold: false, italic: false },
};

function readSheet(
  workbook: Workbook,
  sheet: Sheet,
  metadata: readonly DeveloperMetadata[],
  { spans, includeGridData, mask }: SpreadsheetQuery,
  context: ReadContext,
): object {
  const own = metadata.filter(
    ({ location }) => location?.locationType === 'SHEET' && location.sheetId === sheet.sheetId,
  );
  const dataMask = maskOf(mask, 'data');
  const wanted = spans?.filter((span) => span.sheetId === sheet.sheetId) ?? [wholeSheet(sheet)];
  const isShown = (ranges: readonly (GridRange | undefined)[]): boolean =>
    spans === undefined || ranges.some((range) => range && wanted.some((span) => meets(span, range)));
  return {
    properties: sheetProperties(workbook.sheets, sheet),
    ...(includeGridData &&
      dataMask !== undefined && { data: wanted.map((span) => readGridData(workbook, sheet, span, dataMask, context)) }),
    ...nonEmpty(
      'conditionalFormats',
      sheet.conditionalFormats.filter(({ ranges }) => isShown(ranges ?? [])),
    ),
    ...nonEmpty(
      'bandedRanges',
      sheet.bandedRanges.filter(({ range }) => isShown([range])),
    ),
    ...nonEmpty(
      'protectedRanges',
      sheet.protectedRanges.filter(({ range }) => isShown([range])),
    ),
    ...nonEmpty('charts', sheet.charts),
    ...nonEmpty(
      'merges',
      sheet.merges.filter((range) => isShown([range])),
    ),
    ...nonEmpty('developerMetadata', own),
    ...(sheet.basicFilter && { basicFilter: sheet.basicFilter }),
  };
}

function meets(span: Span, range: GridRange): boolean {
  return (
    (range.startRowIndex ?? 0) < span.bottom &&
    (range.endRowIndex ?? Number.POSITIVE_INFINITY) > span.top &&
    (range.startColumnIndex ?? 0) < span.right &&
    (range.endColumnIndex ?? Number.POSITIVE_INFINITY) > span.left
  );
}

function nonEmpty(name: string, list: readonly unknown[]): object {
  return list.length > 0 ? { [name]: list } : {};
}

/** Whether an answer under that mask needs the cells of the sheets. */
export function wantsGridData(mask: FieldMask): boolean {
  return isSelected(mask, 'sheets.data');
}
