// The night as one pure plan: each step sees the workbook as the steps before it leave it. Planned again on its own result,
// with the same facts, it plans nothing; that is what lets a night be killed anywhere and run again.
import { billingPlans } from '#lib/billing/billing-plans.ts';
import type { BillingStep } from '#lib/billing/can-run.ts';
import { planFailureMessages } from '#lib/billing/plan-failure-messages.ts';
import { planReconciliation } from '#lib/billing/plan-reconciliation.ts';
import { planRequestResults, type RequestResult } from '#lib/billing/plan-request-results.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { findProblems } from '#lib/checks/find-problems.ts';
import { planCheckRows } from '#lib/checks/plan-check-rows.ts';
import { planBlankJournal } from '#lib/customers/plan-blank-journal.ts';
import { planForecasts } from '#lib/forecast/plan-forecasts.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { planKpi } from '#lib/kpi/plan-kpi.ts';
import { planDelayReplies } from '#lib/orders/plan-delay-replies.ts';
import { planImportCheckouts } from '#lib/orders/plan-import-checkouts.ts';
import { planExpiryNotices } from '#lib/points/plan-expiry-notices.ts';
import { planPoints } from '#lib/points/plan-points.ts';
import { planCheckTemplates } from '#lib/replies/plan-check-templates.ts';
import { planFillPrepared } from '#lib/replies/plan-fill-prepared.ts';
import { planHeroChecks } from '#lib/review/plan-hero-checks.ts';
import { planWeeklyReview } from '#lib/review/plan-weekly-review.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { lotDifferenceProblems } from '#lib/stock/find-lot-differences.ts';
import { planReorderPoints } from '#lib/stock/reorder/plan-reorder-points.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { planTicketClocks } from '#lib/tickets/plan-ticket-clocks.ts';
import { planPreparation } from './plan-preparation.ts';

export interface NightInput {
  readonly facts: StripeFacts;
  /** What Stripe's objects could not be read as. */
  readonly factProblems: readonly Problem[];
  readonly requestResults: readonly RequestResult[];
}

/** In the order of `planNight`. */
export type NightStepKey =
  | BillingStep
  | 'prepare'
  | 'erasure'
  | 'checkout'
  | 'delays'
  | 'tickets'
  | 'failureMessages'
  | 'points'
  | 'expiryNotices'
  | 'replyTexts'
  | 'templates'
  | 'forecast'
  | 'reorder'
  | 'kpi'
  | 'heroChecks'
  | 'review'
  | 'checks';

export interface NightPlan {
  readonly steps: readonly { readonly key: NightStepKey; readonly plan: ChangeSet }[];
  /** The workbook as it will be. */
  readonly after: WorkbookState;
  /** Everything a person must look at, cells first. */
  readonly problems: readonly Problem[];
}

export function planNight(workbook: WorkbookState, input: NightInput, clock: Clock, words: Words): NightPlan {
  const { facts } = input;
  const steps: { key: NightStepKey; plan: ChangeSet }[] = [];
  let after = workbook;
  let settings = parseSettings(after.settings);
  const run = (key: NightStepKey, plan: (context: PlanContext) => ChangeSet) => {
    const planned = plan({ workbook: after, clock, settings: settings.settings, words });
    steps.push({ key, plan: planned });
    after = applyChanges(after, planned.changes, words);
  };
  run('prepare', planPreparation);
  settings = parseSettings(after.settings);
  run('erasure', planBlankJournal);
  run('requests', (context) => planRequestResults(context, input.requestResults));
  for (const { key, plan } of billingPlans) run(key, (context) => plan(context, facts));
  run('checkout', (context) => planImportCheckouts(context, facts));
  run('delays', planDelayReplies);
  run('tickets', planTicketClocks);
  run('failureMessages', planFailureMessages);
  run('points', planPoints);
  run('expiryNotices', planExpiryNotices);
  run('replyTexts', (context) => planFillPrepared(context, { mirrorOn: clock.today }));
  run('templates', planCheckTemplates);
  run('forecast', planForecasts);
  run('reorder', planReorderPoints);
  run('kpi', planKpi);
  run('heroChecks', planHeroChecks);
  run('review', planWeeklyReview);
  const cellProblems = [...findProblems(after, words), ...settings.problems];
  const problems = [
    ...cellProblems,
    ...lotDifferenceProblems(after),
    ...input.factProblems,
    ...steps.flatMap(({ plan }) => plan.problems),
  ];
  run('reconciliation', (context) => planReconciliation(context, facts, problems));
  run('checks', (context) => planCheckRows(context, problems));
  return { steps, after, problems };
}
