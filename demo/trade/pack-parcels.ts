// What leaves on a day: hub parcels picked from lots, first received first, partner parcels sent by the partner, and what
// customers send back.
import { wallTime } from '#demo/calendar/paris-time.ts';
import { addDays, type Day, type Instant } from '#lib/kernel/day.ts';
import { lastOpenDay } from './last-open-day.ts';
import { momentOf, OPENS } from './moments.ts';
import { sendParcel } from './parcels.ts';
import { restorePoints } from './points-book.ts';
import { chooseLots, move, promise, type Take } from './stock-room.ts';
import { type LineDraft, type Parcel, pushTo, TEAM, type Trade } from './trade.ts';

/** 18:00, when the packing is done. */
const LATE_TURN = 2160;

export function packParcels(trade: Trade, day: Day): void {
  let turn = 0;
  for (const parcel of trade.toPick.get(day) ?? []) {
    const isHub = parcel.shipment.origin === 'hub';
    if (isHub) {
      const short = parcel.lines.filter((line) => !pick(trade, line, day, turn++));
      for (const line of short) parcel.lines.splice(parcel.lines.indexOf(line), 1);
    }
    if (parcel.lines.length > 0) sendParcel(trade, parcel);
    else parcel.shipment.status = 'voided';
  }
  trade.toPick.delete(day);
  if (day === lastOpenDay(trade)) pickAhead(trade, day);
}

/** At the end of the last working day the first parcel of the next one lies picked on the table, not yet shipped. */
function pickAhead(trade: Trade, day: Day): void {
  const ordered = wallTime(day, OPENS.packing + LATE_TURN * 5);
  const waiting = trade.toPick.get(trade.days.add(day, 1)) ?? [];
  const parcel = waiting.find(({ order, shipment }) => shipment.origin === 'hub' && order.orderedAt < ordered);
  for (const line of parcel?.lines ?? []) if (pick(trade, line, day, LATE_TURN)) line.status = 'picked';
}

/** All of the line or nothing: a shelf that lost units since the promise makes the line wait. */
function pick(trade: Trade, line: LineDraft, day: Day, turn: number): boolean {
  const hub = line.hubId ?? '';
  const takes = chooseLots(trade.room, hub, line.productId, line.quantity, line.promisedOn ?? day);
  promise(trade.room, hub, line.productId, -line.quantity);
  if (takes.reduce((sum, take) => sum + take.quantity, 0) < line.quantity) {
    line.status = 'backordered';
    line.route = 'backorder';
    line.shipmentId = null;
    pushTo(trade.waiting, line.productId, line);
    return false;
  }
  const who = trade.random.pick(TEAM);
  for (const { lot, quantity } of takes) {
    const at = momentOf(day, 'packing', turn);
    move(trade.room, lot, -quantity, { kind: 'pick', on: day, at, orderId: line.orderId, lineId: line.id, who });
  }
  line.allocation = allocationText(takes);
  line.costCents = takes.reduce((sum, { lot, quantity }) => sum + lot.unitCostCents * quantity, 0);
  return true;
}

export function allocationText(takes: readonly Take[]): string {
  return takes.map(({ lot, quantity }) => `${lot.id}×${quantity}`).join(' ');
}

export function takeReturns(trade: Trade, day: Day): void {
  let turn = 0;
  const nextMoment = () => momentOf(day, 'returns', turn++);
  for (const parcel of trade.returning.get(day) ?? []) takeBack(trade, parcel, day, nextMoment);
  trade.returning.delete(day);
}

/** The parcel comes back: units to their lots, a third of them then thrown away; the money and the points follow. */
function takeBack(trade: Trade, parcel: Parcel, day: Day, nextMoment: () => Instant): void {
  const { order, lines, shipment } = parcel;
  if (shipment.shippedOn === undefined || addDays(parcel.deliverOn, 1) > day) return;
  shipment.status = 'sent_back';
  shipment.deliveredOn = parcel.deliverOn;
  shipment.returnedOn = day;
  let value = 0;
  for (const line of lines) {
    line.status = 'returned';
    line.returnedQuantity = line.quantity;
    value += line.quantity * (line.unitPriceCents ?? 0) - (line.discountCents ?? 0);
    if (line.route === 'hub') restock(trade, line, day, nextMoment);
  }
  const all = (trade.linesByOrder.get(order.id) ?? []).every((line) => line.status === 'returned');
  order.paidBackCents = all ? (order.paidCents ?? 0) : Math.min(value, order.paidCents ?? 0);
  if (all) restorePoints(trade.points, order.id, day);
}

function restock(trade: Trade, line: LineDraft, day: Day, nextMoment: () => Instant): void {
  const facts = { on: day, orderId: line.orderId, lineId: line.id, who: trade.random.pick(TEAM) };
  for (const part of (line.allocation ?? '').split(' ')) {
    const [lotId = '', quantity = '0'] = part.split('×');
    const lot = trade.room.lots[Number(lotId.slice(4)) - 1];
    if (lot === undefined) continue;
    const at = nextMoment();
    move(trade.room, lot, Number(quantity), { ...facts, kind: 'customer_return', at, reason: 'Retour sous 14 jours' });
    if (trade.random.chance(0.35)) {
      const spoilt = nextMoment();
      move(trade.room, lot, -Number(quantity), {
        ...facts,
        kind: 'waste',
        at: spoilt,
        reason: 'Retour ouvert, invendable',
      });
    }
  }
}
