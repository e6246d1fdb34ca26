// The frame of every action about orders: a first step may add or adopt rows, then the rest decides on the workbook as that
// step leaves it, with one draft, one stock book and one order book. A refusal anywhere writes nothing at all.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { planWithStock, type StockDecision } from '#lib/stock/plan-with-stock.ts';
import type { StockBook } from '#lib/stock/stock-book.ts';
import { createOrderBook, type OrderBook } from './order-book.ts';

export interface OrderDesk {
  readonly context: PlanContext;
  readonly draft: Draft;
  readonly stock: StockBook;
  readonly orders: OrderBook;
  readonly meta: ActionMeta;
}

export function planWithOrders(
  context: PlanContext,
  meta: ActionMeta,
  decide: (desk: OrderDesk) => StockDecision,
  first: ChangeSet = { changes: [], problems: [] },
): ActionPlan {
  const workbook = applyChanges(context.workbook, first.changes, context.words);
  const after: PlanContext = { ...context, workbook };
  const plan = planWithStock(after, meta, ['orders', 'lines', 'shipments'], (draft, stock) => {
    const orders = createOrderBook(after, draft);
    const decision = decide({ context: after, draft, stock, orders, meta });
    if (!('refusals' in decision)) orders.write();
    return decision;
  });
  if (plan.refusals.length > 0) return plan;
  return { ...plan, changes: [...first.changes, ...plan.changes], problems: [...first.problems, ...plan.problems] };
}
