// What a product sold day by day, and for how much of each day it could be sold at all, read from the movements. A day
// without stock says nothing about demand: averages divide by time in stock. Quarantined units are not on the shelf.
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';

export interface DemandDay {
  readonly day: Day;
  /** Units picked for orders on that day; a pick that was reversed never happened. */
  readonly units: number;
  /** Share of the day during which something lay there, 0 to 1. */
  readonly stockedShare: number;
  /** Units at the end of the day. */
  readonly onHand: number;
}

export interface HistoryWindow {
  /** First and last day, both included; days before the first movement are left out. */
  readonly from: Day;
  readonly until: Day;
}

type Movement = Pick<
  MovementsRow,
  'id' | 'on' | 'at' | 'lotId' | 'productId' | 'kind' | 'quantity' | 'orderId' | 'reversesId'
>;

/** Product id → its movements on the shelf, in the order in which they happened. */
export function shelfMovements(rows: readonly Movement[]): ReadonlyMap<string, readonly Movement[]> {
  const setApart = new Set(rows.filter((row) => row.kind === 'quarantine' && row.quantity > 0).map((row) => row.lotId));
  const byProduct = new Map<string, Movement[]>();
  for (const row of rows) {
    if (setApart.has(row.lotId)) continue;
    const own = byProduct.get(row.productId);
    if (own === undefined) byProduct.set(row.productId, [row]);
    else own.push(row);
  }
  for (const own of byProduct.values()) {
    // Stable: rows of one day without an instant keep the ledger's order, before those that have one.
    own.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : shareOfDay(a) - shareOfDay(b)));
  }
  return byProduct;
}

/** @param movements of one product, as {@link shelfMovements} gives them. */
export function demandHistory(movements: readonly Movement[], window: HistoryWindow): DemandDay[] {
  const first = movements[0]?.on;
  if (first === undefined) return [];
  const reversed = reversedIds(movements);
  const history: DemandDay[] = [];
  let onHand = 0;
  let next = 0;
  for (let day = first, left = daysBetween(first, window.until); left >= 0; left--, day = addDays(day, 1)) {
    let units = 0;
    let stockedShare = 0;
    let since = 0;
    for (let row = movements[next]; row !== undefined && row.on <= day; row = movements[++next]) {
      const share = shareOfDay(row);
      if (onHand > 0) stockedShare += share - since;
      since = share;
      onHand += row.quantity;
      if (row.kind === 'pick' && !reversed.has(row.id)) units -= row.quantity;
    }
    if (onHand > 0) stockedShare += 1 - since;
    if (day >= window.from) history.push({ day, units, stockedShare, onHand });
  }
  return history;
}

/** Movements taken back by a reversal that still stands itself. */
export function reversedIds(movements: readonly Pick<Movement, 'id' | 'reversesId'>[]): ReadonlySet<string> {
  const reversed = new Set<string>();
  const reversals = movements.filter((row) => row.reversesId !== null);
  const latestFirst = reversals.sort((a, b) => (a.id < b.id ? 1 : -1));
  for (const { id, reversesId } of latestFirst) if (reversesId !== null && !reversed.has(id)) reversed.add(reversesId);
  return reversed;
}

/**
 * How far into its day a movement is, 0 to 1, by the UTC clock: Paris is one or two hours ahead, which moves a share of a
 * day by less than a tenth and spares a zone look-up per row.
 */
function shareOfDay({ on, at }: Movement): number {
  if (at === null) return 0;
  const day = at.slice(0, 10);
  if (day !== on) return day < on ? 0 : 1;
  return (Number(at.slice(11, 13)) * 3600 + Number(at.slice(14, 16)) * 60 + Number(at.slice(17, 19))) / 86_400;
}
