/**
 * A server with the unmodified Google client in front of it. Contract tests use only the client, so that they could be
 * pointed at the real service.
 */
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { createWorldClock, type MovableClock } from '#local/clock.ts';
import { type SheetsServer, startSheetsServer } from '#local/sheets-server/start-sheets-server.ts';

export const spreadsheetId = 'test-sheet';

export interface TestSheet {
  readonly server: SheetsServer;
  readonly clock: MovableClock;
  readonly api: sheets_v4.Resource$Spreadsheets;
  /** Runs a batch of requests and gives the replies. */
  batch(...requests: sheets_v4.Schema$Request[]): Promise<sheets_v4.Schema$Response[]>;
  /** Types rows as a person would, from a cell on. */
  type(range: string, rows: unknown[][]): Promise<void>;
  /** Reads a range, unformatted unless told otherwise; empty ranges are []. */
  read(range: string, render?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA'): Promise<unknown[][]>;
}

/** A blank workbook (tab 0, "Feuille 1") at 2026-01-05 09:00 in Paris. The caller closes the server. */
export async function openTestSheet(options: { file?: string; locale?: string } = {}): Promise<TestSheet> {
  const clock = createWorldClock(Date.UTC(2026, 0, 5, 8));
  const server = await startSheetsServer({
    file: options.file ?? ':memory:',
    spreadsheetId,
    clock,
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  const api = clientOf(server.url);
  return {
    server,
    clock,
    api,
    batch: async (...requests) => {
      const { data } = await api.batchUpdate({ spreadsheetId, requestBody: { requests } });
      return data.replies ?? [];
    },
    type: async (range, values) => {
      await api.values.update({ spreadsheetId, range, valueInputOption: 'USER_ENTERED', requestBody: { values } });
    },
    read: async (range, render = 'UNFORMATTED_VALUE') => {
      const { data } = await api.values.get({ spreadsheetId, range, valueRenderOption: render });
      return data.values ?? [];
    },
  };
}

/** The client as a program uses it, but without waiting between its own retries. */
export function clientOf(url: string): sheets_v4.Resource$Spreadsheets {
  return sheets({ version: 'v4', rootUrl: `${url}/`, retryConfig: { retry: 0 } }).spreadsheets;
}

/** The refusal of a call: HTTP code and Google's message. A call that succeeds gives code 200. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: number; message: string }> {
  try {
    await call;
    return { code: 200, message: '' };
  } catch (error) {
    const { status, message } = error as { status?: number; message: string };
    return { code: status ?? 0, message };
  }
}

/** Cells from texts: numbers, TRUE/FALSE, `=formula`; anything else is text; '' is an empty cell. */
export function cells(...row: (string | number | boolean)[]): sheets_v4.Schema$RowData {
  return {
    values: row.map((value) => {
      if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
      if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
      if (value === '') return {};
      return { userEnteredValue: value.startsWith('=') ? { formulaValue: value } : { stringValue: value } };
    }),
  };
}
