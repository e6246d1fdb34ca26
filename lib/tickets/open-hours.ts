// Time as the team lives it: minutes pass between opening and closing of working days, and only then. Everything rests on one
// count, the open minutes before a moment, which never falls: so time adds up whatever lies between. Wall clock only, to the
// minute: no zone and no change of summer time enters here.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { assert } from '#lib/kernel/assert.ts';
import { type Day, dayFromSerial, serialFromDay, type WallTime, weekdayOf } from '#lib/kernel/day.ts';

export interface OpenHours {
  /** Minutes during which the shop was open; negative when `to` is earlier. Seconds do not count. */
  readonly minutesBetween: (from: WallTime, to: WallTime) => number;
  /**
   * The first moment by which that many open minutes have passed since `from`: a full day ends at closing, not at the next
   * opening. With 0 minutes, `from` itself while the shop is open, else the next opening.
   * @param minutes whole, 0 or more.
   */
  readonly addOpenMinutes: (from: WallTime, minutes: number) => WallTime;
}

export interface OpeningHours {
  /** 0–23. */
  readonly openHour: number;
  /** 1–24, after `openHour`. */
  readonly closeHour: number;
}

const SATURDAY = 6;
const WORKING_DAYS_A_WEEK = 5;
/** Serial number of a Monday: weeks are counted from here. */
const FIRST_MONDAY = serialFromDay('1900-01-01');

export function openHoursOf({ settings, workbook }: Pick<PlanContext, 'settings' | 'workbook'>): OpenHours {
  const hours = { openHour: settings['support.openHour'], closeHour: settings['support.closeHour'] };
  return openHours(
    hours,
    workbook.closedDays.rows.map(({ on }) => on),
  );
}

export function openHours({ openHour, closeHour }: OpeningHours, closedDays: Iterable<Day>): OpenHours {
  assert(closeHour > openHour, 'a shop that closes before it opens');
  const opens = openHour * 60;
  const length = closeHour * 60 - opens;
  const closed = [...new Set(closedDays)].filter((day) => weekdayOf(day) < SATURDAY).map(serialFromDay);
  closed.sort((a, b) => a - b);
  /** Working days before that day; counted from a Monday long ago, negative before it. */
  const openDaysBefore = (serial: number): number => {
    const days = serial - FIRST_MONDAY;
    const weeks = Math.floor(days / 7);
    const rest = Math.min(days - weeks * 7, WORKING_DAYS_A_WEEK);
    return weeks * WORKING_DAYS_A_WEEK + rest - countBelow(closed, serial);
  };
  const openMinutesBefore = (time: WallTime): number => {
    const serial = serialFromDay(time.slice(0, 10) as Day);
    const before = openDaysBefore(serial);
    const isOpen = openDaysBefore(serial + 1) > before;
    return before * length + (isOpen ? clamp(minuteOf(time) - opens, 0, length) : 0);
  };
  /** The day that `count` working days come before. */
  const openDayAfter = (count: number): number => {
    let low = FIRST_MONDAY + Math.floor((count / WORKING_DAYS_A_WEEK) * 7) - 7;
    let high = low + 14 + closed.length * 7;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (openDaysBefore(middle + 1) > count) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    minutesBetween: (from, to) => openMinutesBefore(to) - openMinutesBefore(from),
    addOpenMinutes: (from, minutes) => {
      const target = openMinutesBefore(from) + minutes;
      // A target at the edge of two days is the end of the first, unless no time was to pass.
      const days = minutes === 0 ? Math.floor(target / length) : Math.ceil(target / length) - 1;
      return wallTime(openDayAfter(days), opens + target - days * length);
    },
  };
}

/** How many of the sorted numbers are smaller. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function minuteOf(time: WallTime): number {
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

/** Closing at midnight is said of the day that ends. */
function wallTime(serial: number, minute: number): WallTime {
  const [day, rest] = minute === 24 * 60 ? [serial + 1, 0] : [serial, minute];
  const two = (count: number) => String(count).padStart(2, '0');
  return `${dayFromSerial(day) ?? '9999-12-31'}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00`;
}
