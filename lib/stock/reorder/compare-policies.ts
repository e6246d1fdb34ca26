// Both reorder policies replayed on one product's own history, from the same shelf, each day knowing only the days before it.
// The first weeks are only learned from. A day without stock asks for what the other days sold on average.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { averageDailyUnits } from './average-demand.ts';
import type { DemandDay } from './demand-history.ts';
import { forecastDemand, isStockedDay } from './forecast-demand.ts';
import { shelfLifeCap } from './order-quantity.ts';
import type { PurchaseOffer } from './purchase-offers.ts';
import { levelsOf } from './reorder-need.ts';
import { type PolicyRun, simulatePolicy } from './simulate-policy.ts';

/** A replayed day cannot know what the night foresees today. */
const NO_FORECAST = { weeklyDemand: null, demandMethod: null, demandError: null, simpleError: null };

export type Policy = NonNullable<ProductsRow['reorderPolicy']>;

export interface PolicyComparison {
  readonly from: Day;
  readonly until: Day;
  /** The threshold policy is absent for a product without a target stock. */
  readonly runs: readonly { readonly policy: Policy; readonly run: PolicyRun; readonly boundCents: number | null }[];
}

/** @returns null when there is not more history than what is only learned from and one cycle of sales. */
export function comparePolicies(
  context: PlanContext,
  product: ProductsRow,
  offer: Pick<PurchaseOffer, 'leadDays' | 'packSize' | 'minimum' | 'unitCostCents'>,
  history: readonly DemandDay[],
): PolicyComparison | null {
  const { settings } = context;
  const start = 7 * settings['forecast.minimumWeeks'];
  const first = history[start];
  const last = history[history.length - 1];
  if (first === undefined || last === undefined || history.length <= start + 7 * settings['stock.cycleWeeks'])
    return null;
  const demand = demandOf(history).slice(start);
  const openingUnits = Math.max(0, history[start - 1]?.onHand ?? 0);
  const policies: readonly Policy[] = product.targetStock === null ? ['lead_time'] : ['lead_time', 'threshold'];
  const runs = policies.map((policy) => {
    const known = knownOn(context, product, policy, offer.leadDays, history, start);
    const run = simulatePolicy({
      demand,
      openingUnits,
      leadDays: offer.leadDays,
      reviewDays: settings['stock.reviewDays'],
      levelsOn: (day) => known(day).levels,
      rulesOn: (day, position) => ({
        packSize: offer.packSize,
        minimum: offer.minimum,
        cap: shelfLifeCap({
          dailyUnits: known(day).dailyUnits,
          leadDays: offer.leadDays,
          shelfLifeDays: product.shelfLifeDays,
          minimumShelfLifeDays: product.minimumShelfLifeDays ?? settings['stock.minimumShelfLifeDays'],
          position,
        }),
      }),
    });
    const { unitCostCents } = offer;
    return { policy, run, boundCents: unitCostCents === null ? null : Math.round(run.averageUnits * unitCostCents) };
  });
  return { from: first.day, until: last.day, runs };
}

/** What the policy knew in the evening of a replayed day: the forecast of the window that ends there. */
function knownOn(
  context: PlanContext,
  product: ProductsRow,
  reorderPolicy: Policy,
  leadDays: number,
  history: readonly DemandDay[],
  start: number,
) {
  const window = 7 * context.settings['stock.historyWeeks'];
  return (day: number) => {
    const until = start + day + 1;
    const seen = history.slice(Math.max(0, until - window), until);
    const forecast = forecastDemand(NO_FORECAST, seen, context.settings);
    const levels = levelsOf(context, { ...product, reorderPolicy }, forecast, leadDays)?.levels ?? null;
    return { levels, dailyUnits: forecast.dailyUnits };
  };
}

/** Whole units; what the average leaves over is carried to the next day without stock. */
function demandOf(history: readonly DemandDay[]): number[] {
  const average = averageDailyUnits(history) ?? 0;
  let carried = 0;
  return history.map((day) => {
    if (isStockedDay(day)) return day.units;
    carried += average;
    const units = Math.max(day.units, Math.floor(carried));
    carried = Math.max(0, carried - units);
    return units;
  });
}
