// Points spent on an order that stands already, and points of an order given back by themselves: the ledger and the order's
// own figures change in one commit, so that what is left to pay never parts from the points.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { planRestoreSpend } from './plan-restore-spend.ts';
import { planSpend } from './plan-spend.ts';
import { planPointsAct, pointsValueCents } from './points-act.ts';

export interface SpendOnOrderInput {
  readonly orderId: string;
  readonly points: number;
}

const CLOSED: ReadonlySet<OrdersRow['status']> = new Set(['returned', 'voided']);

/** Not closed, and something of its total is neither paid nor covered by points. */
export function canTakePoints(order: OrdersRow): boolean {
  return !CLOSED.has(order.status) && leftToPayCents(order) > 0;
}

/** In cents; 0 when the total is not known. */
export function leftToPayCents({ totalCents, paidCents, pointsValueCents: covered }: OrdersRow): number {
  return Math.max(0, (totalCents ?? 0) - (paidCents ?? 0) - (covered ?? 0));
}

export function planSpendOnOrder(context: PlanContext, input: SpendOnOrderInput, meta: ActionMeta): ActionPlan {
  const { workbook, words, clock } = context;
  const { orderId, points } = input;
  const order = workbook.orders.byId.get(orderId);
  if (order === undefined) return refusedPlan(problem('stockRowUnknown', { id: orderId, tab: workbook.orders.title }));
  if (CLOSED.has(order.status))
    return refusedPlan(problem('pointsOrderClosed', { order: orderId, status: words.choiceLabel(order.status) }));
  const spent = (order.pointsSpent ?? 0) + points;
  const covered = pointsValueCents(context, spent);
  const left = leftToPayCents(order);
  const value = covered - (order.pointsValueCents ?? 0);
  if (value > left) {
    const params = { order: orderId, value: words.formatEuros(value), left: words.formatEuros(left) };
    return refusedPlan(problem('pointsMoreThanOrder', params));
  }
  const done = words.customers.spent({
    points: words.formatNumber(points),
    order: orderId,
    value: words.formatEuros(value),
    left: words.formatEuros(left - value),
  });
  return planPointsAct(
    context,
    order.customerId,
    (draft) => {
      draft.update(workbook.orders, order, { pointsSpent: spent, pointsValueCents: covered });
      const act = { customerId: order.customerId, points, source: orderId, on: clock.today };
      return planSpend(context, draft, { ...act, actionId: meta.actionId });
    },
    done,
  );
}

export interface RestoreOrderPointsInput {
  readonly orderId: string;
  /** null: all that was spent on the order and not given back. */
  readonly points: number | null;
  readonly reason: string;
}

export function planRestoreOrderPoints(
  context: PlanContext,
  input: RestoreOrderPointsInput,
  meta: ActionMeta,
): ActionPlan {
  const { workbook, words, clock } = context;
  const { orderId, reason } = input;
  const order = workbook.orders.byId.get(orderId);
  if (order === undefined) return refusedPlan(problem('stockRowUnknown', { id: orderId, tab: workbook.orders.title }));
  const points = input.points ?? outstandingByOrder(context)(order);
  const spent = Math.max(0, (order.pointsSpent ?? 0) - points);
  return planPointsAct(
    context,
    order.customerId,
    (draft) => {
      draft.update(workbook.orders, order, { pointsSpent: spent, pointsValueCents: pointsValueCents(context, spent) });
      const act = { customerId: order.customerId, source: orderId, on: clock.today, actionId: meta.actionId, reason };
      return planRestoreSpend(context, draft, { ...act, points: input.points ?? 'all' });
    },
    words.customers.restored({ points: words.formatNumber(points), order: orderId }),
  );
}

/** Points spent and not given back yet, by order id and customer, in one pass over the ledger. */
export function outstandingByOrder({ workbook }: PlanContext): (order: OrdersRow) => number {
  const outstanding = new Map<string, number>();
  for (const { kind, source, customerId, points } of workbook.points.rows) {
    if (source === null || (kind !== 'spend' && kind !== 'restore')) continue;
    const key = `${source}/${customerId}`;
    outstanding.set(key, (outstanding.get(key) ?? 0) - points);
  }
  return ({ id, customerId }) => outstanding.get(`${id}/${customerId}`) ?? 0;
}
