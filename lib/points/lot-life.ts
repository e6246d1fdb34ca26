// How long points live: calendar months from the day they were earned, plus every day of the customer's subscription
// pauses that falls inside that life. It must not depend on what an earlier night found: a pause may become known late.
import { addDays, addMonths, type Day, daysBetween } from '#lib/kernel/day.ts';

/** Paused from `on` (included) until `until` (excluded: the first day that runs again). */
export interface Pause {
  readonly on: Day;
  readonly until: Day;
}

/**
 * The pauses as disjoint periods in order, none beyond today: an open pause (`until` null) counts until today and so
 * grows day by day; days covered by the pauses of several subscriptions count once; empty or inverted ones vanish.
 */
export function mergePauses(
  pauses: readonly { readonly on: Day; readonly until: Day | null }[],
  today: Day,
): readonly Pause[] {
  const merged: Pause[] = [];
  for (const { on, until } of pauses.slice().sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const end = until === null || until > today ? today : until;
    const last = merged[merged.length - 1];
    if (end <= on) continue;
    if (last === undefined || on > last.until) merged.push({ on, until: end });
    else if (end > last.until) merged[merged.length - 1] = { on: last.on, until: end };
  }
  return merged;
}

/**
 * The day the points stop counting: at its start they are gone (a lot that expires on the 22nd cannot be spent on the
 * 22nd). A paused day inside the life makes the life one day longer, which may bring in further paused days. Since a
 * pause that begins within the life is then wholly within it, one pass in order reaches that fixed point.
 * @param pauses as {@link mergePauses} gives them.
 */
export function lotExpiryDay(earnedOn: Day, lifetimeMonths: number, pauses: readonly Pause[]): Day {
  let end = addMonths(earnedOn, lifetimeMonths);
  for (const { on, until } of pauses) {
    if (on >= end) break;
    const from = on < earnedOn ? earnedOn : on;
    if (until > from) end = addDays(end, daysBetween(from, until));
  }
  return end;
}
