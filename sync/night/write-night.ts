// Writes the night's plan in pieces, each behind the fence. When another program wrote first, when rows moved, or when an
// answer was lost, the workbook is read again and the whole plan made again with the same facts: what is already written
// plans nothing, so the night goes on where it stood.
import type { RowChange } from '#lib/changes/change-set.ts';
import { cutPieces } from '#lib/changes/cut-pieces.ts';
import { counterKey, systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { NightPlan } from '#lib/night/plan-night.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { Failure } from '#sync/failure.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { withFormulas } from '#sync/sheets/find-formulas.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import type { SheetsClient } from '#sync/sheets/sheets-client.ts';
import { sheetsWords } from '#sync/sheets/sheets-words.ts';
import type { Lease } from './lease.ts';
import type { NightRun } from './night-run.ts';

export interface WrittenNight {
  readonly plan: NightPlan;
  /** Row changes written, by step, over all tries. */
  readonly committed: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

const TRIES = 10;

export async function writeNight(
  client: SheetsClient,
  start: WorkbookState,
  lease: Lease,
  run: NightRun,
  planOf: (workbook: WorkbookState) => NightPlan,
  finish: Readonly<Record<string, string | null>>,
  words: Words,
): Promise<WrittenNight> {
  const committed = new Map<string, number>();
  const problems: Problem[] = [];
  let workbook = start;
  let lastRefusal: string | null = null;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { plan, base } = await planAroundFormulas(client, workbook, planOf, words);
    const written = await writePieces(client, base, plan, {
      lease,
      run,
      finish,
      words,
      committed,
      problems,
    });
    if (written === null) return { plan, committed, problems };
    if (written.refusal !== null && written.refusal === lastRefusal) {
      throw new Failure('outside', sheetsWords.refused({ message: written.refusal }));
    }
    lastRefusal = written.refusal;
    workbook = (await readWorkbook(client, words)).workbook;
    lease.assertHeld(workbook);
  }
  throw new Failure('outside', sheetsWords.tooManyConflicts);
}

async function planAroundFormulas(
  client: SheetsClient,
  workbook: WorkbookState,
  planOf: (workbook: WorkbookState) => NightPlan,
  words: Words,
) {
  const plan = planOf(workbook);
  const base = await withFormulas(
    client,
    workbook,
    plan.steps.flatMap((step) => step.plan.changes),
    words,
  );
  return base === workbook ? { plan, base } : { plan: planOf(base), base };
}

interface Writing {
  readonly lease: Lease;
  readonly run: NightRun;
  readonly finish: Readonly<Record<string, string | null>>;
  readonly words: Words;
  readonly committed: Map<string, number>;
  readonly problems: Problem[];
}

/** null when everything is written; else why to read and plan again. */
async function writePieces(client: SheetsClient, base: WorkbookState, plan: NightPlan, writing: Writing) {
  const { lease, run, words } = writing;
  const stepOf = new Map<RowChange, string>();
  for (const { key, plan: own } of plan.steps) for (const change of own.changes) stepOf.set(change, key);
  const pieces = cutPieces(plan.steps.map((step) => step.plan));
  if (pieces.length === 0) pieces.push([]);
  let workbook = base;
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const system = isLast ? { ...writing.finish, ...verified(workbook), ...lease.release } : lease.hold();
    const head = run.journalHead(piece.length, isLast ? plan : null);
    const options = { head, system };
    const outcome = await commitChanges(client, workbook, rebased(piece, workbook), options, words);
    if (outcome.kind === 'conflict') return outcome;
    for (const change of piece) {
      const key = stepOf.get(change) ?? '';
      writing.committed.set(key, (writing.committed.get(key) ?? 0) + 1);
    }
    run.progress(index + 1, pieces.length);
    writing.problems.push(...outcome.problems);
    if (outcome.kind === 'stale') return isLast ? null : { refusal: null };
    workbook = outcome.workbook;
  }
  return null;
}

/** Everything journalled before this night was checked by its preparation. */
function verified(workbook: WorkbookState): Record<string, string> {
  const last = systemNumber(workbook.system, counterKey(tables.journal.prefix ?? '')) ?? 0;
  return { [systemKeys.verifiedJournal]: String(last) };
}

/** Rows appended by an earlier piece stand where that piece put them; rows of the read have not moved. */
function rebased(piece: readonly RowChange[], workbook: WorkbookState): RowChange[] {
  return piece.map((change) => {
    if (change.kind === 'append' || change.id === null) return change;
    const row = workbook[change.table].byId.get(change.id);
    return row === undefined || row.rowIndex === change.rowIndex ? change : { ...change, rowIndex: row.rowIndex };
  });
}
