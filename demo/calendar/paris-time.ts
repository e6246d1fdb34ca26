// Wall-clock times of Paris and the instants they are. The demo shop has no host to ask for a zone, and its history needs
// only the European rule: summer time from the last Sunday of March to the last Sunday of October, 01:00 UTC.
import {
  addDays,
  addMonths,
  type Day,
  type Instant,
  instantFromMs,
  type WallTime,
  weekdayOf,
} from '#lib/kernel/day.ts';

export function wallTime(day: Day, secondsOfDay: number): WallTime {
  const [hours, minutes, seconds] = [secondsOfDay / 3600, (secondsOfDay / 60) % 60, secondsOfDay % 60];
  return `${day}T${[hours, minutes, seconds].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}`;
}

/** The instant of a Paris wall time; the hour that autumn repeats is taken as its first passage. */
export function parisInstant(time: WallTime): Instant {
  const utcMs = Date.parse(`${time}Z`);
  const summer = utcMs - 2 * 3_600_000;
  const year = time.slice(0, 4);
  const begins = Date.parse(`${lastSunday(`${year}-03-01` as Day)}T01:00:00Z`);
  const ends = Date.parse(`${lastSunday(`${year}-10-01` as Day)}T01:00:00Z`);
  return instantFromMs(summer >= begins && summer < ends ? summer : utcMs - 3_600_000);
}

function lastSunday(firstOfMonth: Day): Day {
  const last = addDays(addMonths(firstOfMonth, 1), -1);
  return addDays(last, -(weekdayOf(last) % 7));
}
