// The forecast of one product kept in stock: its weeks, the methods tried on them, and what a week is expected to sell over
// the time that one purchase covers. Nothing is written here.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { forecastWeeks, type WeeksForecast } from './forecast-weeks.ts';
import { readSeason, seasonShare } from './season.ts';
import { type WeeklyDemand, weeklyDemand } from './weekly-demand.ts';

export interface ProductForecast {
  readonly demand: WeeklyDemand;
  /** Weeks that the methods learn from. */
  readonly countedWeeks: number;
  /** Per week in season; null while too few weeks count. */
  readonly forecast: WeeksForecast | null;
  /** Share of the days ahead in which the product is in season, 0 to 1. */
  readonly seasonShare: number;
  /** Units a week over the days ahead, seasons counted; null without a forecast. */
  readonly weeklyUnits: number | null;
  /** The months typed for it are no months: it was forecast as if it sold all year. */
  readonly isSeasonUnreadable: boolean;
}

export function forecastProduct(
  { clock, settings }: Pick<PlanContext, 'clock' | 'settings'>,
  { id, seasonalMonths }: Pick<ProductsRow, 'id' | 'seasonalMonths'>,
  movements: ReturnType<typeof shelfMovements>,
): ProductForecast {
  const read = readSeason(seasonalMonths);
  const season = read === 'unreadable' ? null : read;
  const demand = weeklyDemand({ clock, settings }, movements.get(id) ?? [], season);
  const counted = demand.weeks.filter(({ counts }) => counts === 'counted');
  const forecast = forecastWeeks(
    counted.map(({ demandUnits }) => demandUnits),
    settings,
  );
  const share = seasonShare(season, clock.today, 7 * settings['stock.cycleWeeks']);
  return {
    demand,
    countedWeeks: counted.length,
    forecast,
    seasonShare: share,
    weeklyUnits: forecast && forecast.used.weeklyUnits * share,
    isSeasonUnreadable: read === 'unreadable',
  };
}
