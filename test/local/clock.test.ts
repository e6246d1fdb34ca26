// The world clock stands until it is moved, and never backwards by a step.
import { expect, test } from 'vitest';
import { createWorldClock } from '#local/clock.ts';

test('a world clock moves only when told to', () => {
  const clock = createWorldClock(1000);
  expect([clock.now(), clock.now()]).toEqual([1000, 1000]);
  clock.advance(50);
  expect(clock.now()).toBe(1050);
  clock.set(10);
  expect(clock.now()).toBe(10);
});

test('advancing by a negative step is refused and changes nothing', () => {
  const clock = createWorldClock(1000);
  expect(() => {
    clock.advance(-1);
  }).toThrow(RangeError);
  expect(clock.now()).toBe(1000);
});
