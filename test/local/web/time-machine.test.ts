// Which nights a step of the time machine passes through.
import { expect, it } from 'vitest';
import { nightsOfStep, type TimeStep } from '#local/web/time-machine.ts';

const nights = (now: string, step: TimeStep) =>
  nightsOfStep(Date.parse(now), step).map((ms) => new Date(ms).toISOString().slice(0, 13));

it.each<readonly [string, TimeStep, readonly string[]]>([
  ['2026-11-20T02:00:00Z', 'day', ['2026-11-21T02']],
  ['2026-11-20T01:00:00Z', 'day', ['2026-11-20T02']],
  ['2026-11-20T15:00:00Z', 'day', ['2026-11-21T02']],
  ['2026-11-28T02:00:00Z', 'month-end', ['2026-11-29T02', '2026-11-30T02']],
  ['2027-02-27T02:00:00Z', 'month-end', ['2027-02-28T02']],
])('from %s, one %s', (now, step, expected) => {
  expect(nights(now, step)).toEqual(expected);
});

it('a week is seven nights', () => {
  expect(nights('2026-12-28T02:00:00Z', 'week').at(-1)).toBe('2027-01-04T02');
  expect(nights('2026-12-28T02:00:00Z', 'week')).toHaveLength(7);
});

it('on the last night of a month, the end of the next', () => {
  expect(nights('2026-11-30T02:00:00Z', 'month-end')).toHaveLength(31);
});
