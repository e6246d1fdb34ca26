// Serves one demand from the shelves, lot by lot in picking order. A lot that cannot serve it is not looked at, but for the
// first time, when it is reported as passed by: a long shelf costs no more than what is taken from it.
import type { Allocation, Demand, SkippedLot } from './allocate.ts';
import {
  nextOpen,
  nextUnreported,
  noteReported,
  type Shelf,
  type ShelfLot,
  type Shelves,
  takeUnits,
  unitsFor,
} from './shelf.ts';
import { type DeliveryDays, skipReason } from './skip-reason.ts';

export interface Taken extends Omit<Allocation, 'datedEarlierLotId'> {
  readonly orderId: string;
  readonly shelf: Shelf;
  readonly lot: ShelfLot;
  /** Units that came from the order's own reservation, and from the free ones. */
  readonly own: number;
  readonly free: number;
}

/** @returns the units that lack. */
export function serveDemand(
  demand: Demand,
  { shelves, lotsById }: Shelves,
  days: DeliveryDays,
  taken: Taken[],
  skipped: SkippedLot[],
): number {
  const chosen = demand.exception?.lotId ? lotsById.get(demand.exception.lotId) : undefined;
  let missing = demand.quantity;
  if (chosen?.lot.row.productId === demand.productId && missing > 0) {
    missing -= serveFrom(chosen.shelf, chosen.lot, demand, missing, days, taken, skipped);
  }
  const byHub = shelves.get(demand.productId);
  for (const hubId of byHub === undefined ? [] : demand.hubIds) {
    const shelf = byHub?.get(hubId);
    if (shelf === undefined) continue;
    const held = shelf.heldLots.get(demand.orderId);
    for (let from = 0; missing > 0; ) {
      const lot = nextLot(shelf, held, from, demand, days);
      reportPassed(shelf, from, lot?.place ?? shelf.lots.length, demand, days, skipped);
      if (lot === undefined) break;
      if (lot !== chosen?.lot) missing -= serveFrom(shelf, lot, demand, missing, days, taken, skipped);
      from = lot.place + 1;
    }
  }
  return missing;
}

/** The first lot from a place on that may serve the demand: with free units and good for it, or held by its order. */
function nextLot(
  shelf: Shelf,
  held: readonly ShelfLot[] | undefined,
  from: number,
  { exception }: Demand,
  { goodUntilNumber }: DeliveryDays,
): ShelfLot | undefined {
  // An exception is told lot by lot what it may take; without one the day decides.
  const open =
    exception === undefined
      ? shelf.free > 0
        ? nextOpen(shelf, from, goodUntilNumber)
        : undefined
      : nextOpen(shelf, from, 1);
  const own = held?.find(({ place }) => place >= from);
  if (own === undefined || open === undefined) return own ?? open;
  return own.place < open.place ? own : open;
}

/** Reports the lots between two places that are not good for the demand, each for the first time. */
function reportPassed(
  shelf: Shelf,
  from: number,
  until: number,
  demand: Demand,
  days: DeliveryDays,
  skipped: SkippedLot[],
): void {
  // Lots in date have nothing free when all that is free was promised twice.
  const inDate = shelf.free > 0 ? days.goodUntilNumber : Math.min(days.goodUntilNumber, days.todayNumber);
  const day = demand.exception === undefined ? inDate : 1;
  for (let lot = nextUnreported(shelf, from, day); lot !== undefined && lot.place < until; ) {
    report(shelf, lot, demand, days, skipped);
    lot = nextUnreported(shelf, lot.place + 1, day);
  }
}

function report(shelf: Shelf, lot: ShelfLot, demand: Demand, days: DeliveryDays, skipped: SkippedLot[]): void {
  const reason = skipReason(lot, days)?.code;
  const units = unitsFor(shelf, lot, demand.orderId);
  const quantity = units.own + units.free;
  if (reason === undefined || quantity === 0 || lot.isReported) return;
  skipped.push({ demandId: demand.id, lotId: lot.row.id, quantity, reason });
  noteReported(shelf, lot);
}

/** @returns the units taken. */
function serveFrom(
  shelf: Shelf,
  lot: ShelfLot,
  demand: Demand,
  missing: number,
  days: DeliveryDays,
  taken: Taken[],
  skipped: SkippedLot[],
): number {
  const { id: demandId, orderId, exception } = demand;
  const skip = skipReason(lot, days);
  if (skip !== null && !(exception !== undefined && skip.canBeExcepted)) {
    report(shelf, lot, demand, days, skipped);
    return 0;
  }
  const units = unitsFor(shelf, lot, orderId);
  const quantity = Math.min(missing, units.own + units.free);
  if (quantity === 0) return 0;
  const own = Math.min(units.own, quantity);
  const free = quantity - own;
  takeUnits(shelf, lot, orderId, own, free);
  const { id: lotId, unitCostCents } = lot.row;
  const isException = skip !== null || exception?.lotId === lotId;
  taken.push({ demandId, orderId, lotId, quantity, unitCostCents, isException, shelf, lot, own, free });
  return quantity;
}
