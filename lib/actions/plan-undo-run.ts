// Undo as a run like any other: which recent actions can be taken back, what must be read to do so, and the plan of it.
import { readToFindCounts } from '#lib/changes/find-counts-since.ts';
import type { JournalEntry } from '#lib/changes/journal.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { journalEntries } from '#lib/changes/plan-journal-repair.ts';
import { planUndo } from '#lib/changes/plan-undo.ts';
import { problem } from '#lib/kernel/problem.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { ActionMeta } from './action.ts';
import type { PlannedRun } from './run-action.ts';

/** Of every action started by a person; the night's own ids begin otherwise. */
export const ACTION_ID_PREFIX = 'a-';

export interface UndoOption {
  readonly actionId: string;
  readonly label: string;
  /** What a preview of its undo must read whole. */
  readonly tables: readonly TableKey[];
}

/** Newest first: actions of people that stand, not their undos. */
export function undoOptions({ workbook, clock, words }: PlanContext): UndoOption[] {
  const entries = journalEntries(workbook.journal.rows);
  const undone = new Set(entries.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  return entries
    .filter(({ actionId, undoes }) => isOfAPerson(actionId) && undoes === undefined && !undone.has(actionId))
    .reverse()
    .map((entry) => ({
      actionId: entry.actionId,
      label: words.addon.undoOption({ action: entry.action, when: whenOf(entry, clock, words), who: entry.who }),
      tables: tablesToUndo(entry),
    }));
}

/** @param target the action id to take back. */
export function planUndoRun(context: PlanContext, target: string, meta: ActionMeta): PlannedRun {
  const { workbook, clock, words } = context;
  const entries = journalEntries(workbook.journal.rows);
  const index = entries.findIndex(({ actionId }) => actionId === target);
  const entry = entries[index];
  const base = { kind: 'planned', warnings: [], effects: [], undoes: target } as const;
  if (entry === undefined) {
    const refusals = [problem('undoNotInJournal', { action: target })];
    return { ...base, label: words.addon.undo, summary: '', changes: [], refusals };
  }
  const input = { entry, later: entries.slice(index + 1), actionId: meta.actionId, who: meta.who };
  const { changes, problems } = planUndo(context, input);
  const summary = words.addon.undoSummary({ action: entry.action, when: whenOf(entry, clock, words) });
  return { ...base, label: words.addon.undoOf({ action: entry.action }), summary, changes, refusals: problems };
}

function isOfAPerson(actionId: string): boolean {
  // A repair of an action carries its id with a number behind it.
  return actionId.startsWith(ACTION_ID_PREFIX) && !actionId.includes('+');
}

function whenOf({ at }: JournalEntry, clock: PlanContext['clock'], words: Words): string {
  return words.formatWallTime(clock.wallTimeOf(at));
}

/** The tables it wrote, and those whose rows may rest on what it appended. */
function tablesToUndo({ updates, appended }: JournalEntry): TableKey[] {
  const written = new Set<string>([...updates.map(([table]) => table), ...Object.keys(appended)]);
  return (Object.keys(tables) as TableKey[]).filter((key) => {
    if (written.has(key) || Object.keys(appended).some((own) => readToFindCounts[own as TableKey] === key)) return true;
    return Object.values(tables[key].columns).some(({ type }) => type.kind === 'ref' && type.table in appended);
  });
}
