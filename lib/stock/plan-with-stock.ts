// The frame of every stock action: refuse when a tab it writes cannot be used, hand out a draft and a stock book, wrap what
// was decided. A decision that refuses writes nothing.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { type PlannedAction, plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { createStockBook, type StockBook } from './stock-book.ts';

export type StockDecision = { readonly refusals: readonly Problem[] } | PlannedAction;

/** @param writes tables the action writes besides lots and movements. */
export function planWithStock(
  context: PlanContext,
  meta: ActionMeta,
  writes: readonly TableKey[],
  decide: (draft: Draft, book: StockBook) => StockDecision,
): ActionPlan {
  const unusable = (['lots', 'movements', ...writes] as const)
    .map((key): TableState => context.workbook[key])
    .filter((state) => !state.usable);
  if (unusable.length > 0)
    return refusedPlan(...unusable.map(({ title }) => problem('stockTabUnusable', { tab: title })));
  const draft = createDraft(context.workbook, context.words);
  const book = createStockBook(context, draft, meta);
  const decision = decide(draft, book);
  if ('refusals' in decision) return refusedPlan(...decision.refusals);
  book.write();
  return plannedAction(draft, decision);
}

export function refuse(...refusals: readonly Problem[]): StockDecision {
  return { refusals };
}

/** The Problem of a row that an input names and that is not there, or is set aside. */
export function unknownRow(state: Pick<TableState, 'title'>, id: string): Problem {
  return problem('stockRowUnknown', { id, tab: state.title });
}
