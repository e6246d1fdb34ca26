// Wall-clock times of Paris and the instants they are. The demo shop has no host to ask for a zone, and its history needs
// only the European rule: summer time from the last Sunday of March to the last Sunday of October, 01:00 UTC.
import { type Day, type Instant, instantFromMs, type WallTime } from '#lib/kernel/day.ts';

const HOUR_MS = 3_600_000;
const MARCH = 2;
const OCTOBER = 9;

export function wallTime(day: Day, secondsOfDay: number): WallTime {
  const [hours, minutes, seconds] = [secondsOfDay / 3600, (secondsOfDay / 60) % 60, secondsOfDay % 60];
  return `${day}T${[hours, minutes, seconds].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}`;
}

/** The instant of a Paris wall time; the hour that autumn repeats is taken as its first passage. */
export function parisInstant(time: WallTime): Instant {
  const wallMs = Date.parse(`${time}Z`);
  const summerMs = wallMs - 2 * HOUR_MS;
  const year = Number(time.slice(0, 4));
  const isSummer = summerMs >= lastSundayMs(year, MARCH) && summerMs < lastSundayMs(year, OCTOBER);
  return instantFromMs(isSummer ? summerMs : wallMs - HOUR_MS);
}

/** The inverse of {@link parisInstant}. */
export function parisWallTime(instant: Instant): WallTime {
  const utcMs = Date.parse(instant);
  const year = Number(instant.slice(0, 4));
  const isSummer = utcMs >= lastSundayMs(year, MARCH) && utcMs < lastSundayMs(year, OCTOBER);
  return instantFromMs(utcMs + (isSummer ? 2 : 1) * HOUR_MS).slice(0, 19) as WallTime;
}

/** 01:00 UTC of the month's last Sunday. */
function lastSundayMs(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1));
  return lastDay.getTime() - lastDay.getUTCDay() * 24 * HOUR_MS;
}
