// Days on which the demo shop works: Monday to Friday without public holidays.
import { addDays, type Day, weekdayOf } from '#lib/kernel/day.ts';
import { frenchHolidays, type Holiday } from './french-holidays.ts';

export interface WorkingDays {
  readonly holidays: readonly Holiday[];
  readonly isOpen: (day: Day) => boolean;
  /** The day itself when it is open, else the next open one. */
  readonly openFrom: (day: Day) => Day;
  /** The `count`th open day after `day`. */
  readonly add: (day: Day, count: number) => Day;
}

/**
 * Knows the years from two before the day to one after. The calendar is laid out once: the demo shop asks it a million times.
 * @throws outside those years.
 */
export function workingDaysAround(today: Day): WorkingDays {
  const year = Number(today.slice(0, 4));
  const holidays = [year - 2, year - 1, year, year + 1].flatMap(frenchHolidays);
  const closed = new Set(holidays.map((holiday) => holiday.on));
  const openDays: Day[] = [];
  const nextOpen = new Map<Day, number>();
  for (let day = `${year - 2}-01-01` as Day; Number(day.slice(0, 4)) < year + 2; day = addDays(day, 1)) {
    nextOpen.set(day, openDays.length);
    if (weekdayOf(day) <= 5 && !closed.has(day)) openDays.push(day);
  }
  const positionOf = (day: Day) => {
    const position = nextOpen.get(day);
    if (position === undefined) throw new Error(`Bug: ${day} is outside the demo shop's calendar`);
    return position;
  };
  const openAt = (position: number): Day => {
    const day = openDays[position];
    if (day === undefined) throw new Error('Bug: past the end of the demo shop’s calendar');
    return day;
  };
  const isOpen = (day: Day) => openDays[positionOf(day)] === day;
  return {
    holidays,
    isOpen,
    openFrom: (day) => openAt(positionOf(day)),
    add: (day, count) => (count === 0 ? day : openAt(positionOf(day) + count - (isOpen(day) ? 0 : 1))),
  };
}
