// Chance from a seed: repeatable, independent by label, even.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '#demo/random.ts';

test('the same seed and label give the same draws, whatever other streams drew', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.nat(50), (seed, label, others) => {
      const one = createRandom(seed);
      const two = createRandom(seed);
      for (let count = 0; count < others; count++) two.fraction();
      const draws = (random: ReturnType<typeof createRandom>) => Array.from({ length: 5 }, random.fraction);
      expect(draws(one.stream(label))).toEqual(draws(two.stream(label)));
    }),
  );
});

test('near seeds and labels part at once', () => {
  const firsts = Array.from({ length: 500 }, (_, seed) => createRandom(seed).fraction());
  expect(new Set(firsts).size).toBe(500);
  const labels = Array.from({ length: 500 }, (_, index) => createRandom(1, String(index)).fraction());
  expect(new Set(labels).size).toBe(500);
});

test('whole numbers keep to their bounds and reach them, evenly', () => {
  const random = createRandom(3);
  const counts = new Map<number, number>();
  for (let count = 0; count < 6000; count++) {
    const number = random.integer(1, 6);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('weights are kept, a shuffle loses nothing, an empty list is a bug', () => {
  const random = createRandom(4);
  const drawn = Array.from({ length: 4000 }, () =>
    random.weighted([
      ['rare', 1],
      ['common', 9],
    ] as const),
  );
  const rare = drawn.filter((item) => item === 'rare').length;
  expect(rare).toBeGreaterThan(300);
  expect(rare).toBeLessThan(500);
  const items = Array.from({ length: 40 }, (_, index) => index);
  expect(random.shuffled(items)).not.toEqual(items);
  expect(random.shuffled(items).sort((a, b) => a - b)).toEqual(items);
  expect(() => random.pick([])).toThrow('empty list');
});
