// Which lots serve which demands: the one place where stock is given out, for a line, an order or a batch of orders.
// Σ allocated = min(demand, Σ available); no lot goes below zero; nothing moves here, and nothing is read but what is given.
import type { Day } from '#lib/kernel/day.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import type { Picking } from './lot-order.ts';
import { rememberDays, type ServedStock, serveOrder } from './serve-order.ts';
import { buildShelves, datedEarlier, freeHeld } from './shelf.ts';
import type { SkipReason } from './skip-reason.ts';

export type AllocatableLot = Pick<
  LotsRow,
  | 'id'
  | 'productId'
  | 'hubId'
  | 'receivedOn'
  | 'bestBeforeOn'
  | 'datePrecision'
  | 'dateKind'
  | 'onHand'
  | 'reserved'
  | 'status'
  | 'unitCostCents'
>;

/** Units of one lot. */
export interface Take {
  readonly lotId: string;
  readonly quantity: number;
}

export interface Demand {
  /** A line's id, as a rule. */
  readonly id: string;
  /** Demands of one order share their reservations, and wait together under `whole-order`. */
  readonly orderId: string;
  readonly productId: string;
  /** Hubs that may serve it, the preferred one first. */
  readonly hubIds: readonly string[];
  /** Whole units, 0 or more. */
  readonly quantity: number;
  /** The planned delivery: shelf life is tested on that day. */
  readonly deliverOn: Day;
  /** What the order holds already, counted in the lots' `reserved`: it does not count against it. */
  readonly held?: readonly Take[];
  /** A journalled one-off exception: near or past its DDM is accepted (a DLC never is); a lot may be named to come first. */
  readonly exception?: { readonly lotId: string | null };
}

export interface AllocationPolicy {
  /** `partial`: what there is; `whole-line`: a line that lacks units gets none; `whole-order`: nor do the order's others. */
  readonly shortage: 'partial' | 'whole-line' | 'whole-order';
  readonly pickingOf: (productId: string) => Picking;
  readonly minimumShelfLifeDaysOf: (productId: string) => number;
}

export interface Allocation extends Take {
  readonly demandId: string;
  readonly unitCostCents: number;
  /** The lot was allowed by the demand's exception only. */
  readonly isException: boolean;
  /** A lot of the shelf that leaves later although its date is earlier; null when there is none. */
  readonly datedEarlierLotId: string | null;
}

/** A lot with free units that was passed by: once a lot, with the first demand that met it and its reason. */
export interface SkippedLot extends Take {
  readonly demandId: string;
  readonly reason: SkipReason;
}

export interface Shortfall {
  readonly demandId: string;
  /** Units the demand did not get. */
  readonly quantity: number;
  /** Units that lack in stock: fewer than `quantity` when the rest waits for them by policy. */
  readonly lacking: number;
}

export interface AllocationResult {
  /** In the order of the demands, then of picking. */
  readonly allocations: readonly Allocation[];
  readonly skipped: readonly SkippedLot[];
  readonly shortfalls: readonly Shortfall[];
}

export interface AllocationInput {
  readonly lots: readonly AllocatableLot[];
  /** In order of priority. */
  readonly demands: readonly Demand[];
  readonly policy: AllocationPolicy;
  readonly today: Day;
}

export function allocate({ lots, demands, policy, today }: AllocationInput): AllocationResult {
  const { shelves, lotsById } = buildShelves(lots, demands, policy, today);
  const found: Found = { allocations: [], skipped: [], shortfalls: [] };
  const stock = { shelves, lotsById, daysOf: rememberDays(policy, today) };
  for (const order of ordersOf(demands)) allocateToOrder(order, stock, policy.shortage, found);
  return found;
}

interface Found {
  readonly allocations: Allocation[];
  readonly skipped: SkippedLot[];
  readonly shortfalls: Shortfall[];
}

/** Demands by order, orders in the place of their first demand. */
function ordersOf(demands: readonly Demand[]): Iterable<readonly Demand[]> {
  const orders = new Map<string, Demand[]>();
  for (const demand of demands) {
    const own = orders.get(demand.orderId);
    if (own === undefined) orders.set(demand.orderId, [demand]);
    else own.push(demand);
  }
  return orders.values();
}

function allocateToOrder(
  order: readonly Demand[],
  stock: ServedStock,
  shortage: AllocationPolicy['shortage'],
  found: Found,
): void {
  const { taken, short } = serveOrder(order, stock, shortage, found.skipped);
  if (shortage !== 'whole-order' || short.size === 0) freeWhatIsLeft(order, stock);
  reportShortfalls(order, short, shortage, found);
  for (const { demandId, lotId, quantity, unitCostCents, isException, shelf, lot } of taken) {
    const datedEarlierLotId = datedEarlier(shelf, lot);
    found.allocations.push({ demandId, lotId, quantity, unitCostCents, isException, datedEarlierLotId });
  }
}

function reportShortfalls(
  order: readonly Demand[],
  short: ReadonlyMap<string, number>,
  shortage: AllocationPolicy['shortage'],
  found: Found,
): void {
  if (short.size === 0) return;
  for (const { id, quantity } of order) {
    const lacking = short.get(id) ?? 0;
    if (quantity === 0 || (lacking === 0 && shortage !== 'whole-order')) continue;
    found.shortfalls.push({ demandId: id, quantity: shortage === 'partial' ? lacking : quantity, lacking });
  }
}

/** Once an order is served, what it held elsewhere is anyone's: it will hold what was allocated now. */
function freeWhatIsLeft(order: readonly Demand[], { lotsById }: ServedStock): void {
  for (const { orderId, held } of order) {
    for (const { lotId } of held ?? []) {
      const found = lotsById.get(lotId);
      if (found !== undefined) freeHeld(found.shelf, found.lot, orderId, found.lot.heldBy.get(orderId) ?? 0);
    }
  }
}
