// Writes the week's review on its tab. The night writes it once, on its first run of the week, Monday's or a later one; on
// demand the rows of the week are brought up to date. The team's comments are never touched.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { mondayOf } from '#lib/forecast/weekly-demand.ts';
import { unitsWithin } from './near-lots.ts';
import { type ReviewedProduct, reviewWeek, type WeeklyReview } from './weekly-review.ts';

export function planWeeklyReview(context: PlanContext): ChangeSet {
  const { workbook, words, clock } = context;
  const draft = createDraft(workbook, words);
  const weekOn = mondayOf(clock.today);
  const { weeklyReview } = workbook;
  // A row that an undo emptied has no state.
  const isDone = weeklyReview.rows.some((row) => row.weekOn === weekOn && row.state !== null);
  if (!weeklyReview.usable || isDone) return draft.changeSet();
  const review = reviewWeek(context);
  if (review !== null) draftReview(context, draft, review);
  return draft.changeSet();
}

export function draftReview(context: PlanContext, draft: Draft, review: WeeklyReview): void {
  const { weeklyReview } = context.workbook;
  const group = `weeklyReview/${review.weekOn}`;
  for (const reviewed of review.products) {
    const id = `${review.weekOn}/${reviewed.product.id}`;
    const cells = reviewCells(context, review, reviewed);
    const row = weeklyReview.byId.get(id) ?? weeklyReview.setAside.find((aside) => aside.id === id);
    if (row === undefined) draft.append(weeklyReview, { id, ...cells }, group);
    else draft.update(weeklyReview, { id, rowIndex: row.rowIndex }, cells, group);
  }
}

function reviewCells({ settings }: PlanContext, { weekOn }: WeeklyReview, reviewed: ReviewedProduct) {
  const { stock, near } = reviewed;
  const { state } = stock;
  return {
    weekOn,
    productId: reviewed.product.id,
    onHand: stock.onHand,
    available: stock.available,
    incoming: stock.incoming,
    coverWeeks: rounded(stock.coverWeeks, 1),
    sold: reviewed.soldUnits,
    rotation: rounded(reviewed.rotation, 1),
    stockOutDays: reviewed.stockOutDays,
    marginRate: rounded(reviewed.marginRate, 3),
    valueCents: stock.valueCents,
    nextBestBeforeOn: stock.nextBestBeforeOn,
    near60: unitsWithin(near, settings['stock.nearDays']),
    near30: unitsWithin(near, settings['stock.nearerDays']),
    near14: unitsWithin(near, settings['stock.nearestDays']),
    suggestedQuantity: reviewed.suggestedUnits,
    suggestion: reviewed.suggestion,
    // Heroes on sale have no other.
    state: state === 'at_partner' || state === 'inactive' ? null : state,
  };
}

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;
}
