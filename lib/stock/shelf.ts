// The lots of one product in one hub, in picking order, while demands are served from them. It keeps three figures apart:
// what lies there, what is free, and what an order holds by its own reservation.
import type { Day } from '#lib/kernel/day.ts';
import type { AllocatableLot, AllocationPolicy, Demand } from './allocate.ts';
import { isOnSale } from './available.ts';
import { lastGoodDay } from './lot-dates.ts';
import { lotOrder, type Picking } from './lot-order.ts';
import type { SkipReason } from './skip-reason.ts';

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
  heldBy: Map<string, number>;
  /** What the lot was last reported to be passed by for. */
  skippedFor: SkipReason | null;
}

/** Shared by the lots that no order holds; never written to. */
const nobody: Map<string, number> = new Map();

export interface Shelf {
  readonly lots: readonly ShelfLot[];
  /** Those that may still hold something, in the same order: what demands walk along. */
  open: readonly ShelfLot[];
  /** How many of the open ones are empty by now. */
  emptied: number;
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
    const shelf = shelfOf(own, pickingOf((own[0] as AllocatableLot).productId), today);
    shelves.set(key, shelf);
    for (const lot of shelf.lots) lotsById.set(lot.row.id, { shelf, lot });
  }
  holdForOrders(demands, lotsById);
  return { shelves, lotsById };
}

function shelfOf(rows: readonly AllocatableLot[], picking: Picking, today: Day): Shelf {
  let shelfFree = 0;
  const dated = rows.map((row) => ({ row, lastGoodOn: lastGoodDay(row) })).sort(lotOrder(picking));
  const lots = dated.map(({ row, lastGoodOn }, place): ShelfLot => {
    const isSound = isOnSale(row) && row.receivedOn <= today && (lastGoodOn === null || lastGoodOn >= today);
    const free = row.onHand - row.reserved;
    if (isSound) shelfFree += free;
    const left = Math.max(0, row.onHand);
    return { row, lastGoodOn, isSound, place, left, free, heldBy: nobody, skippedFor: null };
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
  return { lots, open: lots, emptied: 0, free: shelfFree, earliestBehind };
}

/** Puts what orders hold beside the lots; what an order holds beyond its demand is freed, from the last lot it would take. */
function holdForOrders(demands: readonly Demand[], lotsById: ReadonlyMap<string, PlacedLot>): void {
  const holds = new Map<string, { wanted: number; held: number; readonly lots: PlacedLot[] }>();
  const holders = new Set<string>();
  for (const { orderId, productId, held = [] } of demands) {
    for (const take of held) {
      const found = lotsById.get(take.lotId);
      if (found === undefined || take.quantity <= 0) continue;
      const key = `${orderId}\n${productId}`;
      const hold = holds.get(key) ?? { wanted: 0, held: 0, lots: [] };
      holds.set(key, hold);
      holders.add(orderId);
      const before = addHeld(found.lot, orderId, take.quantity);
      if (before === 0) hold.lots.push(found);
      if (found.lot.isSound) hold.held += take.quantity;
    }
  }
  for (const { orderId, productId, quantity } of demands) {
    const hold = holders.has(orderId) ? holds.get(`${orderId}\n${productId}`) : undefined;
    if (hold !== undefined) hold.wanted += quantity;
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

/** @returns what the order held of the lot before. */
function addHeld(lot: ShelfLot, orderId: string, quantity: number): number {
  if (lot.heldBy === nobody) lot.heldBy = new Map();
  const before = lot.heldBy.get(orderId) ?? 0;
  lot.heldBy.set(orderId, before + quantity);
  return before;
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
  if (own !== 0) addHeld(lot, orderId, -own);
  lot.free -= free;
  if (lot.isSound) shelf.free -= free;
  if (lot.left === 0) shelf.emptied--;
  lot.left -= own + free;
  if (lot.left === 0) shelf.emptied++;
}

/** Leaves emptied lots out of the walk once they are many; only between orders, since an order may put units back. */
export function closeEmptied(shelf: Shelf): void {
  if (shelf.emptied * 4 <= shelf.open.length) return;
  shelf.open = shelf.open.filter(({ left }) => left > 0);
  shelf.emptied = 0;
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
