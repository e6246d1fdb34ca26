// A program as the host runs it: read, plan, commit; on a conflict or when rows moved, read and plan again. The plan here is
// the smallest that shows a lost update: add one to a number, append a row named after the program.
import { createDraft } from '#lib/changes/draft.ts';
import type { JournalHead } from '#lib/changes/journal.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { type CommitOutcome, commitChanges } from '#sync/sheets/commit.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import type { SheetsClient } from '#sync/sheets/sheets-client.ts';

export const headOf = (actionId: string): JournalHead => ({
  actionId,
  action: 'Essai',
  summary: 'un essai',
  who: 'moi',
  at: '2026-11-22T09:00:00Z',
});

/** Adds 1 to the priority of the first hub, and a hub of the program's name unless it is there. */
export function planCount({ hubs, system, ...rest }: WorkbookState, name: string) {
  const draft = createDraft({ hubs, system, ...rest }, fr);
  const [first] = hubs.rows;
  if (first !== undefined) draft.update(hubs, first, { priority: (first.priority ?? 0) + 1 });
  draft.append(hubs, { id: draft.nextId(hubs), name });
  return draft.changeSet().changes;
}

export async function commitCount(client: SheetsClient, workbook: WorkbookState, name: string): Promise<CommitOutcome> {
  return commitChanges(client, workbook, planCount(workbook, name), { head: headOf(name) }, fr);
}

export interface Run {
  readonly outcomes: readonly CommitOutcome['kind'][];
  readonly problems: readonly Problem[];
}

/** Until its effect stands; what stands is not planned again. */
export async function runCount(client: SheetsClient, name: string, tries = 10): Promise<Run> {
  const outcomes: CommitOutcome['kind'][] = [];
  const problems: Problem[] = [];
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const { workbook } = await readWorkbook(client, fr);
    if (workbook.hubs.rows.some((row) => row.name === name)) break;
    const outcome = await commitCount(client, workbook, name);
    outcomes.push(outcome.kind);
    if (outcome.kind === 'conflict') continue;
    problems.push(...outcome.problems);
    break;
  }
  return { outcomes, problems };
}
