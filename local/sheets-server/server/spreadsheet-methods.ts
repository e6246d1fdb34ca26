/**
 * spreadsheets.get, spreadsheets.getByDataFilter, spreadsheets.batchUpdate.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { filterSpans } from '../reads/filter-spans.ts';
import { readSpreadsheet, wantsGridData } from '../reads/read-spreadsheet.ts';
import { invalid } from '../schema/api-error.ts';
import { type FieldMask, maskOf } from '../schema/field-mask.ts';
import { parseA1, type Span } from '../workbook/a1.ts';
import type { Call } from './api-methods.ts';
import type { WorkbookSession } from './workbook-session.ts';

/** With a field mask, includeGridData is ignored, as documented: the mask says whether cells are wanted. */
export function getSpreadsheet({ session, query, mask, hasMask }: Call<undefined>): object {
  const workbook = session.workbook();
  const ranges = query.list('ranges');
  const spans = ranges.length === 0 ? undefined : ranges.map((range) => parseA1(workbook, range));
  const includeGridData = hasMask ? wantsGridData(mask) : query.flag('includeGridData');
  return read(session, spans, includeGridData, mask);
}

export function getByDataFilter(call: Call<sheets_v4.Schema$GetSpreadsheetByDataFilterRequest>): object {
  const { session, body, mask, hasMask } = call;
  const filters = body.dataFilters ?? [];
  if (filters.length === 0) throw invalid('Must specify at least one data filter.');
  const spans = filters.flatMap((filter) => filterSpans(session.workbook(), filter));
  return read(session, spans, hasMask ? wantsGridData(mask) : body.includeGridData === true, mask);
}

export function batchUpdateSpreadsheet(call: Call<sheets_v4.Schema$BatchUpdateSpreadsheetRequest>): object {
  const { session, body, mask } = call;
  const requests = body.requests ?? [];
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const { replies } = session.commit({ kind: 'batchUpdate', requests });
  const answer = { spreadsheetId: session.workbook().spreadsheetId, replies };
  const spreadsheetMask = maskOf(mask, 'updatedSpreadsheet');
  if (!body.includeSpreadsheetInResponse || spreadsheetMask === undefined) return answer;
  const ranges = body.responseRanges ?? [];
  const spans = ranges.length === 0 ? undefined : ranges.map((range) => parseA1(session.workbook(), range));
  const includeGridData = body.responseIncludeGridData === true;
  return { ...answer, updatedSpreadsheet: read(session, spans, includeGridData, spreadsheetMask) };
}

function read(
  session: WorkbookSession,
  spans: readonly Span[] | undefined,
  includeGridData: boolean,
  mask: FieldMask,
): object {
  const workbook = session.workbook();
  const context = { evaluator: session.evaluator(), locale: workbook.properties.locale ?? 'en_US' };
  const { spreadsheetUrl } = session;
  return readSpreadsheet(workbook, { spans, includeGridData, mask, spreadsheetUrl }, context);
}
