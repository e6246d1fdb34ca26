// The figures on demand, as the night writes them: after rows of the past were corrected, or when no night ran.
import { type ActionPlan, defineAction } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays } from '#lib/kernel/day.ts';
import { problem } from '#lib/kernel/problem.ts';
import { kpiDefinitions } from '#lib/tables/kpi-definitions.ts';
import { kpiSources } from './compute-kpis.ts';
import { draftKpi } from './plan-kpi.ts';

export const updateKpisAction = defineAction({
  id: 'update-kpis',
  menu: 'figures',
  startsFrom: [],
  reads: ['kpi', 'kpiHistory', ...kpiSources],
  appends: [],
  fields: {},
  prepare: () => ({}),
  plan: (context, _input, meta): ActionPlan => planUpdateKpis(context, meta.actionId),
});

function planUpdateKpis(context: PlanContext, actionId: string): ActionPlan {
  const { workbook, words, clock } = context;
  const broken = [workbook.kpi, workbook.kpiHistory].find((state) => !state.usable);
  if (broken !== undefined) return refusedPlan(problem('kpiTabUnusable', { tab: broken.title }));
  const draft = createDraft(workbook, words);
  const figures = draftKpi(context, draft, actionId);
  const day = words.formatDay(addDays(clock.today, -1));
  const { changes, problems } = draft.changeSet();
  if (changes.length === 0 && problems.length === 0) return refusedPlan(problem('kpiUpToDate', { day }));
  const own = figures.filter(({ id, subject }) => subject === null && id in kpiDefinitions);
  const measured = own.filter(({ value }) => value !== null).length;
  return plannedAction(draft, { summary: words.kpiSamples.updated({ day, measured, none: own.length - measured }) });
}
