// The form of an undo: which recent action to take back; the one it was asked for, else the last one, is chosen already.
import { describeForm } from '#lib/actions/describe-form.ts';
import { choiceField } from '#lib/actions/field.ts';
import { undoOptions } from '#lib/actions/plan-undo-run.ts';
import type { FormDescription, Run } from '#lib/actions/screen.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';

const OFFERED = 20;

/** @param target an action id; an action that is no longer offered is said to be so, and no other is chosen in its place. */
export function openUndoForm(
  context: PlanContext,
  target?: string,
): {
  readonly form: FormDescription;
  readonly undoable: NonNullable<Run['undoable']>;
} {
  const { addon } = context.words;
  const offered = undoOptions(context).slice(0, OFFERED);
  const chosen = target === undefined ? offered[0] : offered.find(({ actionId }) => actionId === target);
  const options = { target: offered.map(({ actionId, label }) => ({ value: actionId, label })) };
  const nothing = target === undefined || offered.length === 0 ? addon.undoNothing : addon.undoGone;
  const hints = chosen === undefined ? [nothing] : [];
  const prepared = { options, hints, ...(chosen === undefined ? {} : { initial: { target: chosen.actionId } }) };
  const text = { label: addon.undo, intro: addon.undoIntro, fields: { target: addon.undoWhich } };
  const form = describeForm({ fields: { target: choiceField({ required: true }) }, startsFrom: [] }, prepared, text);
  return { form, undoable: offered.map(({ actionId, tables }) => ({ actionId, tables })) };
}
