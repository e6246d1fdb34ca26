/**
 * One spreadsheet in memory with its file: operations in, committed workbooks out. A change counts only once the log holds
 * it; until then, and after a refusal, everybody still sees the workbook of before.
 */
import type { WorldClock } from '../../clock.ts';
import { createEvaluator, type Evaluator } from '../formula/evaluator.ts';
import { Draft } from '../workbook/draft.ts';
import { blankWorkbook, type Workbook } from '../workbook/workbook.ts';
import { applyOperation, type Operation, type OperationResult } from './operation.ts';
import { openRevisionStore } from './revision-store.ts';

export interface WorkbookSession {
  /** Where a person opens the workbook. */
  readonly spreadsheetUrl: string;
  workbook(): Workbook;
  /** Formulas of the current workbook at the world's current second. */
  evaluator(): Evaluator;
  /** Applies and logs; throws ApiError, with nothing changed, when the operation is refused. */
  commit(operation: Operation): OperationResult;
  revision(): number;
  /** Calls `listener` after every committed operation; the answer ends that. */
  onCommit(listener: () => void): () => void;
  /** Writes a snapshot, so that the next opening need not replay the log. */
  snapshot(): void;
  close(): void;
}

export interface SessionOptions {
  readonly file: string;
  readonly spreadsheetId: string;
  readonly clock: WorldClock;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Absent: where Google would show it. */
  readonly spreadsheetUrl?: string;
}

export function openSession(options: SessionOptions): WorkbookSession {
  const { clock } = options;
  const store = openRevisionStore(options.file);
  let workbook = store.load(() => blankWorkbook(options));
  const listeners = new Set<() => void>();
  let evaluated: { readonly workbook: Workbook; readonly second: number; readonly evaluator: Evaluator } | undefined;
  return {
    spreadsheetUrl: options.spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${options.spreadsheetId}/edit`,
    workbook: () => workbook,
    evaluator: () => {
      const second = Math.floor(clock.now() / 1000);
      if (evaluated?.workbook !== workbook || evaluated.second !== second) {
        evaluated = { workbook, second, evaluator: createEvaluator(workbook, clock.now()) };
      }
      return evaluated.evaluator;
    },
    commit: (operation) => {
      const nowMs = clock.now();
      const draft = new Draft(workbook, nowMs);
      const result = applyOperation(draft, operation);
      const next = draft.finish();
      store.append(nowMs, operation);
      workbook = next;
      if (store.isSnapshotDue()) store.snapshot(workbook);
      for (const listener of listeners) listener();
      return result;
    },
    revision: () => store.lastRevision(),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => {
      store.snapshot(workbook);
    },
    close: () => {
      if (options.file !== ':memory:') store.snapshot(workbook);
      store.close();
    },
  };
}
