/**
 * Applies the requests of one batchUpdate to a draft, in order. The first refusal is thrown; the caller drops the draft and
 * with it everything the batch did, so nothing here needs undoing.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, invalidField } from '../schema/api-error.ts';
import { messageType } from '../schema/parse-message-types.ts';
import type { Draft } from '../workbook/draft.ts';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './change-charts.ts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  updateConditionalFormatRule,
} from './change-conditional-formats.ts';
import {
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './change-dimensions.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './change-metadata.ts';
import {
  addBanding,
  addNamedRange,
  addProtectedRange,
  clearBasicFilter,
  deleteBanding,
  deleteNamedRange,
  deleteProtectedRange,
  setBasicFilter,
  updateBanding,
  updateNamedRange,
  updateProtectedRange,
} from './change-ranges.ts';
import {
  addSheet,
  deleteSheet,
  duplicateSheet,
  updateSheetProperties,
  updateSpreadsheetProperties,
} from './change-sheets.ts';
import { copyPaste, findReplace, mergeCells, unmergeCells } from './copy-cells.ts';
import type { Reply, RequestContext } from './request-context.ts';
import { sortRange } from './sort-range.ts';
import { appendCells, repeatCell, setDataValidation, updateCells } from './write-cells.ts';

type Request = sheets_v4.Schema$Request;
type Handlers = { readonly [Kind in keyof Request]?: (request: never, context: RequestContext) => Reply };

const handlers: Handlers = {
  addSheet,
  deleteSheet,
  duplicateSheet,
  updateSheetProperties,
  updateSpreadsheetProperties,
  updateCells,
  appendCells,
  repeatCell,
  setDataValidation,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
  insertDimension,
  deleteDimension,
  moveDimension,
  appendDimension,
  updateDimensionProperties,
  autoResizeDimensions,
  addConditionalFormatRule,
  updateConditionalFormatRule,
  deleteConditionalFormatRule,
  addBanding,
  updateBanding,
  deleteBanding,
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
  addNamedRange,
  updateNamedRange,
  deleteNamedRange,
  setBasicFilter,
  clearBasicFilter,
  addChart,
  updateChartSpec,
  updateEmbeddedObjectPosition,
  deleteEmbeddedObject,
  sortRange,
  copyPaste,
  mergeCells,
  unmergeCells,
  findReplace,
};

/** The replies, one a request. Throws ApiError 400 with the place and kind of the request at fault. */
export function applyRequests(draft: Draft, requests: readonly Request[]): Reply[] {
  return requests.map((request, index) => {
    const kinds = Object.keys(request);
    const [kind] = kinds;
    if (kind === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
    if (kinds.length > 1) {
      const message = `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`;
      throw invalidField(`requests[${index}]`, message);
    }
    const handler = handlers[kind as keyof Handlers];
    if (handler === undefined) throw new Error(`No handler for ${kind}, which the message table lists`);
    const label = `Invalid requests[${index}].${kind}`;
    return handler(request[kind as keyof Request] as never, { draft, label });
  });
}

/** The kinds of request the message table accepts; each must have a handler. */
export function acceptedKinds(): { readonly accepted: string[]; readonly handled: string[] } {
  const fields = [...messageType('Request')];
  return {
    accepted: fields.filter(([, type]) => type.kind !== 'refused').map(([name]) => name),
    handled: Object.keys(handlers),
  };
}
