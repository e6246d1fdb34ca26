// Quarantine and its end. Units under suspicion become a lot of their own that nothing is sold from; released, they go back
// to the lot they came from, or stand as a lot of their own when that is not there any more.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { isOnSale } from './available.ts';
import { planWithStock, refuse } from './plan-with-stock.ts';
import { rebookLot } from './rebook-lines.ts';
import { setApart } from './set-apart.ts';
import { findUnits } from './take-out.ts';

export interface QuarantineInput {
  readonly lotId: string;
  /** null: all of it. */
  readonly quantity: number | null;
  readonly reason: string;
}

export function planQuarantineLot(context: PlanContext, input: QuarantineInput, meta: ActionMeta): ActionPlan {
  const { stock } = context.words;
  return planWithStock(context, meta, ['lines'], (draft, book) => {
    const found = findUnits(context, book, { ...input, mayBeReserved: true });
    if ('refusals' in found) return found;
    const { lot, quantity, product } = found;
    if (lot.status === 'quarantined') return refuse(problem('stockLotQuarantined', { lot: lot.id }));
    const apartOf = { quantity, hubId: lot.hubId, status: 'quarantined', note: stock.setApartFrom(lot.id) } as const;
    const apart = setApart(book, lot, apartOf, { kind: 'quarantine', reason: input.reason });
    const warnings = rebookLot(context, draft, book, lot.id, meta);
    return { summary: stock.quarantined({ quantity, product, lot: lot.id, apart }), warnings };
  });
}

export function planReleaseLot(context: PlanContext, input: QuarantineInput, meta: ActionMeta): ActionPlan {
  const { stock } = context.words;
  return planWithStock(context, meta, [], (_draft, book) => {
    const found = findUnits(context, book, { ...input, mayBeReserved: true });
    if ('refusals' in found) return found;
    const { lot, quantity, product } = found;
    if (lot.status !== 'quarantined') return refuse(problem('stockLotNotQuarantined', { lot: lot.id }));
    const entry = { kind: 'release', reason: input.reason } as const;
    const origin = book.lotOf(lot.fromLotId ?? '');
    const isHome = origin !== undefined && isOnSale(origin) && origin.hubId === lot.hubId;
    if (!isHome) {
      const apartOf = { quantity, hubId: lot.hubId, status: 'available', note: stock.setApartFrom(lot.id) } as const;
      const home = setApart(book, lot, apartOf, entry);
      return { summary: stock.released({ quantity, product, lot: lot.id, home }) };
    }
    book.move(lot.id, -quantity, entry);
    book.move(origin.id, quantity, entry);
    return { summary: stock.released({ quantity, product, lot: lot.id, home: origin.id }) };
  });
}
