// The lots of one product in one hub, in picking order, while demands are served from them. It keeps three figures apart:
// what lies there, what is free, and what an order holds by its own reservation.
import { type Day, serialFromDay } from '#lib/kernel/day.ts';
import type { AllocatableLot, AllocationPolicy, Demand } from './allocate.ts';
import { isOnSale } from './available.ts';
import { createDatedPlaces, type DatedPlaces } from './dated-places.ts';
import { lastGoodDay } from './lot-dates.ts';
import { lotOrder, type Picking } from './lot-order.ts';

export interface ShelfLot {
  readonly row: AllocatableLot;
  readonly lastGoodOn: Day | null;
  /** Fit for somebody today: on sale, received, in date. */
  readonly isSound: boolean;
  readonly place: number;
  /** The last good day as a number, `UNDATED` without one; 0 when the lot is not on sale or not received. */
  readonly goodUntil: number;
  /** Units that lie there. */
  left: number;
  /** Units that nobody reserved; negative when more is reserved than lies there. */
  free: number;
  /** By order, of the orders being served. */
  heldBy: Map<string, number>;
  /** It was reported that it was passed by. */
  isReported: boolean;
}

/** After every day that a label may show. */
const UNDATED = 3_000_000;

/** Shared by the lots that no order holds; never written to. */
const nobody: Map<string, number> = new Map();

export interface Shelf {
  readonly lots: readonly ShelfLot[];
  /** By order: the lots it holds a reservation of, in picking order. */
  readonly heldLots: Map<string, ShelfLot[]>;
  /** Lots with free units, by the day until which they are good: what demands look along. */
  readonly open: DatedPlaces;
  /** Lots with free units that nobody was told of yet, the sooner they end the larger the number. */
  readonly unreported: DatedPlaces;
  /** Free units of the sound lots together: a lot promised twice is made good by its neighbours. */
  free: number;
  /** By place: the sound lot behind it whose date comes first; -1 when none is dated. */
  readonly earliestBehind: Int32Array;
}

export interface PlacedLot {
  readonly shelf: Shelf;
  readonly lot: ShelfLot;
}

export interface Shelves {
  /** By product, then by hub. */
  readonly shelves: ReadonlyMap<string, ReadonlyMap<string, Shelf>>;
  readonly lotsById: ReadonlyMap<string, PlacedLot>;
}

export function buildShelves(
  lots: readonly AllocatableLot[],
  demands: readonly Demand[],
  { pickingOf }: AllocationPolicy,
  today: Day,
): Shelves {
  const rows = new Map<string, Map<string, AllocatableLot[]>>();
  for (const lot of lots) {
    if (lot.onHand <= 0 && lot.reserved <= 0) continue;
    const byHub = rows.get(lot.productId) ?? new Map<string, AllocatableLot[]>();
    rows.set(lot.productId, byHub);
    const own = byHub.get(lot.hubId);
    if (own === undefined) byHub.set(lot.hubId, [lot]);
    else own.push(lot);
  }
  const shelves = new Map<string, Map<string, Shelf>>();
  const lotsById = new Map<string, PlacedLot>();
  for (const [productId, byHub] of rows) {
    const ofProduct = new Map<string, Shelf>();
    shelves.set(productId, ofProduct);
    for (const [hubId, own] of byHub) {
      const shelf = shelfOf(own, pickingOf(productId), today);
      ofProduct.set(hubId, shelf);
      for (const lot of shelf.lots) lotsById.set(lot.row.id, { shelf, lot });
    }
  }
  holdForOrders(demands, lotsById);
  return { shelves, lotsById };
}

function shelfOf(rows: readonly AllocatableLot[], picking: Picking, today: Day): Shelf {
  let shelfFree = 0;
  const dated = rows.map((row) => ({ row, lastGoodOn: lastGoodDay(row) })).sort(lotOrder(picking));
  const lots = dated.map(({ row, lastGoodOn }, place): ShelfLot => {
    const isHere = isOnSale(row) && row.receivedOn <= today;
    const isSound = isHere && (lastGoodOn === null || lastGoodOn >= today);
    const free = row.onHand - row.reserved;
    if (isSound) shelfFree += free;
    const left = Math.max(0, row.onHand);
    const goodUntil = isHere ? (lastGoodOn === null ? UNDATED : serialFromDay(lastGoodOn)) : 0;
    return { row, lastGoodOn, isSound, place, goodUntil, left, free, heldBy: nobody, isReported: false };
  });
  return {
    lots,
    heldLots: new Map(),
    open: createDatedPlaces(lots.map(openNumber)),
    unreported: createDatedPlaces(lots.map(unreportedNumber)),
    free: shelfFree,
    earliestBehind: earliestBehindOf(lots),
  };
}

const hasFree = ({ free, left }: ShelfLot): boolean => free > 0 && left > 0;
const openNumber = (lot: ShelfLot): number => (hasFree(lot) ? lot.goodUntil : 0);
const unreportedNumber = (lot: ShelfLot): number => (hasFree(lot) && !lot.isReported ? UNDATED + 1 - lot.goodUntil : 0);

function earliestBehindOf(lots: readonly ShelfLot[]): Int32Array {
  const earliestBehind = new Int32Array(lots.length).fill(-1);
  for (let place = lots.length - 2, earliest = -1; place >= 0; place--) {
    const behind = lots[place + 1] as ShelfLot;
    if (behind.isSound && behind.lastGoodOn !== null) {
      const known = lots[earliest]?.lastGoodOn;
      if (known === undefined || known === null || behind.lastGoodOn <= known) earliest = place + 1;
    }
    earliestBehind[place] = earliest;
  }
  return earliestBehind;
}

/** Puts the lot where the next demand will look for it, after a change of its units or of what was said. */
function refile(shelf: Shelf, lot: ShelfLot): void {
  shelf.open.set(lot.place, openNumber(lot));
  shelf.unreported.set(lot.place, unreportedNumber(lot));
}

/** The first lot from a place on with free units that is good until that day (as a number; 1: any day). */
export function nextOpen({ open, lots }: Shelf, from: number, goodUntil: number): ShelfLot | undefined {
  return lots[open.firstFrom(from, goodUntil)];
}

/** The first lot from a place on that was not reported, has free units and is not good until that day. */
export function nextUnreported({ unreported, lots }: Shelf, from: number, goodUntil: number): ShelfLot | undefined {
  return lots[unreported.firstFrom(from, UNDATED + 2 - goodUntil)];
}

export function noteReported(shelf: Shelf, lot: ShelfLot): void {
  lot.isReported = true;
  refile(shelf, lot);
}

/** What an order holds of a product, over all hubs. */
interface Hold {
  readonly productId: string;
  readonly hubIds: readonly string[];
  wanted: number;
  held: number;
  readonly lots: PlacedLot[];
}

/** Puts what orders hold beside the lots; what an order holds beyond its demand is freed, from the last lot it would take. */
function holdForOrders(demands: readonly Demand[], lotsById: ReadonlyMap<string, PlacedLot>): void {
  const holdsByOrder = new Map<string, Hold[]>();
  for (const { orderId, productId, hubIds, held = [] } of demands) {
    for (const take of held) {
      const found = lotsById.get(take.lotId);
      if (found === undefined || take.quantity <= 0) continue;
      const holds = holdsByOrder.get(orderId) ?? [];
      if (holds.length === 0) holdsByOrder.set(orderId, holds);
      let hold = holds.find((own) => own.productId === productId);
      if (hold === undefined) {
        hold = { productId, hubIds, wanted: 0, held: 0, lots: [] };
        holds.push(hold);
      }
      const before = addHeld(found.lot, orderId, take.quantity);
      if (before === 0) hold.lots.push(found);
      if (found.lot.isSound) hold.held += take.quantity;
    }
  }
  if (holdsByOrder.size === 0) return;
  for (const { orderId, productId, quantity } of demands) {
    const hold = holdsByOrder.get(orderId)?.find((own) => own.productId === productId);
    if (hold !== undefined) hold.wanted += quantity;
  }
  for (const [orderId, holds] of holdsByOrder) {
    const touched = new Set<ShelfLot[]>();
    for (const hold of holds) {
      for (const placed of hold.lots) touched.add(fileHeld(placed, orderId));
      freeSurplus(hold, orderId);
    }
    for (const own of touched) own.sort(firstPickedFirst);
  }
}

function freeSurplus({ hubIds, wanted, held, lots }: Hold, orderId: string): void {
  let surplus = held - wanted;
  if (surplus <= 0) return;
  for (const { shelf, lot } of lots.filter((found) => found.lot.isSound).sort(lastPickedFirst(hubIds))) {
    const freed = Math.min(surplus, lot.heldBy.get(orderId) ?? 0);
    freeHeld(shelf, lot, orderId, freed);
    surplus -= freed;
  }
}

/** @returns the order's lots of the shelf, with this one at their end. */
function fileHeld({ shelf, lot }: PlacedLot, orderId: string): ShelfLot[] {
  const own = shelf.heldLots.get(orderId) ?? [];
  shelf.heldLots.set(orderId, own);
  own.push(lot);
  return own;
}

/** @returns what the order held of the lot before. */
function addHeld(lot: ShelfLot, orderId: string, quantity: number): number {
  if (lot.heldBy === nobody) lot.heldBy = new Map();
  const before = lot.heldBy.get(orderId) ?? 0;
  lot.heldBy.set(orderId, before + quantity);
  return before;
}

const firstPickedFirst = (a: ShelfLot, b: ShelfLot): number => a.place - b.place;

function lastPickedFirst(hubIds: readonly string[]): (a: PlacedLot, b: PlacedLot) => number {
  // A hub that may not serve the demand comes after all that may.
  const rank = ({ lot }: PlacedLot) => {
    const preference = hubIds.indexOf(lot.row.hubId);
    return preference < 0 ? hubIds.length : preference;
  };
  return (a, b) => rank(b) - rank(a) || b.lot.place - a.lot.place;
}

/** Units of an order's reservation become anyone's. */
export function freeHeld(shelf: Shelf, lot: ShelfLot, orderId: string, quantity: number): void {
  const held = lot.heldBy.get(orderId) ?? 0;
  if (quantity <= 0 || held <= 0) return;
  if (quantity >= held) lot.heldBy.delete(orderId);
  else lot.heldBy.set(orderId, held - quantity);
  lot.free += quantity;
  if (lot.isSound) shelf.free += quantity;
  refile(shelf, lot);
}

/** Units the order may take from the lot now: its own first, then free ones. */
export function unitsFor(
  shelf: Shelf,
  lot: ShelfLot,
  orderId: string,
): { readonly own: number; readonly free: number } {
  const own = Math.min(lot.heldBy.get(orderId) ?? 0, lot.left);
  const free = Math.max(0, Math.min(lot.free, lot.isSound ? shelf.free : lot.free, lot.left - own));
  return { own, free };
}

/** Takes units out, or puts them back where they came from when the quantities are negative. */
export function takeUnits(shelf: Shelf, lot: ShelfLot, orderId: string, own: number, free: number): void {
  if (own !== 0) addHeld(lot, orderId, -own);
  lot.free -= free;
  if (lot.isSound) shelf.free -= free;
  lot.left -= own + free;
  refile(shelf, lot);
}

/**
 * A sound lot that leaves after this one and has units left although its date comes first; null when none has. Asked once
 * the units of an order are settled: what is empty then stays so, and is left out of later looks.
 */
export function datedEarlier({ lots, earliestBehind }: Shelf, lot: ShelfLot): string | null {
  let next = earliestBehind[lot.place] ?? -1;
  // Emptied meanwhile: the next earliest stands behind it, or it was the last.
  while (lots[next]?.left === 0) next = earliestBehind[next] ?? -1;
  earliestBehind[lot.place] = next;
  const behind = lots[next];
  if (behind === undefined || behind.lastGoodOn === null) return null;
  if (lot.lastGoodOn !== null && behind.lastGoodOn >= lot.lastGoodOn) return null;
  return behind.row.id;
}
