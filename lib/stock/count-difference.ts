// The arithmetic of a count. What was counted is compared with what the books held at that time; what moved since is added
// afterwards. A blank is not zero: it is no count.
import type { Clock } from '#lib/kernel/clock.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';

/** counted − expected; null when either is not known. */
export function countDifference(counted: number | null, expected: number | null): number | null {
  return counted === null || expected === null ? null : counted - expected;
}

/** What the movements say that lay in a lot at a time of the wall clock; a movement without a time counts from its day on. */
export function quantityAt(movements: readonly MovementsRow[], at: WallTime, clock: Clock): number {
  let quantity = 0;
  for (const movement of movements) {
    const time = movement.at === null ? `${movement.on}T00:00:00` : clock.wallTimeOf(movement.at);
    if (time <= at) quantity += movement.quantity;
  }
  return quantity;
}
