// Minutes that pass only while the shop is open: worked examples, then laws against a count minute by minute.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, type WallTime } from '#lib/kernel/day.ts';
import { workingDaysOf } from '#lib/kernel/working-days.ts';
import { openHours } from '#lib/tickets/open-hours.ts';

// 11/11/2026 is a closed Wednesday; 29/11 a Sunday, listed all the same.
const CLOSED: readonly Day[] = ['2026-11-11', '2026-11-29', '2026-12-25'];
const nineToSix = openHours({ openHour: 9, closeHour: 18 }, CLOSED);

// Open from 9:00 to 18:00, Monday to Friday.
const EXAMPLES: readonly (readonly [from: WallTime, minutes: number, then: WallTime, what: string])[] = [
  ['2026-11-20T10:00:00', 90, '2026-11-20T11:30:00', 'within a day'],
  ['2026-11-20T17:00:00', 90, '2026-11-23T09:30:00', 'over a weekend'],
  ['2026-11-20T17:00:00', 60, '2026-11-20T18:00:00', 'up to closing'],
  ['2026-11-20T07:15:00', 15, '2026-11-20T09:15:00', 'from before opening'],
  ['2026-11-20T22:40:00', 15, '2026-11-23T09:15:00', 'from the evening'],
  ['2026-11-21T12:00:00', 15, '2026-11-23T09:15:00', 'from a Saturday'],
  ['2026-11-10T17:30:00', 60, '2026-11-12T09:30:00', 'over a closed day'],
  ['2026-11-11T10:00:00', 540, '2026-11-12T18:00:00', 'from a closed day'],
  ['2026-11-16T10:00:00', 24 * 60, '2026-11-18T16:00:00', '24 hours are two days and six hours'],
  ['2026-11-16T10:00:59', 1, '2026-11-16T10:01:00', 'seconds do not count'],
  ['2026-03-27T17:59:00', 2, '2026-03-30T09:01:00', 'over the night the clocks change'],
  ['2026-11-20T10:00:00', 0, '2026-11-20T10:00:00', 'no time, open'],
  ['2026-11-20T18:00:00', 0, '2026-11-23T09:00:00', 'no time, closed'],
];

test.each(EXAMPLES)('%s and %i open minutes: %s (%s)', (from, minutes, then) => {
  expect(nineToSix.addOpenMinutes(from, minutes)).toBe(then);
  expect(nineToSix.minutesBetween(from, then)).toBe(minutes);
});

test.each([
  ['2026-11-20T18:00:00', '2026-11-23T09:00:00', 0],
  ['2026-11-20T17:00:00', '2026-11-23T10:00:00', 120],
  ['2026-11-23T10:00:00', '2026-11-20T17:00:00', -120],
  ['2025-11-20T12:00:00', '2025-11-20T12:00:00', 0],
] as const)('from %s to %s: %i minutes', (from, to, minutes) => {
  expect(nineToSix.minutesBetween(from, to)).toBe(minutes);
});

test('a shop that closes at midnight', () => {
  const late = openHours({ openHour: 14, closeHour: 24 }, []);
  expect(late.addOpenMinutes('2026-11-20T23:00:00', 60)).toBe('2026-11-21T00:00:00');
  expect(late.minutesBetween('2026-11-20T23:00:00', '2026-11-23T14:30:00')).toBe(90);
});

describe('laws', () => {
  const time = fc
    .tuple(fc.integer({ min: -40, max: 60 }), fc.integer({ min: 0, max: 24 * 60 - 1 }))
    .map(([days, minute]): WallTime => {
      const two = (count: number) => String(count).padStart(2, '0');
      return `${addDays('2026-11-20', days)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
    });
  const shop = fc
    .record({
      openHour: fc.integer({ min: 0, max: 22 }),
      length: fc.integer({ min: 1, max: 24 }),
      closed: fc.uniqueArray(fc.integer({ min: -30, max: 50 }).map((days) => addDays('2026-11-20', days))),
    })
    .map(({ openHour, length, closed }) => {
      const hours = { openHour, closeHour: Math.min(24, openHour + length) };
      return { hours, closed, clock: openHours(hours, closed) };
    });

  test('time never runs backwards, and adds up', () => {
    fc.assert(
      fc.property(shop, time, time, time, ({ clock }, a, b, c) => {
        const [from, to] = [a, b].sort() as [WallTime, WallTime];
        expect(clock.minutesBetween(from, to)).toBeGreaterThanOrEqual(0);
        expect(clock.minutesBetween(a, b) + clock.minutesBetween(b, c)).toBe(clock.minutesBetween(a, c));
        expect(clock.minutesBetween(a, a)).toBe(0);
      }),
    );
  });

  test('adding is the inverse of measuring, lands in open time, and later minutes land later', () => {
    fc.assert(
      fc.property(shop, time, fc.nat(20_000), fc.nat(20_000), ({ clock, hours, closed }, from, minutes, more) => {
        const then = clock.addOpenMinutes(from, minutes);
        expect(clock.minutesBetween(from, then)).toBe(minutes);
        expect(then >= from).toBe(true);
        expect(clock.addOpenMinutes(from, minutes + more) >= then).toBe(true);
        const atMidnight = then.endsWith('T00:00:00') && hours.closeHour === 24 && minutes > 0;
        const day = then.slice(0, 10) as Day;
        expect(workingDaysOf(closed).isOpen(atMidnight ? addDays(day, -1) : day)).toBe(true);
      }),
    );
  });

  test('a count minute by minute says the same', () => {
    fc.assert(
      fc.property(shop, time, fc.nat(3 * 24 * 60), ({ clock, hours, closed }, from, span) => {
        const days = workingDaysOf(closed);
        const startMs = Date.parse(`${from}Z`);
        const at = (minute: number) => new Date(startMs + minute * 60_000).toISOString().slice(0, 19) as WallTime;
        let open = 0;
        for (let minute = 0; minute < span; minute += 1) {
          const moment = at(minute);
          const hour = Number(moment.slice(11, 13));
          const isOpen = days.isOpen(moment.slice(0, 10) as Day);
          if (isOpen && hour >= hours.openHour && hour < hours.closeHour) open += 1;
        }
        expect(clock.minutesBetween(from, at(span))).toBe(open);
      }),
      { numRuns: 30 },
    );
  });
});
