// A template's new texts, under the next version: refused when a tag is broken or a variable does not exist for the row the
// template starts from, and when it was changed by somebody else since the form was filled.
import type { ActionMeta, ActionPlan, Effect } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { RowOf, TableKey } from '#lib/tables/tables.ts';
import { checkTemplate, variablesIn } from './check-template.ts';
import { findToneHints } from './find-tone-hints.ts';
import { renderReply } from './render-reply.ts';
import { findReplyTarget } from './reply-target.ts';

export interface EditTemplateInput {
  readonly templateId: string;
  readonly subject: string | null;
  readonly body: string;
  readonly active: boolean;
  /** Numbers of the rows it is tried on. */
  readonly example: string | null;
  /** Of the template that the form was filled from. */
  readonly version: string | null;
}

type Template = RowOf<'replyTemplates'>;

export function planEditTemplate(context: PlanContext, input: EditTemplateInput, _meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const { replyTemplates } = workbook;
  const template = replyTemplates.byId.get(input.templateId);
  if (template === undefined) {
    return refusedPlan(problem('replyRowUnknown', { id: input.templateId, tab: replyTemplates.title }));
  }
  if (input.version !== versionOf(template)) {
    return refusedPlan(problem('replyTemplateChanged', { template: template.name, version: versionOf(template) }));
  }
  const { appliesTo } = template;
  const texts = { subject: input.subject, body: input.body };
  const faults = checkTemplate(texts, words, {
    kind: template.appliesTo,
    placeOf: (column) => placeOf(replyTemplates, template, column),
  });
  if (faults.length > 0) return refusedPlan(...faults);
  const isSame = texts.subject === template.subject && texts.body === template.body;
  if (isSame && input.active === (template.active !== false)) {
    return refusedPlan(problem('replyTemplateSame', { template: template.name }));
  }
  const draft = createDraft(workbook, words);
  const version = isSame ? template.version : (template.version ?? 1) + 1;
  draft.update(replyTemplates, template, {
    ...texts,
    active: input.active,
    version,
    variables: variablesIn(texts).join(', '),
  });
  const example = input.example ?? '';
  const rendered = renderReply(context, { ...texts, appliesTo }, findReplyTarget(workbook, example).about);
  const toned = { body: rendered.body, templateBody: null, channel: 'email' as const, category: template.category };
  const hints: Problem[] = findToneHints(toned, context).map((hint) => problem('replyTone', { hint }));
  return plannedAction(draft, {
    summary: words.replies.templateSaved({ template: template.name, version: String(version ?? 1) }),
    warnings: [...rendered.problems, ...hints],
    effects: [exampleCard(context, example, rendered)],
  });
}

/** Of the form's field that keeps two people from overwriting each other. */
export function versionOf({ id, version }: Template): string {
  return `${id} v${version ?? 1}`;
}

function exampleCard(
  { words }: PlanContext,
  example: string,
  texts: { readonly subject: string | null; readonly body: string },
): Effect {
  const items = [
    ...(texts.subject === null ? [] : [{ label: words.header('replyTemplates', 'subject'), value: texts.subject }]),
    { label: words.header('replyTemplates', 'body'), value: texts.body },
  ];
  return { kind: 'card', title: words.replies.exampleTitle(example), sections: [{ title: '', items, empty: '' }] };
}

const tableOf: Readonly<
  Record<Template['appliesTo'], TableKey & ('orders' | 'customers' | 'subscriptions' | 'invoices' | 'incidents')>
> = {
  about_order: 'orders',
  about_customer: 'customers',
  about_subscription: 'subscriptions',
  about_invoice: 'invoices',
  about_incident: 'incidents',
};

/** Looked at from the newest row back: further back nothing is going on any more. */
const TRIED_ROWS = 60;

/** The newest row on which the template leaves nothing out, else the newest; '' in an empty workbook. */
export function exampleFor(context: PlanContext, template: Template): string {
  const { rows } = context.workbook[tableOf[template.appliesTo]] as {
    readonly rows: readonly { readonly id: string }[];
  };
  const newest = rows.slice(-TRIED_ROWS).reverse();
  const about = (id: string) => findReplyTarget(context.workbook, id).about;
  const whole = newest.find(({ id }) => renderReply(context, template, about(id)).problems.length === 0);
  return whole?.id ?? newest[0]?.id ?? '';
}
