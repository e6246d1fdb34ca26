// The ledger of the hero products as the stock figures need it: what moved, when, product by product.
import { addDays } from '#lib/kernel/day.ts';
import { lastGoodDay } from '#lib/stock/lot-dates.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { createDaySeconds, type DaySeconds } from './day-seconds.ts';
import type { Period } from './kpi-figure.ts';
import type { KpiShop } from './kpi-shop.ts';
import { lotsSetApart, type ShelfEvent, type ShelfLots, type ShelfTime, shelfTime } from './shelf-time.ts';

export interface HeroShelf {
  readonly product: ProductsRow;
  /** Every movement of the product, whatever its day. */
  readonly movements: readonly MovementsRow[];
  readonly timeIn: (period: Period) => ShelfTime;
}

/** One for each hero product on sale that ever moved, in order of SKU. */
export function heroShelves({ context, heroes }: KpiShop): readonly HeroShelf[] {
  const { movements } = context.workbook;
  const byProduct = new Map<string, MovementsRow[]>(heroes.map(({ id }) => [id, []]));
  for (const row of movements.rows) byProduct.get(row.productId)?.push(row);
  const seconds = createDaySeconds(context.clock);
  const lots = shelfLots(context.workbook, seconds);
  return heroes.flatMap((product) => {
    const own = byProduct.get(product.id) ?? [];
    if (own.length === 0) return [];
    const events = own.map((row): ShelfEvent => ({ ...row, at: seconds.momentOf(row.on, row.at) }));
    const timeIn = ({ from, until }: Period) =>
      shelfTime(events, lots, seconds.startOf(from), seconds.startOf(addDays(until, 1)));
    return [{ product, movements: own, timeIn }];
  });
}

function shelfLots({ movements, lots }: KpiShop['context']['workbook'], seconds: DaySeconds): ShelfLots {
  const setApart = lotsSetApart(movements.rows);
  return {
    isSetApart: (lotId) => setApart.has(lotId),
    expiresAt(lotId) {
      const lot = lots.byId.get(lotId);
      const last = lot === undefined ? null : lastGoodDay(lot);
      return last === null ? null : seconds.startOf(addDays(last, 1));
    },
  };
}
