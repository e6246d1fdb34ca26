// Points given (a delay, a crisis, a gesture): a lot of their own that lives from the day they are given. A debt is
// settled from them first.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { lotExpiryDay } from './lot-life.ts';
import { openAccount } from './open-account.ts';
import { badAmount, type PointsInput, refuse } from './plan-spend.ts';
import { postNewLot, settleDebt } from './point-account.ts';
import { writeAccount } from './write-account.ts';

/** Adds a bonus to the draft of the action it belongs to; see {@link planSpend} for what it returns and its limit. */
export function planBonus(context: PlanContext, draft: Draft, input: PointsInput): boolean {
  const { customerId, points, source, on, actionId, reason = null } = input;
  const opened = openAccount(context, customerId);
  if (!opened.ok) return refuse(draft, ...opened.problems);
  if (!Number.isSafeInteger(points) || points <= 0) return refuse(draft, badAmount(points));
  const { account, customer } = opened;
  const expiresOn = lotExpiryDay(on, context.settings['points.lifetimeMonths'], []);
  postNewLot(account, { kind: 'bonus', on, source, reason, actionId }, points, expiresOn);
  settleDebt(account, on);
  writeAccount(draft, context.workbook, account, customer, on);
  return true;
}
