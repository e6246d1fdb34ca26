/**
 * All of a workbook as plain data: for tests that compare states, for exports, and for a page that builds its own model.
 * Equal workbooks give deeply equal dumps, whatever the way they came about.
 */
import type { Evaluator } from '../formula/evaluator.ts';
import { cellFormats, validationRules } from './interned.ts';
import { sheetProperties } from './sheet-properties.ts';
import {
  type BandedRange,
  type BasicFilter,
  type CellFormat,
  type CellInput,
  type ConditionalFormatRule,
  type DeveloperMetadata,
  type DimensionProperties,
  type EmbeddedChart,
  type GridRange,
  isFormula,
  type NamedRange,
  type ProtectedRange,
  type Row,
  type Sheet,
  type SheetProperties,
  type SpreadsheetProperties,
  type ValidationRule,
  type Workbook,
} from './workbook.ts';

export interface CellDump {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
  /** The result of a formula. */
  readonly value?: string | number | boolean | null;
  readonly format?: CellFormat;
  readonly rule?: ValidationRule;
  readonly note?: string;
}

export interface SheetDump {
  readonly properties: SheetProperties;
  readonly cells: readonly CellDump[];
  readonly rowDimensions: readonly (readonly [number, DimensionProperties])[];
  readonly columnDimensions: readonly (readonly [number, DimensionProperties])[];
  readonly conditionalFormats: readonly ConditionalFormatRule[];
  readonly bandedRanges: readonly BandedRange[];
  readonly protectedRanges: readonly ProtectedRange[];
  readonly charts: readonly EmbeddedChart[];
  readonly merges: readonly GridRange[];
  readonly basicFilter: BasicFilter | undefined;
}

export interface WorkbookDump {
  readonly spreadsheetId: string;
  readonly properties: SpreadsheetProperties;
  readonly sheets: readonly SheetDump[];
  readonly namedRanges: readonly NamedRange[];
  readonly developerMetadata: readonly DeveloperMetadata[];
}

export function dumpWorkbook(workbook: Workbook, evaluator: Evaluator): WorkbookDump {
  const { spreadsheetId, properties, namedRanges, developerMetadata, sheets } = workbook;
  const metadata = [...developerMetadata.values()].sort((a, b) => (a.metadataId ?? 0) - (b.metadataId ?? 0));
  return {
    spreadsheetId,
    properties,
    sheets: sheets.map((sheet) => dumpSheet(sheets, sheet, evaluator)),
    namedRanges,
    developerMetadata: metadata,
  };
}

function dumpSheet(sheets: readonly Sheet[], sheet: Sheet, evaluator: Evaluator): SheetDump {
  const cells = sheet.rows.flatMap((row, index) => (row === undefined ? [] : dumpRow(sheet, row, index, evaluator)));
  const { conditionalFormats, bandedRanges, protectedRanges, charts, merges, basicFilter } = sheet;
  return {
    properties: sheetProperties(sheets, sheet),
    cells,
    rowDimensions: dumpDimensions(sheet.rows.map((row) => row?.dimension)),
    columnDimensions: dumpDimensions(sheet.columns),
    conditionalFormats,
    bandedRanges,
    protectedRanges,
    charts,
    merges,
    basicFilter,
  };
}

function dumpRow(sheet: Sheet, row: Row, index: number, evaluator: Evaluator): CellDump[] {
  const width = Math.max(row.inputs.length, row.formats?.length ?? 0, row.rules?.length ?? 0, row.notes?.length ?? 0);
  return Array.from({ length: width }, (_, column): CellDump => {
    const input = row.inputs[column] ?? null;
    const format = cellFormats.at(row.formats?.[column]);
    const rule = validationRules.at(row.rules?.[column]);
    const note = row.notes?.[column];
    return {
      row: index,
      column,
      input,
      ...(isFormula(input) && { value: evaluator.valueAt(sheet, index, column).value }),
      ...(format && { format }),
      ...(rule && { rule }),
      ...(note !== undefined && { note }),
    };
  }).filter(({ input, format, rule, note }) => input !== null || format || rule || note !== undefined);
}

function dumpDimensions(
  list: readonly (DimensionProperties | undefined)[],
): (readonly [number, DimensionProperties])[] {
  return Array.from(list, (dimension, index) => [index, dimension ?? {}] as const).filter(
    ([, dimension]) => Object.keys(dimension).length > 0,
  );
}
