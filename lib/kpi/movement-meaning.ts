// What a movement stands for in the arithmetic: a reversal takes back what it names, so it counts as that, with its own sign.
import type { MovementsRow } from '#lib/tables/movements.ts';

export type MovementMeaning = Exclude<MovementsRow['kind'], 'reversal'>;

/** Units that went to customers against money, less those that came back: the cost of goods sold. */
export const SOLD: ReadonlySet<MovementMeaning | null> = new Set(['pick', 'customer_return', 'short_dated_sale']);
/** Units that were lost: thrown away, or found missing (or found again) by a count. A gift is given, not lost. */
export const LOST: ReadonlySet<MovementMeaning | null> = new Set(['waste', 'count_adjustment']);

/** null: a reversal of a movement that is not there, or of one that leads back to itself. */
export function meaningOf(
  movement: Pick<MovementsRow, 'kind' | 'reversesId'>,
  byId: ReadonlyMap<string, Pick<MovementsRow, 'kind' | 'reversesId'>>,
): MovementMeaning | null {
  let row: typeof movement | undefined = movement;
  // An undo of an undo of an undo: longer chains than the ledger has rows are circles.
  for (let left = byId.size + 1; row !== undefined && left > 0; left -= 1) {
    if (row.kind !== 'reversal') return row.kind;
    row = byId.get(row.reversesId ?? '');
  }
  return null;
}
