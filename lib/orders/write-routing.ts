// A routing that was chosen → rows: parcels appended, lots reserved, lines and their order brought up to date. It decides
// nothing; the order's lines must be rows of the workbook already.
import { showAllocation } from '#lib/stock/allocation-text.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { cutLine } from './cut-line.ts';
import type { OrderDesk } from './plan-with-orders.ts';
import type { Backorder, Choice, OrderToRoute, ParcelLine, PlannedParcel } from './routing-types.ts';

export function writeRouting(writer: OrderDesk, order: OrderToRoute, choice: Choice): void {
  for (const parcel of choice.parcels) {
    const shipmentId = writer.orders.addShipment(shipmentOf(writer, order, parcel));
    for (const line of parcel.lines) writeParcelLine(writer, order, parcel, line, shipmentId);
  }
  const started = new Set(choice.parcels.flatMap(({ lines }) => lines.map(({ line }) => line.id)));
  for (const backorder of choice.backorders) writeBackorder(writer, backorder, started.has(backorder.line.id));
  writer.orders.followParcels(order.id);
}

type NewShipment = Omit<ShipmentsRow, 'id' | 'rowIndex'>;

function shipmentOf({ context, meta }: OrderDesk, order: OrderToRoute, parcel: PlannedParcel): NewShipment {
  const { origin, promise } = parcel;
  const weights = parcel.lines.map(({ line, quantity }) => {
    const grams = context.workbook.products.byId.get(line.productId)?.weightGrams ?? null;
    return grams === null ? null : grams * quantity;
  });
  return {
    orderId: order.id,
    origin: origin.kind,
    hubId: origin.kind === 'hub' ? origin.id : null,
    partnerId: origin.kind === 'partner' ? origin.id : null,
    carrierId: origin.carrierId,
    trackingNumber: null,
    trackingUrl: null,
    status: 'to_prepare',
    promisedOn: promise.promisedOn,
    shippedOn: null,
    deliveredOn: null,
    returnedOn: null,
    trackedOn: null,
    costCents: null,
    // Unknown as soon as one product's is: half a weight would be believed.
    weightGrams: weights.includes(null) ? null : weights.reduce<number>((sum, grams) => sum + (grams ?? 0), 0),
    errorKind: null,
    errorNote: null,
    actionId: meta.actionId,
    note: null,
    check: null,
  };
}

function writeParcelLine(
  { stock, orders }: OrderDesk,
  { exceptionReason }: OrderToRoute,
  { origin, promise }: PlannedParcel,
  part: ParcelLine,
  shipmentId: string,
): void {
  const { line, quantity, takes } = part;
  const isHub = origin.kind === 'hub';
  stock.reserve(takes);
  orders.changeLine(line.id, {
    ...cutLine(line, quantity).first,
    status: isHub ? 'reserved' : 'at_partner',
    route: origin.kind,
    hubId: isHub ? origin.id : null,
    partnerId: isHub ? null : origin.id,
    allocation: showAllocation(takes),
    reservedQuantity: isHub ? quantity : null,
    promisedOn: promise.promisedOn,
    availableOn: null,
    shipmentId,
    ...partnerShare(part),
    ...(isHub && exceptionReason !== null ? { exceptionReason } : {}),
  });
}

/** What the partner is owed and what the shop keeps, before tax, on the price of the line. */
function partnerShare({ line, quantity, commissionRate }: ParcelLine) {
  if (commissionRate === null || line.unitPriceCents === null) return {};
  const beforeTaxCents = Math.round((line.unitPriceCents * quantity) / (1 + (line.vatRate ?? 0)));
  const commissionCents = Math.round(beforeTaxCents * commissionRate);
  return { costCents: beforeTaxCents - commissionCents, commissionCents };
}

/** @param isRest the first part of the line leaves already: the rest becomes a line of its own. */
function writeBackorder({ orders, meta }: OrderDesk, { line, quantity, ...dates }: Backorder, isRest: boolean): void {
  const waiting = { status: 'backordered', route: 'backorder', ...dates } as const;
  if (!isRest) {
    const nowhere = { hubId: null, partnerId: null, allocation: null, reservedQuantity: null, shipmentId: null };
    orders.changeLine(line.id, { ...waiting, ...nowhere });
    return;
  }
  const { orderId, productId, unitPriceCents, vatRate } = orders.lineOf(line.id);
  const row = { orderId, productId, unitPriceCents, vatRate, actionId: meta.actionId };
  orders.addLine({ ...row, ...waiting, ...cutLine(line, line.quantity - quantity).rest });
}
