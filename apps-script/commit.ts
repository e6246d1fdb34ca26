// Writes one planned run: one batch behind the fence, then the check of its answer. It decides nothing: what to write comes
// from lib, and so do the repairs when a person moved rows while we wrote.
import type { RowChange } from '#lib/changes/change-set.ts';
import { type BatchUpdateAnswer, checkResponse, type ResponseCheck } from '#lib/changes/check-response.ts';
import { type Commit, type CommitOptions, planCommit } from '#lib/changes/plan-commit.ts';
import { planRepair } from '#lib/changes/plan-repair.ts';
import { type Problem, problemKey } from '#lib/kernel/problem.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { Failure } from './failure.ts';
import { type ReadRequest, type ReadWorkbook, readWorkbook } from './read-workbook.ts';
import { findMark, RefusedWrite, sendBatch, UnknownWrite } from './sheets-calls.ts';
import { words } from './words.ts';

export type CommitOutcome =
  | { readonly kind: 'written'; readonly repaired: boolean; readonly problems: readonly Problem[] }
  /** Another program wrote first, or Google refused the batch: read and plan again. */
  | { readonly kind: 'conflict'; readonly refusal: string | null };

/** An action is never cut: a batch longer than this is refused before it is sent. */
const LARGEST_BODY_CHARACTERS = 8_000_000;
const RESENDS = 2;
const REPAIRS = 3;
/** Our own rows are among the last. */
const JOURNAL_ROWS = 80;

export function commitChanges(
  read: ReadWorkbook,
  request: ReadRequest,
  changes: readonly RowChange[],
  head: CommitOptions['head'],
): CommitOutcome {
  const commit = planCommit(read.workbook, changes, { head }, words);
  if (JSON.stringify(commit.body).length > LARGEST_BODY_CHARACTERS) throw new Failure(words.addon.tooLarge);
  const sent = sendOnce(read.spreadsheetId, commit);
  if (sent.kind === 'conflict') return sent;
  const check = sent.answer === null ? unanswered(commit) : checkResponse(commit, read.workbook, sent.answer);
  if (check.moved.length === 0) return { kind: 'written', repaired: false, problems: [] };
  return { kind: 'written', repaired: true, problems: repair({ commit, check, read }, request, head) };
}

type Sent =
  | { readonly kind: 'applied'; readonly answer: BatchUpdateAnswer | null }
  | { readonly kind: 'conflict'; readonly refusal: string | null };

function sendOnce(spreadsheetId: string, commit: Commit): Sent {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { kind: 'applied', answer: sendBatch(spreadsheetId, commit.body) };
    } catch (error) {
      if (!(error instanceof RefusedWrite || error instanceof UnknownWrite)) throw error;
      // Whatever the answer was, the mark tells: ours means applied, another's means that another program came first.
      const mark = findMark(spreadsheetId, commit.markId);
      if (mark === commit.actionId) return { kind: 'applied', answer: null };
      if (mark !== null) return { kind: 'conflict', refusal: null };
      if (error instanceof RefusedWrite) return { kind: 'conflict', refusal: error.message };
      if (attempt === RESENDS) throw new Failure(words.addon.noAnswer);
    }
  }
}

/** The answer was lost: nothing is known of what moved, so every table is looked at. */
function unanswered({ changes }: Commit): ResponseCheck {
  const moved: TableKey[] = [...new Set(changes.map(({ table }) => table))];
  return { moved, appendedAt: new Map(), applied: new Map() };
}

interface Written {
  readonly commit: Commit;
  readonly check: ResponseCheck;
  readonly read: ReadWorkbook;
}

function repair(written: Written, request: ReadRequest, head: CommitOptions['head']): readonly Problem[] {
  const problems = new Map<string, Problem>();
  let pending = written;
  for (let attempt = 1; attempt <= REPAIRS; attempt += 1) {
    const { commit, check, read } = pending;
    const whole = [...request.whole, ...check.moved];
    const now = readWorkbook({ ...request, whole, journalRows: JOURNAL_ROWS, purpose: 'commit' });
    const plan = planRepair(commit, check.moved, read.workbook, check.applied, now.workbook, words);
    for (const found of plan.problems) problems.set(problemKey(found), found);
    if (plan.changes.length === 0 && plan.requests.length === 0) return [...problems.values()];
    const repairHead = { ...head, actionId: `${head.actionId}+${attempt}`, action: words.night.repair, summary: '' };
    const next = planCommit(now.workbook, plan.changes, { head: repairHead, requests: plan.requests }, words);
    const sent = sendOnce(now.spreadsheetId, next);
    if (sent.kind === 'conflict') continue;
    const again = sent.answer === null ? unanswered(next) : checkResponse(next, now.workbook, sent.answer);
    if (again.moved.length === 0) return [...problems.values()];
    pending = { commit: next, check: again, read: now };
  }
  throw new Failure(words.addon.keepsMoving);
}
