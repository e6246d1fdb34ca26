// The calls to Google Sheets, each through the advanced service. 429 means "not applied" and is sent again after a pause;
// what became of a write without an answer is the commit's question. Nothing here knows the shop.
import type { BatchUpdateAnswer } from '#lib/changes/check-response.ts';
import { MARK_KEY, revisionOfMarks } from '#lib/changes/fence.ts';
import type { BatchUpdateBody } from '#lib/changes/plan-commit.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { Failure } from './failure.ts';
import { googleMessage, isBusy, isPassing, retried, statusOf } from './google-errors.ts';
import { words } from './words.ts';

/** Rows of one sheet, 0-based, the end excluded; without an end to the last row. All columns, or those named. */
export interface RowSpan {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface SpanValues {
  readonly span: RowSpan;
  readonly values: readonly (readonly CellValue[])[];
}

/** Google refused the batch: nothing of it was applied. */
export class RefusedWrite extends Error {
  override readonly name = 'RefusedWrite';
}

/** No answer, or a 5xx: the batch may have been applied. */
export class UnknownWrite extends Error {
  override readonly name = 'UnknownWrite';
}

/** One call, whatever the number of spans. */
export function readSpans(spreadsheetId: string, spans: readonly RowSpan[]): SpanValues[] {
  const request = {
    dataFilters: spans.map((span) => ({ gridRange: { ...span } })),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
  const answer = called(() => service().Spreadsheets.Values.batchGetByDataFilter(request, spreadsheetId));
  return (answer.valueRanges ?? []).map(({ dataFilters, valueRange }) => ({
    span: (dataFilters?.[0]?.gridRange ?? {}) as RowSpan,
    values: (valueRange?.values ?? []) as readonly (readonly CellValue[])[],
  }));
}

/** Sent once but for 429. Throws {@link RefusedWrite} or {@link UnknownWrite}. */
export function sendBatch(spreadsheetId: string, body: BatchUpdateBody): BatchUpdateAnswer {
  try {
    const resource = body as unknown as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
    // The service takes no field mask here: the answer carries more than we read.
    const answer = retried(() => service().Spreadsheets.batchUpdate(resource, spreadsheetId), isBusy);
    return answer as BatchUpdateAnswer;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const status = statusOf(error);
    if (status === 403) throw new Failure(words.addon.notAllowed);
    if (status !== null && status >= 400 && status < 500) throw new RefusedWrite(googleMessage(error));
    throw new UnknownWrite(googleMessage(error));
  }
}

/** The action id of the mark; null when there is no such mark. */
export function findMark(spreadsheetId: string, metadataId: number): string | null {
  const request = { dataFilters: [{ developerMetadataLookup: { metadataId } }] };
  const answer = called(() => service().Spreadsheets.DeveloperMetadata.search(request, spreadsheetId));
  const found = (answer.matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata);
  return found.find((mark) => mark?.metadataId === metadataId)?.metadataValue ?? null;
}

/** The revision as the marks tell it, whatever a person typed over its cell. */
export function readMarkedRevision(spreadsheetId: string): number {
  const fields = 'developerMetadata(metadataId,metadataKey)';
  const { developerMetadata } = called(() => service().Spreadsheets.get(spreadsheetId, { fields }));
  const marks = (developerMetadata ?? []).filter(({ metadataKey }) => metadataKey === MARK_KEY);
  return revisionOfMarks(marks.map(({ metadataId }) => metadataId ?? 0));
}

type Service = NonNullable<typeof Sheets>;

function service(): Service {
  if (typeof Sheets === 'undefined') throw new Error('the advanced service Sheets is not enabled');
  return Sheets;
}

/** A read: may be sent again after any passing trouble. */
function called<T>(call: () => T): T {
  try {
    return retried(call, isPassing);
  } catch (error) {
    const status = statusOf(error);
    if (status === 429) throw new Failure(words.addon.busy);
    if (status === 403 || status === 401) throw new Failure(words.addon.notAllowed);
    throw error;
  }
}
