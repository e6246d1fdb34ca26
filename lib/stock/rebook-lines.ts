// Lines that counted on units which are there no more: their reservations are given up and made again from what is left, the
// first promised first. A line that gets nothing waits for stock.
import type { ActionMeta } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { allocate } from './allocate.ts';
import { allocationPolicy } from './allocation-policy.ts';
import { heldByLine, showAllocation } from './allocation-text.ts';
import { openHubs } from './first-hub.ts';
import { demandOfLine } from './line-demand.ts';
import { pickWarnings } from './pick-lines.ts';
import type { StockBook } from './stock-book.ts';

/** Rebooks the lines of a lot that is now reserved beyond what it holds; does nothing otherwise. */
export function rebookLot(
  context: PlanContext,
  draft: Draft,
  book: StockBook,
  lotId: string,
  meta: ActionMeta,
): Problem[] {
  const lot = book.lotOf(lotId);
  if (lot === undefined || lot.reserved <= lot.onHand) return [];
  const lines = context.workbook.lines.rows.filter((line) => heldByLine(line).some((take) => take.lotId === lotId));
  return rebookLines(context, draft, book, lines, meta);
}

/** An exception that is being granted, and what else it writes into the line: a row is updated once a draft. */
export interface Granted {
  readonly lotId: string | null;
  readonly cells: Partial<Pick<LinesRow, 'route' | 'hubId' | 'exceptionReason'>>;
}

/** @param lines reserved; at most once a line and draft. @returns what the person should know. */
export function rebookLines(
  context: PlanContext,
  draft: Draft,
  book: StockBook,
  lines: readonly LinesRow[],
  meta: ActionMeta,
  granted: Granted | null = null,
): Problem[] {
  const { workbook, clock } = context;
  const inTurn = [...lines].sort(firstPromised);
  const hubIds = openHubs(workbook).map(({ id }) => id);
  for (const line of inTurn) book.release(heldByLine(line));
  const demands = inTurn.map((line) => {
    const { held: _released, ...demand } = demandOfLine(line, hubIds, clock.today);
    return granted === null ? demand : { ...demand, exception: { lotId: granted.lotId } };
  });
  const result = allocate({ lots: book.lots(), demands, policy: allocationPolicy(context), today: clock.today });
  for (const line of inTurn) {
    const takes = result.allocations.filter(({ demandId }) => demandId === line.id);
    const reservedQuantity = takes.reduce((sum, { quantity }) => sum + quantity, 0);
    book.reserve(takes);
    draft.update(workbook.lines, line, {
      ...granted?.cells,
      status: reservedQuantity === 0 ? 'backordered' : 'reserved',
      ...(reservedQuantity === 0 ? { route: 'backorder' } : {}),
      allocation: showAllocation(takes),
      reservedQuantity,
      actionId: meta.actionId,
    });
  }
  return pickWarnings(context, inTurn, book, result);
}

const firstPromised = by<LinesRow>(
  (line) => line.promisedOn,
  (line) => line.orderId,
  (line) => line.id,
);
