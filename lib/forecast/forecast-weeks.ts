// The three methods on one product's weeks, each with its error, and the one to use. The simple average is used unless
// another one was nearer over enough weeks: a shop understands it, and it seldom loses.
import type { Settings } from '#lib/settings/settings.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { backTest, type ForecastError } from './back-test.ts';
import { sbaForecasts, simpleAverages, tsbForecasts } from './intermittent-demand.ts';

export type ForecastMethod = NonNullable<ProductsRow['demandMethod']>;

export interface MethodTrial {
  readonly method: ForecastMethod;
  /** For the week to come. */
  readonly weeklyUnits: number;
  /** null while too few weeks have passed to try the method out. */
  readonly error: ForecastError | null;
}

export interface WeeksForecast {
  /** The simple average first. */
  readonly trials: readonly MethodTrial[];
  readonly used: MethodTrial;
}

type ForecastSettings = Pick<Settings, 'forecast.minimumWeeks' | 'forecast.smoothing' | 'stock.historyWeeks'>;

/** @param weeks units of the weeks that count, oldest first. @returns null when they are too few. */
export function forecastWeeks(weeks: readonly number[], settings: ForecastSettings): WeeksForecast | null {
  const fewest = settings['forecast.minimumWeeks'];
  if (weeks.length < fewest) return null;
  const weight = { size: settings['forecast.smoothing'], rate: settings['forecast.smoothing'] };
  const trialOf = (method: ForecastMethod, forecasts: ReturnType<typeof sbaForecasts>): MethodTrial => ({
    method,
    weeklyUnits: forecasts[weeks.length] ?? 0,
    error: backTest(weeks, forecasts, fewest),
  });
  const simple = trialOf('simple_average', simpleAverages(weeks, settings['stock.historyWeeks']));
  const others = [trialOf('sba', sbaForecasts(weeks, weight)), trialOf('tsb', tsbForecasts(weeks, weight))];
  const used = others.reduce(
    (best, other) => (beats(other, simple, fewest) && isNearer(other, best) ? other : best),
    simple,
  );
  return { trials: [simple, ...others], used };
}

/**
 * As many weeks tested as a forecast needs at least: one lucky week proves nothing. And nothing gained by forecasting too
 * little: on sales that are often nothing, the mean absolute error alone rewards a forecast that empties the shelf.
 */
function beats(other: MethodTrial, simple: MethodTrial, fewestWeeks: number): boolean {
  if (other.error === null || simple.error === null || other.error.testedWeeks < fewestWeeks) return false;
  return isNearer(other, simple) && missing(other.error) <= missing(simple.error);
}

function isNearer(one: MethodTrial, other: MethodTrial): boolean {
  // The last bits of a double make no method better.
  return (one.error?.maeUnits ?? 0) < (other.error?.maeUnits ?? 0) - 1e-9;
}

/** Units a week that were forecast too few, on the whole. */
function missing({ biasUnits }: ForecastError): number {
  return Math.max(0, -biasUnits);
}
