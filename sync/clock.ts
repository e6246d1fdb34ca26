// The night's moment, read once and frozen, with the shop's zone. The only place of the job that reads the system's time
// to decide something.
import { DateTime, IANAZone } from 'luxon';
import type { Clock } from '#lib/kernel/clock.ts';
import { type Day, type Instant, instantFromMs, msFromInstant, type WallTime } from '#lib/kernel/day.ts';

const MS_PER_MINUTE = 60_000;
// No zone changes its offset within a quarter of an hour, so one look-up serves them all: asking Intl costs microseconds,
// and a night asks a hundred thousand times.
const MS_PER_QUARTER = 15 * MS_PER_MINUTE;

/** @param now the moment to work with; null is this moment. @param timeZone an IANA name that exists. */
export function createClock(now: Instant | null, timeZone: string): Clock {
  const zone = IANAZone.create(timeZone);
  const offsets = new Map<number, number>();
  const localText = (instant: Instant): string => {
    const ms = msFromInstant(instant);
    const quarter = Math.floor(ms / MS_PER_QUARTER);
    let minutes = offsets.get(quarter);
    if (minutes === undefined) {
      minutes = zone.offset(quarter * MS_PER_QUARTER);
      offsets.set(quarter, minutes);
    }
    return new Date(ms + minutes * MS_PER_MINUTE).toISOString();
  };
  const frozen = now ?? instantFromMs(DateTime.now().toMillis());
  const dayOf = (instant: Instant) => localText(instant).slice(0, 10) as Day;
  return {
    now: frozen,
    today: dayOf(frozen),
    dayOf,
    wallTimeOf: (instant) => localText(instant).slice(0, 19) as WallTime,
  };
}
