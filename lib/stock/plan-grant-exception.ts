// A one-off exception for one line: a lot near its date or past its DDM may serve it, or a lot out of turn, with a reason
// that stands on the line and on its picks. A DLC that is past and a quarantine stay closed.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { openHubs } from './first-hub.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';
import { rebookLines } from './rebook-lines.ts';

export interface GrantExceptionInput {
  readonly lineId: string;
  /** The lot to serve it from; null: the first that the exception opens. */
  readonly lotId: string | null;
  readonly reason: string;
}

/** States in which a line can still be served otherwise. */
export const OPEN_STATES: ReadonlySet<LinesRow['status']> = new Set(['to_route', 'reserved', 'backordered']);

export function planGrantException(context: PlanContext, input: GrantExceptionInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  return planWithStock(context, meta, ['lines'], (draft, book) => {
    const line = workbook.lines.byId.get(input.lineId);
    if (line === undefined) return refuse(unknownRow(workbook.lines, input.lineId));
    if (!OPEN_STATES.has(line.status)) return refuse(problem('stockLineNotOpen', { line: line.id }));
    if (input.reason.trim() === '') return refuse(problem('stockReasonMissing', {}));
    const lot = input.lotId === null ? undefined : book.lotOf(input.lotId);
    if (input.lotId !== null && lot?.productId !== line.productId)
      return refuse(unknownRow(workbook.lots, input.lotId));
    const hubId = lot?.hubId ?? line.hubId ?? openHubs(workbook)[0]?.id ?? null;
    const cells = { route: 'hub', hubId, exceptionReason: input.reason } as const;
    const warnings = rebookLines(context, draft, book, [{ ...line, ...cells }], meta, { lotId: input.lotId, cells });
    const product = workbook.products.byId.get(line.productId)?.name ?? line.productId;
    return { summary: words.stock.excepted({ quantity: line.quantity, product, line: line.id }), warnings };
  });
}
