// The part of the Sheets API v4 that we send, as JSON; both hosts send the same. Shapes: developers.google.com/workspace/
// sheets/api/reference/rest/v4/spreadsheets/request. Written here because lib may not import a host's package.
import type { Validation } from '#lib/tables/definition/cell-format.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';

export interface SheetsCell {
  readonly userEnteredValue?: {
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly boolValue?: boolean;
  };
  readonly userEnteredFormat?: { readonly numberFormat: { readonly type: string; readonly pattern?: string } };
  readonly dataValidation?: Validation;
}

export interface SheetsRows {
  readonly values: readonly SheetsCell[];
}

export type SheetsRequest =
  | {
      readonly updateCells: {
        readonly start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
        readonly rows: readonly SheetsRows[];
        readonly fields: string;
      };
    }
  | {
      readonly appendCells: { readonly sheetId: number; readonly rows: readonly SheetsRows[]; readonly fields: string };
    }
  | {
      readonly createDeveloperMetadata: {
        readonly developerMetadata: {
          readonly metadataId: number;
          readonly metadataKey: string;
          readonly metadataValue: string;
          readonly location: { readonly spreadsheet: true };
          readonly visibility: 'DOCUMENT';
        };
      };
    }
  | {
      readonly deleteDeveloperMetadata: {
        readonly dataFilter: { readonly developerMetadataLookup: { readonly metadataId: number } };
      };
    };

/** Typed, so nothing is parsed: text that looks like a formula, a date or a number stays text. null clears. */
export function typedCell(cell: CellValue): SheetsCell {
  switch (typeof cell) {
    case 'string':
      return { userEnteredValue: { stringValue: cell } };
    case 'number':
      return { userEnteredValue: { numberValue: cell } };
    case 'boolean':
      return { userEnteredValue: { boolValue: cell } };
    default:
      return {};
  }
}
