// Stock that leaves without an order: lost, given away, or sold because its date is near. Past a DLC, and in quarantine,
// units can only be lost.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { lastGoodDay } from './lot-dates.ts';
import { planWithStock, refuse } from './plan-with-stock.ts';
import { rebookLot } from './rebook-lines.ts';
import { findUnits } from './take-out.ts';

export type RemovalKind = 'waste' | 'gift' | 'short_dated_sale';

export interface RemoveStockInput {
  readonly kind: RemovalKind;
  readonly lotId: string;
  readonly quantity: number;
  readonly reason: string;
}

export function planRemoveStock(context: PlanContext, input: RemoveStockInput, meta: ActionMeta): ActionPlan {
  const { clock, words } = context;
  const { kind, lotId, reason } = input;
  return planWithStock(context, meta, ['lines'], (draft, book) => {
    const found = findUnits(context, book, { ...input, mayBeReserved: kind === 'waste' });
    if ('refusals' in found) return found;
    const { lot, quantity, product } = found;
    const last = lastGoodDay(lot);
    if (kind !== 'waste' && lot.status === 'quarantined') return refuse(problem('stockLotQuarantined', { lot: lotId }));
    if (kind !== 'waste' && lot.dateKind === 'dlc' && last !== null && last < clock.today) {
      return refuse(problem('stockLotDlcPast', { lot: lotId, date: words.formatDay(last) }));
    }
    book.move(lotId, -quantity, { kind, reason });
    const warnings = rebookLot(context, draft, book, lotId, meta);
    return { summary: words.stock.removed[kind]({ quantity, product, lot: lotId }), warnings };
  });
}
