// The lots of one product in one hub, in picking order, while demands are served from them. It keeps three figures apart:
// what lies there, what is free, and what an order holds by its own reservation.
import type { Day } from '#lib/kernel/day.ts';
import type { AllocatableLot, AllocationPolicy, Demand } from './allocate.ts';
import { isInDate, isOnSale } from './available.ts';
import { lastGoodDay } from './lot-dates.ts';
import { lotOrder } from './lot-order.ts';

export interface ShelfLot {
  readonly row: AllocatableLot;
  readonly lastGoodOn: Day | null;
  /** Fit for somebody today: on sale, received, in date. */
  readonly isSound: boolean;
  readonly place: number;
  /** Units that lie there. */
  left: number;
  /** Units that nobody reserved; negative when more is reserved than lies there. */
  free: number;
  /** By order, of the orders being served. */
  readonly heldBy: Map<string, number>;
}

export interface Shelf {
  readonly lots: readonly ShelfLot[];
  /** The first lot that still holds something. */
  first: number;
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
  /** By {@link shelfKey}. */
  readonly shelves: ReadonlyMap<string, Shelf>;
  readonly lotsById: ReadonlyMap<string, PlacedLot>;
}

export const shelfKey = (hubId: string, productId: string): string => `${hubId}/${productId}`;

export function buildShelves(
  lots: readonly AllocatableLot[],
  demands: readonly Demand[],
  { pickingOf }: AllocationPolicy,
  today: Day,
): Shelves {
  const rows = new Map<string, AllocatableLot[]>();
  for (const lot of lots) {
    if (lot.onHand <= 0 && lot.reserved <= 0) continue;
    const key = shelfKey(lot.hubId, lot.productId);
    const own = rows.get(key);
    if (own === undefined) rows.set(key, [lot]);
    else own.push(lot);
  }
  const shelves = new Map<string, Shelf>();
  const lotsById = new Map<string, PlacedLot>();
  for (const [key, own] of rows) {
    own.sort(lotOrder(pickingOf((own[0] as AllocatableLot).productId)));
    const shelf = shelfOf(own, today);
    shelves.set(key, shelf);
    for (const lot of shelf.lots) lotsById.set(lot.row.id, { shelf, lot });
  }
  holdForOrders(demands, lotsById);
  return { shelves, lotsById };
}

function shelfOf(rows: readonly AllocatableLot[], today: Day): Shelf {
  let free = 0;
  const lots = rows.map((row, place): ShelfLot => {
    const isSound = isOnSale(row) && row.receivedOn <= today && isInDate(row, today);
    if (isSound) free += row.onHand - row.reserved;
    const lastGoodOn = lastGoodDay(row);
    const left = Math.max(0, row.onHand);
    return { row, lastGoodOn, isSound, place, left, free: row.onHand - row.reserved, heldBy: new Map() };
  });
  const earliestBehind = new Int32Array(lots.length).fill(-1);
  for (let place = lots.length - 2, earliest = -1; place >= 0; place--) {
    const behind = lots[place + 1] as ShelfLot;
    if (behind.isSound && behind.lastGoodOn !== null) {
      const known = lots[earliest]?.lastGoodOn;
      if (known === undefined || known === null || behind.lastGoodOn <= known) earliest = place + 1;
    }
    earliestBehind[place] = earliest;
  }
  return { lots, first: 0, free, earliestBehind };
}

/** Puts what orders hold beside the lots; what an order holds beyond its demand is freed, from the last lot it would take. */
function holdForOrders(demands: readonly Demand[], lotsById: ReadonlyMap<string, PlacedLot>): void {
  const holds = new Map<string, { wanted: number; held: number; readonly lots: PlacedLot[] }>();
  for (const { orderId, productId, quantity, held } of demands) {
    const key = `${orderId}\n${productId}`;
    const hold = holds.get(key) ?? { wanted: 0, held: 0, lots: [] };
    holds.set(key, hold);
    hold.wanted += quantity;
    for (const take of held ?? []) {
      const found = lotsById.get(take.lotId);
      if (found === undefined || take.quantity <= 0) continue;
      const before = found.lot.heldBy.get(orderId);
      found.lot.heldBy.set(orderId, (before ?? 0) + take.quantity);
      if (before === undefined) hold.lots.push(found);
      if (found.lot.isSound) hold.held += take.quantity;
    }
  }
  for (const [key, { wanted, held, lots }] of holds) {
    if (held <= wanted) continue;
    const orderId = key.slice(0, key.indexOf('\n'));
    let surplus = held - wanted;
    for (const { shelf, lot } of lots.filter((found) => found.lot.isSound).sort(lastPickedFirst)) {
      const freed = Math.min(surplus, lot.heldBy.get(orderId) ?? 0);
      freeHeld(shelf, lot, orderId, freed);
      surplus -= freed;
    }
  }
}

const lastPickedFirst = (a: PlacedLot, b: PlacedLot): number => b.lot.place - a.lot.place;

/** Units of an order's reservation become anyone's. */
export function freeHeld(shelf: Shelf, lot: ShelfLot, orderId: string, quantity: number): void {
  const held = lot.heldBy.get(orderId) ?? 0;
  if (quantity <= 0 || held <= 0) return;
  if (quantity >= held) lot.heldBy.delete(orderId);
  else lot.heldBy.set(orderId, held - quantity);
  lot.free += quantity;
  if (lot.isSound) shelf.free += quantity;
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
  if (own !== 0) lot.heldBy.set(orderId, (lot.heldBy.get(orderId) ?? 0) - own);
  lot.free -= free;
  if (lot.isSound) shelf.free -= free;
  lot.left -= own + free;
  if (lot.left > 0 && lot.place < shelf.first) shelf.first = lot.place;
}

export function skipEmptied(shelf: Shelf): void {
  while ((shelf.lots[shelf.first]?.left ?? 1) === 0) shelf.first++;
}

/** A sound lot that leaves after this one and has units left although its date comes first; null when none has. */
export function datedEarlier(shelf: Shelf, lot: ShelfLot): string | null {
  for (let place = lot.place; ; ) {
    const next = shelf.earliestBehind[place] ?? -1;
    const behind = shelf.lots[next];
    if (behind === undefined || behind.lastGoodOn === null) return null;
    if (lot.lastGoodOn !== null && behind.lastGoodOn >= lot.lastGoodOn) return null;
    if (behind.left > 0) return behind.row.id;
    // Emptied meanwhile: the next earliest stands behind it, or it was the last.
    place = next;
  }
}
