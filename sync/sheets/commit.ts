// Writes one piece of changes: one batch behind the fence, then the check of its response. It decides nothing: what to write
// comes from lib, and so do the repairs when a person moved rows while we wrote.
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { type BatchUpdateAnswer, checkResponse, type ResponseCheck } from '#lib/changes/check-response.ts';
import { revisionOfMarks } from '#lib/changes/fence.ts';
import { type Commit, type CommitOptions, planCommit } from '#lib/changes/plan-commit.ts';
import { planRepair } from '#lib/changes/plan-repair.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { Failure } from '#sync/failure.ts';
import { readWorkbook } from './read-workbook.ts';
import { RefusedWrite, type SheetsClient, UnknownWrite } from './sheets-client.ts';
import { sheetsWords } from './sheets-words.ts';

export type CommitOutcome =
  /** Written; `workbook` is the state after it. */
  | { readonly kind: 'written'; readonly workbook: WorkbookState; readonly problems: readonly Problem[] }
  /** Written, but rows moved or the answer was lost: read again before the next piece. */
  | { readonly kind: 'stale'; readonly problems: readonly Problem[] }
  /** Another program wrote first, or a tab was renamed meanwhile (`refusal`): read and plan again. */
  | Conflict;

export interface Conflict {
  readonly kind: 'conflict';
  readonly revisionFloor: number;
  /** Google's words when it refused the batch although its mark was free; null when another program came first. */
  readonly refusal: string | null;
}

/** After a 5xx or a timeout, how often the same batch is sent again when its mark is not found. */
const RESENDS = 3;
const REPAIRS = 3;

const ANSWER_FIELDS =
  'updatedSpreadsheet(sheets(properties(sheetId),data(startRow,startColumn,rowData(values(effectiveValue)))))';

export async function commitChanges(
  client: SheetsClient,
  workbook: WorkbookState,
  changes: readonly RowChange[],
  options: CommitOptions,
  words: Words,
): Promise<CommitOutcome> {
  const commit = planCommit(workbook, changes, options, words);
  const sent = await sendOnce(client, commit);
  if (sent.kind === 'conflict') return sent;
  if (sent.answer === null) return { kind: 'stale', problems: [] };
  const check = checkResponse(commit, workbook, sent.answer);
  if (check.moved.length > 0) {
    return { kind: 'stale', problems: await repair(client, commit, check, workbook, options, words) };
  }
  if (landedElsewhere(check, workbook)) return { kind: 'stale', problems: [] };
  return { kind: 'written', workbook: applyChanges(workbook, commit.changes, words), problems: [] };
}

type Sent = { readonly kind: 'applied'; readonly answer: BatchUpdateAnswer | null } | Conflict;

async function sendOnce(client: SheetsClient, commit: Commit): Promise<Sent> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { kind: 'applied', answer: await client.batchUpdate(commit.body, ANSWER_FIELDS) };
    } catch (error) {
      if (!(error instanceof RefusedWrite || error instanceof UnknownWrite)) throw error;
      // Whatever the answer was, the mark tells: ours means applied, another's means that another program came first.
      const mark = await client.findMark(commit.markId);
      if (mark?.value === commit.actionId) return { kind: 'applied', answer: null };
      if (mark !== null) {
        const marks = await client.listMarks();
        return { kind: 'conflict', revisionFloor: revisionOfMarks(marks.map(({ id }) => id)), refusal: null };
      }
      if (error instanceof RefusedWrite) {
        if (error.status === 400) return { kind: 'conflict', revisionFloor: 0, refusal: error.message };
        throw new Failure('outside', sheetsWords.refused({ message: error.message }), error);
      }
      if (attempt === RESENDS) throw new Failure('outside', sheetsWords.noAnswer, error);
    }
  }
}

/** Rows of ours at another place than the model has them: a person added rows at the end meanwhile. */
function landedElsewhere(check: ResponseCheck, workbook: WorkbookState): boolean {
  return [...check.appendedAt].some(([table, rowIndex]) => rowIndex !== workbook[table].endRowIndex);
}

async function repair(
  client: SheetsClient,
  commit: Commit,
  check: ResponseCheck,
  read: WorkbookState,
  options: CommitOptions,
  words: Words,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let pending = { commit, check, read };
  for (let attempt = 1; attempt <= REPAIRS; attempt += 1) {
    const { workbook: now } = await readWorkbook(client, words);
    const plan = planRepair(pending.commit, pending.check.moved, pending.read, pending.check.applied, now);
    problems.push(...plan.problems);
    if (plan.changes.length === 0) return problems;
    const head = {
      ...options.head,
      actionId: `${commit.actionId}+${attempt}`,
      action: words.night.repair,
      summary: '',
    };
    const next = planCommit(now, plan.changes, { head }, words);
    const sent = await sendOnce(client, next);
    if (sent.kind === 'conflict' || sent.answer === null) continue;
    const again = checkResponse(next, now, sent.answer);
    if (again.moved.length === 0) return problems;
    pending = { commit: next, check: again, read: now };
  }
  throw new Failure('outside', sheetsWords.keepsMoving);
}
