// Points put right by hand, always with a reason. Points added get a lot; points taken come from the lots that expire
// first, and what the lots do not hold is debt: a correction is not a purchase and may exceed the balance.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { lotExpiryDay } from './lot-life.ts';
import { openAccount } from './open-account.ts';
import { badAmount, type PointsInput, refuse } from './plan-spend.ts';
import { type EntryFacts, post, postNewLot, settleDebt, takeFromLots } from './point-account.ts';
import { writeAccount } from './write-account.ts';

/** `points` above or below 0, `reason` not blank; see {@link planSpend} for what it returns and its limit. */
export function planAdjust(context: PlanContext, draft: Draft, input: PointsInput): boolean {
  const { customerId, points, source, on, actionId, reason = '' } = input;
  const opened = openAccount(context, customerId);
  if (!opened.ok) return refuse(draft, ...opened.problems);
  if (!Number.isSafeInteger(points) || points === 0) return refuse(draft, badAmount(points));
  if (reason.trim() === '') return refuse(draft, problem('pointsReasonMissing', {}));
  const { account, customer } = opened;
  const facts: EntryFacts = { kind: 'adjust', on, source, reason, actionId };
  if (points > 0) {
    postNewLot(account, facts, points, lotExpiryDay(on, context.settings['points.lifetimeMonths'], []));
    settleDebt(account, on);
  } else {
    const missing = takeFromLots(account, facts, -points, on);
    post(account, facts, -missing, null);
  }
  writeAccount(draft, context.workbook, account, customer, on);
  return true;
}
