// The simple average of sales, over the time in which there was something to sell, and the stock it covers.
import type { DemandDay } from './demand-history.ts';

/**
 * Units a day: units sold ÷ days in stock, counted to the fraction (for sales that arrive at random this is the estimate of
 * greatest likelihood when sold-out time is unseen). null when the product was never in stock.
 */
export function averageDailyUnits(history: readonly Pick<DemandDay, 'units' | 'stockedShare'>[]): number | null {
  let units = 0;
  let days = 0;
  for (const day of history) {
    units += day.units;
    days += day.stockedShare;
  }
  return dailyUnits(units, days);
}

/** null when there was no day. */
export function dailyUnits(units: number, days: number): number | null {
  return days > 0 ? units / days : null;
}

/** Days that the stock lasts; null when nothing is sold. */
export function coverDays(available: number, daily: number): number | null {
  return daily > 0 ? available / daily : null;
}
