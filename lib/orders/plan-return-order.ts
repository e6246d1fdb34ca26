// Units that a customer sends back: hub units to their lots (or lost, when they cannot be sold again), partner units to the
// partner. Euros and points come back in the proportion in which the order was paid; the last unit brings back the rest.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { shareRoundedDown } from '#lib/kernel/money.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import { returnLine } from '#lib/stock/return-line.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { giveBackPoints } from './give-back-points.ts';
import { type OrderDesk, planWithOrders } from './plan-with-orders.ts';

export interface ReturnedLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly isResaleable: boolean;
}

export interface ReturnOrderInput {
  readonly lines: readonly ReturnedLine[];
  readonly reason: string;
  /** null: today. */
  readonly returnedOn: Day | null;
}

export function planReturnOrder(context: PlanContext, input: ReturnOrderInput, meta: ActionMeta): ActionPlan {
  return planWithOrders(context, meta, (desk) => {
    const returned = input.lines.filter(({ quantity }) => quantity > 0);
    const refusals = refusalsOf(context, returned);
    if (refusals.length > 0) return refuse(...refusals);
    const orderId = desk.orders.lineOf(returned[0]?.lineId ?? '').orderId;
    const order = desk.orders.orderOf(orderId);
    const before = desk.orders.linesOf(orderId);
    const valueCents = returned.reduce(
      (sum, one) => sum + lineValueCents(desk.orders.lineOf(one.lineId), one.quantity),
      0,
    );
    const stockRefusals = returned.flatMap((one) => takeBack(desk, one, input.reason));
    if (stockRefusals.length > 0) return refuse(...stockRefusals);
    closeParcels(desk, orderId, input.returnedOn ?? context.clock.today);
    const isWhole = before.every(
      ({ id, status }) => status === 'voided' || desk.orders.lineOf(id).status === 'returned',
    );
    const money = moneyBack(order, before, valueCents, isWhole);
    const { words } = context;
    const points = isWhole ? 'all' : money.points;
    const givenBack = giveBackPoints(desk, order, points, words.orders.returnReason(input.reason));
    desk.orders.changeOrder(orderId, { paidBackCents: (order.paidBackCents ?? 0) + money.cents });
    desk.orders.followParcels(orderId);
    const units = returned.reduce((sum, { quantity }) => sum + quantity, 0);
    const amount = words.formatEuros(money.cents);
    const summary = [
      words.orders.returned({ order: orderId, units, value: amount }),
      ...(givenBack.points > 0 ? [words.orders.pointsGivenBack(words.formatNumber(givenBack.points))] : []),
    ].join(' ');
    const owed = money.cents > 0 ? [problem('orderPaidNotGivenBack', { order: orderId, amount })] : [];
    return { summary, warnings: [...givenBack.warnings, ...owed] };
  });
}

function refusalsOf({ workbook }: PlanContext, returned: readonly ReturnedLine[]): Problem[] {
  if (returned.length === 0) return [problem('returnNothing', {})];
  const unknown = returned.filter(({ lineId }) => !workbook.lines.byId.has(lineId));
  if (unknown.length > 0) return unknown.map(({ lineId }) => unknownRow(workbook.lines, lineId));
  const orderIds = new Set(returned.map(({ lineId }) => workbook.lines.byId.get(lineId)?.orderId ?? ''));
  const lineIds = new Set(returned.map(({ lineId }) => lineId));
  if (orderIds.size > 1 || lineIds.size < returned.length) return [problem('returnOneOrder', {})];
  const [orderId = ''] = orderIds;
  return workbook.orders.byId.has(orderId) ? [] : [unknownRow(workbook.orders, orderId)];
}

/** Price of some units of a line, with their share of its discount; tax included. */
function lineValueCents({ unitPriceCents, discountCents, quantity }: LinesRow, units: number): number {
  return units * (unitPriceCents ?? 0) - shareRoundedDown(discountCents ?? 0, units, quantity);
}

/** The line is changed in the draft by its stock part and in the book by us: the order must see it. */
function takeBack(desk: OrderDesk, { lineId, quantity, isResaleable }: ReturnedLine, reason: string): Problem[] {
  const { context, draft, stock, orders, meta } = desk;
  const line = orders.lineOf(lineId);
  const shipped = line.shippedQuantity ?? 0;
  const left = shipped - (line.returnedQuantity ?? 0);
  if (quantity > left) {
    return [problem('returnTooMany', { line: lineId, asked: String(quantity), left: String(Math.max(0, left)) })];
  }
  if (line.route === 'hub') {
    const refusals = returnLine(context, draft, stock, line, { quantity, isResaleable, reason }, meta);
    if (refusals.length > 0) return refusals;
  }
  const returnedQuantity = (line.returnedQuantity ?? 0) + quantity;
  const isComplete = returnedQuantity === shipped && shipped >= line.quantity;
  orders.changeLine(lineId, { returnedQuantity, ...(isComplete ? { status: 'returned' } : {}) });
  return [];
}

/** A parcel of which everything came back is back itself. */
function closeParcels({ orders }: OrderDesk, orderId: string, on: Day): void {
  const lines = orders.linesOf(orderId);
  for (const { id, status } of orders.shipmentsOf(orderId)) {
    const own = lines.filter((line) => line.shipmentId === id && line.status !== 'voided');
    if (status === 'voided' || own.length === 0 || own.some((line) => line.status !== 'returned')) continue;
    orders.changeShipment(id, { status: 'sent_back', returnedOn: on });
  }
}

/** Shares of what was paid, as the value returned is to the value of all lines; shipping comes back with the last unit. */
function moneyBack(order: OrdersRow, lines: readonly LinesRow[], valueCents: number, isWhole: boolean) {
  const paidCents = order.paidCents ?? 0;
  const leftCents = Math.max(0, paidCents - (order.paidBackCents ?? 0));
  if (isWhole) return { cents: leftCents, points: order.pointsSpent ?? 0 };
  const goods = lines.filter(({ status }) => status !== 'voided');
  const goodsCents = goods.reduce((sum, line) => sum + lineValueCents(line, line.quantity), 0);
  return {
    cents: Math.min(leftCents, shareRoundedDown(Math.min(paidCents, goodsCents), valueCents, goodsCents)),
    points: shareRoundedDown(order.pointsSpent ?? 0, valueCents, goodsCents),
  };
}
