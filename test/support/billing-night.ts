// The billing half of a night on a workbook in memory: every billing plan in its order, then the points, then the
// reconciliation, each applied before the next.
import { type BillingPlan, billingPlans } from '#lib/billing/billing-plans.ts';
import { planReconciliation } from '#lib/billing/plan-reconciliation.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet, RowChange } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { planPoints } from '#lib/points/plan-points.ts';
import { parseSettings, type Settings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from './clock-at.ts';

export interface BillingNight {
  readonly workbook: WorkbookState;
  readonly changes: readonly RowChange[];
  readonly problems: readonly Problem[];
}

/** @param settings those that differ from the workbook's own (or from the defaults). */
export function contextOn(workbook: WorkbookState, today: Day, settings: Partial<Settings> = {}): PlanContext {
  const parsed = parseSettings(workbook.settings).settings;
  return { workbook, clock: clockAt(today), settings: { ...parsed, ...settings }, words: fr };
}

/** The plans alone, without points and reconciliation. */
export function mirrorNight(workbook: WorkbookState, facts: StripeFacts, today: Day): BillingNight {
  return runPlans(workbook, today, billingPlans.map(bound(facts)));
}

/** @param found Problems that the read found. */
export function billingNight(
  workbook: WorkbookState,
  facts: StripeFacts,
  today: Day,
  found: readonly Problem[] = [],
): BillingNight {
  const planned = runPlans(workbook, today, [...billingPlans.map(bound(facts)), planPoints]);
  const problems = [...found, ...planned.problems];
  const last = runPlans(planned.workbook, today, [(context) => planReconciliation(context, facts, problems)]);
  return { workbook: last.workbook, changes: [...planned.changes, ...last.changes], problems };
}

const bound = (facts: StripeFacts) => (step: BillingPlan) => (context: PlanContext) => step.plan(context, facts);

function runPlans(
  workbook: WorkbookState,
  today: Day,
  plans: readonly ((context: PlanContext) => ChangeSet)[],
): BillingNight {
  const changes: RowChange[] = [];
  const problems: Problem[] = [];
  let after = workbook;
  for (const plan of plans) {
    const planned = plan(contextOn(after, today));
    changes.push(...planned.changes);
    problems.push(...planned.problems);
    after = applyChanges(after, planned.changes, fr);
  }
  return { workbook: after, changes, problems };
}
