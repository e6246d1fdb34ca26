// The part of the Sheets API v4 that makes or changes the workbook's structure, as JSON. Shapes: developers.google.com/
// workspace/sheets/api/reference/rest/v4/spreadsheets/request. Written here because templates may not import a host's package.
import type { Validation } from '#lib/tables/definition/cell-format.ts';

/** 0-based, half open; an end that is absent means to the end of the sheet. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** Shares of one. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export interface ColorStyle {
  readonly rgbColor: Rgb;
}

export interface CellFormatSent {
  readonly numberFormat?: { readonly type: string; readonly pattern: string };
  readonly backgroundColorStyle?: ColorStyle;
  readonly textFormat?: { readonly bold?: boolean; readonly foregroundColorStyle?: ColorStyle };
  readonly wrapStrategy?: 'WRAP' | 'CLIP';
  readonly verticalAlignment?: 'TOP' | 'MIDDLE';
}

export interface CellSent {
  readonly userEnteredValue?: {
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly boolValue?: boolean;
    readonly formulaValue?: string;
  };
  readonly userEnteredFormat?: CellFormatSent;
  readonly note?: string;
  readonly dataValidation?: ValidationSent;
}

export interface RowSent {
  readonly values: CellSent[];
}

export interface ValidationSent {
  readonly condition: { readonly type: string; readonly values?: { readonly userEnteredValue: string }[] };
  readonly strict: boolean;
  readonly showCustomUi: boolean;
}

export interface RuleSent {
  readonly ranges: GridRange[];
  readonly booleanRule: {
    readonly condition: { readonly type: 'CUSTOM_FORMULA'; readonly values: { readonly userEnteredValue: string }[] };
    readonly format: CellFormatSent;
  };
}

export type WorkbookRequest =
  | {
      readonly updateSpreadsheetProperties: {
        readonly properties: { readonly locale: string; readonly timeZone: string };
        readonly fields: string;
      };
    }
  | {
      readonly addSheet: {
        readonly properties: {
          readonly sheetId: number;
          readonly title: string;
          readonly index: number;
          readonly hidden: boolean;
          readonly gridProperties: {
            readonly rowCount: number;
            readonly columnCount: number;
            readonly frozenRowCount: number;
            readonly frozenColumnCount: number;
          };
          readonly tabColorStyle: ColorStyle;
        };
      };
    }
  | {
      readonly updateCells: {
        readonly start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
        readonly rows: RowSent[];
        readonly fields: string;
      };
    }
  | { readonly appendCells: { readonly sheetId: number; readonly rows: RowSent[]; readonly fields: string } }
  | { readonly repeatCell: { readonly range: GridRange; readonly cell: CellSent; readonly fields: string } }
  | { readonly setDataValidation: { readonly range: GridRange; readonly rule?: ValidationSent } }
  | {
      readonly updateDimensionProperties: {
        readonly range: DimensionRange;
        readonly properties: { readonly pixelSize?: number; readonly hiddenByUser?: boolean };
        readonly fields: string;
      };
    }
  | { readonly insertDimension: { readonly range: DimensionRange; readonly inheritFromBefore: boolean } }
  | {
      readonly appendDimension: {
        readonly sheetId: number;
        readonly dimension: 'ROWS' | 'COLUMNS';
        readonly length: number;
      };
    }
  | {
      readonly addProtectedRange: {
        readonly protectedRange: {
          readonly protectedRangeId: number;
          readonly range: GridRange;
          readonly description: string;
          readonly warningOnly: true;
        };
      };
    }
  | {
      readonly addBanding: {
        readonly bandedRange: {
          readonly bandedRangeId: number;
          readonly range: GridRange;
          readonly rowProperties: {
            readonly headerColorStyle: ColorStyle;
            readonly firstBandColorStyle: ColorStyle;
            readonly secondBandColorStyle: ColorStyle;
          };
        };
      };
    }
  | { readonly addConditionalFormatRule: { readonly rule: RuleSent; readonly index: number } }
  | {
      readonly updateConditionalFormatRule: {
        readonly sheetId: number;
        readonly index: number;
        readonly rule: RuleSent;
      };
    };

export interface DimensionRange {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly startIndex: number;
  readonly endIndex: number;
}

/** lib's validation with the mutable lists that the API's types want. */
export function validationSent(validation: Validation): ValidationSent {
  const { condition, strict, showCustomUi } = validation;
  const values = condition.values === undefined ? {} : { values: condition.values.slice() };
  return { condition: { type: condition.type, ...values }, strict, showCustomUi };
}
