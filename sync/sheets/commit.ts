// Writes one piece of changes: one batch behind the fence, then the check of its response. It decides nothing: what to write
// comes from lib, and so do the repairs when a person moved rows while we wrote.
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { type BatchUpdateAnswer, checkResponse, type ResponseCheck } from '#lib/changes/check-response.ts';
import { type Commit, type CommitOptions, planCommit } from '#lib/changes/plan-commit.ts';
import { planRepair } from '#lib/changes/plan-repair.ts';
import { type Problem, problemKey } from '#lib/kernel/problem.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
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
  const check = sent.answer === null ? unanswered(commit) : checkResponse(commit, workbook, sent.answer);
  if (check.moved.length > 0) {
    return { kind: 'stale', problems: await repair(client, { commit, check, read: workbook }, options, words) };
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
      if (mark !== null) return { kind: 'conflict', refusal: null };
      if (error instanceof RefusedWrite) {
        if (error.status === 400) return { kind: 'conflict', refusal: error.message };
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

/** The answer was lost: nothing is known of what moved, so every table is looked at. */
function unanswered({ changes }: Commit): ResponseCheck {
  const moved: TableKey[] = [...new Set(changes.map(({ table }) => table))];
  return { moved, appendedAt: new Map(), applied: new Map() };
}

interface Written {
  readonly commit: Commit;
  readonly check: ResponseCheck;
  readonly read: WorkbookState;
}

async function repair(
  client: SheetsClient,
  written: Written,
  options: CommitOptions,
  words: Words,
): Promise<readonly Problem[]> {
  const problems = new Map<string, Problem>();
  let pending = written;
  for (let attempt = 1; attempt <= REPAIRS; attempt += 1) {
    const { workbook: now } = await readWorkbook(client, words);
    const { commit, check, read } = pending;
    const plan = planRepair(commit, check.moved, read, check.applied, now, words);
    for (const found of plan.problems) problems.set(problemKey(found), found);
    if (plan.changes.length === 0 && plan.requests.length === 0) return [...problems.values()];
    const head = {
      ...options.head,
      actionId: `${written.commit.actionId}+${attempt}`,
      action: words.night.repair,
      summary: '',
    };
    const next = planCommit(now, plan.changes, { head, requests: plan.requests }, words);
    const sent = await sendOnce(client, next);
    if (sent.kind === 'conflict') continue;
    const again = sent.answer === null ? unanswered(next) : checkResponse(next, now, sent.answer);
    if (again.moved.length === 0) return [...problems.values()];
    pending = { commit: next, check: again, read: now };
  }
  throw new Failure('outside', sheetsWords.keepsMoving);
}
