// The warning of an inversion: a lot whose date comes before the date of one that leaves the shelf before it.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import { isOnSale } from './available.ts';
import { lastGoodDay } from './lot-dates.ts';

/** At most one Problem: the lot in hand that differs most. */
export function findEarlierDates(lot: LotsRow, inHand: readonly LotsRow[], { words }: PlanContext): Problem[] {
  const date = lastGoodDay(lot);
  if (date === null) return [];
  const later = inHand
    .filter((other) => other.productId === lot.productId && other.hubId === lot.hubId && other.id !== lot.id)
    .filter((other) => other.onHand > 0 && isOnSale(other) && other.receivedOn <= lot.receivedOn)
    .flatMap((other) => {
      const otherDate = lastGoodDay(other);
      return otherDate !== null && otherDate > date ? [{ other, otherDate }] : [];
    })
    .sort(
      by(
        ({ otherDate }) => otherDate,
        ({ other }) => other.id,
      ),
    )
    .pop();
  if (later === undefined) return [];
  const dates = { date: words.formatDay(date), otherDate: words.formatDay(later.otherDate) };
  return [problem('stockDatedEarlier', { lot: lot.id, other: later.other.id, ...dates })];
}
