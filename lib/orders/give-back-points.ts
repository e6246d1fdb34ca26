// Points of an order that come back to its customer, with the order's cancellation or return, in the same commit.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { planRestoreSpend } from '#lib/points/plan-restore-spend.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { OrderDesk } from './plan-with-orders.ts';

export interface GivenBack {
  readonly points: number;
  readonly warnings: readonly Problem[];
}

/**
 * @param points 'all': whatever was spent and not given back yet. Points that the ledger does not know (typed into the order
 * by hand) are named in a warning, not given: they were never taken.
 */
export function giveBackPoints(
  { context, draft, meta }: OrderDesk,
  { id, customerId, pointsSpent }: OrdersRow,
  points: number | 'all',
  reason: string,
): GivenBack {
  const entries = context.workbook.points.rows.filter((row) => row.source === id && row.customerId === customerId);
  const outstanding = -entries.reduce(
    (sum, row) => (row.kind === 'spend' || row.kind === 'restore' ? sum + row.points : sum),
    0,
  );
  const wanted = points === 'all' ? outstanding : Math.min(points, outstanding);
  if (wanted <= 0) {
    const isUnknown = (pointsSpent ?? 0) > 0 && entries.length === 0;
    return { points: 0, warnings: isUnknown ? [problem('orderPointsNotInLedger', { order: id })] : [] };
  }
  const { today } = context.clock;
  planRestoreSpend(context, draft, {
    customerId,
    source: id,
    points: wanted,
    on: today,
    actionId: meta.actionId,
    reason,
  });
  return { points: wanted, warnings: [] };
}
