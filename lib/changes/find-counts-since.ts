// A validated count locks what came before it: an action that moved a lot cannot be undone once the lot was counted, or the
// shelf would no longer hold what the count found.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { JournalEntry } from './journal.ts';

/** Read besides the tables that an undo writes, when the action appended rows of the key. */
export const readToFindCounts: Readonly<Partial<Record<TableKey, TableKey>>> = { movements: 'stockTakes' };

/** @param later entries after it that stand, oldest first. @returns one Problem a lot counted since. */
export function findCountsSince(
  entry: JournalEntry,
  later: readonly JournalEntry[],
  workbook: WorkbookState,
): Problem[] {
  const moved = new Set<string>();
  for (const id of entry.appended.movements ?? []) {
    const lotId = workbook.movements.byId.get(id)?.lotId;
    if (lotId !== undefined) moved.add(lotId);
  }
  const found = new Map<string, Problem>();
  for (const { updates } of later) {
    for (const [table, id] of updates) {
      const row = table === 'stockTakes' && id !== null ? workbook.stockTakes.byId.get(id) : undefined;
      if (row?.status !== 'validated' || !moved.has(row.lotId)) continue;
      found.set(row.lotId, problem('stockUndoCounted', { lot: row.lotId, session: row.session }));
    }
  }
  return [...found.values()];
}
