// The moment of a run in the workbook's zone. `Utilities` knows zones; Intl is not relied upon.
import type { Clock } from '#lib/kernel/clock.ts';
import { type Day, type Instant, instantFromMs, msFromInstant, type WallTime } from '#lib/kernel/day.ts';

const MS_PER_QUARTER = 900_000;

/** @param now a moment of an earlier preview, to plan again at; null is this moment. */
export function createClock(now: Instant | null, zone: string): Clock {
  // No zone changes its offset within a quarter of an hour: one call to the service serves all its instants.
  const offsets = new Map<number, number>();
  const localText = (instant: Instant): string => {
    const ms = msFromInstant(instant);
    const quarter = Math.floor(ms / MS_PER_QUARTER);
    const offset = offsets.get(quarter) ?? offsetAt(quarter * MS_PER_QUARTER, zone);
    offsets.set(quarter, offset);
    return instantFromMs(ms + offset).slice(0, 19);
  };
  const moment = now ?? instantFromMs(Date.now());
  const dayOf = (instant: Instant) => localText(instant).slice(0, 10) as Day;
  return { now: moment, today: dayOf(moment), dayOf, wallTimeOf: (instant) => localText(instant) as WallTime };
}

function offsetAt(ms: number, zone: string): number {
  const local = Utilities.formatDate(new Date(ms), zone, "yyyy-MM-dd'T'HH:mm:ss");
  return Date.parse(`${local}Z`) - ms;
}
