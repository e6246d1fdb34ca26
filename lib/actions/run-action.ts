// One run of an action, as far as it is pure: open its form, plan it from raw values, and say whether what is planned at
// commit is what the person saw. Rows typed by hand in the tables it read are adopted in the same change.
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import { planAdoptRows } from '#lib/changes/plan-adopt-rows.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { previewOf } from '#lib/changes/preview.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { messageOf, type Problem } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { Action, ActionMeta, Effect, Selection } from './action.ts';
import { decodeInput } from './decode-input.ts';
import { describeForm, titleOf } from './describe-form.ts';
import type { FieldProblem, FormDescription, Preview, RawInput } from './screen.ts';

/** What is planned: everything the commit writes but Système's and the Journal's own rows. */
export interface PlannedRun {
  readonly kind: 'planned';
  readonly label: string;
  readonly summary: string;
  readonly changes: readonly RowChange[];
  readonly refusals: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly effects: readonly Effect[];
  /** The action id it undoes. */
  readonly undoes?: string;
}

export type RunPlan = PlannedRun | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] };

export function planContextOf(workbook: WorkbookState, clock: Clock, words: Words): PlanContext {
  return { workbook, clock, words, settings: parseSettings(workbook.settings).settings };
}

/** @param filled what the form holds so far, when it is prepared again; null when it opens. */
export function openActionForm(
  action: Action,
  context: PlanContext,
  selection: Selection | null,
  filled: RawInput | null = null,
): FormDescription {
  const { context: adopted } = adopt(context);
  const prepared = action.prepare(adopted, usableSelection(action, selection), filled);
  return describeForm(action, prepared, textOf(action, context), filled);
}

export function planAction(
  action: Action,
  context: PlanContext,
  raw: RawInput,
  selection: Selection | null,
  meta: ActionMeta,
): RunPlan {
  const { words } = context;
  const adopted = adopt(context);
  const { options = {} } = action.prepare(adopted.context, usableSelection(action, selection), raw);
  const decoded = decodeInput(action.fields, raw, { options, workbook: adopted.context.workbook, words });
  if (!decoded.ok) return { kind: 'invalid', problems: decoded.problems };
  const plan = action.plan(adopted.context, decoded.input, meta);
  const refused = plan.refusals.length > 0;
  return {
    kind: 'planned',
    label: titleOf(textOf(action, context)),
    summary: plan.summary,
    changes: refused ? [] : mergeChanges([...adopted.changes, ...plan.changes]),
    refusals: plan.refusals,
    warnings: plan.problems,
    effects: refused ? [] : plan.effects,
  };
}

export function previewRun(plan: PlannedRun, { workbook, clock, words }: PlanContext): Preview {
  const say = (found: Problem) => messageOf(found, words);
  return {
    now: clock.now,
    summary: plan.summary,
    refusals: plan.refusals.map(say),
    warnings: plan.warnings.map(say),
    lines: previewOf(plan.changes, workbook, words),
    changes: plan.changes,
    effects: plan.effects,
  };
}

function adopt(context: PlanContext): { readonly context: PlanContext; readonly changes: readonly RowChange[] } {
  const { changes } = planAdoptRows(context);
  if (changes.length === 0) return { context, changes };
  return { context: { ...context, workbook: applyChanges(context.workbook, changes, context.words) }, changes };
}

function usableSelection({ startsFrom }: Action, selection: Selection | null): Selection | null {
  return selection !== null && startsFrom.includes(selection.table) ? selection : null;
}

function textOf(action: Action, { words }: PlanContext) {
  const text = words.actionText(action.id);
  if (text === undefined) throw new Error(`Bug: the action ${action.id} has no words`);
  return text;
}
