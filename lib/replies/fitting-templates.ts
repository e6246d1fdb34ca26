// Which templates fit a row, the best first: about the same kind of row, the same subject matter, the channel. None is hidden:
// a person may know better.
import { by } from '#lib/kernel/compare.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { ReplyFacts } from './reply-facts.ts';
import type { ReplyTarget } from './reply-target.ts';
import type { ReplyKind } from './reply-variable.ts';

type Template = RowOf<'replyTemplates'>;

export interface FittingTemplate {
  readonly template: Template;
  readonly fits: boolean;
}

/** Active ones only. */
export function findFittingTemplates(facts: ReplyFacts, target: ReplyTarget): readonly FittingTemplate[] {
  const { replyTemplates } = facts.context.workbook;
  const ticket = facts.rowOf('tickets').row;
  const kinds = kindsOf(target);
  const category = categoryOf(facts);
  const scored = replyTemplates.rows
    .filter((template) => template.active !== false)
    .map((template) => {
      const isOwn = target.reply?.templateId === template.id;
      const isAbout = kinds.has(template.appliesTo);
      const isOnSubject = category !== null && template.category === category;
      const isOnChannel = template.channel === 'any_channel' || template.channel === ticket?.channel;
      const score = (isOwn ? 8 : 0) + (isOnSubject ? 4 : 0) + (isAbout ? 2 : 0) + (isOnChannel ? 1 : 0);
      return { template, fits: isOwn || isOnSubject || (isAbout && category === null), score };
    });
  return scored.sort(
    by(
      ({ score }) => -score,
      ({ template }) => template.id,
    ),
  );
}

/** A ticket may be about anything; every other row is about itself, and about its person. */
function kindsOf({ about }: ReplyTarget): ReadonlySet<ReplyKind> {
  const kinds = new Set<ReplyKind>();
  if (about.incidents != null) kinds.add('about_incident');
  if (about.invoices != null) kinds.add('about_invoice');
  if (about.subscriptions != null) kinds.add('about_subscription');
  if (about.orders != null || about.lines != null) kinds.add('about_order');
  if (kinds.size === 0) kinds.add('about_customer');
  return kinds;
}

/** The ticket's, else the nature of the incident that the row is in; null when nothing says it. */
function categoryOf({ rowOf }: ReplyFacts): Template['category'] | null {
  const category = rowOf('tickets').row?.category ?? null;
  return category === null || category === 'other' ? (rowOf('incidents').row?.kind ?? null) : category;
}
