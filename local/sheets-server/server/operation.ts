/**
 * What a write means, apart from HTTP. Operations are what the revision log keeps: applying the log's operations in order,
 * each at its recorded instant, gives the same workbook again. Any change of meaning here changes old files.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { filterSpans } from '../reads/filter-spans.ts';
import type { DataFilter } from '../reads/find-metadata.ts';
import { applyRequests } from '../requests/apply-requests.ts';
import { editAxis } from '../requests/edit-axis.ts';
import type { Reply } from '../requests/request-context.ts';
import { findTable } from '../values/find-table.ts';
import {
  clearValues,
  type EnteredRows,
  roomFor,
  type ValueInputOption,
  type WrittenRange,
  writeValues,
} from '../values/write-values.ts';
import { renderRange, type Span } from '../workbook/a1.ts';
import type { Draft } from '../workbook/draft.ts';

export interface EnteredData {
  readonly at: DataFilter;
  readonly values: EnteredRows;
}

export type Operation =
  | { readonly kind: 'batchUpdate'; readonly requests: readonly sheets_v4.Schema$Request[] }
  | { readonly kind: 'writeValues'; readonly option: ValueInputOption; readonly data: readonly EnteredData[] }
  | {
      readonly kind: 'appendValues';
      readonly option: ValueInputOption;
      readonly range: string;
      readonly insertsRows: boolean;
      readonly values: EnteredRows;
    }
  | { readonly kind: 'clearValues'; readonly at: readonly DataFilter[] };

export interface OperationResult {
  readonly replies: Reply[];
  readonly written: readonly WrittenRange[];
  readonly spans: readonly Span[];
  /** The table that appendValues found. */
  readonly tableRange?: string;
}

/** Changes the draft; throws ApiError to refuse the whole operation. */
export function applyOperation(draft: Draft, operation: Operation): OperationResult {
  const nothing = { replies: [], written: [], spans: [] };
  switch (operation.kind) {
    case 'batchUpdate':
      return { ...nothing, replies: applyRequests(draft, operation.requests) };
    case 'writeValues': {
      const { option } = operation;
      const written = operation.data.flatMap(({ at, values }) =>
        filterSpans(draft, at).map((span) => writeValues(draft, openEnd(at, span, values, draft), values, option)),
      );
      return { ...nothing, written };
    }
    case 'appendValues':
      return appendValues(draft, operation);
    case 'clearValues': {
      const spans = operation.at.flatMap((filter) => filterSpans(draft, filter));
      for (const span of spans) clearValues(draft, span);
      return { ...nothing, spans };
    }
  }
}

/** A range that names one cell only says where the data starts. */
function openEnd({ a1Range }: DataFilter, span: Span, values: EnteredRows, draft: Draft): Span {
  const isCell = span.bottom - span.top === 1 && span.right - span.left === 1;
  if (!isCell || a1Range?.includes(':')) return span;
  const sheet = draft.sheet(span.sheetId);
  const bottom = span.top + Math.max(1, values.length);
  const right = span.left + Math.max(1, ...values.map((row) => row.length));
  return { ...span, bottom: Math.min(bottom, sheet.rowCount), right: Math.min(right, sheet.columnCount) };
}

function appendValues(draft: Draft, operation: Extract<Operation, { kind: 'appendValues' }>): OperationResult {
  const [range] = filterSpans(draft, { a1Range: operation.range });
  if (range === undefined) throw new Error('A range in A1 notation has one rectangle');
  const sheet = draft.sheet(range.sheetId);
  const table = findTable(sheet, range);
  const top = table?.bottom ?? range.top;
  const left = table?.left ?? range.left;
  if (operation.insertsRows && table !== undefined && top < sheet.rowCount) {
    editAxis(draft, {
      kind: 'insert',
      sheetId: sheet.sheetId,
      dimension: 'ROWS',
      at: top,
      count: operation.values.length,
    });
  }
  const room = roomFor(draft, sheet.sheetId, top, left, operation.values);
  const written = writeValues(draft, room, operation.values, operation.option);
  return {
    replies: [],
    written: [written],
    spans: [],
    ...(table !== undefined && { tableRange: renderRange(sheet, table) }),
  };
}
