// Google Sheets as the job uses it: five calls, rate-limited and counted. 429 means "not applied" and is sent again; after a
// 5xx or a timeout a read is sent again, a write is not: what became of it is the commit's question (commit.ts).
import { type sheets_v4, sheets as sheetsApi } from 'googleapis/build/src/apis/sheets/index.js';
import pRetry from 'p-retry';
import pThrottle from 'p-throttle';
import type { BatchUpdateAnswer } from '#lib/changes/check-response.ts';
import type { GoogleAccess } from '#sync/google-access.ts';
import { createGoogleAuth } from './create-google-auth.ts';

export interface SheetsTraffic {
  reads: number;
  writes: number;
  bytesSent: number;
  bytesReceived: number;
}

export interface Mark {
  readonly id: number;
  readonly value: string;
}

export interface SheetsClient {
  readonly spreadsheetId: string;
  readonly traffic: Readonly<SheetsTraffic>;
  readonly getSpreadsheet: (fields: string) => Promise<sheets_v4.Schema$Spreadsheet>;
  readonly getCells: (
    filters: readonly sheets_v4.Schema$DataFilter[],
    fields: string,
  ) => Promise<sheets_v4.Schema$Spreadsheet>;
  readonly getValues: (
    filters: readonly sheets_v4.Schema$DataFilter[],
  ) => Promise<readonly sheets_v4.Schema$MatchedValueRange[]>;
  /** One atomic batch. Throws {@link RefusedWrite} when Google said no, {@link UnknownWrite} when nobody knows. */
  readonly batchUpdate: (body: unknown, fields: string) => Promise<BatchUpdateAnswer>;
  readonly findMark: (id: number) => Promise<Mark | null>;
}

export interface SheetsClientOptions {
  readonly spreadsheetId: string;
  readonly access: GoogleAccess;
  readonly callsPerMinute: number;
  /** First wait after a refusal; tests shorten it. */
  readonly backOffMs?: number;
}

/** Google refused the batch (4xx): nothing of it was applied. */
export class RefusedWrite extends Error {
  override readonly name = 'RefusedWrite';
  readonly status: number;

  constructor(status: number, message: string, cause: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** No answer, or a 5xx: the batch may have been applied, may be later, or never. */
export class UnknownWrite extends Error {
  override readonly name = 'UnknownWrite';
}

const READ_TRIES = 6;
const WRITE_TRIES = 6;
const BACK_OFF_MS = 1000;
const LONGEST_WAIT_MS = 32_000;
// Google ends a request after 180 s; what takes longer never answers.
const TIMEOUT_MS = 185_000;

export function createSheetsClient(options: SheetsClientOptions): SheetsClient {
  const { spreadsheetId } = options;
  const traffic: SheetsTraffic = { reads: 0, writes: 0, bytesSent: 0, bytesReceived: 0 };
  const api = connect(options.access);
  const pace = pacer(options);
  const backOff = {
    minTimeout: options.backOffMs ?? BACK_OFF_MS,
    maxTimeout: LONGEST_WAIT_MS,
    factor: 2,
    randomize: true,
  };
  const send = async <T>(kind: 'reads' | 'writes', call: () => Promise<{ readonly data: unknown }>): Promise<T> => {
    await pace();
    traffic[kind] += 1;
    const { data } = await call();
    // The text is asked for instead of the parsed answer, so that what came over the wire can be counted.
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    traffic.bytesReceived += Buffer.byteLength(text);
    return JSON.parse(text === '' ? '{}' : text) as T;
  };
  const read = <T>(call: () => Promise<{ readonly data: unknown }>): Promise<T> =>
    pRetry(() => send<T>('reads', call), {
      ...backOff,
      retries: READ_TRIES - 1,
      shouldRetry: ({ error }) => isPassing(error),
    });
  const asText = { responseType: 'text' as const, timeout: TIMEOUT_MS, retry: false };
  return {
    spreadsheetId,
    traffic,
    getSpreadsheet: (fields) => read(() => api.spreadsheets.get({ spreadsheetId, fields }, asText)),
    getCells: (dataFilters, fields) =>
      read(() =>
        api.spreadsheets.getByDataFilter(
          { spreadsheetId, fields, requestBody: { dataFilters: [...dataFilters] } },
          asText,
        ),
      ),
    async getValues(dataFilters) {
      // Google refuses a read of nothing; a workbook without any of our tabs has nothing to read.
      if (dataFilters.length === 0) return [];
      const requestBody = {
        dataFilters: [...dataFilters],
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      };
      const answer = await read<sheets_v4.Schema$BatchGetValuesByDataFilterResponse>(() =>
        api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody }, asText),
      );
      return answer.valueRanges ?? [];
    },
    async batchUpdate(body, fields) {
      const requestBody = body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
      traffic.bytesSent += Buffer.byteLength(JSON.stringify(requestBody));
      try {
        return await pRetry(
          () =>
            send<BatchUpdateAnswer>('writes', () =>
              api.spreadsheets.batchUpdate({ spreadsheetId, fields, requestBody }, asText),
            ),
          { ...backOff, retries: WRITE_TRIES - 1, shouldRetry: ({ error }) => statusOf(error) === 429 },
        );
      } catch (error) {
        const status = statusOf(error);
        if (status !== null && status >= 400 && status < 500) throw new RefusedWrite(status, messageOf(error), error);
        throw new UnknownWrite(messageOf(error), { cause: error });
      }
    },
    async findMark(id) {
      const requestBody = { dataFilters: [{ developerMetadataLookup: { metadataId: id } }] };
      const answer = await read<sheets_v4.Schema$SearchDeveloperMetadataResponse>(() =>
        api.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }, asText),
      );
      const found = answer.matchedDeveloperMetadata?.find((match) => match.developerMetadata?.metadataId === id);
      return found === undefined ? null : { id, value: found.developerMetadata?.metadataValue ?? '' };
    },
  };
}

function connect(access: GoogleAccess): sheets_v4.Sheets {
  if (access.kind === 'loopback') return sheetsApi({ version: 'v4', rootUrl: access.url.href });
  return sheetsApi({ version: 'v4', auth: createGoogleAuth(access) });
}

/** Google: 60 reads and 60 writes a minute, about one request a second on one workbook. A loopback server has no such limit. */
function pacer({ access, callsPerMinute }: SheetsClientOptions): () => Promise<unknown> {
  const aMinute = pThrottle({ limit: callsPerMinute, interval: 60_000, strict: true })(async () => {});
  if (access.kind === 'loopback') return aMinute;
  const aSecond = pThrottle({ limit: 1, interval: 1000 })(async () => {});
  return async () => {
    await aMinute();
    await aSecond();
  };
}

/** The HTTP status of a failed call; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const status = (error as { readonly status?: unknown; readonly response?: { readonly status?: unknown } } | null)
    ?.response?.status;
  return typeof status === 'number' ? status : null;
}

function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status === 429 || status >= 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
