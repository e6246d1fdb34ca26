/**
 * The durable side: an append-only log of operations and a snapshot it can be shortened by when opening. `append` returns
 * only after SQLite has synced the row to disc (WAL, synchronous=FULL); an operation that was answered is never lost, and one
 * row holds a whole batch, so half a batch cannot exist.
 */
import { DatabaseSync } from 'node:sqlite';
import { Draft } from '../workbook/draft.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { applyOperation, type Operation } from './operation.ts';
import { readSnapshot, type SheetsAtSnapshot, writeSnapshot } from './snapshot-tables.ts';

export interface RevisionStore {
  /** The workbook of the file, or `blank` when the file is new. */
  load(blank: () => Workbook): Workbook;
  append(atMs: number, operation: Operation): void;
  /** Number of the last revision. */
  lastRevision(): number;
  /** Whether so much was logged since the last snapshot that opening would take seconds. */
  isSnapshotDue(): boolean;
  snapshot(workbook: Workbook): void;
  close(): void;
}

const snapshotAfterBytes = 128 * 1024 * 1024;

const schema = `
  CREATE TABLE IF NOT EXISTS revision(id INTEGER PRIMARY KEY, at_ms REAL NOT NULL, operation TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS snapshot(id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, state TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS cell(
    sheet INTEGER, row INTEGER, col INTEGER, kind TEXT, input ANY, format INTEGER, rule INTEGER, note TEXT,
    PRIMARY KEY (sheet, row, col)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS cell_format(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS cell_rule(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
`;

export function openRevisionStore(file: string): RevisionStore {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;');
  database.exec(schema);
  const insert = database.prepare('INSERT INTO revision(id, at_ms, operation) VALUES (?, ?, ?)');
  const last = database.prepare('SELECT max(id) AS id FROM revision').get() as { id: number | null };
  let revision = last.id ?? 0;
  let bytesSinceSnapshot = 0;
  let snapshotRevision = 0;
  let known: SheetsAtSnapshot = new Map();

  return {
    load: (blank) => {
      const stored = readSnapshot(database);
      let workbook = stored?.workbook ?? blank();
      snapshotRevision = stored?.revision ?? 0;
      if (stored === undefined) known = writeSnapshot(database, workbook, revision, known);
      const rows = database
        .prepare('SELECT at_ms, operation FROM revision WHERE id > ? ORDER BY id')
        .iterate(stored?.revision ?? 0) as Iterable<{ at_ms: number; operation: string }>;
      for (const row of rows) {
        const draft = new Draft(workbook, row.at_ms);
        applyOperation(draft, JSON.parse(row.operation) as Operation);
        workbook = draft.finish();
        bytesSinceSnapshot += row.operation.length;
      }
      return workbook;
    },
    append: (atMs, operation) => {
      const text = JSON.stringify(operation);
      insert.run(revision + 1, atMs, text);
      revision += 1;
      bytesSinceSnapshot += text.length;
    },
    lastRevision: () => revision,
    isSnapshotDue: () => bytesSinceSnapshot > snapshotAfterBytes,
    snapshot: (workbook) => {
      if (revision === snapshotRevision) return;
      snapshotRevision = revision;
      known = writeSnapshot(database, workbook, revision, known);
      bytesSinceSnapshot = 0;
    },
    close: () => {
      database.close();
    },
  };
}
