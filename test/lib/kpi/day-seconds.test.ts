// The moment of a movement on the shop's clock: Paris, summer and winter.
import { expect, test } from 'vitest';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { createDaySeconds, SECONDS_PER_DAY } from '#lib/kpi/day-seconds.ts';
import { clockAt } from '../../support/clock-at.ts';

const { momentOf, startOf } = createDaySeconds(clockAt('2026-11-22'));

/** day of the row | instant | hours into the day */
test.each<[Day, Instant | null, number]>([
  ['2026-11-03', null, 0],
  ['2026-11-03', '2026-11-03T11:00:00Z', 12],
  ['2026-07-03', '2026-07-03T10:30:00Z', 12.5],
  ['2026-07-03', '2026-07-02T22:15:00Z', 0.25],
  ['2026-11-03', '2026-11-05T09:00:00Z', 24],
  ['2026-11-03', '2026-11-01T09:00:00Z', 0],
])('%s %s is %s h', (on, at, hours) => {
  expect((momentOf(on, at) - startOf(on)) / 3600).toBe(hours);
});

test('days follow each other', () => {
  expect(startOf('2026-03-01') - startOf('2026-02-28')).toBe(SECONDS_PER_DAY);
});
