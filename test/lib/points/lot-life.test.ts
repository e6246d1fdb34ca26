// How long points live: pauses, month ends, and the closed form against counting day by day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { lotExpiryDay, mergePauses } from '#lib/points/lot-life.ts';

const LIFE_MONTHS = 18;
const today: Day = '2026-11-22';

const lives: readonly (readonly [string, Day, readonly (readonly [Day, Day | null])[], Day])[] = [
  ['no pause: 18 calendar months', '2025-01-15', [], '2026-07-15'],
  ['earned on the 31st: the end of a shorter month', '2025-08-31', [], '2027-02-28'],
  ['a pause inside the life makes it longer', '2025-01-15', [['2026-01-01', '2026-04-01']], '2026-10-13'],
  ['a pause before the points were earned does nothing', '2025-01-15', [['2024-01-01', '2024-04-01']], '2026-07-15'],
  [
    'of a pause under way when earned, only the rest counts',
    '2025-01-15',
    [['2025-01-05', '2025-01-25']],
    '2026-07-25',
  ],
  [
    'a pause that begins on the day of expiry comes too late',
    '2025-01-15',
    [['2026-07-15', '2026-09-15']],
    '2026-07-15',
  ],
  ['one that begins the day before counts whole', '2025-01-15', [['2026-07-14', '2026-09-14']], '2026-09-15'],
  [
    'a first pause lets a second one fall inside the life',
    '2025-01-15',
    [
      ['2026-07-20', '2026-07-30'],
      ['2026-07-10', '2026-07-17'],
    ],
    '2026-08-01',
  ],
  [
    'the same days on two subscriptions count once',
    '2025-01-15',
    [
      ['2026-01-01', '2026-01-11'],
      ['2026-01-06', '2026-01-16'],
    ],
    '2026-07-30',
  ],
  ['an open pause counts until today', '2026-01-15', [['2026-11-12', null]], '2027-07-25'],
  [
    'a pause that is said to last beyond today counts until today',
    '2026-01-15',
    [['2026-11-12', '2027-02-12']],
    '2027-07-25',
  ],
  ['a pause that ends before it begins counts for nothing', '2025-01-15', [['2026-02-01', '2026-01-01']], '2026-07-15'],
];

test.each(lives)('%s', (_, earnedOn, pauses, expected) => {
  const merged = mergePauses(
    pauses.map(([on, until]) => ({ on, until })),
    today,
  );
  expect(lotExpiryDay(earnedOn, LIFE_MONTHS, merged)).toBe(expected);
});

const dayWithin = (from: Day, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(from, count));
const pauses = fc.array(
  fc.record({
    on: dayWithin('2024-06-01', 900),
    length: fc.integer({ min: 0, max: 200 }),
    open: fc.boolean(),
  }),
  { maxLength: 6 },
);

test('law: the closed form is the fixed point of counting paused days one by one', () => {
  let growing = 0;
  fc.assert(
    fc.property(dayWithin('2024-06-01', 700), pauses, (earnedOn, drawn) => {
      const rows = drawn.map(({ on, length, open }) => ({ on, until: open ? null : addDays(on, length) }));
      const paused = new Set<Day>();
      for (const { on, until } of rows) {
        for (let day = on; day < (until ?? today) && day < today; day = addDays(day, 1)) paused.add(day);
      }
      // Day by day: a day of life passes unless it is paused.
      let expected = addMonths(earnedOn, LIFE_MONTHS);
      for (let day = earnedOn; day < expected; day = addDays(day, 1))
        if (paused.has(day)) expected = addDays(expected, 1);
      if (expected > addMonths(earnedOn, LIFE_MONTHS)) growing++;
      return lotExpiryDay(earnedOn, LIFE_MONTHS, mergePauses(rows, today)) === expected;
    }),
    { numRuns: 500, seed: 6 },
  );
  expect(growing).toBeGreaterThan(100);
});
