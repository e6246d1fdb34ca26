// Validates a count: each counted line becomes the truth of its time, the difference a movement, and nothing may be dated
// before it any more. Blank lines stay to be counted, or are given up when the person says so.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';
import type { StockTakesRow } from '#lib/tables/stock-takes.ts';
import { countDifference, quantityAt } from './count-difference.ts';
import { isOpenCount } from './plan-open-stock-take.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';
import { rebookLot } from './rebook-lines.ts';
import type { StockBook } from './stock-book.ts';

export interface ValidateStockTakeInput {
  readonly session: string;
  /** Lines left blank are given up instead of staying open. */
  readonly giveUpBlank: boolean;
}

export function planValidateStockTake(
  context: PlanContext,
  input: ValidateStockTakeInput,
  meta: ActionMeta,
): ActionPlan {
  const { stockTakes, lots } = context.workbook;
  const { session } = input;
  return planWithStock(context, meta, ['stockTakes', 'lines'], (draft, book) => {
    const rows = stockTakes.rows.filter((row) => row.session === session && isOpenCount(row.status));
    const counted = rows.filter((row) => row.counted !== null);
    if (rows.length === 0) return refuse(unknownRow(stockTakes, session));
    if (counted.length === 0) return refuse(problem('stockCountEmpty', { session }));
    const movements = movementsByLot(context, counted);
    const counts = counted.map((row) => countOf(context, row, movements.get(row.lotId) ?? []));
    const refusals = counts.flatMap((count) => [
      ...refusalsOf(context, count),
      ...(lots.byId.has(count.row.lotId) ? [] : [unknownRow(lots, count.row.lotId)]),
    ]);
    if (refusals.length > 0) return refuse(...refusals);
    const warnings = counts.flatMap((count) => writeCount(context, draft, book, count, meta));
    const blank = rows.filter((row) => row.counted === null);
    if (input.giveUpBlank)
      for (const row of blank) draft.update(stockTakes, row, { status: 'voided', actionId: meta.actionId });
    else if (blank.length > 0) warnings.push(problem('stockCountBlank', { lines: String(blank.length) }));
    for (const { lotId } of counted) warnings.push(...rebookLot(context, draft, book, lotId, meta));
    return { summary: summaryOf(context, session, counts), warnings };
  });
}

interface Count {
  readonly row: StockTakesRow;
  readonly counted: number;
  readonly countedAt: WallTime;
  /** What the books held when it was counted, and now. */
  readonly expected: number;
  readonly ledger: number;
  readonly difference: number;
}

function countOf({ clock }: PlanContext, row: StockTakesRow, movements: readonly MovementsRow[]): Count {
  const countedAt = row.countedAt ?? clock.wallTimeOf(clock.now);
  const expected = quantityAt(movements, countedAt, clock);
  const ledger = movements.reduce((sum, { quantity }) => sum + quantity, 0);
  const counted = row.counted ?? 0;
  return { row, counted, countedAt, expected, ledger, difference: countDifference(counted, expected) ?? 0 };
}

function movementsByLot(
  { workbook }: PlanContext,
  rows: readonly StockTakesRow[],
): ReadonlyMap<string, MovementsRow[]> {
  const byLot = new Map<string, MovementsRow[]>(rows.map(({ lotId }) => [lotId, []]));
  for (const movement of workbook.movements.rows) byLot.get(movement.lotId)?.push(movement);
  return byLot;
}

function refusalsOf(
  { workbook, clock }: PlanContext,
  { row, counted, countedAt, expected, ledger, difference }: Count,
): Problem[] {
  if (countedAt > clock.wallTimeOf(clock.now)) {
    return [problem('stockCountTimeLater', { line: row.id }, placeOf(workbook.stockTakes, row, 'countedAt'))];
  }
  if (ledger + difference >= 0) return [];
  const figures = { counted: String(counted), moved: String(expected - ledger) };
  const at = placeOf(workbook.stockTakes, row, 'counted');
  return [problem('stockCountBelowZero', { lot: row.lotId, ...figures }, at)];
}

/** The ledger is what the difference is taken from, so a quantity typed over by hand is settled by the count. */
function writeCount(
  { workbook, clock, words }: PlanContext,
  draft: Draft,
  book: StockBook,
  { row, countedAt, expected, ledger, difference }: Count,
  meta: ActionMeta,
): Problem[] {
  if (book.lotOf(row.lotId)?.onHand !== ledger) book.restate(row.lotId, { onHand: ledger });
  if (difference !== 0) {
    const reason = row.reason ?? words.stock.countReason(row.session);
    book.move(row.lotId, difference, { kind: 'count_adjustment', stockTakeId: row.id, reason });
  }
  const validated = { status: 'validated', validatedOn: clock.today, actionId: meta.actionId } as const;
  draft.update(workbook.stockTakes, row, { expected, difference, countedAt, ...validated });
  const lot = book.lotOf(row.lotId);
  const warnings: Problem[] = [];
  if (row.countedAt === null) {
    const at = placeOf(workbook.stockTakes, row, 'countedAt');
    warnings.push(problem('stockCountTimeMissing', { line: row.id }, at));
  }
  if (lot !== undefined && lot.onHand < lot.reserved) {
    const figures = { onHand: String(lot.onHand), reserved: String(lot.reserved) };
    warnings.push(problem('stockCountReserved', { lot: lot.id, ...figures }));
  }
  return warnings;
}

function summaryOf({ words }: PlanContext, session: string, counts: readonly Count[]): string {
  const differences = counts.filter(({ difference }) => difference !== 0);
  const units = words.stock.signed(differences.reduce((sum, { difference }) => sum + difference, 0));
  return words.stock.countValidated({ session, lines: counts.length, differences: differences.length, units });
}
