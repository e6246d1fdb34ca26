// What a date on a label means. A lot is good up to and including its date; a date known to the month or the year lasts to
// the end of it. DDM (best quality) and DLC (safety) are kept apart: past a DLC nothing is ever sold.
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import type { LotsRow } from '#lib/tables/lots.ts';

export type DatePrecision = NonNullable<LotsRow['datePrecision']>;
export type DatedLot = Pick<LotsRow, 'bestBeforeOn' | 'datePrecision'>;

/** The last day on which the lot is in date; null when it carries no date (then it does not perish). */
export function lastGoodDay({ bestBeforeOn, datePrecision }: DatedLot): Day | null {
  return bestBeforeOn === null ? null : endOfPeriod(bestBeforeOn, datePrecision);
}

/** The last day that a label of this precision names: 2027-06-01 "to the month" is 2027-06-30. */
export function endOfPeriod(day: Day, precision: DatePrecision | null): Day {
  const year = day.slice(0, 4);
  if (precision === 'year_known') return `${year}-12-31` as Day;
  if (precision === 'month_known') return addDays(addMonths(`${day.slice(0, 7)}-01` as Day, 1), -1);
  return day;
}

export interface LotMilestones {
  /** Last day in date: the label's, or received + shelf life when it has none. */
  readonly lastGoodOn: Day;
  /** Last delivery day that leaves the customer the minimum shelf life. */
  readonly lastDeliveryOn: Day;
  /** From this day the lot counts as near its date. */
  readonly nearFrom: Day;
}

interface Delays {
  readonly shelfLifeDays: number;
  readonly minimumShelfLifeDays: number;
  readonly nearDays: number;
}

/** The days that matter in a lot's life, from its receipt and the product's delays, all in calendar days. */
export function lotMilestones(
  receivedOn: Day,
  { shelfLifeDays, minimumShelfLifeDays, nearDays }: Delays,
): LotMilestones {
  const lastGoodOn = addDays(receivedOn, shelfLifeDays);
  return {
    lastGoodOn,
    lastDeliveryOn: addDays(lastGoodOn, -minimumShelfLifeDays),
    nearFrom: addDays(lastGoodOn, -nearDays),
  };
}
