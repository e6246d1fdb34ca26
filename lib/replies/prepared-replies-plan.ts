// Messages that the night prepares, prepared at once from the menu: the same rows, with their texts.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { planFillPrepared } from './plan-fill-prepared.ts';

/** @param nothing said when there is nobody to write to. */
export function planPreparedReplies(
  context: PlanContext,
  plan: (context: PlanContext, actionId: string) => ChangeSet,
  nothing: Problem,
  { actionId }: ActionMeta,
): ActionPlan {
  const { words } = context;
  const rows = plan(context, actionId);
  if (rows.problems.length > 0) return refusedPlan(...rows.problems);
  if (rows.changes.length === 0) return refusedPlan(nothing);
  const appended = new Set(rows.changes.flatMap((change) => (change.kind === 'append' ? [change.id] : [])));
  const workbook = applyChanges(context.workbook, rows.changes, words);
  const texts = planFillPrepared({ ...context, workbook }, { only: appended });
  return {
    changes: [...rows.changes, ...texts.changes],
    problems: texts.problems,
    refusals: [],
    summary: words.customers.prepared({
      prepared: appended.size,
      unwritten: texts.problems.length,
      dropped: rows.changes.length - appended.size,
    }),
    effects: [],
  };
}
