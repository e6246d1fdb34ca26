// A transfer to another hub: the units keep their receipt, date and cost, and lie in a lot of the other hub at once.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';
import { setApart } from './set-apart.ts';
import { findUnits } from './take-out.ts';

export interface MoveLotInput {
  readonly lotId: string;
  /** null: all that is free. */
  readonly quantity: number | null;
  readonly hubId: string;
  readonly reason: string;
}

export function planMoveLot(context: PlanContext, input: MoveLotInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  return planWithStock(context, meta, [], (_draft, book) => {
    const hub = workbook.hubs.byId.get(input.hubId);
    if (hub === undefined) return refuse(unknownRow(workbook.hubs, input.hubId));
    const found = findUnits(context, book, { ...input, mayBeReserved: false });
    if ('refusals' in found) return found;
    const { lot, quantity, product } = found;
    if (lot.hubId === hub.id) return refuse(problem('stockHubSame', { lot: lot.id, hub: hub.name }));
    const status = lot.status === 'quarantined' ? 'quarantined' : 'available';
    const apartOf = { quantity, hubId: hub.id, status, note: words.stock.setApartFrom(lot.id) } as const;
    const to = setApart(book, lot, apartOf, { kind: 'transfer', reason: input.reason });
    return { summary: words.stock.moved({ quantity, product, lot: lot.id, to, hub: hub.name }) };
  });
}
