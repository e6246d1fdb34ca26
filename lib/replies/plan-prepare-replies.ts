// Rows of Envois for messages that fall due by themselves: one a key, however often it is planned, and put out of use when
// what they would say is no longer so before they were sent. Texts are filled in afterwards (plan-fill-prepared.ts).
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import type { ReplyId } from '#lib/text/words.ts';

export interface DueReply {
  /** Names the occasion for ever. */
  readonly key: string;
  readonly customer: RowOf<'customers'>;
  readonly subscriptionId: string | null;
}

/** Whoever can be written to: erased people and those without an address cannot. */
export function canBeWrittenTo(customer: RowOf<'customers'> | undefined): customer is RowOf<'customers'> {
  return customer !== undefined && customer.erasedOn === null && customer.email !== null;
}

/** Every key that stands, broken rows included: an occasion that a person damaged is not told a second time. */
export function knownReplyKeys({ repliesSent }: WorkbookState): ReadonlySet<string> {
  const keys = [...repliesSent.rows, ...repliesSent.setAside.map(({ cells }) => cells)].map(({ key }) => key);
  return new Set(keys.filter((key): key is string => typeof key === 'string'));
}

/** @param actionId null in the night. */
export function prepareReplies(
  { workbook, clock }: PlanContext,
  draft: Draft,
  templateId: ReplyId,
  due: readonly DueReply[],
  actionId: string | null,
): void {
  const { repliesSent, replyTemplates } = workbook;
  const template = replyTemplates.byId.get(templateId);
  if (template === undefined || template.active === false) return;
  const known = knownReplyKeys(workbook);
  for (const { key, customer, subscriptionId } of due) {
    if (known.has(key)) continue;
    draft.append(repliesSent, {
      ...{ id: draft.nextId(repliesSent), key, templateId, templateVersion: template.version },
      ...{ customerId: customer.id, subscriptionId, channel: 'email', status: 'prepared' },
      ...{ preparedAt: clock.wallTimeOf(clock.now), recipient: customer.email, actionId },
    });
  }
}

/** Prepared and never sent, of this template, and no longer due. A Gmail draft is a person's: it stays. */
export function dropOutdatedReplies(
  { workbook }: PlanContext,
  draft: Draft,
  templateId: ReplyId,
  isDue: (reply: RowOf<'repliesSent'>) => boolean,
): void {
  for (const reply of workbook.repliesSent.rows) {
    if (reply.templateId !== templateId || reply.status !== 'prepared' || isDue(reply)) continue;
    draft.update(workbook.repliesSent, reply, { status: 'voided' });
  }
}
