// A plan that cannot rely on a tab does nothing and says so: a tab that could not be read is never written or guessed at.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';

export type BillingStep = keyof Words['billingSteps'];

/** Reports each unusable tab; false when there is one. */
export function canRun(context: PlanContext, draft: Draft, step: BillingStep, needed: readonly TableKey[]): boolean {
  const { workbook, words } = context;
  const broken = needed.filter((key) => !workbook[key].usable);
  for (const key of broken)
    draft.report(problem('stepSkipped', { step: words.billingSteps[step], tab: workbook[key].title }));
  return broken.length === 0;
}
