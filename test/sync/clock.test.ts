// The frozen clock gives the day and the wall time of the shop's zone, as luxon does, on every quarter of an hour.
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { type Instant, instantFromMs } from '#lib/kernel/day.ts';
import { createClock } from '#sync/clock.ts';

test.each<[Instant, string, string, string]>([
  ['2026-11-22T22:59:59Z', 'Europe/Paris', '2026-11-22', '2026-11-22T23:59:59'],
  ['2026-11-22T23:00:00Z', 'Europe/Paris', '2026-11-23', '2026-11-23T00:00:00'],
  ['2026-07-14T22:00:00Z', 'Europe/Paris', '2026-07-15', '2026-07-15T00:00:00'],
  ['2026-03-29T00:59:59Z', 'Europe/Paris', '2026-03-29', '2026-03-29T01:59:59'],
  ['2026-03-29T01:00:00Z', 'Europe/Paris', '2026-03-29', '2026-03-29T03:00:00'],
  ['2026-11-22T03:00:00Z', 'America/Guadeloupe', '2026-11-21', '2026-11-21T23:00:00'],
])('%s in %s', (now, zone, today, wallTime) => {
  const clock = createClock(now, zone);
  expect(clock.today).toBe(today);
  expect(clock.wallTimeOf(now)).toBe(wallTime);
});

test('agrees with luxon everywhere', () => {
  const zones = ['Europe/Paris', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Guadeloupe', 'UTC'] as const;
  const from = Date.UTC(2020, 0, 1);
  const to = Date.UTC(2035, 0, 1);
  const clocks = new Map(zones.map((zone) => [zone, createClock('2026-11-22T03:00:00Z', zone)]));
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (zone, ms) => {
      const instant = instantFromMs(ms);
      const expected = DateTime.fromISO(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
      expect(clocks.get(zone)?.wallTimeOf(instant)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('stands still', () => {
  const clock = createClock(null, 'Europe/Paris');
  expect(clock.now).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
  expect(clock.now).toBe(clock.now);
  expect(clock.today).toBe(clock.dayOf(clock.now));
});
