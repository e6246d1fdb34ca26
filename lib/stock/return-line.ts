// Units of a line that come back from the customer: to the lots they were taken from, lot by lot, at those lots' cost. What
// cannot be sold again comes back and is lost at once, so that both stand in the journal.
import type { ActionMeta } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { readAllocation, sliceTakes } from './allocation-text.ts';
import type { StockBook } from './stock-book.ts';

export interface ReturnedUnits {
  readonly quantity: number;
  readonly isResaleable: boolean;
  readonly reason: string;
}

/** Writes the movements and the line; the order, its money and its points are the caller's. @returns the refusals. */
export function returnLine(
  { workbook, words }: PlanContext,
  draft: Draft,
  book: StockBook,
  line: LinesRow,
  { quantity, isResaleable, reason }: ReturnedUnits,
  meta: ActionMeta,
): Problem[] {
  const returned = line.returnedQuantity ?? 0;
  const shipped = line.shippedQuantity ?? 0;
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    return [problem('stockQuantityBad', { value: String(quantity) })];
  if (quantity > shipped - returned) {
    const left = String(Math.max(0, shipped - returned));
    return [problem('stockReturnTooMuch', { line: line.id, asked: String(quantity), left })];
  }
  const takes = sliceTakes(readAllocation(line.allocation), returned, quantity);
  const found = takes.reduce((sum, take) => sum + take.quantity, 0);
  const isKnown = takes.every(({ lotId }) => (book.lotOf(lotId)?.status ?? 'voided') !== 'voided');
  if (found < quantity || !isKnown) return [problem('stockReturnNoLot', { line: line.id })];
  const about = { orderId: line.orderId, lineId: line.id };
  for (const take of takes) book.move(take.lotId, take.quantity, { kind: 'customer_return', reason, ...about });
  if (!isResaleable) {
    const scrapped = words.stock.returnScrapped(reason);
    for (const take of takes) book.move(take.lotId, -take.quantity, { kind: 'waste', reason: scrapped, ...about });
  }
  const isComplete = returned + quantity === shipped && shipped >= line.quantity;
  draft.update(workbook.lines, line, {
    returnedQuantity: returned + quantity,
    ...(isComplete ? { status: 'returned' } : {}),
    actionId: meta.actionId,
  });
  return [];
}
