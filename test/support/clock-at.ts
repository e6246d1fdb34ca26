// A frozen clock in the shop's zone for tests of plans: noon of a day, or any instant.
import { DateTime } from 'luxon';
import type { Clock } from '#lib/kernel/clock.ts';
import { type Day, type Instant, instantFromMs, isDay, type WallTime } from '#lib/kernel/day.ts';

const ZONE = 'Europe/Paris';

/** @param moment a day (its noon in Paris) or an instant. */
export function clockAt(moment: Day | Instant): Clock {
  const now = isDay(moment)
    ? instantFromMs(DateTime.fromISO(`${moment}T12:00:00`, { zone: ZONE }).toMillis())
    : (moment as Instant);
  const dayOf = (instant: Instant) => DateTime.fromISO(instant, { zone: ZONE }).toISODate() as Day;
  return {
    now,
    today: dayOf(now),
    dayOf,
    wallTimeOf: (instant) => DateTime.fromISO(instant, { zone: ZONE }).toFormat("yyyy-MM-dd'T'HH:mm:ss") as WallTime,
  };
}
