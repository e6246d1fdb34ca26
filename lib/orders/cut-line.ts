// One line in two: what leaves first and what is left. Units and discount add up to the whole line's.
import { shareRoundedDown } from '#lib/kernel/money.ts';
import type { LinesRow } from '#lib/tables/lines.ts';

type Part = Pick<LinesRow, 'quantity' | 'discountCents'>;

/** @param firstQuantity 1 … the line's quantity; when it is all of it, the rest is 0 units. */
export function cutLine(
  { quantity, discountCents }: Part,
  firstQuantity: number,
): { readonly first: Part; readonly rest: Part } {
  const share = discountCents === null ? null : shareRoundedDown(discountCents, firstQuantity, quantity);
  const rest = discountCents === null || share === null ? null : discountCents - share;
  return {
    first: { quantity: firstQuantity, discountCents: share },
    rest: { quantity: quantity - firstQuantity, discountCents: rest },
  };
}
