// Public holidays of mainland France (code du travail, L3133-1), by rule: fixed days and those that follow Easter.
import { addDays, type Day } from '#lib/kernel/day.ts';

export interface Holiday {
  readonly on: Day;
  readonly name: string;
}

/** The eleven holidays of a year, in order. */
export function frenchHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const holidays: readonly Holiday[] = [
    { on: `${year}-01-01` as Day, name: 'Jour de l’An' },
    { on: addDays(easter, 1), name: 'Lundi de Pâques' },
    { on: `${year}-05-01` as Day, name: 'Fête du Travail' },
    { on: `${year}-05-08` as Day, name: 'Victoire 1945' },
    { on: addDays(easter, 39), name: 'Ascension' },
    { on: addDays(easter, 50), name: 'Lundi de Pentecôte' },
    { on: `${year}-07-14` as Day, name: 'Fête nationale' },
    { on: `${year}-08-15` as Day, name: 'Assomption' },
    { on: `${year}-11-01` as Day, name: 'Toussaint' },
    { on: `${year}-11-11` as Day, name: 'Armistice 1918' },
    { on: `${year}-12-25` as Day, name: 'Noël' },
  ];
  return [...holidays].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  return `${year}-${month}-${String((sum % 31) + 1).padStart(2, '0')}` as Day;
}
