// How much may be asked for over several days, at worst: the distribution of the sum of independent days, each like one of
// the shop's own days, worked out exactly. No shape of demand is assumed, and no chance is needed.

/** A very long tail is counted in coarser steps, rounded up, to bound the work. */
const LARGEST_DAY = 200;

/**
 * The smallest number of units that demand over `days` days does not exceed with probability `level`.
 * @param dailyUnits what single days sold, at least one; `days` whole and ≥ 0; `level` 0 to 1 (1: the worst sum).
 */
export function demandQuantile(dailyUnits: readonly number[], days: number, level: number): number {
  const largest = Math.max(0, ...dailyUnits);
  if (largest === 0 || days === 0) return 0;
  const step = Math.ceil(largest / LARGEST_DAY);
  const shares = sharesOf(dailyUnits.map((units) => Math.ceil(Math.max(0, units) / step)));
  let sums = new Float64Array([1]);
  for (let day = 0; day < days; day++) sums = addDay(sums, shares);
  let reached = 0;
  for (let sum = 0; sum < sums.length; sum++) {
    reached += sums[sum] ?? 0;
    // Shares add up to 1 but for the last bits of a double.
    if (reached >= level - 1e-12) return sum * step;
  }
  return (sums.length - 1) * step;
}

interface Share {
  readonly units: number;
  readonly probability: number;
}

function sharesOf(dailyUnits: readonly number[]): readonly Share[] {
  const counts = new Map<number, number>();
  for (const units of dailyUnits) counts.set(units, (counts.get(units) ?? 0) + 1);
  return [...counts].map(([units, count]) => ({ units, probability: count / dailyUnits.length }));
}

function addDay(sums: Float64Array, shares: readonly Share[]): Float64Array<ArrayBuffer> {
  const largest = Math.max(...shares.map(({ units }) => units));
  const next = new Float64Array(sums.length + largest);
  for (const { units, probability } of shares) {
    for (let sum = 0; sum < sums.length; sum++)
      next[sum + units] = (next[sum + units] ?? 0) + (sums[sum] ?? 0) * probability;
  }
  return next;
}
