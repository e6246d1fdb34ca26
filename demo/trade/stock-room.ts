// The demo shop's shelves while its year is played: lots in FIFO order and the journal of movements. Every quantity goes
// through `move`, so a lot's stock on hand is always the sum of its movements.
import type { DemoRow, DraftRow } from '#demo/demo-rows.ts';
import { by } from '#lib/kernel/compare.ts';
import { addDays, type Day, type Instant } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';

export type LotDraft = DraftRow<'lots'>;
type Movement = DemoRow<'movements'>;

export interface StockRoom {
  readonly lots: LotDraft[];
  readonly movements: Movement[];
  /** Lots of one hub and product (`hub/sku`), the one to pick first in front. */
  readonly shelves: Map<string, LotDraft[]>;
  /** Promised to orders and not picked yet, by `hub/sku`. */
  readonly promised: Map<string, number>;
  /** Shelf-life limits by day of delivery, kept because they are asked for at every line. */
  readonly limits: Map<Day, Day>;
}

export type Entry = Pick<Movement, 'kind' | 'on'> &
  Partial<Omit<Movement, 'id' | 'lotId' | 'productId' | 'hubId' | 'quantity'>> & { readonly at: Instant };

export interface Take {
  readonly lot: LotDraft;
  readonly quantity: number;
}

export function createStockRoom(): StockRoom {
  return { lots: [], movements: [], shelves: new Map(), promised: new Map(), limits: new Map() };
}

const shelfKey = (hubId: string, sku: string): string => `${hubId}/${sku}`;

const firstToPick = by<LotDraft>(
  (lot) => lot.receivedOn,
  (lot) => lot.bestBeforeOn ?? null,
  (lot) => lot.id,
);

/** A new empty lot on its shelf; the movement that fills it comes separately. */
export function addLot(room: StockRoom, lot: Omit<LotDraft, 'id' | 'onHand' | 'reserved' | 'status'>): LotDraft {
  const added: LotDraft = {
    ...lot,
    id: formatId('LOT', room.lots.length + 1),
    onHand: 0,
    reserved: 0,
    status: 'available',
  };
  room.lots.push(added);
  const key = shelfKey(lot.hubId, lot.productId);
  const shelf = room.shelves.get(key) ?? [];
  shelf.push(added);
  shelf.sort(firstToPick);
  room.shelves.set(key, shelf);
  return added;
}

/** Changes a lot by a signed quantity and writes the movement. */
export function move(room: StockRoom, lot: LotDraft, quantity: number, entry: Entry): Movement {
  if (lot.onHand + quantity < 0) throw new Error(`Bug: ${lot.id} would hold ${lot.onHand + quantity}`);
  lot.onHand += quantity;
  if (lot.status !== 'quarantined') lot.status = lot.onHand === 0 ? 'exhausted' : 'available';
  const movement: Movement = {
    unitCostCents: lot.unitCostCents,
    ...entry,
    id: formatId('MVT', room.movements.length + 1),
    lotId: lot.id,
    productId: lot.productId,
    hubId: lot.hubId,
    quantity,
  };
  room.movements.push(movement);
  return movement;
}

/** The earliest date that a lot may carry for an order delivered that day: the customer's minimum shelf life. */
function shelfLifeLimit(room: StockRoom, deliverOn: Day): Day {
  const known = room.limits.get(deliverOn);
  if (known !== undefined) return known;
  const limit = addDays(deliverOn, defaultSettings['stock.minimumShelfLifeDays']);
  room.limits.set(deliverOn, limit);
  return limit;
}

/** Whether the lot has free units that are on sale and in date. */
function isPickable(lot: LotDraft, lastDay: Day): boolean {
  return lot.status === 'available' && lot.onHand - lot.reserved > 0 && (lot.bestBeforeOn ?? lastDay) >= lastDay;
}

/** Units that a new order can be promised. */
export function freeUnits(room: StockRoom, hubId: string, sku: string, deliverOn: Day): number {
  const key = shelfKey(hubId, sku);
  const shelf = room.shelves.get(key) ?? [];
  const lastDay = shelfLifeLimit(room, deliverOn);
  const onShelf = shelf.reduce((sum, lot) => sum + (isPickable(lot, lastDay) ? lot.onHand - lot.reserved : 0), 0);
  return Math.max(0, onShelf - (room.promised.get(key) ?? 0));
}

export function promise(room: StockRoom, hubId: string, sku: string, quantity: number): void {
  const key = shelfKey(hubId, sku);
  room.promised.set(key, (room.promised.get(key) ?? 0) + quantity);
}

/** Which lots give the quantity, oldest received first; fewer units when the shelf is short. Nothing moves yet. */
export function chooseLots(
  room: StockRoom,
  hubId: string,
  sku: string,
  quantity: number,
  deliverOn: Day,
): readonly Take[] {
  const takes: Take[] = [];
  const lastDay = shelfLifeLimit(room, deliverOn);
  let missing = quantity;
  for (const lot of room.shelves.get(shelfKey(hubId, sku)) ?? []) {
    if (missing === 0) break;
    if (!isPickable(lot, lastDay)) continue;
    const taken = Math.min(missing, lot.onHand - lot.reserved);
    takes.push({ lot, quantity: taken });
    missing -= taken;
  }
  return takes;
}
