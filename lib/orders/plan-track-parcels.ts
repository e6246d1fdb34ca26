// What the carrier says of parcels that have left: one of the nine tracking states, with its day; the lines and the order
// follow. A state noted by mistake can be corrected the same way.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { hasLeft } from './order-progress.ts';
import { type OrderDesk, planWithOrders } from './plan-with-orders.ts';

export interface TrackParcelsInput {
  readonly parcels: readonly { readonly shipmentId: string }[];
  readonly status: Exclude<ShipmentsRow['status'], 'voided'>;
  /** Of the delivery or the return; null: today. */
  readonly on: Day | null;
  readonly errorKind: ShipmentsRow['errorKind'];
  readonly errorNote: string | null;
  /** The cost as invoiced, before tax; null leaves what is noted. */
  readonly costCents: number | null;
}

export function planTrackParcels(context: PlanContext, input: TrackParcelsInput, meta: ActionMeta): ActionPlan {
  return planWithOrders(context, meta, (desk) => {
    const ids = [...new Set(input.parcels.map(({ shipmentId }) => shipmentId))];
    const on = input.on ?? context.clock.today;
    const refusals = ids.flatMap((id) => refusalsOf(desk, id, input.status, on));
    if (ids.length === 0) refusals.push(problem('shipmentNoneChosen', {}));
    if (refusals.length > 0) return refuse(...refusals);
    for (const id of ids) trackParcel(desk, desk.orders.shipmentOf(id), input, on);
    const orderIds = [...new Set(ids.map((id) => desk.orders.shipmentOf(id).orderId))];
    for (const orderId of orderIds) desk.orders.followParcels(orderId);
    return { summary: orderIds.map((id) => sayProgress(desk, id)).join(' ') };
  });
}

function refusalsOf(
  { context, orders }: OrderDesk,
  id: string,
  status: TrackParcelsInput['status'],
  on: Day,
): Problem[] {
  const { shipments, orders: orderTable } = context.workbook;
  if (!shipments.byId.has(id)) return [unknownRow(shipments, id)];
  const shipment = orders.shipmentOf(id);
  if (!orderTable.byId.has(shipment.orderId)) return [unknownRow(orderTable, shipment.orderId)];
  if (shipment.status === 'voided') return [problem('shipmentVoided', { shipment: id })];
  if (hasLeft(status) && shipment.shippedOn === null) return [problem('shipmentNotShipped', { shipment: id })];
  if (!hasLeft(status) && hasLeft(shipment.status)) {
    return [problem('orderAlreadyGone', { order: shipment.orderId, shipment: id })];
  }
  const isEnd = status === 'delivered' || status === 'sent_back';
  const isTooEarly = isEnd && shipment.shippedOn !== null && on < shipment.shippedOn;
  return isTooEarly ? [problem('shipmentDatesInverted', { shipment: id })] : [];
}

function trackParcel({ context, orders }: OrderDesk, shipment: ShipmentsRow, input: TrackParcelsInput, on: Day): void {
  const { status, errorKind, errorNote, costCents } = input;
  const isDelivered = status === 'delivered';
  orders.changeShipment(shipment.id, {
    status,
    deliveredOn: deliveredOn(shipment, status, on),
    returnedOn: status === 'sent_back' ? on : null,
    trackedOn: context.clock.today,
    ...(errorKind === null ? {} : { errorKind }),
    ...(errorNote === null ? {} : { errorNote }),
    ...(costCents === null ? {} : { costCents }),
  });
  for (const line of orders.linesOf(shipment.orderId)) {
    if (line.shipmentId !== shipment.id) continue;
    if (isDelivered && line.status === 'shipped') orders.changeLine(line.id, { status: 'delivered' });
    if (!isDelivered && line.status === 'delivered') orders.changeLine(line.id, { status: 'shipped' });
  }
}

/** What was delivered and comes back keeps its day of delivery. */
function deliveredOn(shipment: ShipmentsRow, status: ShipmentsRow['status'], on: Day): Day | null {
  if (status === 'delivered') return on;
  return status === 'sent_back' ? shipment.deliveredOn : null;
}

function sayProgress({ context, orders }: OrderDesk, orderId: string): string {
  const { progress, status } = orders.orderOf(orderId);
  const { words } = context;
  return words.orders.trackingSummary({ order: orderId, progress: progress ?? words.choiceLabel(status) });
}
