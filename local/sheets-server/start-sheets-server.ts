/**
 * The local stand-in for the Google Sheets API v4: one spreadsheet, durable in a SQLite file, on 127.0.0.1. It is written
 * from Google's documentation alone and must not import what it is used to test. COVERAGE.md lists what it knows.
 */
import type { AddressInfo } from 'node:net';
import type { WorldClock } from '../clock.ts';
import { type CallCounts, createCallCounts } from './server/call-counts.ts';
import { createCallHooks } from './server/call-hooks.ts';
import { createFaultQueue, type FaultQueue } from './server/faults.ts';
import { createHttpServer } from './server/listen-http.ts';
import { createControl } from './server/local-control.ts';
import { createPerson, type Person } from './server/person.ts';
import { createQuota, type Quota, type QuotaOptions } from './server/quota.ts';
import { openSession, type WorkbookSession } from './server/workbook-session.ts';
import { dumpWorkbook, type WorkbookDump } from './workbook/dump-workbook.ts';

export interface SheetsServerOptions {
  /** Path of the SQLite file, or ':memory:'. A new file is a blank workbook. */
  readonly file: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly spreadsheetId: string;
  readonly clock: WorldClock;
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Where a person opens the workbook; absent: where Google would show it. */
  readonly spreadsheetUrl?: string;
  /** Enforces Google's quota on the world clock; absent means none. */
  readonly quota?: QuotaOptions;
}

export interface SheetsServer {
  /** `http://127.0.0.1:<port>`; the API client wants it with a slash behind it as rootUrl. */
  readonly url: string;
  readonly port: number;
  readonly spreadsheetId: string;
  readonly requests: CallCounts;
  readonly faults: FaultQueue;
  readonly person: Person;
  /** Runs `fn` once right before the next call that matches ('any', 'read', 'write' or a method name) is carried out. */
  beforeNext(match: string, fn: () => void | Promise<void>): void;
  setQuota(quota: QuotaOptions | null): void;
  /** All of the workbook as plain data, with evaluated values beside the inputs. */
  snapshot(): WorkbookDump;
  /** The workbook as it is kept, and what commits to it, for a page that shows it and takes a person's edits. */
  readonly session: Pick<WorkbookSession, 'workbook' | 'evaluator' | 'commit' | 'onCommit'>;
  /** Writes a snapshot to the file and frees port and file. */
  close(): Promise<void>;
}

export async function startSheetsServer(options: SheetsServerOptions): Promise<SheetsServer> {
  const { clock, spreadsheetId } = options;
  const session = openSession({
    file: options.file,
    spreadsheetId,
    clock,
    title: options.title ?? 'Classeur sans titre',
    locale: options.locale ?? 'fr_FR',
    timeZone: options.timeZone ?? 'Europe/Paris',
    ...(options.spreadsheetUrl !== undefined && { spreadsheetUrl: options.spreadsheetUrl }),
  });
  const faults = createFaultQueue();
  const hooks = createCallHooks();
  const counts = createCallCounts();
  const person = createPerson(session);
  let quota: Quota | undefined = options.quota && createQuota(options.quota, clock);
  const setQuota = (wanted: QuotaOptions | null): void => {
    quota = wanted === null ? undefined : createQuota(wanted, clock);
  };
  const control = createControl({ session, faults, hooks, counts, person, setQuota });
  const lateCalls = new Set<NodeJS.Timeout>();
  const http = createHttpServer({ session, faults, hooks, counts, lateCalls, quota: () => quota, control });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    spreadsheetId,
    requests: counts,
    faults,
    person,
    beforeNext: hooks.beforeNext,
    setQuota,
    session,
    snapshot: () => dumpWorkbook(session.workbook(), session.evaluator()),
    close: async () => {
      for (const timer of lateCalls) clearTimeout(timer);
      http.closeAllConnections();
      await new Promise<void>((resolve) => {
        http.close(() => {
          resolve();
        });
      });
      session.close();
    },
  };
}
