// Which method is used: the simple average unless another was nearer, over enough weeks, without forecasting too little.
import { array, assert, constant, integer, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTest } from '#lib/forecast/back-test.ts';
import { demandProfile } from '#lib/forecast/demand-class.ts';
import { type ForecastMethod, forecastWeeks } from '#lib/forecast/forecast-weeks.ts';

const SETTINGS = { 'forecast.minimumWeeks': 8, 'forecast.smoothing': 0.1, 'stock.historyWeeks': 13 };
const repeat = (weeks: readonly number[], times: number) => Array.from({ length: times }, () => weeks).flat();

describe('errors by hand', () => {
  // Forecasts of weeks 2, 3, 4 (from 0): 3, 2, 4 against 2, 5, 4.
  test('one, three and nothing off: 4/3 on average; one too many, three too few: −2/3', () => {
    const error = backTest([9, 9, 2, 5, 4], [null, 9, 3, 2, 4, 7], 2);
    expect(error).toEqual({ testedWeeks: 3, maeUnits: 4 / 3, biasUnits: -2 / 3 });
  });

  test('where a method knows nothing yet, it expects nothing', () => {
    expect(backTest([0, 3], [null, null, 3], 0)).toEqual({ testedWeeks: 2, maeUnits: 1.5, biasUnits: -1.5 });
  });

  test('no week left to test', () => {
    expect(backTest([1, 2], [null, 1, 1.5], 2)).toBeNull();
  });
});

test.each([
  [0, null],
  [7, null],
  [8, 2],
])('%i weeks of two: %j', (weeks, forecast) => {
  expect(forecastWeeks(repeat([2], weeks), SETTINGS)?.used.weeklyUnits ?? null).toBe(forecast);
});

test.each<[string, readonly number[], ForecastMethod]>([
  ['steady sales', repeat([2], 40), 'simple_average'],
  ['nothing ever sold', repeat([0], 40), 'simple_average'],
  // Thirteen weeks ago still weighs in the average: TSB notices first.
  ['a product that has just stopped selling', [...repeat([6], 30), ...repeat([0], 6)], 'tsb'],
  ['too few weeks to tell, whatever they were', [...repeat([6], 8), ...repeat([0], 7)], 'simple_average'],
  ['one more week', [...repeat([6], 8), ...repeat([0], 8)], 'tsb'],
  // Mostly nothing: a forecast near nothing has the smaller error, and would empty the shelf.
  ['a large sale now and then', repeat([0, 0, 0, 0, 12], 10), 'simple_average'],
])('%s: %s', (_, weeks, method) => {
  expect(forecastWeeks(weeks, SETTINGS)?.used.method).toBe(method);
});

test('the window of the simple average is the setting’s', () => {
  const weeks = [...repeat([9], 10), ...repeat([3], 10)];
  const simple = (window: number) =>
    forecastWeeks(weeks, { ...SETTINGS, 'stock.historyWeeks': window })?.trials[0]?.weeklyUnits;
  expect([simple(10), simple(20)]).toEqual([3, 6]);
});

test('mostly nothing: SBA was nearer by missing more, and is named', () => {
  const found = forecastWeeks([...repeat([0, 0, 0, 0, 12], 10), ...repeat([0], 4)], SETTINGS);
  expect([found?.used.method, found?.tooLow?.method]).toEqual(['simple_average', 'sba']);
});

test('law: another method is used only where it was nearer; where sales are seldom, not by forecasting less in all', () => {
  const used = { simple_average: 0, sba: 0, tsb: 0 };
  const week = oneof({ weight: 2, arbitrary: constant(0) }, integer({ min: 0, max: 12 }));
  assert(
    property(array(week, { minLength: 16, maxLength: 60 }), (weeks) => {
      const found = forecastWeeks(weeks, SETTINGS);
      const [simple] = found?.trials ?? [];
      if (found === null || simple === undefined) return false;
      used[found.used.method] += 1;
      const [own, its] = [found.used.error, simple.error];
      if (own === null || its === null) return false;
      if (found.used === simple) return true;
      const isSeldom = /intermittent|lumpy/.test(demandProfile(weeks)?.class ?? '');
      return own.maeUnits < its.maeUnits && (!isSeldom || Math.min(0, own.biasUnits) >= Math.min(0, its.biasUnits));
    }),
    { numRuns: 500 },
  );
  expect(Object.values(used).filter((count) => count === 0)).toEqual([]);
});
