// Picking many orders at once: their reserved lines leave the lots, oldest first, and wait packed for their parcels.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { pickLines } from './pick-lines.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';

export interface PickOrdersInput {
  readonly orders: readonly { readonly orderId: string }[];
}

export function planPickOrders(context: PlanContext, input: PickOrdersInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  return planWithStock(context, meta, ['orders', 'lines'], (draft, book) => {
    const ids = [...new Set(input.orders.map(({ orderId }) => orderId))];
    const lines = new Map(ids.map((id) => [id, [] as LinesRow[]]));
    for (const line of workbook.lines.rows) if (isPickable(line)) lines.get(line.orderId)?.push(line);
    const refusals = ids.flatMap((id): Problem[] => {
      if (!workbook.orders.byId.has(id)) return [unknownRow(workbook.orders, id)];
      return lines.get(id)?.length === 0 ? [problem('stockNothingToPick', { order: id })] : [];
    });
    if (ids.length === 0) refusals.push(problem('stockNothingToPick', { order: '' }));
    if (refusals.length > 0) return refuse(...refusals);
    const inTurn = [...lines.values()].flat().sort(firstPromised);
    const { picked, warnings } = pickLines(context, draft, book, inTurn, meta);
    if (picked.length === 0) return refuse(...warnings);
    const orderIds = new Set(picked.map(({ line }) => line.orderId));
    for (const id of orderIds) {
      const order = workbook.orders.byId.get(id);
      if (order?.status === 'confirmed') draft.update(workbook.orders, order, { status: 'preparing' });
    }
    const units = picked.reduce((sum, { quantity }) => sum + quantity, 0);
    return { summary: words.stock.picked({ units, lines: picked.length, orders: orderIds.size }), warnings };
  });
}

export function isPickable({ status, route }: Pick<LinesRow, 'status' | 'route'>): boolean {
  return status === 'reserved' && route !== 'partner';
}

const firstPromised = by<LinesRow>(
  (line) => line.promisedOn,
  (line) => line.orderId,
  (line) => line.id,
);
