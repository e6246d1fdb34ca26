// The form of an undo: which recent action to take back, the last one first.
import { describeForm } from '#lib/actions/describe-form.ts';
import { choiceField } from '#lib/actions/field.ts';
import { undoOptions } from '#lib/actions/plan-undo-run.ts';
import type { FormDescription, Run } from '#lib/actions/screen.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';

const OFFERED = 20;

export function openUndoForm(context: PlanContext): {
  readonly form: FormDescription;
  readonly undoable: NonNullable<Run['undoable']>;
} {
  const { addon } = context.words;
  const offered = undoOptions(context).slice(0, OFFERED);
  const [last] = offered;
  const options = { target: offered.map(({ actionId, label }) => ({ value: actionId, label })) };
  const hints = last === undefined ? [addon.undoNothing] : [];
  const prepared = { options, hints, ...(last === undefined ? {} : { initial: { target: last.actionId } }) };
  const text = { label: addon.undo, intro: addon.undoIntro, fields: { target: addon.undoWhich } };
  const form = describeForm({ fields: { target: choiceField({ required: true }) } }, prepared, text);
  return { form, undoable: offered.map(({ actionId, tables }) => ({ actionId, tables })) };
}
