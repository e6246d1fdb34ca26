// Paris wall times against luxon, around every change of the clocks.
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { parisInstant, parisWallTime, wallTime } from '#demo/calendar/paris-time.ts';
import { addDays } from '#lib/kernel/day.ts';

test('every noon and every evening of three years is the instant that luxon gives', () => {
  for (let count = 0; count < 3 * 365; count++) {
    const day = addDays('2025-01-01', count);
    for (const second of [9 * 3600, 12 * 3600, 23 * 3600 + 59 * 60]) {
      const time = wallTime(day, second);
      const zoned = DateTime.fromISO(time, { zone: 'Europe/Paris' }).toUTC();
      expect(parisInstant(time), time).toBe(zoned.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"));
      expect(parisWallTime(parisInstant(time))).toBe(time);
    }
  }
});

test.each([
  ['2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
  ['2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
  ['2026-10-25T01:59:59', '2026-10-24T23:59:59Z'],
  ['2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
  ['2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
] as const)('around the change of the clocks %s is %s', (time, instant) => {
  expect(parisInstant(time)).toBe(instant);
});
