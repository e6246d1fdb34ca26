// Calendar days, serial numbers of the sheet, months that end where the calendar says. Checked against luxon where a law allows.
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayFromSerial,
  daysBetween,
  instantFromMs,
  isDay,
  msFromInstant,
  serialFromDay,
  serialFromWallTime,
  type WallTime,
  wallTimeFromSerial,
  weekdayOf,
} from '#lib/kernel/day.ts';

const LAST_SERIAL = 2_958_465;
const day = fc.integer({ min: 2, max: LAST_SERIAL }).map((serial) => dayFromSerial(serial) as Day);

describe('serial numbers', () => {
  test.each([
    [2, '1900-01-01'],
    [61, '1900-03-01'],
    [45_000, '2023-03-15'],
    [45_000.99999, '2023-03-15'],
    [LAST_SERIAL, '9999-12-31'],
  ])('%d is %s', (serial, expected) => {
    expect(dayFromSerial(serial)).toBe(expected);
  });

  test.each([1, 0, -5, LAST_SERIAL + 1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no day', (serial) => {
    expect(dayFromSerial(serial)).toBeNull();
    expect(wallTimeFromSerial(serial)).toBeNull();
  });

  test('every day comes back from its serial, and the next day has the next serial', () => {
    fc.assert(
      fc.property(day, (some) => {
        expect(dayFromSerial(serialFromDay(some))).toBe(some);
        expect(isDay(some)).toBe(true);
        if (some < '9999-12-31') expect(serialFromDay(addDays(some, 1))).toBe(serialFromDay(some) + 1);
      }),
    );
  });

  test('every second comes back from its serial, whose fraction is binary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 80_000 }), fc.integer({ min: 0, max: 86_399 }), (whole, second) => {
        const time = wallTimeFromSerial(whole + second / 86_400) as WallTime;
        expect(time.slice(0, 10)).toBe(dayFromSerial(whole));
        expect(wallTimeFromSerial(serialFromWallTime(time))).toBe(time);
      }),
    );
  });

  test('half a second before midnight is midnight of the next day', () => {
    expect(wallTimeFromSerial(45_000 + (86_400 - 0.4) / 86_400)).toBe('2023-03-16T00:00:00');
  });
});

describe('days that exist', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-11-31', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['22/11/2026', false],
    ['2026-11-22T00:00:00', false],
    ['', false],
  ])('%s: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 18, '2028-02-29'],
    ['2025-08-31', 18, '2027-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-22', 0, '2026-11-22'],
  ] as [Day, number, Day][])('%s + %d months = %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('agree with luxon, as do days and weekdays', () => {
    const middle = fc.integer({ min: 10_000, max: 90_000 }).map((serial) => dayFromSerial(serial) as Day);
    fc.assert(
      fc.property(middle, fc.integer({ min: -240, max: 240 }), (from, count) => {
        const other = DateTime.fromISO(from, { zone: 'utc' });
        expect(addMonths(from, count)).toBe(other.plus({ months: count }).toISODate());
        expect(addDays(from, count)).toBe(other.plus({ days: count }).toISODate());
        expect(daysBetween(from, addDays(from, count))).toBe(count === 0 ? 0 : count);
        expect(weekdayOf(from)).toBe(other.weekday);
      }),
    );
  });
});

test('instants are whole seconds, and their text order is time order', () => {
  const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(ms, ms, (a, b) => {
      expect(msFromInstant(instantFromMs(a))).toBe(Math.floor(a / 1000) * 1000);
      if (Math.floor(a / 1000) < Math.floor(b / 1000)) expect(instantFromMs(a) < instantFromMs(b)).toBe(true);
    }),
  );
});
