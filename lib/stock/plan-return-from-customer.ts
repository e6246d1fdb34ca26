// One line's units come back: the stock side of a customer return.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';
import { type ReturnedUnits, returnLine } from './return-line.ts';

export interface ReturnFromCustomerInput extends ReturnedUnits {
  readonly lineId: string;
}

export function planReturnFromCustomer(
  context: PlanContext,
  input: ReturnFromCustomerInput,
  meta: ActionMeta,
): ActionPlan {
  const { workbook, words } = context;
  return planWithStock(context, meta, ['lines'], (draft, book) => {
    const line = workbook.lines.byId.get(input.lineId);
    if (line === undefined) return refuse(unknownRow(workbook.lines, input.lineId));
    if (input.reason.trim() === '') return refuse(problem('stockReasonMissing', {}));
    const refusals = returnLine(context, draft, book, line, input, meta);
    if (refusals.length > 0) return refuse(...refusals);
    const product = workbook.products.byId.get(line.productId)?.name ?? line.productId;
    const { quantity, isResaleable } = input;
    return { summary: words.stock.returned({ quantity, product, line: line.id, scrapped: !isResaleable }) };
  });
}
