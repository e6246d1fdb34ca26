// The partner gave another day: the purchase and what travels with it are expected then. Promises to customers are not moved
// here; the lines that can no longer be kept are counted.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { problem } from '#lib/kernel/problem.ts';
import { findWaitingLines } from './find-waiting-lines.ts';
import { noteWith, openPurchase } from './open-purchase.ts';

export interface ChangeExpectedDayInput {
  readonly purchaseId: string;
  readonly expectedOn: Day;
  readonly reason: string | null;
}

export function planChangeExpectedDay(
  context: PlanContext,
  input: ChangeExpectedDayInput,
  meta: ActionMeta,
): ActionPlan {
  const { workbook, clock, words } = context;
  const { expectedOn } = input;
  const found = openPurchase(context, input.purchaseId, ['sent', 'partly_received']);
  if ('refusals' in found) return refusedPlan(...found.refusals);
  const to = words.formatDay(expectedOn);
  if (expectedOn < clock.today) return refusedPlan(problem('purchaseDayPast', { on: to }));
  const draft = createDraft(workbook, words);
  const sayDay = (day: Day | null) => (day === null ? words.purchases.noDay : words.formatDay(day));
  const moved = found.bundle.filter((row) => row.expectedOn !== expectedOn);
  for (const row of moved) {
    const reason = input.reason?.trim() ?? '';
    const note =
      reason === ''
        ? row.note
        : noteWith(row.note, words.purchases.dayNote({ from: sayDay(row.expectedOn), to, reason }));
    draft.update(workbook.purchases, row, { expectedOn, note, actionId: meta.actionId });
  }
  const isLater = moved.some((row) => row.expectedOn !== null && row.expectedOn < expectedOn);
  return plannedAction(draft, {
    summary: words.purchases.expectedMoved({
      purchases: found.bundle.map(({ id }) => id),
      from: sayDay(found.purchase.expectedOn),
      to,
    }),
    warnings: isLater ? findWaitingLines(context, moved, expectedOn) : [],
  });
}
