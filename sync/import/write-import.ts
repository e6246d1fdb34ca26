// Writes an import in pieces, each one atomic behind the fence and undone from the menu like an action. When another program
// wrote first, the workbook is read and the import planned again: what is already there plans nothing.
import { randomBytes } from 'node:crypto';
import { ACTION_ID_PREFIX } from '#lib/actions/plan-undo-run.ts';
import { cutPieces } from '#lib/changes/cut-pieces.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { ImportPlan } from '#lib/tickets/import/plan-import-conversations.ts';
import { Failure } from '#sync/failure.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import type { SheetsClient } from '#sync/sheets/sheets-client.ts';
import { sheetsWords } from '#sync/sheets/sheets-words.ts';

const TRIES = 10;

/** @returns how many tickets were written. */
export async function writeImport(
  client: SheetsClient,
  start: PlanContext,
  planOf: (context: PlanContext, actionId: string) => ImportPlan,
): Promise<number> {
  const { clock, words } = start;
  const { action, who } = words.tickets.imported;
  const run = `${ACTION_ID_PREFIX}import-${randomBytes(6).toString('hex')}`;
  let context = start;
  let written = 0;
  let piece = 0;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { changes, problems, summary } = planOf(context, run);
    const pieces = cutPieces([{ changes, problems }]);
    let isDone = true;
    for (const own of pieces) {
      piece += 1;
      const head = { actionId: `${run}/${piece}`, action, summary, who, at: clock.now };
      const outcome = await commitChanges(client, context.workbook, own, { head }, words);
      if (outcome.kind !== 'conflict') written += own.length;
      else if (outcome.refusal !== null && attempt > 1) {
        throw new Failure('outside', sheetsWords.refused({ message: outcome.refusal }));
      }
      if (outcome.kind !== 'written') {
        isDone = false;
        break;
      }
      context = { ...context, workbook: outcome.workbook };
    }
    if (isDone) return written;
    context = { ...context, workbook: (await readWorkbook(client, words)).workbook };
  }
  throw new Failure('outside', sheetsWords.tooManyConflicts);
}
