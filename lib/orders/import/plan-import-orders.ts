// A pasted table or CSV file → orders, routed at once when wanted. The same reference is never imported twice; every refused
// row is told, and what is sound is imported.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { refuse } from '#lib/stock/plan-with-stock.ts';
import { appendOrder } from '../new-order.ts';
import { planWithOrders } from '../plan-with-orders.ts';
import { routeLines } from '../route-lines.ts';
import { readRoutingShop } from '../routing-shop.ts';
import { parseOrderTable } from './parse-order-table.ts';
import { readImportOrders } from './read-import-orders.ts';

export interface ImportOrdersInput {
  readonly text: string;
  /** The total of each order was paid on its day. */
  readonly isPaid: boolean;
  /** Routed and reserved now; otherwise the lines wait to be routed. */
  readonly routeNow: boolean;
}

export function planImportOrders(context: PlanContext, input: ImportOrdersInput, meta: ActionMeta): ActionPlan {
  const { words, workbook } = context;
  const table = parseOrderTable(input.text, words);
  if (table.refusals.length > 0) return refusedPlan(...table.refusals);
  const read = readImportOrders(context, table.rows);
  const warnings: Problem[] = [...table.refused, ...read.refused];
  const draft = createDraft(workbook, words);
  const ids: string[] = [];
  let lines = 0;
  for (const order of read.orders) {
    const paidOn = input.isPaid ? (order.orderedAt.slice(0, 10) as Day) : null;
    const written = appendOrder(context, draft, { ...order, source: table.source, paidOn, actionId: meta.actionId });
    if (!('id' in written)) warnings.push(...written);
    else {
      ids.push(written.id);
      lines += order.lines.length;
    }
  }
  if (ids.length === 0) return refusedPlan(...warnings);
  const entered = draft.changeSet();
  if (entered.problems.length > 0) return refusedPlan(...entered.problems);
  const counts = { orders: ids.length, lines, refused: table.refused.length + read.rowsRefused, known: read.known };
  return planWithOrders(
    context,
    meta,
    (desk) => {
      const shop = readRoutingShop(desk.context, desk.stock);
      for (const id of input.routeNow ? ids : []) {
        const request = { wish: 'as_few_as_possible', exceptionReason: null, retry: false } as const;
        const result = routeLines(desk, shop, id, request);
        if (!result.ok) return refuse(result.refusal);
        warnings.push(...(result.routed?.warnings ?? []));
      }
      return { summary: words.orders.imported(counts), warnings };
    },
    entered,
  );
}
