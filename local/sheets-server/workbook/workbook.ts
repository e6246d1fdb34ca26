/**
 * The state of one spreadsheet. A committed Workbook is never mutated: a Draft copies what it touches and becomes the next
 * Workbook, so that a failed batch leaves nothing to undo. Cells live in rows of plain arrays, because a workbook of this
 * shop reaches 1.5 million of them; everything else is kept as the API's own objects.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export type SpreadsheetProperties = sheets_v4.Schema$SpreadsheetProperties;
export type SheetProperties = sheets_v4.Schema$SheetProperties;
export type GridRange = sheets_v4.Schema$GridRange;
export type CellData = sheets_v4.Schema$CellData;
export type CellFormat = sheets_v4.Schema$CellFormat;
export type ValidationRule = sheets_v4.Schema$DataValidationRule;
export type ConditionalFormatRule = sheets_v4.Schema$ConditionalFormatRule;
export type BandedRange = sheets_v4.Schema$BandedRange;
export type ProtectedRange = sheets_v4.Schema$ProtectedRange;
export type NamedRange = sheets_v4.Schema$NamedRange;
export type EmbeddedChart = sheets_v4.Schema$EmbeddedChart;
export type BasicFilter = sheets_v4.Schema$BasicFilter;
export type DeveloperMetadata = sheets_v4.Schema$DeveloperMetadata;
export type DimensionProperties = { readonly pixelSize?: number; readonly hiddenByUser?: boolean };

/** A formula in canonical text: leading `=`, `,` between arguments, `.` as decimal sign. */
export type Formula = { readonly formula: string };

/** What was entered: null is an empty cell, a string is text as it stands, a number includes serial dates. */
export type CellInput = null | string | number | boolean | Formula;

/** One row; the side arrays exist only where some cell needs them. Indexes beyond an array's end are empty. */
export interface Row {
  /** The draft that may mutate this row; any other draft must copy it first. */
  readonly owner: object;
  readonly inputs: CellInput[];
  /** Indexes into cellFormats (0 = none). */
  formats: number[] | undefined;
  /** Indexes into validationRules (0 = none). */
  rules: number[] | undefined;
  notes: (string | undefined)[] | undefined;
  dimension: DimensionProperties | undefined;
}

export interface Sheet {
  readonly sheetId: number;
  readonly owner: object;
  properties: SheetProperties;
  rowCount: number;
  columnCount: number;
  rows: (Row | undefined)[];
  columns: (DimensionProperties | undefined)[];
  conditionalFormats: ConditionalFormatRule[];
  bandedRanges: BandedRange[];
  protectedRanges: ProtectedRange[];
  charts: EmbeddedChart[];
  merges: GridRange[];
  basicFilter: BasicFilter | undefined;
}

export interface Workbook {
  readonly spreadsheetId: string;
  readonly properties: SpreadsheetProperties;
  /** In tab order. */
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
  readonly developerMetadata: ReadonlyMap<number, DeveloperMetadata>;
  /** Source of the ids nobody chose; part of the state so that a replayed log gives the same ids. */
  readonly nextId: number;
}

export const defaultGrid = { rowCount: 1000, columnCount: 26 } as const;

/** A new file as a person makes it: one empty tab with the localised default title. */
export function blankWorkbook(options: {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
}): Workbook {
  const { spreadsheetId, title, locale, timeZone } = options;
  return {
    spreadsheetId,
    properties: { title, locale, timeZone, autoRecalc: 'ON_CHANGE' },
    sheets: [blankSheet({}, 0, defaultSheetTitle(locale, 1), defaultGrid.rowCount, defaultGrid.columnCount)],
    namedRanges: [],
    developerMetadata: new Map(),
    nextId: 1,
  };
}

export function blankSheet(
  owner: object,
  sheetId: number,
  title: string,
  rowCount: number,
  columnCount: number,
): Sheet {
  return {
    sheetId,
    owner,
    properties: { title, sheetType: 'GRID' },
    rowCount,
    columnCount,
    rows: [],
    columns: [],
    conditionalFormats: [],
    bandedRanges: [],
    protectedRanges: [],
    charts: [],
    merges: [],
    basicFilter: undefined,
  };
}

/** The title Google gives to the n-th new tab in the workbook's language ("Feuille 1", "Sheet1"). */
export function defaultSheetTitle(locale: string, number: number): string {
  return locale.startsWith('fr') ? `Feuille ${number}` : `Sheet${number}`;
}

export function isFormula(input: CellInput | undefined): input is Formula {
  return typeof input === 'object' && input !== null;
}

/** Whether that row has any entered value; a FALSE check box counts. */
export function hasData(row: Row | undefined): boolean {
  return row?.inputs.some((input) => input !== null && input !== undefined) ?? false;
}
