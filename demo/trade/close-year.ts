// The last evening of the demo shop's year: open parcels reserve their lots, parcels on the road have a place, every order
// says how far it has come, and a few orders typed a moment ago are still drafts.
import { by } from '#lib/kernel/compare.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { chooseLines } from './choose-lines.ts';
import { allocationText } from './pack-parcels.ts';
import { trackParcels } from './parcels.ts';
import { addUp, writeLine, writeOrder } from './place-order.ts';
import { chooseLots } from './stock-room.ts';
import type { OrderDraft, ShipmentDraft, Shopper, Trade } from './trade.ts';

const DRAFTS = 3;

export function closeYear(trade: Trade): void {
  reserveOpenParcels(trade);
  trackParcels(trade);
  const shipmentsByOrder = new Map<string, ShipmentDraft[]>();
  for (const shipment of trade.shipments) {
    if (shipment.status === 'voided') continue;
    const known = shipmentsByOrder.get(shipment.orderId);
    if (known === undefined) shipmentsByOrder.set(shipment.orderId, [shipment]);
    else known.push(shipment);
  }
  for (const order of trade.orders)
    if (order.status !== 'voided') settle(trade, order, shipmentsByOrder.get(order.id) ?? []);
  for (let count = 0; count < DRAFTS; count++) draftOrder(trade, count);
}

function reserveOpenParcels(trade: Trade): void {
  const open = [...trade.toPick.values()].flat().filter((parcel) => parcel.shipment.origin === 'hub');
  for (const parcel of open.sort(
    by(
      (item) => item.shipOn,
      (item) => item.shipment.id,
    ),
  )) {
    for (const line of parcel.lines.filter(({ status }) => status === 'reserved')) {
      const takes = chooseLots(
        trade.room,
        line.hubId ?? '',
        line.productId,
        line.quantity,
        line.promisedOn ?? parcel.deliverOn,
      );
      for (const { lot, quantity } of takes) lot.reserved += quantity;
      line.allocation = allocationText(takes);
      line.reservedQuantity = takes.reduce((sum, take) => sum + take.quantity, 0);
    }
  }
}

/** The order follows its parcels; a part that still waits for stock keeps it from being complete. */
function settle(trade: Trade, order: OrderDraft, shipments: readonly ShipmentDraft[]): void {
  const lines = trade.linesByOrder.get(order.id) ?? [];
  const waiting = lines.some((line) => line.status === 'backordered');
  const arrived = shipments.filter((shipment) => shipment.deliveredOn !== undefined);
  const sent = shipments.filter((shipment) => shipment.shippedOn !== undefined);
  const isComplete = (part: readonly ShipmentDraft[]) =>
    part.length === shipments.length && !waiting && part.length > 0;
  order.promisedOn = lines.reduce<Day | null>((last, line) => later(last, line.promisedOn ?? null), null);
  if (lines.every((line) => line.status === 'returned')) order.status = 'returned';
  else if (isComplete(arrived)) order.status = 'delivered';
  else if (arrived.length > 0) order.status = 'partly_delivered';
  else if (isComplete(sent)) order.status = 'shipped';
  else if (sent.length > 0) order.status = 'partly_shipped';
  else order.status = shipments.some((shipment) => shipment.origin === 'hub') ? 'preparing' : 'confirmed';
  if (isComplete(arrived))
    order.deliveredOn = arrived.reduce<Day | null>((last, one) => later(last, one.deliveredOn ?? null), null);
  if (shipments.length > 1) {
    const [done, word] = arrived.length > 0 ? [arrived.length, 'livré'] : [sent.length, 'expédié'];
    order.progress = `${done} sur ${shipments.length} ${word}${done > 1 ? 's' : ''}`;
  }
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Typed on the last evening and not confirmed: no route, no promise, no payment yet. */
function draftOrder(trade: Trade, turn: number): void {
  const shopper = trade.random.pick(trade.shoppers) as Shopper;
  const day = addDays(trade.today, -1);
  const order = writeOrder(trade, shopper, day, 86_100 + turn * 60);
  order.status = 'draft';
  const lines = chooseLines(trade.random, day).map((choice) => writeLine(trade, order, choice));
  trade.linesByOrder.set(order.id, lines);
  addUp(trade, order, lines, shopper);
}
