// Points turned into products: taken from the lots that expire first, one entry a lot, so the split stands recorded.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { openAccount, spendablePoints } from './open-account.ts';
import { takeFromLots } from './point-account.ts';
import { writeAccount } from './write-account.ts';

/** What every points act of a person says. */
export interface PointsInput {
  readonly customerId: string;
  /** Whole and above 0, except for an adjustment. */
  readonly points: number;
  /** What it is about: an order's, a reply's or an incident's id. */
  readonly source: string | null;
  readonly on: Day;
  readonly actionId: string;
  readonly reason?: string;
}

/**
 * Adds a spend to the draft of the action it belongs to. At most one points act a customer in one draft: each starts from
 * the workbook as read.
 * @returns false when refused (unknown or frozen customer, bad amount, not enough points): the draft has the Problem.
 */
export function planSpend(context: PlanContext, draft: Draft, input: PointsInput): boolean {
  const { customerId, points, source, on, actionId } = input;
  const opened = openAccount(context, customerId);
  if (!opened.ok) return refuse(draft, ...opened.problems);
  if (!Number.isSafeInteger(points) || points <= 0) return refuse(draft, badAmount(points));
  const { account, customer } = opened;
  const available = spendablePoints(account, on);
  if (points > available) {
    const { formatNumber } = context.words;
    const params = { customer: customerId, asked: formatNumber(points), available: formatNumber(available) };
    return refuse(draft, problem('pointsNotEnough', params));
  }
  takeFromLots(account, { kind: 'spend', on, source, reason: input.reason ?? null, actionId }, points, on);
  writeAccount(draft, context.workbook, account, customer, on);
  return true;
}

export function refuse(draft: Draft, ...problems: readonly Problem[]): false {
  draft.report(...problems);
  return false;
}

export function badAmount(points: number): Problem {
  return problem('pointsAmountBad', { value: String(points) });
}
