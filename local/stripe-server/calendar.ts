/**
 * Billing anniversaries in UTC, as Stripe counts them: every period end is counted from the billing cycle anchor, so a
 * subscription anchored on the 31st renews on 28 February and on 31 March again. Seconds since the epoch everywhere.
 */

export type Interval = 'day' | 'week' | 'month' | 'year';

export const HOUR_SECONDS = 3600;
export const DAY_SECONDS = 86_400;

/** The `count`th anniversary of `anchor`; the day is clamped to the end of a shorter month, the time of day is kept. */
export function addIntervals(anchor: number, interval: Interval, count: number): number {
  if (interval === 'day') return anchor + count * DAY_SECONDS;
  if (interval === 'week') return anchor + count * 7 * DAY_SECONDS;
  const date = new Date(anchor * 1000);
  const monthIndex = date.getUTCMonth() + count * (interval === 'year' ? 12 : 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), monthIndex + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  return Date.UTC(date.getUTCFullYear(), monthIndex, day) / 1000 + (anchor - startOfDay(anchor));
}

/** The first anniversary of `anchor` strictly after `instant`. */
export function nextAnniversary(anchor: number, interval: Interval, intervalCount: number, instant: number): number {
  const stepSeconds = { day: 1, week: 7, month: 28, year: 365 }[interval] * DAY_SECONDS * intervalCount;
  const farEstimate = Math.floor((instant - anchor) / stepSeconds) + 1;
  let count = Math.max(0, Math.floor(farEstimate * 0.9) - 1);
  if (instant < anchor) count = farEstimate - 2;
  let end = addIntervals(anchor, interval, count * intervalCount);
  while (end <= instant) {
    count += 1;
    end = addIntervals(anchor, interval, count * intervalCount);
  }
  return end;
}

function startOfDay(instant: number): number {
  return Math.floor(instant / DAY_SECONDS) * DAY_SECONDS;
}
