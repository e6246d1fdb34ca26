/**
 * The values.* methods: bodies and queries in, operations and value ranges out.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { filterSpans } from '../reads/filter-spans.ts';
import type { DataFilter } from '../reads/find-metadata.ts';
import { readValueRange, type ValueRange } from '../reads/read-values.ts';
import type { RenderOptions } from '../reads/show-value.ts';
import { invalid } from '../schema/api-error.ts';
import type { EnteredRows, ValueInputOption, WrittenRange } from '../values/write-values.ts';
import { parseA1, renderRange, type Span, sheetById } from '../workbook/a1.ts';
import type { Call, ValueRangeBody } from './api-methods.ts';
import type { EnteredData } from './operation.ts';
import type { WorkbookSession } from './workbook-session.ts';

interface Rendering {
  readonly valueRenderOption?: string | null | undefined;
  readonly dateTimeRenderOption?: string | null | undefined;
}

export function getValues({ session, target, query }: Call<undefined>): object {
  const span = parseA1(session.workbook(), target);
  return readSpan(session, span, dimensionOf(query.text('majorDimension')), queryRendering(query));
}

export function batchGetValues({ session, query }: Call<undefined>): object {
  const dimension = dimensionOf(query.text('majorDimension'));
  const ranges = query.list('ranges').map((range) => parseA1(session.workbook(), range));
  const valueRanges = ranges.map((span) => readSpan(session, span, dimension, queryRendering(query)));
  return { spreadsheetId: session.workbook().spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
}

export function batchGetByFilter({ session, body }: Call<sheets_v4.Schema$BatchGetValuesByDataFilterRequest>): object {
  const filters = body.dataFilters ?? [];
  if (filters.length === 0) throw invalid('Must specify at least one data filter.');
  const dimension = dimensionOf(body.majorDimension);
  const valueRanges = filters.flatMap((filter) =>
    filterSpans(session.workbook(), filter).map((span) => ({
      valueRange: readSpan(session, span, dimension, renderOptions(body)),
      dataFilters: [filter],
    })),
  );
  return { spreadsheetId: session.workbook().spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
}

export function updateValueRange({ session, target, query, body }: Call<ValueRangeBody>): object {
  if (body.range && renderedOf(session, body.range) !== renderedOf(session, target)) {
    throw invalid(`Requested writing within range [${target}], but the body names range [${body.range}]`);
  }
  const data = [{ at: { a1Range: target }, values: enteredRows(body) }];
  const option = inputOption(query.text('valueInputOption'));
  const [written] = session.commit({ kind: 'writeValues', option, data }).written;
  if (written === undefined) throw new Error('A write to one range gives one result');
  return updateAnswer(session, written, query.flag('includeValuesInResponse'), responseRendering(query));
}

export function appendValueRange({ session, target, query, body }: Call<ValueRangeBody>): object {
  const { written, tableRange } = session.commit({
    kind: 'appendValues',
    option: inputOption(query.text('valueInputOption')),
    range: target,
    insertsRows: query.text('insertDataOption') === 'INSERT_ROWS',
    values: enteredRows(body),
  });
  const [range] = written;
  if (range === undefined) throw new Error('An append gives one result');
  const includeValues = query.flag('includeValuesInResponse');
  return {
    spreadsheetId: session.workbook().spreadsheetId,
    ...(tableRange !== undefined && { tableRange }),
    updates: updateAnswer(session, range, includeValues, responseRendering(query)),
  };
}

export function batchUpdateValues({ session, body }: Call<sheets_v4.Schema$BatchUpdateValuesRequest>): object {
  const data = (body.data ?? []).map((entry) => {
    if (!entry.range) throw invalid('Each ValueRange of a batch must name its range.');
    return { at: { a1Range: entry.range }, values: enteredRows(entry) };
  });
  return writeBatch(session, body, data);
}

export function batchUpdateByFilter(call: Call<sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest>): object {
  const { session, body } = call;
  const data = (body.data ?? []).map((entry) => {
    if (!entry.dataFilter) throw invalid('Each DataFilterValueRange must have a data filter.');
    return { at: entry.dataFilter, values: enteredRows(entry) };
  });
  return writeBatch(session, body, data);
}

export function clearValueRange({ session, target }: Call<object>): object {
  const { spans } = session.commit({ kind: 'clearValues', at: [{ a1Range: target }] });
  const [clearedRange] = spans.map((span) => rendered(session, span));
  return { spreadsheetId: session.workbook().spreadsheetId, clearedRange };
}

export function batchClearValues(
  call: Call<{ readonly ranges?: readonly string[]; readonly dataFilters?: readonly DataFilter[] }>,
): object {
  const { session, body } = call;
  const at = body.dataFilters ?? (body.ranges ?? []).map((a1Range) => ({ a1Range }));
  const { spans } = session.commit({ kind: 'clearValues', at });
  return {
    spreadsheetId: session.workbook().spreadsheetId,
    clearedRanges: spans.map((span) => rendered(session, span)),
  };
}

interface WriteBatchBody extends Rendering {
  readonly valueInputOption?: string | null;
  readonly includeValuesInResponse?: boolean | null;
  readonly responseValueRenderOption?: string | null;
  readonly responseDateTimeRenderOption?: string | null;
}

function writeBatch(session: WorkbookSession, body: WriteBatchBody, data: readonly EnteredData[]): object {
  const { written } = session.commit({ kind: 'writeValues', option: inputOption(body.valueInputOption), data });
  const sum = (count: (range: WrittenRange) => number): number =>
    written.reduce((total, range) => total + count(range), 0);
  const rendering = renderOptions({
    valueRenderOption: body.responseValueRenderOption,
    dateTimeRenderOption: body.responseDateTimeRenderOption,
  });
  return {
    spreadsheetId: session.workbook().spreadsheetId,
    totalUpdatedRows: sum((range) => range.updatedRows),
    totalUpdatedColumns: sum((range) => range.updatedColumns),
    totalUpdatedCells: sum((range) => range.updatedCells),
    totalUpdatedSheets: new Set(written.map(({ span }) => span.sheetId)).size,
    responses: written.map((range) => updateAnswer(session, range, body.includeValuesInResponse === true, rendering)),
  };
}

function updateAnswer(
  session: WorkbookSession,
  range: WrittenRange,
  includeValues: boolean,
  options: RenderOptions,
): object {
  const { span, updatedRows, updatedColumns, updatedCells } = range;
  return {
    spreadsheetId: session.workbook().spreadsheetId,
    updatedRange: rendered(session, span),
    ...(updatedCells > 0 && { updatedRows, updatedColumns, updatedCells }),
    ...(includeValues && { updatedData: readSpan(session, span, 'ROWS', options) }),
  };
}

function readSpan(
  session: WorkbookSession,
  span: Span,
  dimension: 'ROWS' | 'COLUMNS',
  options: RenderOptions,
): ValueRange {
  const workbook = session.workbook();
  const context = { evaluator: session.evaluator(), locale: workbook.properties.locale ?? 'en_US' };
  return readValueRange(sheetById(workbook, span.sheetId), span, dimension, options, context);
}

function rendered(session: WorkbookSession, span: Span): string {
  return renderRange(sheetById(session.workbook(), span.sheetId), span);
}

function renderedOf(session: WorkbookSession, range: string): string {
  return rendered(session, parseA1(session.workbook(), range));
}

/** Rows of a body, turned when it lists columns. */
function enteredRows(body: { values?: unknown[][] | null; majorDimension?: string | null }): EnteredRows {
  const values = body.values ?? [];
  if (dimensionOf(body.majorDimension) === 'ROWS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => values.map((column) => column[row] ?? null));
}

function inputOption(option: string | null | undefined): ValueInputOption {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw invalid("'valueInputOption' is required but not specified");
}

function renderOptions({ valueRenderOption, dateTimeRenderOption }: Rendering): RenderOptions {
  return {
    value: (valueRenderOption ?? 'FORMATTED_VALUE') as RenderOptions['value'],
    dateTime: (dateTimeRenderOption ?? 'SERIAL_NUMBER') as RenderOptions['dateTime'],
  };
}

function queryRendering(query: Call<unknown>['query']): RenderOptions {
  return renderOptions({
    valueRenderOption: query.text('valueRenderOption'),
    dateTimeRenderOption: query.text('dateTimeRenderOption'),
  });
}

function responseRendering(query: Call<unknown>['query']): RenderOptions {
  return renderOptions({
    valueRenderOption: query.text('responseValueRenderOption'),
    dateTimeRenderOption: query.text('responseDateTimeRenderOption'),
  });
}

/** ROWS unless COLUMNS is asked for; anything else was refused with the query or body. */
function dimensionOf(text: string | null | undefined): 'ROWS' | 'COLUMNS' {
  if (text === 'COLUMNS') return 'COLUMNS';
  if (text === 'DIMENSION_UNSPECIFIED') throw invalid("Invalid value for 'majorDimension': DIMENSION_UNSPECIFIED");
  return 'ROWS';
}
