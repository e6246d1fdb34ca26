// Parcels handed to their carriers: hub lines that were not picked yet are picked now, partner lines are the partner's word.
// What the shelf could not give waits for stock as a line of its own.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { heldByLine, readAllocation } from '#lib/stock/allocation-text.ts';
import { type PickedLine, pickLines } from '#lib/stock/pick-lines.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { createWaiting, type Waiting } from './leave-waiting.ts';
import { type OrderDesk, planWithOrders } from './plan-with-orders.ts';
import { isSoundS10, trackingLink } from './tracking-number.ts';

export interface ShippedParcel {
  readonly shipmentId: string;
  /** null: the parcel's own, as routed. */
  readonly carrierId: string | null;
  readonly trackingNumber: string | null;
  /** Before tax; null: as noted, else what a parcel costs from that origin. */
  readonly costCents: number | null;
}

export interface ShipOrderInput {
  readonly parcels: readonly ShippedParcel[];
  /** null: today. */
  readonly shippedOn: Day | null;
}

export function planShipOrder(context: PlanContext, typed: ShipOrderInput, meta: ActionMeta): ActionPlan {
  const input = { ...typed, parcels: onceEach(typed.parcels) };
  return planWithOrders(context, meta, (desk) => {
    const refusals = input.parcels.flatMap((parcel) => refusalsOf(desk, parcel));
    if (input.parcels.length === 0) refusals.push(problem('shipmentNoneChosen', {}));
    if (refusals.length > 0) return refuse(...refusals);
    const reserved = input.parcels.flatMap(({ shipmentId }) => linesIn(desk, shipmentId).filter(isReserved));
    const picking = pickLines(desk.context, desk.draft, desk.stock, reserved, meta);
    const pickedById = new Map(picking.picked.map((picked) => [picked.line.id, picked]));
    const warnings: Problem[] = [...picking.warnings];
    const waiting = createWaiting(desk);
    for (const parcel of input.parcels) {
      const units = shipLines(desk, parcel.shipmentId, pickedById, waiting);
      if (units === 0) return refuse(problem('shipmentWithoutLines', { shipment: parcel.shipmentId }), ...warnings);
      warnings.push(...shipParcel(desk, parcel, input.shippedOn ?? context.clock.today));
    }
    const orderIds = [...new Set(input.parcels.map(({ shipmentId }) => desk.orders.shipmentOf(shipmentId).orderId))];
    for (const orderId of orderIds) desk.orders.followParcels(orderId);
    return { summary: summaryOf(desk, input, orderIds), warnings };
  });
}

/** A parcel named twice leaves once, as its first row says. */
function onceEach(parcels: readonly ShippedParcel[]): readonly ShippedParcel[] {
  return parcels.filter(
    ({ shipmentId }, index) => parcels.findIndex((other) => other.shipmentId === shipmentId) === index,
  );
}

function refusalsOf({ context, orders }: OrderDesk, { shipmentId, carrierId }: ShippedParcel): Problem[] {
  const { shipments, carriers, orders: orderTable } = context.workbook;
  if (!shipments.byId.has(shipmentId)) return [unknownRow(shipments, shipmentId)];
  const shipment = orders.shipmentOf(shipmentId);
  if (!orderTable.byId.has(shipment.orderId)) return [unknownRow(orderTable, shipment.orderId)];
  const status = context.words.choiceLabel(shipment.status);
  if (shipment.status !== 'to_prepare' && shipment.status !== 'label_made') {
    return [problem('shipmentNotToShip', { shipment: shipmentId, status })];
  }
  return carrierId === null || carriers.byId.has(carrierId) ? [] : [unknownRow(carriers, carrierId)];
}

function linesIn({ orders }: OrderDesk, shipmentId: string): LinesRow[] {
  const { orderId } = orders.shipmentOf(shipmentId);
  return orders.linesOf(orderId).filter((line) => line.shipmentId === shipmentId && line.status !== 'voided');
}

const isReserved = ({ status }: LinesRow): boolean => status === 'reserved';

/** @returns the units that leave. */
function shipLines(
  desk: OrderDesk,
  shipmentId: string,
  pickedById: ReadonlyMap<string, PickedLine>,
  waiting: Waiting,
): number {
  const { orders, stock } = desk;
  let shipped = 0;
  for (const line of linesIn(desk, shipmentId)) {
    const units = unitsOf(line, pickedById.get(line.id));
    shipped += units;
    if (units === 0) {
      stock.release(heldByLine(line));
      waiting.waitForStock(line);
    } else {
      orders.changeLine(line.id, { status: 'shipped', shippedQuantity: units });
      if (units < line.quantity) waiting.leaveRest(line, units);
    }
  }
  return shipped;
}

function unitsOf(line: LinesRow, picked: PickedLine | undefined): number {
  if (line.status === 'at_partner') return line.quantity;
  if (line.status === 'reserved') return picked?.quantity ?? 0;
  if (line.status !== 'picked') return 0;
  return readAllocation(line.allocation).reduce((sum, take) => sum + take.quantity, 0);
}

function shipParcel({ context, orders }: OrderDesk, parcel: ShippedParcel, shippedOn: Day): Problem[] {
  const shipment = orders.shipmentOf(parcel.shipmentId);
  const carrierId = parcel.carrierId ?? shipment.carrierId;
  const trackingNumber = parcel.trackingNumber ?? shipment.trackingNumber;
  const template = context.workbook.carriers.byId.get(carrierId ?? '')?.trackingUrl ?? null;
  const trackingUrl = trackingNumber === null ? null : trackingLink(template, trackingNumber);
  const costCents = parcel.costCents ?? shipment.costCents ?? usualCost(context, shipment);
  orders.changeShipment(shipment.id, {
    ...{ status: 'handed_over', carrierId, trackingNumber, trackingUrl, shippedOn, costCents },
    trackedOn: context.clock.today,
  });
  const { shipAddress, shipPostalCode, shipCity } = orders.orderOf(shipment.orderId);
  const warnings: Problem[] = [];
  if ([shipAddress, shipPostalCode, shipCity].includes(null)) {
    warnings.push(problem('orderAddressMissing', { order: shipment.orderId }));
  }
  if (trackingNumber !== null && trackingUrl === null) {
    warnings.push(problem('carrierWithoutLink', { carrier: carrierId ?? '' }));
  }
  if (trackingNumber !== null && isSoundS10(trackingNumber) === false) {
    warnings.push(problem('trackingNumberDoubtful', { number: trackingNumber }));
  }
  return warnings;
}

function usualCost({ workbook }: PlanContext, { hubId, partnerId }: ShipmentsRow): number | null {
  const hub = workbook.hubs.byId.get(hubId ?? '');
  return hub === undefined
    ? (workbook.partners.byId.get(partnerId ?? '')?.parcelCostCents ?? null)
    : hub.parcelCostCents;
}

function summaryOf({ context, orders }: OrderDesk, { parcels }: ShipOrderInput, orderIds: readonly string[]): string {
  const { words } = context;
  return orderIds
    .map((order) => {
      const own = parcels.filter(({ shipmentId }) => orders.shipmentOf(shipmentId).orderId === order);
      const progress = orders.orderOf(order).progress ?? '';
      return words.orders.shippedSummary({ order, parcels: own.map((one) => one.shipmentId).join(', '), progress });
    })
    .join(' ');
}
