// Laws of the quantity: packs, minimum, cap, and that an order is never needed twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderQuantity, roundToPacks, shelfLifeCap } from '#lib/stock/reorder/order-quantity.ts';

const units = (min: number, max: number) => fc.integer({ min, max });
const cases = fc.record({
  position: units(-50, 300),
  point: units(0, 200),
  above: units(0, 200),
  packSize: units(1, 24),
  minimum: units(0, 60),
  cap: fc.option(units(0, 400)),
});

test('laws: a multiple of the pack, at least the minimum, at most the cap, and enough unless capped', () => {
  const seen = { enough: 0, order: 0, 'too-much': 0, capped: 0 };
  fc.assert(
    fc.property(cases, ({ position, point, above, ...rules }) => {
      const levels = { point, upTo: point + above };
      const order = orderQuantity(position, levels, rules);
      seen[order.kind] += 1;
      if (order.kind === 'enough') {
        expect(position > point || position >= levels.upTo).toBe(true);
        return;
      }
      if (order.kind === 'too-much') {
        expect(order.smallest).toBeGreaterThan(rules.cap ?? Number.POSITIVE_INFINITY);
        return;
      }
      if (order.isCapped) seen.capped += 1;
      expect(order.quantity % rules.packSize).toBe(0);
      expect(order.quantity).toBeGreaterThanOrEqual(Math.max(1, rules.minimum));
      expect(order.quantity).toBeLessThanOrEqual(rules.cap ?? Number.POSITIVE_INFINITY);
      if (order.isCapped) expect(order.quantity + rules.packSize).toBeGreaterThan(rules.cap ?? 0);
      else {
        expect(position + order.quantity).toBeGreaterThanOrEqual(levels.upTo);
        expect(order.quantity).toBe(roundToPacks(levels.upTo - position, rules));
      }
    }),
    { numRuns: 2000 },
  );
  // The generator must reach every outcome.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});

test('law: once ordered, nothing more is', () => {
  fc.assert(
    fc.property(cases, ({ position, point, above, ...rules }) => {
      const levels = { point, upTo: point + above };
      const order = orderQuantity(position, levels, rules);
      fc.pre(order.kind === 'order');
      const cap = rules.cap === null ? null : rules.cap - order.quantity;
      expect(orderQuantity(position + order.quantity, levels, { ...rules, cap }).kind).not.toBe('order');
    }),
    { numRuns: 1000 },
  );
});

describe('what is sold before the date', () => {
  const usual = { dailyUnits: 2, leadDays: 14, shelfLifeDays: 40, minimumShelfLifeDays: 14, position: 0 };
  test.each<[string, Partial<Parameters<typeof shelfLifeCap>[0]>, number | null]>([
    ['2 a day until the goods come and 26 days after', {}, 80],
    ['less what is there and on its way', { position: 60 }, 20],
    ['never below zero', { position: 100 }, 0],
    ['nothing sold, nothing ordered', { dailyUnits: 0 }, 0],
    ['no date, no limit', { shelfLifeDays: null }, null],
    ['no average, no judgement', { dailyUnits: null }, null],
    ['a life shorter than what the customer is promised', { shelfLifeDays: 10 }, 28],
  ])('%s', (_, changes, cap) => {
    expect(shelfLifeCap({ ...usual, ...changes })).toBe(cap);
  });
});
