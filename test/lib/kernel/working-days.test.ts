// Working days: weekends, closed days, closures, the cut-off hour; and their laws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween, type WallTime } from '#lib/kernel/day.ts';
import { orderCountsFrom, workingDaysOf } from '#lib/kernel/working-days.ts';

// 25 December 2026 is a Friday, 1 January 2027 the Friday after.
const days = workingDaysOf(['2026-12-25', '2027-01-01']);

describe('working days', () => {
  it.each([
    // day, count, gives
    ['2026-11-23', 1, '2026-11-24'], // Monday → Tuesday
    ['2026-11-27', 1, '2026-11-30'], // Friday → Monday
    ['2026-11-28', 1, '2026-11-30'], // Saturday: the first open day after it
    ['2026-11-28', 2, '2026-12-01'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-12-24', 1, '2026-12-28'], // over Christmas and the weekend
    ['2026-12-24', 5, '2027-01-04'], // 28 29 30 31, then over New Year's Day
    ['2026-11-23', 0, '2026-11-23'],
  ] as const)('%s plus %i is %s', (day, count, expected) => {
    expect(days.add(day, count)).toBe(expected);
  });

  it('skips a closure of the one who ships, however long', () => {
    const closed = workingDaysOf([], [{ from: '2026-12-21', until: '9998-12-31' as Day }]);
    expect(closed.add('2026-12-17', 1)).toBe('2026-12-18');
    expect(closed.openFrom('2026-12-21')).toBe('9999-01-01');
  });

  it.each([
    ['2026-11-23T13:59:59', '2026-11-23'],
    ['2026-11-23T14:00:00', '2026-11-24'],
    ['2026-11-27T15:00:00', '2026-11-30'],
    ['2026-11-28T09:00:00', '2026-11-30'],
    ['2026-12-24T18:00:00', '2026-12-28'],
  ] as const)('an order at %s counts from %s', (orderedAt, expected) => {
    expect(orderCountsFrom(orderedAt as WallTime, 14, days)).toBe(expected);
  });

  const someDay = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count));
  it('counting back what was added gives the count; no day given is closed', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 0, max: 40 }),
        fc.array(someDay, { maxLength: 30 }),
        (day, count, shut) => {
          const open = workingDaysOf(shut);
          const start = open.openFrom(day);
          const end = open.add(start, count);
          expect(open.isOpen(end)).toBe(true);
          expect(open.between(start, end)).toBe(count);
          expect(daysBetween(start, end)).toBeGreaterThanOrEqual(count);
        },
      ),
    );
  });
});
