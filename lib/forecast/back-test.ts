// How wrong a method would have been: each week forecast from the weeks before it, one week ahead, then compared with what
// that week sold. What it never saw cannot help it.
import type { Forecasts } from './intermittent-demand.ts';

export interface ForecastError {
  readonly testedWeeks: number;
  /** Mean absolute error, units a week. */
  readonly maeUnits: number;
  /** Mean of forecast − sold, units a week: positive when too much was forecast. */
  readonly biasUnits: number;
}

/** @param from the first week tested. @returns null when no week is left to test. */
export function backTest(weeks: readonly number[], forecasts: Forecasts, from: number): ForecastError | null {
  const errors = weeks.slice(from).map((units, index) => (forecasts[from + index] ?? 0) - units);
  if (errors.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { testedWeeks: errors.length, maeUnits: mean(errors.map(Math.abs)), biasUnits: mean(errors) };
}
