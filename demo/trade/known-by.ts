// How many of a list in the order of `since` the shop knows on a day.
import type { Day } from '#lib/kernel/day.ts';

export function knownBy(people: readonly { readonly since: Day }[], day: Day): number {
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const since = people[middle]?.since;
    if (since !== undefined && since <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
