// Family "forecast": intermittent demand, smoothing, the class of a demand, on a series given whole.
import { z } from 'zod';
import { demandProfile } from '#lib/forecast/demand-class.ts';
import {
  crostonLevels,
  type Forecasts,
  sbaForecasts,
  smoothed,
  tsbForecasts,
} from '#lib/forecast/intermittent-demand.ts';
import type { WorkedCase } from '../case.ts';
import { type Comparison, judge, outOfScope, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  series: z.array(z.number()),
  params: z.object({ alpha: z.number(), beta: z.number().optional() }).optional(),
  expected: z.record(z.string(), z.unknown()),
});
type Given = z.infer<typeof schema>;

/** Of what the cases expect; SBJ is another correction of Croston's bias, within a hundredth of SBA here, and not offered. */
const NOT_OURS = ['sbj', 'sbjInSample'];

export function replayForecast(worked: WorkedCase): Verdict {
  const given = schema.parse(worked);
  const asked = Object.keys(given.expected).filter((key) => !NOT_OURS.includes(key));
  const unknown = asked.filter((key) => !(key in answers));
  if (unknown.length > 0) return outOfScope(`no such figure here: ${unknown.join(', ')}`);
  const comparisons = asked.map((key): Comparison => {
    const expected = given.expected[key];
    return { what: key, expected, actual: alike(answers[key]?.(given), expected) };
  });
  const because = asked.length < Object.keys(given.expected).length ? 'SBJ is not offered: SBA and TSB are' : undefined;
  return judge(comparisons, because);
}

const weightOf = ({ params }: Given) => {
  const size = params?.alpha ?? 0;
  return { size, rate: params?.beta ?? size };
};
const levelsOf = (given: Given) => crostonLevels(given.series, weightOf(given));
const crostonOf = (given: Given): Forecasts => levelsOf(given).map((at) => at && at.size / at.interval);
const sbaOf = (given: Given) => sbaForecasts(given.series, weightOf(given));
const tsbOf = (given: Given) => tsbForecasts(given.series, weightOf(given));
const last = <Item>(items: readonly Item[]) => items[items.length - 1];
const inSample = (forecasts: Forecasts) => forecasts.slice(0, -1);

/** By the name a case gives the figure. */
const answers: Readonly<Record<string, (given: Given) => unknown>> = {
  demandLevel: (given) => last(levelsOf(given))?.size,
  intervalLevel: (given) => last(levelsOf(given))?.interval,
  croston: (given) => last(crostonOf(given)),
  crostonInSample: (given) => inSample(crostonOf(given)),
  sba: (given) => last(sbaOf(given)),
  sbaInSample: (given) => inSample(sbaOf(given)),
  tsb: (given) => last(tsbOf(given)),
  tsbInSample: (given) => inSample(tsbOf(given)),
  ses: ({ series, params }) =>
    series.reduce<number | null>((level, value) => smoothed(level, value, params?.alpha ?? 0), null),
  adi: ({ series }) => demandProfile(series)?.interval,
  cv2: ({ series }) => demandProfile(series)?.variation,
  class: ({ series }) => demandProfile(series)?.class,
};

/** Numbers are the case's when they agree to the last decimal that it prints, rounded or cut off. */
function alike(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((item, index) => alike(item, expected[index]));
  }
  if (typeof actual !== 'number' || typeof expected !== 'number') return actual;
  const decimals = String(expected).split('.')[1]?.length ?? 0;
  return Math.abs(actual - expected) < 10 ** -decimals ? expected : actual;
}
