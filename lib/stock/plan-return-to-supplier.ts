// Units that go back to the partner who delivered them, at the cost of their own lot.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { planWithStock } from './plan-with-stock.ts';
import { rebookLot } from './rebook-lines.ts';
import { findUnits } from './take-out.ts';

export interface ReturnToSupplierInput {
  readonly lotId: string;
  readonly quantity: number;
  readonly reason: string;
}

export function planReturnToSupplier(context: PlanContext, input: ReturnToSupplierInput, meta: ActionMeta): ActionPlan {
  return planWithStock(context, meta, ['lines'], (draft, book) => {
    const found = findUnits(context, book, { ...input, mayBeReserved: true });
    if ('refusals' in found) return found;
    const { lot, quantity, product } = found;
    book.move(lot.id, -quantity, { kind: 'supplier_return', purchaseId: lot.purchaseId, reason: input.reason });
    const warnings = rebookLot(context, draft, book, lot.id, meta);
    return { summary: context.words.stock.returnedToSupplier({ quantity, product, lot: lot.id }), warnings };
  });
}
