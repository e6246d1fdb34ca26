// The frame of the points acts of a person: the act goes into a draft, and what the account will look like is read from the
// workbook as the draft leaves it, so that no sentence can differ from what is written.
import type { ActionPlan } from '#lib/actions/action.ts';
import { type PlannedAction, plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';

type Customer = RowOf<'customers'>;

/**
 * @param act adds to the draft; false when refused, with its Problem in the draft.
 * @param done what was done, in one sentence.
 */
export function planPointsAct(
  context: PlanContext,
  customerId: string,
  act: (draft: Draft) => boolean,
  done: string,
): ActionPlan {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  const isDone = act(draft);
  const { changes, problems } = draft.changeSet();
  if (!isDone || problems.length > 0) return refusedPlan(...problems);
  const before = workbook.customers.byId.get(customerId);
  const after = applyChanges(workbook, changes, words).customers.byId.get(customerId);
  const state = after === undefined ? '' : sayBalance(context, after);
  const planned: PlannedAction = {
    summary: `${done} ${state}`.trim(),
    warnings: warningsOf(context, before, after),
  };
  return plannedAction(draft, planned);
}

/** Balance, and what expires next. */
export function sayBalance({ words }: PlanContext, customer: Customer): string {
  const { pointsBalance, nextExpiryOn, nextExpiryPoints } = customer;
  const points = words.formatNumber(pointsBalance ?? 0);
  if (nextExpiryOn === null) return words.customers.balance({ points });
  const next = words.formatNumber(nextExpiryPoints ?? 0);
  return words.customers.balanceWithExpiry({ points, next, day: words.formatDay(nextExpiryOn) });
}

/** What points are worth to the customer, in cents, rounded down. */
export function pointsValueCents({ settings }: PlanContext, points: number): number {
  return Math.floor((points * 100) / settings['points.perEuro']);
}

function warningsOf({ words }: PlanContext, before: Customer | undefined, after: Customer | undefined): Problem[] {
  const balance = after?.pointsBalance ?? 0;
  const earlier = before?.pointsBalance ?? 0;
  const customer = after?.id ?? '';
  if (balance < 0) return [problem('pointsBalanceNegative', { customer, balance: words.formatNumber(balance) })];
  return earlier < 0 ? [problem('pointsSettleDebt', { customer, debt: words.formatNumber(-earlier) })] : [];
}
