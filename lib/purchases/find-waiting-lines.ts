// Order lines that wait for what a purchase brings, when it will not come, or not on the day they were told.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';

/** @param until lines told a day from then on are not concerned; null: all that wait are. */
export function findWaitingLines(
  { workbook }: PlanContext,
  rows: readonly PurchasesRow[],
  until: Day | null = null,
): Problem[] {
  const productIds = [...new Set(rows.filter(({ status }) => status !== 'draft').map(({ productId }) => productId))];
  return productIds.flatMap((productId) => {
    const waiting = workbook.lines.rows.filter(
      (line) =>
        line.productId === productId &&
        line.status === 'backordered' &&
        (until === null || line.availableOn === null || line.availableOn < until),
    );
    const product = workbook.products.byId.get(productId)?.name ?? productId;
    return waiting.length === 0 ? [] : [problem('purchaseWaitingLines', { lines: waiting.length, product })];
  });
}
