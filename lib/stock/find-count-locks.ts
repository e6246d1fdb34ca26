// A validated count says what lay in a hub at its time: nothing may be dated before it any more.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';

interface DatedAct {
  readonly hubId: string;
  readonly productId: string;
  readonly on: Day;
}

/** One Problem when the product was counted in the hub after that day; none otherwise. Reads `stockTakes`. */
export function findCountLocks({ workbook, words }: PlanContext, { hubId, productId, on }: DatedAct): Problem[] {
  let counted: Day | null = null;
  for (const row of workbook.stockTakes.rows) {
    if (row.status !== 'validated' || row.hubId !== hubId || row.productId !== productId) continue;
    if (row.validatedOn !== null && (counted === null || row.validatedOn > counted)) counted = row.validatedOn;
  }
  if (counted === null || counted <= on) return [];
  const hub = workbook.hubs.byId.get(hubId)?.name ?? hubId;
  const product = workbook.products.byId.get(productId)?.name ?? productId;
  const days = { counted: words.formatDay(counted), on: words.formatDay(on) };
  return [problem('stockCountLocks', { product, hub, ...days })];
}
