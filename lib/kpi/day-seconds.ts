// The moment of a movement as one number: whole seconds of the shop's wall clock since the calendar's day zero, so that times
// add up exactly. The day is the row's own; the instant only says when within it.
import type { Clock } from '#lib/kernel/clock.ts';
import { type Day, type Instant, serialFromDay } from '#lib/kernel/day.ts';

export const SECONDS_PER_DAY = 86_400;

export interface DaySeconds {
  readonly startOf: (day: Day) => number;
  /** Without an instant: the start of the day. An instant of another day counts as the day's nearer end. */
  readonly momentOf: (on: Day, at: Instant | null) => number;
}

/** Looks the zone up once a day: a ledger has many rows a day. On the two days of a clock change it may be an hour off. */
export function createDaySeconds(clock: Clock): DaySeconds {
  const starts = new Map<Day, number>();
  const offsets = new Map<string, number>();
  const startOf = (day: Day): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = serialFromDay(day) * SECONDS_PER_DAY;
    starts.set(day, start);
    return start;
  };
  /** Seconds that the shop's clock is ahead of UTC. */
  const offsetOn = (utcDay: Day): number => {
    const known = offsets.get(utcDay);
    if (known !== undefined) return known;
    const wall = clock.wallTimeOf(`${utcDay}T12:00:00Z`);
    const offset = startOf(wall.slice(0, 10) as Day) + secondsOf(wall) - startOf(utcDay) - SECONDS_PER_DAY / 2;
    offsets.set(utcDay, offset);
    return offset;
  };
  return {
    startOf,
    momentOf(on, at) {
      const start = startOf(on);
      if (at === null) return start;
      const utcDay = at.slice(0, 10) as Day;
      const moment = startOf(utcDay) + secondsOf(at) + offsetOn(utcDay);
      return Math.min(start + SECONDS_PER_DAY, Math.max(start, moment));
    },
  };
}

function secondsOf(time: string): number {
  return Number(time.slice(11, 13)) * 3600 + Number(time.slice(14, 16)) * 60 + Number(time.slice(17, 19));
}
