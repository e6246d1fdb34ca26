// Picks reserved lines from the lots, oldest first: the stock part of picking and of shipping. A line takes what its policy
// allows at this moment; its own reservation does not count against it and is over afterwards.
import type { ActionMeta } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { type Allocation, type AllocationResult, allocate, type Take } from './allocate.ts';
import { allocationPolicy } from './allocation-policy.ts';
import { heldByLine, showAllocation } from './allocation-text.ts';
import { openHubs } from './first-hub.ts';
import { demandOfLine } from './line-demand.ts';
import { lastGoodDay } from './lot-dates.ts';
import type { StockBook } from './stock-book.ts';

export interface PickedLine {
  readonly line: LinesRow;
  readonly takes: readonly Take[];
  readonly quantity: number;
  /** At the cost of the lots taken, before tax. */
  readonly costCents: number;
}

export interface PickResult {
  /** Lines that got at least one unit; the others keep their reservation and stay as they are. */
  readonly picked: readonly PickedLine[];
  readonly warnings: readonly Problem[];
}

/** @param lines reserved in a hub, in order of priority; each becomes `picked` with its lots and cost written. */
export function pickLines(
  context: PlanContext,
  draft: Draft,
  book: StockBook,
  lines: readonly LinesRow[],
  meta: ActionMeta,
): PickResult {
  const { workbook, clock } = context;
  const hubIds = openHubs(workbook).map(({ id }) => id);
  const demands = lines.map((line) => demandOfLine(line, hubIds, clock.today));
  const result = allocate({ lots: book.lots(), demands, policy: allocationPolicy(context), today: clock.today });
  const byLine = new Map<string, Allocation[]>();
  for (const allocation of result.allocations) {
    const own = byLine.get(allocation.demandId);
    if (own === undefined) byLine.set(allocation.demandId, [allocation]);
    else own.push(allocation);
  }
  const picked = lines.flatMap((line) => {
    const allocations = byLine.get(line.id);
    return allocations === undefined ? [] : [pickLine(context, draft, book, line, allocations, meta)];
  });
  return { picked, warnings: pickWarnings(context, lines, book, result) };
}

function pickLine(
  { workbook }: PlanContext,
  draft: Draft,
  book: StockBook,
  line: LinesRow,
  takes: readonly Allocation[],
  meta: ActionMeta,
): PickedLine {
  book.release(heldByLine(line));
  for (const { lotId, quantity, isException } of takes) {
    const reason = isException ? line.exceptionReason : null;
    book.move(lotId, -quantity, { kind: 'pick', orderId: line.orderId, lineId: line.id, reason });
  }
  const quantity = takes.reduce((sum, take) => sum + take.quantity, 0);
  const costCents = takes.reduce((sum, take) => sum + take.quantity * take.unitCostCents, 0);
  draft.update(workbook.lines, line, {
    status: 'picked',
    allocation: showAllocation(takes),
    reservedQuantity: 0,
    costCents,
    actionId: meta.actionId,
  });
  return { line, takes, quantity, costCents };
}

/** What the person should see: lots passed by (once each), dates out of order, lines that got less than they ask. */
export function pickWarnings(
  { workbook, words }: PlanContext,
  lines: readonly LinesRow[],
  book: StockBook,
  { allocations, skipped, shortfalls }: AllocationResult,
): Problem[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const warnings = new Map<string, Problem>();
  for (const { lotId, reason, demandId } of skipped) {
    const why = words.stock.skipReasons[reason];
    if (!warnings.has(lotId)) warnings.set(lotId, problem('stockLotSkipped', { lot: lotId, why, line: demandId }));
  }
  for (const { lotId, datedEarlierLotId } of allocations) {
    if (datedEarlierLotId === null || warnings.has(datedEarlierLotId)) continue;
    const dateOf = (id: string) => {
      const lot = book.lotOf(id);
      const day = lot === undefined ? null : lastGoodDay(lot);
      return day === null ? words.choiceLabel('no_date') : words.formatDay(day);
    };
    const dates = { date: dateOf(datedEarlierLotId), otherDate: dateOf(lotId) };
    warnings.set(datedEarlierLotId, problem('stockDatedEarlier', { lot: datedEarlierLotId, other: lotId, ...dates }));
  }
  for (const { demandId, quantity } of shortfalls) {
    const line = byId.get(demandId);
    if (line === undefined) continue;
    const product = workbook.products.byId.get(line.productId)?.name ?? line.productId;
    const units = { asked: String(line.quantity), picked: String(line.quantity - quantity) };
    warnings.set(demandId, problem('stockLineShort', { line: demandId, product, ...units }));
  }
  return [...warnings.values()];
}
