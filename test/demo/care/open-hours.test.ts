// Minutes that pass only while the shop is open.
import { expect, test } from 'vitest';
import { workingDaysAround } from '#demo/calendar/working-days.ts';
import { addOpenMinutes, wallTimeOf } from '#demo/care/open-hours.ts';
import type { Day } from '#lib/kernel/day.ts';

const days = workingDaysAround('2026-11-22');

// Open from 9:00 to 18:00, Monday to Friday.
test.each<[Day, number, number, string]>([
  ['2026-11-20', 10 * 60, 90, '2026-11-20T11:30:00'],
  ['2026-11-20', 17 * 60, 90, '2026-11-23T09:30:00'],
  ['2026-11-20', 7 * 60, 15, '2026-11-20T09:15:00'],
  ['2026-11-20', 20 * 60, 15, '2026-11-23T09:15:00'],
  ['2026-11-21', 12 * 60, 15, '2026-11-23T09:15:00'],
  ['2026-11-10', 9 * 60, 9 * 60, '2026-11-10T18:00:00'],
  ['2026-11-10', 9 * 60, 9 * 60 + 1, '2026-11-12T09:01:00'],
  ['2026-11-16', 9 * 60, 3 * 9 * 60, '2026-11-18T18:00:00'],
])('%s at minute %i, %i open minutes later', (day, minute, minutes, then) => {
  expect(wallTimeOf(addOpenMinutes(days, { day, minute }, minutes))).toBe(then);
});
