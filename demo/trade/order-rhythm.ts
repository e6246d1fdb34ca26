// How many orders a day brings, and at what time: growth over the year, the season of gifts, quiet Augusts, busy Mondays.
import type { Random } from '#demo/random.ts';
import { type Day, daysBetween, weekdayOf } from '#lib/kernel/day.ts';

/** Orders of a year at scale 1. */
const ORDERS_A_YEAR = 1850;
const BY_MONTH = [0.85, 0.85, 0.95, 1, 1, 0.95, 0.8, 0.65, 1, 1.1, 1.35, 1.6];
const BY_WEEKDAY = [1.2, 1.05, 1, 1, 0.95, 0.8, 1];

export function ordersOn(random: Random, day: Day, firstDay: Day, scale: number): number {
  const month = BY_MONTH[Number(day.slice(5, 7)) - 1] ?? 1;
  const weekday = BY_WEEKDAY[weekdayOf(day) - 1] ?? 1;
  const growth = 0.8 + (0.4 * daysBetween(firstDay, day)) / 365;
  return poisson(random, ((ORDERS_A_YEAR * scale) / 365) * month * weekday * growth);
}

/** Seconds of the day, wall clock: a hump at noon and a higher one in the evening. */
export function orderSecond(random: Random): number {
  const hour = random.weighted([
    [7, 2],
    [8, 4],
    [9, 6],
    [10, 7],
    [11, 7],
    [12, 9],
    [13, 8],
    [14, 6],
    [15, 5],
    [16, 5],
    [17, 6],
    [18, 8],
    [19, 8],
    [20, 10],
    [21, 11],
    [22, 6],
    [23, 2],
  ]);
  return hour * 3600 + random.integer(0, 59) * 60;
}

/** Knuth's product of uniforms; the rounded normal distribution where the product would be too long. */
function poisson(random: Random, mean: number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.fraction(); product > limit; product *= random.fraction()) count++;
  return count;
}

/** Irwin–Hall: twelve uniforms less six. */
function normal(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += random.fraction();
  return sum;
}
