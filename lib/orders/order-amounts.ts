// What an order costs the customer, tax included: lines, shipping, discounts, and the part paid in points. Integer cents.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';

export interface PricedLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly discountCents: number | null;
}

export interface AmountsInput {
  readonly lines: readonly PricedLine[];
  readonly shippingPaidCents: number;
  readonly discountCents: number;
  readonly pointsSpent: number;
  readonly pointsPerEuro: number;
}

export interface OrderAmounts {
  readonly totalCents: number;
  readonly pointsValueCents: number;
  /** What is left to pay in euros. */
  readonly paidCents: number;
  readonly refusals: readonly Problem[];
}

/** Total = Σ (quantity × price − line discount) + shipping − order discount; points are worth whole cents, rounded down. */
export function orderAmounts(input: AmountsInput, { formatEuros }: Words): OrderAmounts {
  const { lines, shippingPaidCents, discountCents, pointsSpent, pointsPerEuro } = input;
  const refusals = lines.flatMap((line) =>
    (line.discountCents ?? 0) > line.quantity * line.unitPriceCents
      ? [problem('orderDiscountTooBig', { product: line.productId })]
      : [],
  );
  const goodsCents = lines.reduce(
    (sum, line) => sum + line.quantity * line.unitPriceCents - (line.discountCents ?? 0),
    0,
  );
  const totalCents = goodsCents + shippingPaidCents - discountCents;
  const pointsValueCents = pointsPerEuro === 0 ? 0 : Math.floor((pointsSpent * 100) / pointsPerEuro);
  if (totalCents < 0) refusals.push(problem('orderTotalNegative', { total: formatEuros(totalCents) }));
  else if (pointsSpent > 0 && pointsPerEuro === 0) refusals.push(problem('orderPointsWithoutValue', {}));
  else if (pointsValueCents > totalCents) {
    const params = { value: formatEuros(pointsValueCents), total: formatEuros(totalCents) };
    refusals.push(problem('orderPointsTooMany', params));
  }
  return { totalCents, pointsValueCents, paidCents: totalCents - pointsValueCents, refusals };
}
