// Time on the shelf, drawn as a day's ledger: hours in, hours and euro-hours out.
import { expect, test } from 'vitest';
import { inOrderOfTime, type ShelfStep, shelfTime } from '#lib/kpi/shelf-time.ts';

const HOUR = 3600;

/** `hour lot quantity`, at 1 € a unit; `hour lot expires`. */
function steps(...texts: readonly string[]): readonly ShelfStep[] {
  return inOrderOfTime(
    texts.map((text) => {
      const [hour = '', lotId = '', quantity = ''] = text.split(' ');
      const isExpiry = quantity === 'expires';
      return {
        at: Number(hour) * HOUR,
        lotId,
        quantity: isExpiry ? 0 : Number(quantity),
        unitCostCents: 100,
        isExpiry,
      };
    }),
  );
}

/** Over the hours 0 to 24. @returns hours looked at | hours empty | euro-hours. */
function draw(day: readonly ShelfStep[], setApart: readonly string[] = [], from = 0, until = 24): string {
  const time = shelfTime(day, new Set(setApart), from * HOUR, until * HOUR);
  return [time.trackedSeconds / HOUR, time.emptySeconds / HOUR, time.centSeconds / HOUR / 100].join(' | ');
}

test.each<[string, readonly ShelfStep[], string]>([
  ['no movement: nothing is known', steps(), '0 | 0 | 0'],
  ['from the first movement on', steps('10 A 5'), '14 | 0 | 70'],
  ['sold out at noon, back at three', steps('0 A 2', '12 A -2', '15 B 1'), '24 | 3 | 33'],
  ['in and out at one moment takes no time', steps('0 A 2', '12 A -2', '12 B 2'), '24 | 0 | 48'],
  ['whatever the order they are written in', steps('12 B 2', '12 A -2', '0 A 2'), '24 | 0 | 48'],
  ['past its date it lies there, unsold', steps('0 A 2', '18 A expires'), '24 | 6 | 48'],
  ['what is left of a dated lot, not what came', steps('0 A 2', '0 B 1', '6 A -2', '18 A expires'), '24 | 0 | 36'],
  ['received after its date', steps('6 A expires', '12 A 2'), '12 | 12 | 24'],
  ['a ledger below zero is empty too', steps('0 A 1', '12 A -2'), '24 | 12 | 0'],
  ['what comes after the period is not seen', steps('0 A 1', '30 A -1'), '24 | 0 | 24'],
])('%s', (_, day, expected) => {
  expect(draw(day)).toBe(expected);
});

test('units set apart are worth money and cannot be sold', () => {
  expect(draw(steps('0 A 3', '12 A -3', '12 Q 3'), ['Q'])).toBe('24 | 12 | 72');
});

test('what happened before the period is how it begins', () => {
  expect(draw(steps('0 A 3', '6 A -3', '18 A 1'), [], 12, 24)).toBe('12 | 6 | 6');
});
