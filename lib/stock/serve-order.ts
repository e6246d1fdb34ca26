// Serves the demands of one order together from the shelves, under the shortage policy. What it takes is taken from the
// shelves in memory only, and can be given back.
import type { Day } from '#lib/kernel/day.ts';
import type { AllocationPolicy, Demand, SkippedLot } from './allocate.ts';
import { serveDemand, type Taken } from './serve-demand.ts';
import { type Shelves, takeUnits } from './shelf.ts';
import { type DeliveryDays, deliveryDays } from './skip-reason.ts';

export interface ServedStock extends Shelves {
  readonly daysOf: (demand: Demand) => DeliveryDays;
}

export interface ServedOrder {
  readonly taken: readonly Taken[];
  /** By demand, the units that lack. */
  readonly short: ReadonlyMap<string, number>;
}

export function serveOrder(
  order: readonly Demand[],
  stock: ServedStock,
  shortage: AllocationPolicy['shortage'],
  skipped: SkippedLot[],
): ServedOrder {
  const taken: Taken[] = [];
  const short = new Map<string, number>();
  for (const demand of order) {
    const start = taken.length;
    const lacking = serveDemand(demand, stock, stock.daysOf(demand), taken, skipped);
    if (lacking === 0) continue;
    short.set(demand.id, lacking);
    if (shortage !== 'partial') giveBack(taken.splice(start));
  }
  if (shortage === 'whole-order' && short.size > 0) giveBack(taken.splice(0));
  return { taken, short };
}

export function giveBack(taken: readonly Taken[]): void {
  for (const { shelf, lot, orderId, own, free } of taken) takeUnits(shelf, lot, orderId, -own, -free);
}

/** Batches ask for few days: each is reckoned once. */
export function rememberDays(
  { minimumShelfLifeDaysOf }: Pick<AllocationPolicy, 'minimumShelfLifeDaysOf'>,
  today: Day,
): ServedStock['daysOf'] {
  const known = new Map<string, Map<number, DeliveryDays>>();
  return ({ productId, deliverOn }) => {
    const minimum = minimumShelfLifeDaysOf(productId);
    const byMinimum = known.get(deliverOn) ?? new Map<number, DeliveryDays>();
    const days = byMinimum.get(minimum) ?? deliveryDays(today, deliverOn, minimum);
    known.set(deliverOn, byMinimum.set(minimum, days));
    return days;
  };
}
