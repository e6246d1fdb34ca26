// On hand, reserved and available of a set of lots, with the definitions of the Stock tab: available is what lies in lots on
// sale and in date, less all that is reserved there, so that a lot promised twice makes its neighbours count for less.
import type { Day } from '#lib/kernel/day.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import { type DatedLot, lastGoodDay } from './lot-dates.ts';

export interface StockFigures {
  readonly onHand: number;
  readonly reserved: number;
  /** May be negative when more was promised than lies there. */
  readonly available: number;
}

type CountedLot = DatedLot & Pick<LotsRow, 'onHand' | 'reserved' | 'status' | 'receivedOn'>;

/** @param on the day asked about: a lot is still good on its date, and is there from the day it was received. */
export function stockFigures(lots: readonly CountedLot[], on: Day): StockFigures {
  let onHand = 0;
  let reserved = 0;
  let available = 0;
  for (const lot of lots) {
    onHand += lot.onHand;
    reserved += lot.reserved;
    if (isOnSale(lot) && lot.receivedOn <= on && isInDate(lot, on)) available += lot.onHand - lot.reserved;
  }
  return { onHand, reserved, available };
}

/** By status alone; an exhausted lot is on sale again as soon as something comes back to it. */
export function isOnSale({ status }: Pick<LotsRow, 'status'>): boolean {
  return status === 'available' || status === 'exhausted';
}

function isInDate(lot: DatedLot, on: Day): boolean {
  const last = lastGoodDay(lot);
  return last === null || last >= on;
}
