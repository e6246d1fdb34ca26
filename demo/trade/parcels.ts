// Parcels of the demo shop: made with the order, packed from lots on their day (hub) or sent by the partner, delivered, late
// now and then, sometimes returned.

import { carrierOf } from '#demo/catalogue/catalogue-rows.ts';
import { productOf } from '#demo/catalogue/products.ts';
import { trackingOf } from '#demo/catalogue/tracking.ts';
import type { Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { type LineDraft, type OrderDraft, type Parcel, pushTo, type ShipmentDraft, type Trade } from './trade.ts';

/** Working days between packing and delivery, and how often. */
const HUB_TRANSIT = [
  [1, 86],
  [2, 10],
  [3, 3],
  [5, 1],
] as const;
const PARTNER_DELIVERY = [
  [2, 28],
  [3, 42],
  [4, 18],
  [5, 7],
  [7, 3],
  [9, 2],
] as const;
const ERRORS = ['wrong_item', 'missing_item', 'damaged', 'damaged', 'lost', 'wrong_address', 'late', 'other'] as const;

/** @param origin a hub's or a partner's id. @param from the working day from which delays count. */
export function addParcel(trade: Trade, order: OrderDraft, lines: LineDraft[], origin: string, from: Day): Parcel {
  const isHub = origin.startsWith('HUB');
  const delivery = isHub ? trade.random.weighted(HUB_TRANSIT) : trade.random.weighted(PARTNER_DELIVERY);
  const shipOn = isHub ? from : trade.days.add(from, Math.max(1, delivery - 1));
  const deliverOn = trade.days.add(from, delivery);
  const promisedOn = trade.days.add(from, defaultSettings[isHub ? 'orders.hubDays' : 'orders.dropshipMaxDays']);
  const shipment = writeShipment(trade, order, lines, origin, promisedOn);
  for (const line of lines) {
    line.shipmentId = shipment.id;
    line.promisedOn = promisedOn;
  }
  const parcel = { order, lines, shipment, shipOn, deliverOn };
  trade.parcels.push(parcel);
  pushTo(trade.toPick, shipOn, parcel);
  if (trade.random.chance(0.014))
    pushTo(trade.returning, trade.days.add(deliverOn, trade.random.integer(4, 9)), parcel);
  return parcel;
}

function writeShipment(
  trade: Trade,
  order: OrderDraft,
  lines: readonly LineDraft[],
  origin: string,
  promisedOn: Day,
): ShipmentDraft {
  const isHub = origin.startsWith('HUB');
  const grams = lines.reduce((sum, line) => sum + productOf(line.productId).grams * line.quantity, 80);
  const shipment: ShipmentDraft = {
    id: formatId('EXP', trade.shipments.length + 1),
    orderId: order.id,
    origin: isHub ? 'hub' : 'partner',
    ...(isHub ? { hubId: origin } : { partnerId: origin }),
    carrierId: carrierOf(origin),
    status: 'to_prepare',
    promisedOn,
    weightGrams: grams,
  };
  trade.shipments.push(shipment);
  return shipment;
}

/** Leaves its origin: a number, a cost (the partner's parcels are in its commission), seldom an error noted. */
export function sendParcel(trade: Trade, { order, lines, shipment, shipOn }: Parcel): void {
  const tracking = trackingOf(trade.random, shipment.carrierId ?? '');
  const heavy = (shipment.weightGrams ?? 0) > 1000;
  shipment.status = 'handed_over';
  shipment.shippedOn = shipOn;
  shipment.trackingNumber = tracking.number;
  shipment.trackingUrl = tracking.url;
  shipment.costCents = shipment.origin === 'hub' ? (heavy ? 520 : 340) + trade.random.integer(0, 60) : 0;
  if (trade.random.chance(0.008)) shipment.errorKind = trade.random.pick(ERRORS);
  order.shippedOn = shipOn;
  for (const line of lines) {
    line.status = 'shipped';
    line.shippedQuantity = line.quantity;
  }
}

/** Where the parcels are at the end of the year: delivered, or at every stage of the road in turn. */
export function trackParcels(trade: Trade): void {
  let onTheRoad = 0;
  for (const { lines, shipment, deliverOn } of trade.parcels) {
    if (shipment.shippedOn === undefined || shipment.status === 'sent_back') continue;
    if (deliverOn >= trade.today) {
      shipment.status = STAGES[onTheRoad++ % STAGES.length] ?? 'in_transit';
      continue;
    }
    shipment.status = 'delivered';
    shipment.deliveredOn = deliverOn;
    for (const line of lines) if (line.status === 'shipped') line.status = 'delivered';
  }
}

const STAGES = [
  'in_transit',
  'handed_over',
  'label_made',
  'out_for_delivery',
  'in_transit',
  'at_pickup_point',
  'attempt_failed',
] as const;
