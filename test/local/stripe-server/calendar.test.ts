/**
 * Anniversaries: clamped to shorter months, never drifting, always after the instant asked about.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addIntervals, nextAnniversary } from '#local/stripe-server/calendar.ts';
import { instant } from './tell-story.ts';

test.each([
  ['2026-01-31 10:00', 'month', 1, '2026-02-28 10:00'],
  ['2026-01-31 10:00', 'month', 2, '2026-03-31 10:00'],
  ['2027-12-31 23:59', 'month', 2, '2028-02-29 23:59'],
  ['2028-02-29 00:00', 'year', 1, '2029-02-28 00:00'],
  ['2028-02-29 00:00', 'year', 4, '2032-02-29 00:00'],
  ['2026-01-31 10:00', 'month', -2, '2025-11-30 10:00'],
  ['2026-01-31 10:00', 'week', 2, '2026-02-14 10:00'],
  ['2026-01-31 10:00', 'day', 1, '2026-02-01 10:00'],
] as const)('%s and %s × %i is %s', (anchor, interval, count, expected) => {
  expect(addIntervals(instant(anchor), interval, count)).toBe(instant(expected));
});

const seconds = fc.integer({ min: instant('2020-01-01'), max: instant('2060-01-01') });
const interval = fc.constantFrom('day', 'week', 'month', 'year');

test('the next anniversary is one, is later, and none lies between', () => {
  fc.assert(
    fc.property(seconds, seconds, interval, fc.integer({ min: 1, max: 6 }), (anchor, now, unit, every) => {
      fc.pre(now >= anchor);
      const next = nextAnniversary(anchor, unit, every, now);
      expect(next).toBeGreaterThan(now);
      let count = 0;
      while (addIntervals(anchor, unit, count * every) < next) count += 1;
      expect(addIntervals(anchor, unit, count * every)).toBe(next);
      if (count > 0) expect(addIntervals(anchor, unit, (count - 1) * every)).toBeLessThanOrEqual(now);
    }),
    { numRuns: 300 },
  );
});
