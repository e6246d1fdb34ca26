// Time as the demo team lives it: minutes pass on working days between opening and closing, and only then.
import { wallTime } from '#demo/calendar/paris-time.ts';
import type { WorkingDays } from '#demo/calendar/working-days.ts';
import { addDays, type Day, type WallTime } from '#lib/kernel/day.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';

const OPENS = defaultSettings['support.openHour'] * 60;
const CLOSES = defaultSettings['support.closeHour'] * 60;

/** A minute of a day, 0 to 1439. */
export interface Moment {
  readonly day: Day;
  readonly minute: number;
}

export function addOpenMinutes(days: WorkingDays, from: Moment, minutes: number): Moment {
  let { day, minute } = firstOpen(days, from);
  let left = minutes;
  while (minute + left > CLOSES) {
    left -= CLOSES - minute;
    day = days.add(day, 1);
    minute = OPENS;
  }
  return { day, minute: minute + left };
}

function firstOpen(days: WorkingDays, { day, minute }: Moment): Moment {
  if (minute >= CLOSES) return { day: days.openFrom(addDays(day, 1)), minute: OPENS };
  return days.isOpen(day) ? { day, minute: Math.max(OPENS, minute) } : { day: days.openFrom(day), minute: OPENS };
}

export function wallTimeOf({ day, minute }: Moment): WallTime {
  return wallTime(day, minute * 60);
}
