// A product's sales by calendar week (Monday to Sunday), whole weeks only, and which of them say something of demand: a week
// with too little stock or out of season does not, and an order beyond the usual counts for a few usual ones.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day, weekdayOf } from '#lib/kernel/day.ts';
import { type DemandDay, demandHistory, type shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import { findOneOffOrders, type OneOffOrder } from './one-off-orders.ts';
import { isInSeason, type Season } from './season.ts';

export interface DemandWeek {
  /** Its Monday. */
  readonly weekOn: Day;
  readonly soldUnits: number;
  /** Share of the week in which something lay on the shelf, 0 to 1. */
  readonly stockedShare: number;
  readonly counts: 'counted' | 'out-of-stock' | 'off-season';
  /** What the methods learn from: one-off orders cut, brought to a full week in stock. */
  readonly demandUnits: number;
}

export interface WeeklyDemand {
  /** Oldest first. */
  readonly weeks: readonly DemandWeek[];
  readonly oneOffs: readonly OneOffOrder[];
}

type Movements = NonNullable<ReturnType<ReturnType<typeof shelfMovements>['get']>>;

/** @param movements of the product, as `shelfMovements` gives them; the last week is the last one that is over. */
export function weeklyDemand(
  { clock, settings }: Pick<PlanContext, 'clock' | 'settings'>,
  movements: Movements,
  season: Season,
): WeeklyDemand {
  const first = movements[0]?.on;
  if (first === undefined) return { weeks: [], oneOffs: [] };
  const until = addDays(mondayOf(clock.today), -1);
  const history = demandHistory(movements, { from: first, until });
  const { orders, leftOut } = findOneOffOrders(movements, settings['forecast.oneOffFactor']);
  const fewestShare = settings['forecast.stockedShare'];
  const lead = weekdayOf(first) - 1;
  const weeks: DemandWeek[] = [];
  let weekOn = mondayOf(first);
  for (let end = 7 - lead; end <= history.length; end += 7, weekOn = addDays(weekOn, 7)) {
    const days = history.slice(Math.max(0, end - 7), end);
    weeks.push(weekOf(weekOn, days, leftOut, season, fewestShare));
  }
  return { weeks, oneOffs: orders };
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function weekOf(
  weekOn: Day,
  days: readonly DemandDay[],
  leftOut: ReadonlyMap<Day, number>,
  season: Season,
  fewestShare: number,
): DemandWeek {
  let soldUnits = 0;
  let cutUnits = 0;
  let stockedDays = 0;
  for (const { day, units, stockedShare } of days) {
    soldUnits += units;
    cutUnits += leftOut.get(day) ?? 0;
    stockedDays += stockedShare;
  }
  const stockedShare = stockedDays / 7;
  // A week belongs to the month of its Thursday, as in ISO 8601.
  const isOffSeason = !isInSeason(season, addDays(weekOn, 3));
  const isOut = stockedShare < fewestShare || stockedShare === 0;
  const counts = isOffSeason ? 'off-season' : isOut ? 'out-of-stock' : 'counted';
  const demandUnits = counts === 'counted' ? (soldUnits - cutUnits) / stockedShare : 0;
  return { weekOn, soldUnits, stockedShare, counts, demandUnits };
}
