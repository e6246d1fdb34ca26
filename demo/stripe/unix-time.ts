// Unix seconds of a day, and months counted as Stripe counts them. UTC throughout: Stripe's anniversaries are UTC.
import { addMonths, type Day, msFromInstant } from '#lib/kernel/day.ts';

export const DAY_SECONDS = 86_400;
export const HOUR_SECONDS = 3600;

/** @param secondsOfDay since midnight UTC. */
export function unixSeconds(day: Day, secondsOfDay = 0): number {
  return msFromInstant(`${day}T00:00:00Z`) / 1000 + secondsOfDay;
}

/**
 * A first day whose monthly anniversaries include `renewalOn`, at least `months` before it. Some candidates are clamped
 * at a month's end and miss it; then one month more is tried.
 */
export function firstDayRenewingOn(renewalOn: Day, months: number): Day {
  for (let tried = months; tried < months + 12; tried++) {
    const first = addMonths(renewalOn, -tried);
    if (addMonths(first, tried) === renewalOn) return first;
  }
  throw new Error(`Bug: no subscription renews on ${renewalOn}`);
}
