// The two outcomes of planning an action: refused with the reasons, or a draft wrapped with what it says of itself. A cell
// that the draft could not write refuses the whole action: nothing is done by halves.
import type { Draft } from '#lib/changes/draft.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { ActionPlan, Effect } from './action.ts';

export function refusedPlan(...refusals: readonly Problem[]): ActionPlan {
  return { changes: [], problems: [], refusals, summary: '', effects: [] };
}

export interface PlannedAction {
  readonly summary: string;
  /** What the person should look at before confirming. */
  readonly warnings?: readonly Problem[];
  readonly effects?: readonly Effect[];
}

export function plannedAction(draft: Draft, { summary, warnings = [], effects = [] }: PlannedAction): ActionPlan {
  const { changes, problems } = draft.changeSet();
  if (problems.length > 0) return refusedPlan(...problems);
  return { changes, problems: warnings, refusals: [], summary, effects };
}
