// What a product is expected to sell a day, and how far several days may exceed that: the forecast kept in Produits when
// there is one, else the simple average; the spread always from the shop's own days in stock.
import type { Settings } from '#lib/settings/settings.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { averageDailyUnits } from './average-demand.ts';
import type { DemandDay } from './demand-history.ts';
import { demandQuantile } from './demand-quantile.ts';

export interface DemandForecast {
  /** Units a day; null when the product was not in stock long enough to say. */
  readonly dailyUnits: number | null;
  readonly source: 'forecast' | 'average' | 'none';
  /** Of the forecast: how it was made, and how far it and the simple average were off on past weeks; null without one. */
  readonly made: Pick<ProductsRow, 'demandMethod' | 'demandError' | 'simpleError'> | null;
  /** Days in stock that the average rests on. */
  readonly stockedDays: number;
  /** By how many units demand over so many days exceeds its mean, at the shop's service level. */
  readonly excessOver: (days: number) => number;
}

/** A day with less stock than this tells too little of what would have been sold. */
const STOCKED_DAY = 0.5;

export function forecastDemand(
  product: Pick<ProductsRow, 'weeklyDemand' | 'demandMethod' | 'demandError' | 'simpleError'>,
  history: readonly DemandDay[],
  settings: Pick<Settings, 'stock.serviceLevel' | 'stock.historyMinimumDays'>,
): DemandForecast {
  const fewestDays = settings['stock.historyMinimumDays'];
  const stockedDays = history.reduce((sum, day) => sum + day.stockedShare, 0);
  const average = stockedDays >= fewestDays ? averageDailyUnits(history) : null;
  const { weeklyDemand, demandMethod, demandError, simpleError } = product;
  const dailyUnits = weeklyDemand === null ? average : weeklyDemand / 7;
  const samples = history.filter(isStockedDay).map(({ units }) => units);
  return {
    dailyUnits,
    source: weeklyDemand !== null ? 'forecast' : average !== null ? 'average' : 'none',
    made: weeklyDemand === null ? null : { demandMethod, demandError, simpleError },
    stockedDays,
    excessOver(days) {
      if (samples.length < fewestDays) return 0;
      const mean = samples.reduce((sum, units) => sum + units, 0) / samples.length;
      return demandQuantile(samples, days, settings['stock.serviceLevel']) - mean * days;
    },
  };
}

/** Whether what was sold on the day tells what was asked for. */
export function isStockedDay({ stockedShare }: Pick<DemandDay, 'stockedShare'>): boolean {
  return stockedShare >= STOCKED_DAY;
}
