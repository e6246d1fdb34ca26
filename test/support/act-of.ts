// An action done in memory as the add-on does it: its form filled with what a test types, planned, committed with its journal
// rows, and taken back if asked.

import type { Effect, Selection } from '#lib/actions/action.ts';
import { ACTION_ID_PREFIX, planUndoRun } from '#lib/actions/plan-undo-run.ts';
import { actionById } from '#lib/actions/registry.ts';
import { openActionForm, type PlannedRun, planAction, planContextOf } from '#lib/actions/run-action.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from './clock-at.ts';

export interface Act {
  readonly summary: string;
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
  readonly effects: readonly Effect[];
  readonly changes: PlannedRun['changes'];
  /** As it stands afterwards, Journal included; as it was when refused. */
  readonly workbook: WorkbookState;
  readonly actionId: string;
}

export const WHO = 'Léa';
let count = 0;

/** @throws when the form itself refuses what was typed, with every mistake. */
export function actOf(
  workbook: WorkbookState,
  id: string,
  typed: RawInput,
  when: Day | Instant,
  selection: Selection | null = null,
): Act {
  const context = planContextOf(workbook, clockAt(when), fr);
  const action = actionById.get(id);
  if (action === undefined) throw new Error(`no action ${id}`);
  count += 1;
  const actionId = `${ACTION_ID_PREFIX}${id}-${count}`;
  const raw = { ...openActionForm(action, context, selection).initial, ...typed };
  const plan = planAction(action, context, raw, selection, { actionId, who: WHO });
  if (plan.kind === 'invalid')
    throw new Error(plan.problems.map(({ field, message }) => `${field}: ${message}`).join());
  return committed(workbook, plan, actionId, when);
}

export function undoOf({ workbook, actionId }: Act, when: Day | Instant): Act {
  const undoId = `${ACTION_ID_PREFIX}undo-${actionId}`;
  const plan = planUndoRun(planContextOf(workbook, clockAt(when), fr), actionId, { actionId: undoId, who: WHO });
  return committed(workbook, plan, undoId, when);
}

/** What stands above the fields when the form is prepared with what is filled in. */
export function hintsOf(
  workbook: WorkbookState,
  id: string,
  filled: RawInput | null,
  when: Day | Instant,
  selection: Selection | null = null,
): readonly string[] {
  const action = actionById.get(id);
  if (action === undefined) throw new Error(`no action ${id}`);
  return openActionForm(action, planContextOf(workbook, clockAt(when), fr), selection, filled).hints;
}

function committed(workbook: WorkbookState, plan: PlannedRun, actionId: string, when: Day | Instant): Act {
  const { summary, refusals, warnings, effects, changes } = plan;
  const undoes = plan.undoes === undefined ? {} : { undoes: plan.undoes };
  const head = { actionId, action: plan.label, summary, who: WHO, at: clockAt(when).now, ...undoes };
  const isWritten = refusals.length === 0 && changes.length > 0;
  const written = isWritten ? planCommit(workbook, changes, { head }, fr).changes : [];
  return {
    summary,
    refusals: refusals.map((found) => messageOf(found, fr)),
    warnings: warnings.map((found) => messageOf(found, fr)),
    effects,
    changes,
    workbook: applyChanges(workbook, written, fr),
    actionId,
  };
}
