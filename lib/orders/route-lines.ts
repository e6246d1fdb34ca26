// Lines of an order that wait to be routed → a routing, chosen and written. Shared by the entry of one order and the routing
// of many, so that both decide alike.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { OrderDesk } from './plan-with-orders.ts';
import { chooseRouting, type ParcelWish, type Routing, routeOrder } from './route-order.ts';
import type { RoutingShop } from './routing-shop.ts';
import type { Choice, OrderToRoute } from './routing-types.ts';
import { writeRouting } from './write-routing.ts';

export interface RouteRequest {
  readonly wish: ParcelWish;
  readonly exceptionReason: string | null;
  /** Lines that waited for stock are routed again, from now on. */
  readonly retry: boolean;
}

export interface RoutedOrder {
  readonly orderId: string;
  readonly routing: Routing;
  readonly choice: Choice;
  readonly warnings: readonly Problem[];
}

export type RouteResult =
  | { readonly ok: true; readonly routed: RoutedOrder | null }
  | { readonly ok: false; readonly refusal: Problem };

/** @returns a null `routed` when the order has nothing to route, or waits as before. */
export function routeLines(desk: OrderDesk, shop: RoutingShop, orderId: string, request: RouteRequest): RouteResult {
  const { orders, context } = desk;
  const order = orders.orderOf(orderId);
  const all = orders.linesOf(orderId);
  const waiting = request.retry ? all.filter(({ status }) => status === 'backordered') : [];
  const lines = [...all.filter(({ status }) => status === 'to_route'), ...waiting];
  if (lines.length === 0) return { ok: true, routed: null };
  const toRoute: OrderToRoute = {
    id: orderId,
    from: waiting.length > 0 ? context.clock.wallTimeOf(context.clock.now) : order.orderedAt,
    lines,
    exceptionReason: request.exceptionReason,
  };
  const routing = routeOrder(shop, toRoute);
  const choice = chooseRouting(routing, request.wish);
  if (choice === null) return { ok: false, refusal: problem('orderOneParcelImpossible', { order: orderId }) };
  if (choice.parcels.length === 0 && waiting.length === lines.length) return { ok: true, routed: null };
  writeRouting(desk, toRoute, choice);
  for (const parcel of choice.parcels) for (const { takes } of parcel.lines) shop.stock.reserve(takes);
  return { ok: true, routed: { orderId, routing, choice, warnings: warningsOf(desk, lines, choice) } };
}

function warningsOf({ context, stock }: OrderDesk, lines: readonly LinesRow[], choice: Choice): Problem[] {
  const { products, partnerProducts, purchases } = context.workbook;
  const inactive = lines.filter(({ productId }) => products.byId.get(productId)?.active === false);
  const waits = new Set(choice.backorders.map(({ line }) => line.id));
  const nobody = lines.filter(({ id, productId }) => {
    if (!waits.has(id)) return false;
    const isSold = partnerProducts.rows.some((offer) => offer.productId === productId && offer.active !== false);
    const isBought = purchases.rows.some((row) => row.productId === productId && row.status !== 'voided');
    return !isSold && !isBought && !stock.lots().some((lot) => lot.productId === productId);
  });
  const { lines: table } = context.workbook;
  const at = ({ id, rowIndex }: Pick<LinesRow, 'id' | 'rowIndex'>) => ({
    tab: table.title,
    cell: cellName(rowIndex, table.columnIndexOf.get('productId') ?? 0),
    id,
  });
  return [
    ...inactive.map((line) => problem('orderProductInactive', { product: line.productId }, at(line))),
    ...nobody.map((line) => problem('orderNobodyShips', { product: line.productId }, at(line))),
  ];
}
