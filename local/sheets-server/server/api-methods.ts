/**
 * The methods of the API: how each body and query is checked, what it reads or writes, and the type of its answer.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { FieldMask } from '../schema/field-mask.ts';
import { getMetadata, searchMetadata } from './metadata-methods.ts';
import type { ParameterTable, QueryParameters } from './query-parameters.ts';
import { batchUpdateSpreadsheet, getByDataFilter, getSpreadsheet } from './spreadsheet-methods.ts';
import {
  appendValueRange,
  batchClearValues,
  batchGetByFilter,
  batchGetValues,
  batchUpdateByFilter,
  batchUpdateValues,
  clearValueRange,
  getValues,
  updateValueRange,
} from './values-methods.ts';
import type { WorkbookSession } from './workbook-session.ts';

export interface Call<Body> {
  readonly session: WorkbookSession;
  readonly target: string;
  readonly query: QueryParameters;
  readonly body: Body;
  /** The `fields` parameter; 'all' without one. */
  readonly mask: FieldMask;
  readonly hasMask: boolean;
}

export interface ApiMethod {
  readonly kind: 'read' | 'write';
  readonly bodyType?: string;
  readonly answerType: string;
  readonly parameters: ParameterTable;
  run(call: Call<never>): object;
}

const dimensions = ['DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS'];
const renderings = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'];
const dateTimes = ['SERIAL_NUMBER', 'FORMATTED_STRING'];
const rendering: ParameterTable = {
  majorDimension: dimensions,
  valueRenderOption: renderings,
  dateTimeRenderOption: dateTimes,
};
const entering: ParameterTable = {
  valueInputOption: ['INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED'],
  includeValuesInResponse: undefined,
  responseValueRenderOption: renderings,
  responseDateTimeRenderOption: dateTimes,
};

export const apiMethods: Readonly<Record<string, ApiMethod>> = {
  'spreadsheets.get': {
    kind: 'read',
    answerType: 'Spreadsheet',
    parameters: { ranges: undefined, includeGridData: undefined, excludeTablesInBandedRanges: undefined },
    run: getSpreadsheet,
  },
  'spreadsheets.getByDataFilter': {
    kind: 'read',
    bodyType: 'GetSpreadsheetByDataFilterRequest',
    answerType: 'Spreadsheet',
    parameters: {},
    run: getByDataFilter,
  },
  'spreadsheets.batchUpdate': {
    kind: 'write',
    bodyType: 'BatchUpdateSpreadsheetRequest',
    answerType: 'BatchUpdateSpreadsheetResponse',
    parameters: {},
    run: batchUpdateSpreadsheet,
  },
  'values.get': { kind: 'read', answerType: 'ValueRange', parameters: rendering, run: getValues },
  'values.batchGet': {
    kind: 'read',
    answerType: 'BatchGetValuesResponse',
    parameters: { ...rendering, ranges: undefined },
    run: batchGetValues,
  },
  'values.batchGetByDataFilter': {
    kind: 'read',
    bodyType: 'BatchGetValuesByDataFilterRequest',
    answerType: 'BatchGetValuesByDataFilterResponse',
    parameters: {},
    run: batchGetByFilter,
  },
  'values.update': {
    kind: 'write',
    bodyType: 'ValueRange',
    answerType: 'UpdateValuesResponse',
    parameters: entering,
    run: updateValueRange,
  },
  'values.append': {
    kind: 'write',
    bodyType: 'ValueRange',
    answerType: 'AppendValuesResponse',
    parameters: { ...entering, insertDataOption: ['OVERWRITE', 'INSERT_ROWS'] },
    run: appendValueRange,
  },
  'values.batchUpdate': {
    kind: 'write',
    bodyType: 'BatchUpdateValuesRequest',
    answerType: 'BatchUpdateValuesResponse',
    parameters: {},
    run: batchUpdateValues,
  },
  'values.batchUpdateByDataFilter': {
    kind: 'write',
    bodyType: 'BatchUpdateValuesByDataFilterRequest',
    answerType: 'BatchUpdateValuesByDataFilterResponse',
    parameters: {},
    run: batchUpdateByFilter,
  },
  'values.clear': {
    kind: 'write',
    bodyType: 'ClearValuesRequest',
    answerType: 'ClearValuesResponse',
    parameters: {},
    run: clearValueRange,
  },
  'values.batchClear': {
    kind: 'write',
    bodyType: 'BatchClearValuesRequest',
    answerType: 'BatchClearValuesResponse',
    parameters: {},
    run: batchClearValues,
  },
  'values.batchClearByDataFilter': {
    kind: 'write',
    bodyType: 'BatchClearValuesByDataFilterRequest',
    answerType: 'BatchClearValuesByDataFilterResponse',
    parameters: {},
    run: batchClearValues,
  },
  'developerMetadata.get': { kind: 'read', answerType: 'DeveloperMetadata', parameters: {}, run: getMetadata },
  'developerMetadata.search': {
    kind: 'read',
    bodyType: 'SearchDeveloperMetadataRequest',
    answerType: 'SearchDeveloperMetadataResponse',
    parameters: {},
    run: searchMetadata,
  },
};

export type ValueRangeBody = sheets_v4.Schema$ValueRange;
