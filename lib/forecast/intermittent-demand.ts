// What a product sells a week, estimated from its past weeks when many of them sell nothing. Each method gives every
// forecast it would have made on the way, so that trying it out costs one pass. It knows no shop: numbers in, numbers out.

/**
 * One forecast a week and one more: `[t]` was made before week t was seen, the last one is for the week to come. null as long
 * as nothing was ever sold.
 */
export type Forecasts = readonly (number | null)[];

/** How much the newest value weighs, 0 to 1: on the size of sales, and on how often they come. */
export interface Smoothing {
  readonly size: number;
  readonly rate: number;
}

/** Simple exponential smoothing (Brown 1956), started at the first value; its last level is the forecast. */
export function smoothed(level: number | null, value: number, weight: number): number {
  return level === null ? value : level + weight * (value - level);
}

/** The mean of the last weeks, at most `window` of them. */
export function simpleAverages(weeks: readonly number[], window: number): Forecasts {
  const forecasts: (number | null)[] = [null];
  let sum = 0;
  weeks.forEach((units, week) => {
    sum += units - (weeks[week - window] ?? 0);
    forecasts.push(sum / Math.min(week + 1, window));
  });
  return forecasts;
}

export interface CrostonLevels {
  /** Units of a week that sells. */
  readonly size: number;
  /** Weeks from one sale to the next; the first counts from the start of the series. */
  readonly interval: number;
}

/**
 * The levels behind Croston's forecast `size / interval`: both smoothed when something sells, kept when nothing does.
 * Source: J. D. Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23 (1972).
 */
export function crostonLevels(weeks: readonly number[], weight: Smoothing): readonly (CrostonLevels | null)[] {
  let levels: CrostonLevels | null = null;
  let since = 0;
  return [
    null,
    ...weeks.map((units) => {
      since += 1;
      if (units <= 0) return levels;
      levels = {
        size: smoothed(levels?.size ?? null, units, weight.size),
        interval: smoothed(levels?.interval ?? null, since, weight.rate),
      };
      since = 0;
      return levels;
    }),
  ];
}

/**
 * Croston's forecast less its bias: × (1 − β / 2), β being the interval's smoothing.
 * Source: A. A. Syntetos and J. E. Boylan, "The accuracy of intermittent demand estimates", Int. J. of Forecasting 21 (2005).
 */
export function sbaForecasts(weeks: readonly number[], weight: Smoothing): Forecasts {
  const levels = crostonLevels(weeks, weight);
  return levels.map((at) => at && (1 - weight.rate / 2) * (at.size / at.interval));
}

/**
 * Probability that a week sells × units of a week that sells. The probability falls in every week without a sale, so a
 * product that dies out is noticed, which Croston's interval never does.
 * Source: R. H. Teunter, A. A. Syntetos and M. Z. Babai, "Intermittent demand: linking forecasting to inventory obsolescence",
 * European J. of Operational Research 214 (2011).
 */
export function tsbForecasts(weeks: readonly number[], weight: Smoothing): Forecasts {
  let size: number | null = null;
  let probability: number | null = null;
  return [
    null,
    ...weeks.map((units) => {
      if (units > 0) size = smoothed(size, units, weight.size);
      probability = smoothed(probability, units > 0 ? 1 : 0, weight.rate);
      return size === null ? null : size * probability;
    }),
  ];
}
