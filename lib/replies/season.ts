// The months a product is sold in, as people type them in Produits: numbers 1–12 between commas, a range 11-2, or nothing.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';

const MONTHS = 12;

/** Numbers of the months, in the order they are lived: 11, 12, 1, 2. What is no month is left out. */
export function monthsOf(text: string | null): readonly number[] {
  const months = new Set<number>();
  for (const part of (text ?? '').split(/[,;]/)) {
    const [, from = '0', to = from] = /^\s*(\d{1,2})\s*(?:[-–]\s*(\d{1,2}))?\s*$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (!isMonth(first) || !isMonth(last)) continue;
    for (let month = first; ; month = (month % MONTHS) + 1) {
      months.add(month);
      if (month === last) break;
    }
  }
  return inSeasonOrder(months);
}

/** A product without months is sold all year and is in no particular season. */
function isInSeason(text: string | null, today: Day): boolean {
  return monthsOf(text).includes(Number(today.slice(5, 7)));
}

/** What is sold now and not all year, in the order of the sheet. */
export function productsInSeason({ workbook, clock }: PlanContext): readonly RowOf<'products'>[] {
  return workbook.products.rows.filter(
    ({ active, seasonalMonths }) => active !== false && isInSeason(seasonalMonths, clock.today),
  );
}

/** Whether the months follow each other, over the year's end too. */
export function isOneSeason(months: readonly number[]): boolean {
  return months.every((month, index) => index === 0 || month === ((months[index - 1] ?? 0) % MONTHS) + 1);
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= MONTHS;
}

/** A season over the year's end begins with its autumn: 11, 12, 1 rather than 1, 11, 12. */
function inSeasonOrder(months: ReadonlySet<number>): number[] {
  const sorted = [...months].sort((a, b) => a - b);
  if (sorted.length === MONTHS || !months.has(1) || !months.has(MONTHS)) return sorted;
  let start = MONTHS;
  while (months.has(start - 1)) start -= 1;
  return [...sorted.filter((month) => month >= start), ...sorted.filter((month) => month < start)];
}
