// What a night does before it asks Stripe anything: puts right what an earlier write misplaced, adopts rows typed by hand.
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { planAdoptRows } from '#lib/changes/plan-adopt-rows.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { journalEntries, planJournalRepair } from '#lib/changes/plan-journal-repair.ts';
import { systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import { numberOfId } from '#lib/kernel/ids.ts';
import { tables } from '#lib/tables/tables.ts';

export function planPreparation(context: PlanContext): ChangeSet {
  const { workbook, words } = context;
  const repair = planJournalRepair(journalEntries(unverifiedRows(context)), workbook);
  const repaired = applyChanges(workbook, repair.changes, words);
  const adopted = planAdoptRows({ ...context, workbook: repaired });
  return { changes: [...repair.changes, ...adopted.changes], problems: [...repair.problems, ...adopted.problems] };
}

function unverifiedRows({ workbook }: PlanContext) {
  const verified = systemNumber(workbook.system, systemKeys.verifiedJournal) ?? 0;
  return workbook.journal.rows.filter((row) => (numberOfId(tables.journal.prefix ?? '', row.id) ?? 0) > verified);
}
