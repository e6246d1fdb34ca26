// Months as people type them, and the share of the days ahead that they cover.
import { describe, expect, test } from 'vitest';
import { isInSeason, readSeason, seasonShare } from '#lib/forecast/season.ts';

describe('typed', () => {
  test.each<[string | null, readonly number[] | null]>([
    [null, null],
    ['', null],
    ['5, 6, 7', [5, 6, 7]],
    ['5;6 7', [5, 6, 7]],
    ['5-7', [5, 6, 7]],
    ['11–2', [11, 12, 1, 2]],
    ['3, 11-12', [3, 11, 12]],
    ['1-12', null],
  ])('%j', (text, months) => {
    const season = readSeason(text);
    expect(season === null || season === 'unreadable' ? season : [...season]).toEqual(months);
  });

  test.each(['été', '13', '0', '5-', '5-13', '5.6', '5/6'])('%j is no list of months', (text) => {
    expect(readSeason(text)).toBe('unreadable');
  });
});

const summer = new Set([6, 7, 8]);

test.each([
  ['2026-05-31', false],
  ['2026-06-01', true],
  ['2026-08-31', true],
  ['2026-09-01', false],
] as const)('summer on %s: %s', (day, isIn) => {
  expect(isInSeason(summer, day)).toBe(isIn);
  expect(isInSeason(null, day)).toBe(true);
});

test.each([
  ['2026-06-01', 28, 1],
  ['2026-05-25', 28, 21 / 28],
  ['2026-08-18', 28, 14 / 28],
  ['2026-12-01', 28, 0],
] as const)('from %s over %i days: %f', (from, days, share) => {
  expect(seasonShare(summer, from, days)).toBeCloseTo(share, 12);
  expect(seasonShare(null, from, days)).toBe(1);
});
