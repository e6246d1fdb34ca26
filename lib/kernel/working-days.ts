// Days on which something can happen: not a weekend, not a closed day of the shop, not inside a closure of the one who ships.
// Promises count these days. Pure calendar arithmetic: which days are closed is handed in.
import { addDays, type Day, type WallTime, weekdayOf } from './day.ts';

/** Closed from the first to the last day, both included. */
export interface Closure {
  readonly from: Day;
  readonly until: Day;
}

export interface WorkingDays {
  readonly isOpen: (day: Day) => boolean;
  /** The day itself when it is open, else the next open one. */
  readonly openFrom: (day: Day) => Day;
  /** The `count`th open day after `day`; 0 gives the day itself when it is open, else the next open one. */
  readonly add: (day: Day, count: number) => Day;
  /** Open days after `from` up to and including `to`; 0 when `to` is not later. */
  readonly between: (from: Day, to: Day) => number;
}

const SATURDAY = 6;

/** @param closures of the one who ships, on top of the closed days. */
export function workingDaysOf(closedDays: Iterable<Day>, closures: readonly Closure[] = []): WorkingDays {
  const closed = new Set(closedDays);
  const closureAt = (day: Day) => closures.find(({ from, until }) => from <= day && day <= until);
  const isOpen = (day: Day) => weekdayOf(day) < SATURDAY && !closed.has(day) && closureAt(day) === undefined;
  const openFrom = (day: Day): Day => {
    let next = day;
    // Ends: weekends pass, the closed days are finitely many, and a closure is left at once by its last day.
    while (!isOpen(next)) next = addDays(closureAt(next)?.until ?? next, 1);
    return next;
  };
  return {
    isOpen,
    openFrom,
    add(day, count) {
      let next = openFrom(day);
      // A closed start counts from the eve of the next open day: ordered on Sunday is ordered before Monday opens.
      for (let left = next === day ? count : count - 1; left > 0; left -= 1) next = openFrom(addDays(next, 1));
      return next;
    },
    between(from, to) {
      let count = 0;
      for (let day = openFrom(addDays(from, 1)); day <= to; day = openFrom(addDays(day, 1))) count += 1;
      return count;
    },
  };
}

/**
 * The working day that an order counts from: its own when it came before the cut-off hour of an open day, else the next.
 * @param cutOffHour 0–23, on the workbook's wall clock; an order at that very hour is too late.
 */
export function orderCountsFrom(orderedAt: WallTime, cutOffHour: number, days: WorkingDays): Day {
  const day = orderedAt.slice(0, 10) as Day;
  const isInTime = Number(orderedAt.slice(11, 13)) < cutOffHour;
  return days.openFrom(isInTime ? day : addDays(day, 1));
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return [a, b].sort()[1] as Day;
}
