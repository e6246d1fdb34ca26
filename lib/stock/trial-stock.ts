// Stock on which allocations are tried, one after the other: each leaves it as it was, until units are reserved. The shelves
// are put in order once, however many orders are tried.
import type { Day } from '#lib/kernel/day.ts';
import type { AllocatableLot, AllocationPolicy, Demand, Take } from './allocate.ts';
import { giveBack, rememberDays, type ServedStock, serveOrder } from './serve-order.ts';
import { buildShelves, takeUnits } from './shelf.ts';

export interface TrialStock {
  /**
   * What the lots can give to the demands of one order, which hold nothing yet.
   * @param promised given to other lines of the order: not there for these.
   */
  readonly tryFor: (
    demands: readonly Demand[],
    shortage: AllocationPolicy['shortage'],
    promised: readonly Take[],
  ) => readonly TriedTake[];
  /** From now on the units are somebody's. */
  readonly reserve: (takes: readonly Take[]) => void;
}

export interface TriedTake extends Take {
  readonly demandId: string;
}

export function createTrialStock(lots: readonly AllocatableLot[], policy: AllocationPolicy, today: Day): TrialStock {
  const { shelves, lotsById } = buildShelves(lots, [], policy, today);
  const stock: ServedStock = { shelves, lotsById, daysOf: rememberDays(policy, today) };
  const reserveBy = (takes: readonly Take[], sign: 1 | -1) => {
    for (const { lotId, quantity } of takes) {
      const found = lotsById.get(lotId);
      if (found !== undefined) takeUnits(found.shelf, found.lot, '', 0, sign * quantity);
    }
  };
  return {
    tryFor(demands, shortage, promised) {
      reserveBy(promised, 1);
      const { taken } = serveOrder(demands, stock, shortage, []);
      giveBack(taken);
      reserveBy(promised, -1);
      return taken.map(({ demandId, lotId, quantity }) => ({ demandId, lotId, quantity }));
    },
    reserve: (takes) => reserveBy(takes, 1),
  };
}
