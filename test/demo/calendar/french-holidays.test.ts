// French public holidays against published dates.
import { expect, test } from 'vitest';
import { easterSunday, frenchHolidays } from '#demo/calendar/french-holidays.ts';

// Dates of Easter as published by the Bureau des longitudes.
test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test('the eleven holidays of 2026, in order', () => {
  expect(frenchHolidays(2026).map(({ on, name }) => `${on} ${name}`)).toEqual([
    '2026-01-01 Jour de l’An',
    '2026-04-06 Lundi de Pâques',
    '2026-05-01 Fête du Travail',
    '2026-05-08 Victoire 1945',
    '2026-05-14 Ascension',
    '2026-05-25 Lundi de Pentecôte',
    '2026-07-14 Fête nationale',
    '2026-08-15 Assomption',
    '2026-11-01 Toussaint',
    '2026-11-11 Armistice 1918',
    '2026-12-25 Noël',
  ]);
});
