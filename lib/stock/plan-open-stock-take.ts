// Opens a count: one line a lot of the hub that holds or should hold something, to be filled in the tab. Nothing moves.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';

export interface OpenStockTakeInput {
  readonly hubId: string;
  /** null: every product of the hub. */
  readonly productId: string | null;
}

export function planOpenStockTake(context: PlanContext, input: OpenStockTakeInput, meta: ActionMeta): ActionPlan {
  const { workbook, clock, words } = context;
  const { stockTakes } = workbook;
  return planWithStock(context, meta, ['stockTakes'], (draft, book) => {
    const hub = workbook.hubs.byId.get(input.hubId);
    if (hub === undefined) return refuse(unknownRow(workbook.hubs, input.hubId));
    const lots = book
      .lots()
      .filter((lot) => isCounted(lot, input))
      .sort(walkingOrder);
    if (lots.length === 0) return refuse(problem('stockCountNoLot', { hub: hub.name }));
    const counted = new Set(lots.map(({ id }) => id));
    const open = stockTakes.rows.find(({ lotId, status }) => counted.has(lotId) && isOpenCount(status));
    if (open !== undefined) return refuse(problem('stockCountOpen', { session: open.session }));
    const session = freeName(words.stock.countSession(words.formatDay(clock.today), hub.name), context);
    for (const { id: lotId, productId, hubId, onHand } of lots) {
      const place = { session, hubId, productId, lotId };
      const cells = { ...place, expected: onHand, status: 'to_count', actionId: meta.actionId } as const;
      draft.append(stockTakes, { id: draft.nextId(stockTakes), ...cells });
    }
    return { summary: words.stock.countOpened({ session, lines: lots.length }) };
  });
}

/** Not yet validated nor given up. */
export function isOpenCount(status: string): boolean {
  return status === 'to_count' || status === 'counted';
}

function isCounted(lot: LotsRow, { hubId, productId }: OpenStockTakeInput): boolean {
  if (lot.hubId !== hubId || (productId !== null && lot.productId !== productId)) return false;
  return lot.status !== 'voided' && lot.status !== 'expected' && (lot.onHand !== 0 || lot.reserved !== 0);
}

const walkingOrder = by<LotsRow>(
  (lot) => lot.location,
  (lot) => lot.productId,
  (lot) => lot.receivedOn,
  (lot) => lot.id,
);

/** A second count of the same day and hub gets a number. */
function freeName(session: string, { workbook, words }: PlanContext): string {
  const taken = new Set(workbook.stockTakes.rows.map((row) => row.session));
  let name = session;
  for (let turn = 2; taken.has(name); turn++) name = words.stock.countSessionAgain(session, turn);
  return name;
}
