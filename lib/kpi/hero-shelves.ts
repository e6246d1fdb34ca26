// The ledger of the hero products as the stock figures need it: what moved, when, product by product.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays } from '#lib/kernel/day.ts';
import { lastGoodDay } from '#lib/stock/lot-dates.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { createDaySeconds, type DaySeconds } from './day-seconds.ts';
import type { Period } from './kpi-figure.ts';
import { inOrderOfTime, lotsSetApart, type ShelfStep, type ShelfTime, shelfTime } from './shelf-time.ts';

export interface HeroShelf {
  readonly product: ProductsRow;
  /** Every movement of the product, whatever its day. */
  readonly movements: readonly MovementsRow[];
  readonly timeIn: (period: Period) => ShelfTime;
}

/** One for each of the products that ever moved, in their order. */
export function heroShelves(context: PlanContext, products: readonly ProductsRow[]): readonly HeroShelf[] {
  const { movements } = context.workbook;
  const byProduct = new Map<string, MovementsRow[]>(products.map(({ id }) => [id, []]));
  for (const row of movements.rows) byProduct.get(row.productId)?.push(row);
  const seconds = createDaySeconds(context.clock);
  const setApart = lotsSetApart(movements.rows);
  return products.flatMap((product) => {
    const own = byProduct.get(product.id) ?? [];
    if (own.length === 0) return [];
    const steps = inOrderOfTime([...movementSteps(own, seconds), ...expirySteps(context, own, seconds)]);
    const timeIn = ({ from, until }: Period) =>
      shelfTime(steps, setApart, seconds.startOf(from), seconds.startOf(addDays(until, 1)));
    return [{ product, movements: own, timeIn }];
  });
}

function movementSteps(rows: readonly MovementsRow[], { momentOf }: DaySeconds): ShelfStep[] {
  return rows.map(({ on, at, lotId, quantity, unitCostCents }) => {
    return { at: momentOf(on, at), lotId, quantity, unitCostCents, isExpiry: false };
  });
}

/** A lot is off the shelf from the day after its last good one. */
function expirySteps({ workbook }: PlanContext, rows: readonly MovementsRow[], { startOf }: DaySeconds): ShelfStep[] {
  return [...new Set(rows.map(({ lotId }) => lotId))].flatMap((lotId) => {
    const lot = workbook.lots.byId.get(lotId);
    const last = lot === undefined ? null : lastGoodDay(lot);
    if (last === null) return [];
    return [{ at: startOf(addDays(last, 1)), lotId, quantity: 0, unitCostCents: 0, isExpiry: true }];
  });
}
