// When to reorder and up to what: the two policies as sums, in units, rounded so that the comparison with whole units is
// exact. A forecast, a delay and a target come in; which product, which partner is decided elsewhere.

export interface ReorderLevels {
  /** Reorder as soon as the position is at or below this. */
  readonly point: number;
  readonly upTo: number;
}

export interface LeadTimeInput {
  readonly dailyUnits: number;
  /** Lead time and review interval together, calendar days. */
  readonly coveredDays: number;
  /** What demand over the covered days exceeds its own mean by, at the service level. */
  readonly quantileExcess: number;
  readonly bufferDays: number;
  readonly cycleDays: number;
}

export interface LeadTimeLevels extends ReorderLevels {
  /** Expected over the covered days; not rounded. */
  readonly expected: number;
  /** The larger of the buffer and the quantile's excess; not rounded. */
  readonly safety: number;
}

/** Point = expected over lead time and review + the larger of buffer and excess; up to = point + a cycle of sales. */
export function leadTimeLevels(input: LeadTimeInput): LeadTimeLevels {
  const expected = input.dailyUnits * input.coveredDays;
  const safety = Math.max(input.dailyUnits * input.bufferDays, input.quantileExcess, 0);
  const point = roundUp(expected + safety);
  return { expected, safety, point, upTo: roundUp(expected + safety + input.dailyUnits * input.cycleDays) };
}

/** The plain rule: reorder at a share of the target stock, refill to the target. */
export function thresholdLevels(targetStock: number, rate: number): ReorderLevels {
  return { point: Math.floor(targetStock * rate + ROUNDING), upTo: targetStock };
}

/** 0.2 × 35 is 7.000000000000001: the last bits of a double order no unit. */
const ROUNDING = 1e-9;

function roundUp(units: number): number {
  return Math.ceil(units - ROUNDING);
}
