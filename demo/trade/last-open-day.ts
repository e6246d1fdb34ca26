// The last day on which the demo shop worked.
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { Trade } from './trade.ts';

export function lastOpenDay({ today, days }: Trade): Day {
  let day = addDays(today, -1);
  while (!days.isOpen(day)) day = addDays(day, -1);
  return day;
}
