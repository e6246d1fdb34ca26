// The methods against published figures and against sums anyone can do on paper.
import { array, assert, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandProfile } from '#lib/forecast/demand-class.ts';
import {
  crostonLevels,
  sbaForecasts,
  simpleAverages,
  smoothed,
  tsbForecasts,
} from '#lib/forecast/intermittent-demand.ts';

/** Monthly sales of a lubricant: Hyndman and Athanasopoulos, fpp2 section 12.2 (fma::productC). */
const LUBRICANT = [
  0, 2, 0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 1, 0, 1, 0, 0,
];
const last = <Item>(items: readonly Item[]) => items[items.length - 1];
const same = (weight: number) => ({ size: weight, rate: weight });

describe('the lubricant of fpp2 at 0.1', () => {
  const levels = last(crostonLevels(LUBRICANT, same(0.1)));

  test('levels as the book prints them: 2.750 units every 2.793 months', () => {
    expect(levels?.size).toBeCloseTo(2.75, 3);
    expect(levels?.interval).toBeCloseTo(2.793, 3);
  });

  test.each([
    ['Croston', (levels?.size ?? 0) / (levels?.interval ?? 1), 0.984597],
    ['SBA', last(sbaForecasts(LUBRICANT, same(0.1))), 0.935367],
    ['TSB', last(tsbForecasts(LUBRICANT, same(0.1))), 0.804065],
  ])('%s', (_, forecast, published) => {
    expect(forecast).toBeCloseTo(published, 6);
  });

  test('it sells seldom and unequally', () => {
    const profile = demandProfile(LUBRICANT);
    expect(profile).toMatchObject({ class: 'lumpy' });
    expect(profile?.interval).toBeCloseTo(36 / 11, 9);
    expect(profile?.variation).toBeCloseTo(0.7978, 4);
  });
});

describe('by hand, half of the weight on the newest', () => {
  // Sizes 4 then 2: 4, 3. Intervals 2 then 2: 2, 2. So 2 a week, then 1.5; SBA takes a quarter off.
  test('SBA', () => {
    expect(sbaForecasts([0, 4, 0, 2, 0], same(0.5))).toEqual([null, null, 1.5, 1.5, 1.125, 1.125]);
  });

  // Probability 0, 1/2, 1/4, 5/8, 5/16; size 4 from the second week, 3 from the fourth.
  test('TSB', () => {
    expect(tsbForecasts([0, 4, 0, 2, 0], same(0.5))).toEqual([null, null, 2, 1, 1.875, 0.9375]);
  });

  test('the simple average looks at the last weeks only', () => {
    expect(simpleAverages([2, 4, 0, 8], 2)).toEqual([null, 2, 3, 2, 4]);
  });
});

test.each([
  ['every week alike', [3, 3, 3, 3], 'smooth'],
  ['every third week alike', [3, 0, 0, 3, 0, 0], 'intermittent'],
  ['every week, once ten times more', [1, 1, 1, 10, 1, 1], 'erratic'],
  ['seldom, once ten times more', [1, 0, 0, 10, 0, 0, 1, 0], 'lumpy'],
])('%s: %j is %s', (_, weeks, kind) => {
  expect(demandProfile(weeks)?.class).toBe(kind);
});

test.each([[[]], [[0, 0, 0]]])('nothing ever sold: %j', (weeks) => {
  expect(demandProfile(weeks)).toBeNull();
  expect(last(sbaForecasts(weeks, same(0.1)))).toBeNull();
  expect(last(tsbForecasts(weeks, same(0.1)))).toBeNull();
  expect(crostonLevels(weeks, same(0.1))).toEqual([null, ...weeks.map(() => null)]);
});

describe('laws', () => {
  const series = array(integer({ min: 0, max: 40 }), { maxLength: 60 });
  const weight = double({ min: 0.01, max: 1, noNaN: true });
  const methods = [sbaForecasts, tsbForecasts, (weeks: readonly number[]) => simpleAverages(weeks, 13)] as const;

  test('a forecast is never negative and never above the largest week', () => {
    assert(
      property(series, weight, (weeks, w) => {
        const largest = Math.max(0, ...weeks) + 1e-9;
        for (const method of methods)
          for (const units of method(weeks, same(w)))
            if (units !== null && (units < 0 || units > largest)) return false;
        return true;
      }),
    );
  });

  test('what comes later changes no earlier forecast', () => {
    assert(
      property(series, series, weight, (before, after, w) => {
        for (const method of methods) {
          const whole = method([...before, ...after], same(w)).slice(0, before.length + 1);
          expect(whole).toEqual(method(before, same(w)));
        }
      }),
    );
  });

  test('a product that stopped selling: TSB sinks week after week, SBA does not', () => {
    assert(
      property(array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }), (sold) => {
        const weeks = [...sold, 0, 0, 0, 0];
        const tsb = tsbForecasts(weeks, same(0.2)).slice(sold.length);
        const sba = sbaForecasts(weeks, same(0.2)).slice(sold.length);
        expect(new Set(sba).size).toBe(1);
        tsb.forEach((units, index) => {
          if (index > 0) expect(units).toBeLessThan(tsb[index - 1] ?? 0);
        });
      }),
    );
  });

  test('smoothing stays between the level and the value', () => {
    assert(
      property(integer(), integer(), weight, (level, value, w) => {
        const next = smoothed(level, value, w);
        return next >= Math.min(level, value) - 1e-3 && next <= Math.max(level, value) + 1e-3;
      }),
    );
  });
});
