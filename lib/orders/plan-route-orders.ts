// Routes what waits: lines typed in the tab or imported, and on demand lines that waited for stock, oldest order first, so
// that the first who ordered gets the first units. One order that cannot be routed as wished refuses the whole action.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { planSpend } from '#lib/points/plan-spend.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { fillAmounts } from './fill-amounts.ts';
import { type OrderDesk, planWithOrders } from './plan-with-orders.ts';
import { type RoutedOrder, routeLines } from './route-lines.ts';
import type { ParcelWish } from './route-order.ts';
import { readRoutingShop } from './routing-shop.ts';
import { sayRouting } from './say-routing.ts';

export interface RouteOrdersInput {
  /** null: every order with something to route. */
  readonly orderId: string | null;
  readonly parcels: ParcelWish | null;
  /** Tries again the lines that wait for stock. */
  readonly retry: boolean;
  readonly exceptionReason: string | null;
}

export function planRouteOrders(context: PlanContext, input: RouteOrdersInput, meta: ActionMeta): ActionPlan {
  return planWithOrders(context, meta, (desk) => {
    const { orders: table } = context.workbook;
    if (input.orderId !== null && !table.byId.has(input.orderId)) return refuse(unknownRow(table, input.orderId));
    const shop = readRoutingShop(desk.context, desk.stock);
    const { parcels, retry, exceptionReason } = input;
    const request = { wish: parcels ?? 'as_few_as_possible', retry, exceptionReason };
    const refusals: Problem[] = [];
    const routed: RoutedOrder[] = [];
    const spend = pointsSpender(desk);
    for (const order of ordersToRoute(desk, input)) {
      fillAmounts(desk, order);
      const result = routeLines(desk, shop, order.id, request);
      if (!result.ok) refusals.push(result.refusal);
      else if (result.routed !== null) {
        routed.push(result.routed);
        refusals.push(...spend(order));
      }
    }
    if (refusals.length > 0) return refuse(...refusals);
    if (routed.length === 0) return refuse(problem('orderNothingToRoute', {}));
    return { summary: summaryOf(context, routed), warnings: routed.flatMap(({ warnings }) => warnings) };
  });
}

/** An order typed in the tab pays its points when it leaves the drafts; one that was entered in the form has paid them. */
function pointsSpender({ context, draft, orders, meta }: OrderDesk): (order: OrdersRow) => Problem[] {
  const { clock, settings } = context;
  const paying = new Set<string>();
  return ({ id, status, customerId, pointsSpent, pointsValueCents }) => {
    if (status !== 'draft' || pointsSpent === null || pointsSpent === 0) return [];
    if (settings['points.perEuro'] === 0) return [problem('orderPointsWithoutValue', {})];
    // Each spend starts from the account as it was read.
    if (paying.has(customerId)) return [problem('orderPointsTwice', { customer: customerId })];
    paying.add(customerId);
    planSpend(context, draft, {
      customerId,
      points: pointsSpent,
      source: id,
      on: clock.today,
      actionId: meta.actionId,
    });
    const worthCents = Math.floor((pointsSpent * 100) / settings['points.perEuro']);
    orders.changeOrder(id, { pointsValueCents: pointsValueCents ?? worthCents });
    return [];
  };
}

const oldestFirst = by<OrdersRow>(
  (order) => order.orderedAt,
  (order) => order.id,
);

function ordersToRoute({ context, orders }: OrderDesk, { orderId, retry }: RouteOrdersInput): OrdersRow[] {
  const { workbook } = context;
  const waits = (id: string) =>
    orders.linesOf(id).some(({ status }) => status === 'to_route' || (retry && status === 'backordered'));
  return workbook.orders.rows
    .filter((order) => order.status !== 'voided' && (orderId === null || order.id === orderId) && waits(order.id))
    .sort(oldestFirst);
}

function summaryOf({ words }: PlanContext, routed: readonly RoutedOrder[]): string {
  const [only] = routed;
  const counted = words.orders.routed({
    orders: routed.length,
    lines: routed.reduce((sum, { choice }) => sum + lineCount(choice), 0),
    waiting: routed.reduce((sum, { choice }) => sum + choice.backorders.length, 0),
  });
  if (only === undefined || routed.length > 1) return counted;
  return `${counted} ${sayRouting(only.routing, only.choice, words)}`;
}

function lineCount({ parcels, backorders }: RoutedOrder['choice']): number {
  return parcels.reduce((sum, { lines }) => sum + lines.length, backorders.length);
}
