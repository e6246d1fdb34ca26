// Units that leave a lot for another reason than an order: checked against what lies there and, where the units must not be
// promised to anybody, against what is free.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import { unknownRow } from './plan-with-stock.ts';
import type { StockBook } from './stock-book.ts';

export interface TakeOut {
  readonly lotId: string;
  /** null: all of it. */
  readonly quantity: number | null;
  readonly reason: string;
  /** Broken goods may have been promised; what is sold or given away may not. */
  readonly mayBeReserved: boolean;
}

export type FoundUnits =
  | { readonly lot: LotsRow; readonly quantity: number; readonly product: string }
  | { readonly refusals: readonly Problem[] };

export function findUnits({ workbook }: PlanContext, book: StockBook, asked: TakeOut): FoundUnits {
  const lot = book.lotOf(asked.lotId);
  if (lot === undefined || lot.status === 'voided') return { refusals: [unknownRow(workbook.lots, asked.lotId)] };
  const free = Math.max(0, asked.mayBeReserved ? lot.onHand : lot.onHand - lot.reserved);
  const quantity = asked.quantity ?? free;
  const refusals: Problem[] = [];
  if (!Number.isSafeInteger(quantity) || (quantity < 1 && asked.quantity !== null)) {
    refusals.push(problem('stockQuantityBad', { value: String(asked.quantity) }));
  } else if (quantity > free || free === 0) {
    refusals.push(problem('stockLotShort', { lot: lot.id, asked: String(asked.quantity ?? 1), free: String(free) }));
  }
  if (asked.reason.trim() === '') refusals.push(problem('stockReasonMissing', {}));
  if (refusals.length > 0) return { refusals };
  return { lot, quantity, product: workbook.products.byId.get(lot.productId)?.name ?? lot.productId };
}
