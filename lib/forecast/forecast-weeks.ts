// The three methods on one product's weeks, each with its error, and the one to use. The simple average is used unless
// another one was nearer over enough weeks: a shop understands it, and it seldom loses.
import type { Settings } from '#lib/settings/settings.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { backTest, type ForecastError } from './back-test.ts';
import { demandProfile } from './demand-class.ts';
import { type Forecasts, sbaForecasts, simpleAverages, tsbForecasts } from './intermittent-demand.ts';

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
  /** Nearer than the simple average, and still not used, because it forecast too little; null when there is none. */
  readonly tooLow: MethodTrial | null;
}

type ForecastSettings = Pick<Settings, 'forecast.minimumWeeks' | 'forecast.smoothing' | 'stock.historyWeeks'>;

/** @param weeks units of the weeks that count, oldest first. @returns null when they are too few. */
export function forecastWeeks(weeks: readonly number[], settings: ForecastSettings): WeeksForecast | null {
  const fewest = settings['forecast.minimumWeeks'];
  if (weeks.length < fewest) return null;
  const weight = { size: settings['forecast.smoothing'], rate: settings['forecast.smoothing'] };
  const trialOf = (method: ForecastMethod, forecasts: Forecasts): MethodTrial => ({
    method,
    weeklyUnits: forecasts[weeks.length] ?? 0,
    error: backTest(weeks, forecasts, fewest),
  });
  const simple = trialOf('simple_average', simpleAverages(weeks, settings['stock.historyWeeks']));
  const others = [trialOf('sba', sbaForecasts(weeks, weight)), trialOf('tsb', tsbForecasts(weeks, weight))];
  // One lucky week proves nothing: as many are tested as a forecast needs at least.
  const nearer = others.filter((other) => (other.error?.testedWeeks ?? 0) >= fewest && isNearer(other, simple));
  const tooLow = nearer.filter((other) => isSeldomSold(weeks) && missing(other) > missing(simple));
  const used = nearer
    .filter((other) => !tooLow.includes(other))
    .reduce((best, other) => (isNearer(other, best) ? other : best), simple);
  return { trials: [simple, ...others], used, tooLow: tooLow[0] ?? null };
}

/**
 * Where most weeks sell nothing, the mean absolute error rewards whoever forecasts next to nothing, which would empty the
 * shelf (it is least at the median, which is 0): there, a smaller error counts only when it was not made by missing more.
 */
function isSeldomSold(weeks: readonly number[]): boolean {
  const kind = demandProfile(weeks)?.class;
  return kind === 'intermittent' || kind === 'lumpy';
}

function isNearer(one: MethodTrial, other: MethodTrial): boolean {
  // The last bits of a double make no method better.
  return (one.error?.maeUnits ?? 0) < (other.error?.maeUnits ?? 0) - 1e-9;
}

/** Units a week that were forecast too few, on the whole. */
function missing({ error }: MethodTrial): number {
  return Math.max(0, -(error?.biasUnits ?? 0));
}
