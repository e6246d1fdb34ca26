// Lots whose date is near, or past, while something still lies in them: what must be sold, given or thrown away first.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import { lastGoodDay } from '#lib/stock/lot-dates.ts';
import type { LotsRow } from '#lib/tables/lots.ts';

export interface NearLot {
  readonly lot: LotsRow;
  readonly lastGoodOn: Day;
  /** Negative when the date is past. */
  readonly daysLeft: number;
}

/** Of one product, the nearest first, those within `stock.nearDays`. */
export function nearLots(
  { workbook, clock, settings }: Pick<PlanContext, 'workbook' | 'clock' | 'settings'>,
  productId: string,
): readonly NearLot[] {
  const near = workbook.lots.rows.flatMap((lot): NearLot[] => {
    const lastGoodOn = lastGoodDay(lot);
    if (lot.productId !== productId || lot.onHand <= 0 || lastGoodOn === null) return [];
    const daysLeft = daysBetween(clock.today, lastGoodOn);
    return daysLeft <= settings['stock.nearDays'] ? [{ lot, lastGoodOn, daysLeft }] : [];
  });
  return near.sort(
    by(
      ({ daysLeft }) => daysLeft,
      ({ lot }) => lot.id,
    ),
  );
}

/** Units with at most so many days left. */
export function unitsWithin(lots: readonly NearLot[], days: number): number {
  return lots.reduce((sum, { lot, daysLeft }) => (daysLeft <= days ? sum + lot.onHand : sum), 0);
}
