// Keeps in Produits, for each product the shop keeps in stock, what a week is expected to sell, by which method, and its
// error beside the simple average's. The weeks are whole calendar weeks, so the figures change on Mondays.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import { productsOf } from '#lib/stock/reorder/plan-propose-purchases.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { forecastProduct, type ProductForecast } from './forecast-product.ts';

type ForecastCells = Pick<ProductsRow, 'weeklyDemand' | 'demandMethod' | 'demandError' | 'simpleError' | 'demandBias'>;

const NOTHING: ForecastCells = {
  weeklyDemand: null,
  demandMethod: null,
  demandError: null,
  simpleError: null,
  demandBias: null,
};

export function planForecasts(context: PlanContext): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  // A forecast from half the ledger would be worse than last night's.
  if (!workbook.movements.usable) return draft.changeSet();
  const movements = shelfMovements(workbook.movements.rows);
  const kept = new Set(productsOf(context, null).map(({ id }) => id));
  const { products } = workbook;
  const columnIndex = products.columnIndexOf.get('seasonalMonths') ?? 0;
  for (const product of products.rows) {
    if (!kept.has(product.id)) {
      draft.update(products, product, NOTHING);
      continue;
    }
    const found = forecastProduct(context, product, movements);
    draft.update(products, product, forecastCells(found));
    if (found.isSeasonUnreadable) {
      const at = { tab: products.title, cell: cellName(product.rowIndex, columnIndex), id: product.id };
      draft.report(problem('productSeasonUnreadable', { text: product.seasonalMonths ?? '' }, at));
    }
  }
  return draft.changeSet();
}

function forecastCells({ forecast, weeklyUnits }: ProductForecast): ForecastCells {
  if (forecast === null) return NOTHING;
  const { used, trials } = forecast;
  return {
    weeklyDemand: rounded(weeklyUnits),
    demandMethod: used.method,
    demandError: rounded(used.error?.maeUnits),
    simpleError: rounded(trials[0]?.error?.maeUnits),
    demandBias: rounded(used.error?.biasUnits),
  };
}

/** To a hundredth of a unit: more digits would only look exact. */
function rounded(units: number | null | undefined): number | null {
  return units === null || units === undefined ? null : Math.round(units * 100) / 100 || 0;
}
