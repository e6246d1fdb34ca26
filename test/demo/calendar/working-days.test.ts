// Working days around weekends and holidays.
import { expect, test } from 'vitest';
import { workingDaysAround } from '#demo/calendar/working-days.ts';
import type { Day } from '#lib/kernel/day.ts';

const days = workingDaysAround('2026-11-22');

test.each<[Day, boolean, Day, Day]>([
  // day | open | open from | three open days later
  ['2026-11-20', true, '2026-11-20', '2026-11-25'],
  ['2026-11-21', false, '2026-11-23', '2026-11-25'],
  ['2026-11-10', true, '2026-11-10', '2026-11-16'],
  ['2026-11-11', false, '2026-11-12', '2026-11-16'],
  ['2025-12-24', true, '2025-12-24', '2025-12-30'],
  ['2026-04-04', false, '2026-04-07', '2026-04-09'],
])('%s', (day, open, next, later) => {
  expect(days.isOpen(day)).toBe(open);
  expect(days.openFrom(day)).toBe(next);
  expect(days.add(day, 3)).toBe(later);
  expect(days.add(day, 0)).toBe(day);
});

test('a day outside the calendar is a bug, said so', () => {
  expect(() => days.isOpen('2031-01-01')).toThrow('outside the demo shop');
});
