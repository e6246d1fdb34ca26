// The night's pass over the forecasts: products that sold every other day for three years, some of them in season only. The
// rows are decoded already: what is measured is the arithmetic, from the ledger to the cells of Produits.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { planForecasts } from '#lib/forecast/plan-forecasts.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { manyRows } from '#test/support/live-workbook.ts';
import { workbookOf } from '#test/support/workbook-of.ts';

export interface ForecastBench {
  readonly products: number;
  readonly movements: number;
  readonly milliseconds: number;
  /** Products that got a forecast. */
  readonly forecasts: number;
}

const TODAY: Day = '2026-11-22';
const RUNS = 5;
const DAYS = 3 * 365;
const PICKS = Math.floor(DAYS / 2);

export function benchForecast(products: number): ForecastBench {
  const sku = (index: number) => `SKU-${index}`;
  const first = addDays(TODAY, -DAYS);
  const rowsEach = PICKS + 1;
  const workbook = workbookOf({
    products: Array.from({ length: products }, (_, index) => ({
      ...{ id: sku(index), name: sku(index), model: 'hero' as const, priceCents: 1200, vatRate: 0.2, active: true },
      ...(index % 5 === 0 ? { seasonalMonths: '5-9' } : {}),
    })),
    movements: manyRows('movements', products * rowsEach, (index) => {
      const turn = index % rowsEach;
      const productId = sku(Math.floor(index / rowsEach));
      const own = { lotId: `LOT-${productId}`, productId, hubId: 'HUB-1', unitCostCents: 400 };
      if (turn === 0) return { ...own, on: first, kind: 'receipt' as const, quantity: 10 * PICKS };
      const sold = 1 + ((index * 7) % 3);
      return { ...own, on: addDays(first, 2 * turn), kind: 'pick' as const, quantity: -sold, orderId: `CMD-${index}` };
    }),
  });
  const settings = parseSettings(workbook.settings).settings;
  const context: PlanContext = { workbook, words: fr, clock: clockAt(TODAY), settings };
  let milliseconds = Number.POSITIVE_INFINITY;
  let forecasts = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    forecasts = planForecasts(context).changes.length;
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return { products, movements: products * rowsEach, milliseconds, forecasts };
}
