// The months in which a product sells, as the team types them in Produits: "5, 6, 7", or a span "11-2" over the year's end.
import { addDays, type Day } from '#lib/kernel/day.ts';

/** Months 1 to 12; null when the product sells all year. */
export type Season = ReadonlySet<number> | null;

/** @returns 'unreadable' when a part of the text is no month. */
export function readSeason(text: string | null): Season | 'unreadable' {
  const parts = (text ?? '').split(/[,;\s]+/).filter((part) => part !== '');
  const months = new Set<number>();
  for (const part of parts) {
    const match = /^(\d{1,2})(?:[-–](\d{1,2}))?$/.exec(part);
    const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (match === null || !isMonth(first) || !isMonth(last)) return 'unreadable';
    for (let month = first; ; month = (month % 12) + 1) {
      months.add(month);
      if (month === last) break;
    }
  }
  return months.size === 0 || months.size === 12 ? null : months;
}

export function isInSeason(season: Season, day: Day): boolean {
  return season === null || season.has(Number(day.slice(5, 7)));
}

/** Share of the days from `from` on that are in season, 0 to 1. */
export function seasonShare(season: Season, from: Day, days: number): number {
  if (season === null || days <= 0) return 1;
  let inSeason = 0;
  for (let ahead = 0; ahead < days; ahead++) if (isInSeason(season, addDays(from, ahead))) inSeason += 1;
  return inSeason / days;
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}
