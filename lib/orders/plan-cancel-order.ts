// An order taken back before anything left: its reservations are freed, what was picked goes back to its lots, its points to
// the customer. Money is given back in Stripe by a person, who is told how much.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { heldByLine, readAllocation } from '#lib/stock/allocation-text.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { giveBackPoints } from './give-back-points.ts';
import { hasLeft } from './order-progress.ts';
import { type OrderDesk, planWithOrders } from './plan-with-orders.ts';

export interface CancelOrderInput {
  readonly orderId: string;
  readonly reason: string;
}

export function planCancelOrder(context: PlanContext, input: CancelOrderInput, meta: ActionMeta): ActionPlan {
  const { orderId, reason } = input;
  return planWithOrders(context, meta, (desk) => {
    const { orders } = desk;
    const { words, workbook } = context;
    if (!workbook.orders.byId.has(orderId)) return refuse(unknownRow(workbook.orders, orderId));
    const order = orders.orderOf(orderId);
    if (order.status === 'voided') return refuse(problem('orderAlreadyVoided', { order: orderId }));
    const gone = orders.shipmentsOf(orderId).find(({ status }) => hasLeft(status));
    if (gone !== undefined) return refuse(problem('orderAlreadyGone', { order: orderId, shipment: gone.id }));
    for (const line of orders.linesOf(orderId)) cancelLine(desk, line, reason);
    for (const { id } of orders.shipmentsOf(orderId)) orders.changeShipment(id, { status: 'voided' });
    const note = [order.note, words.orders.cancelReason(reason)].filter((part) => part !== null).join(' – ');
    orders.changeOrder(orderId, { status: 'voided', progress: null, parcels: null, note });
    const givenBack = giveBackPoints(desk, order, 'all', words.orders.cancelReason(reason));
    const paidCents = (order.paidCents ?? 0) - (order.paidBackCents ?? 0);
    const amount = words.formatEuros(paidCents);
    const owed = paidCents > 0 ? [problem('orderPaidNotGivenBack', { order: orderId, amount })] : [];
    const summary = [
      words.orders.cancelled({ order: orderId }),
      ...(givenBack.points > 0 ? [words.orders.pointsGivenBack(words.formatNumber(givenBack.points))] : []),
    ].join(' ');
    return { summary, warnings: [...givenBack.warnings, ...owed] };
  });
}

function cancelLine({ stock, orders }: OrderDesk, line: LinesRow, reason: string): void {
  if (line.status === 'voided') return;
  stock.release(heldByLine(line));
  if (line.status === 'picked') {
    for (const { lotId, quantity } of readAllocation(line.allocation)) {
      if (stock.lotOf(lotId) === undefined) continue;
      stock.move(lotId, quantity, { kind: 'reversal', orderId: line.orderId, lineId: line.id, reason });
    }
  }
  orders.changeLine(line.id, { status: 'voided', reservedQuantity: null });
}
