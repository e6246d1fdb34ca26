// A reply that a person sent by hand, from a draft or a chat: what it brings is written now, once, whoever clicks and how
// often.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { type AfterAnswer, sendReply } from './send-reply.ts';

export interface MarkReplySentInput {
  readonly replyId: string;
  readonly after: AfterAnswer | null;
}

export function planMarkReplySent(context: PlanContext, input: MarkReplySentInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const { repliesSent } = workbook;
  const reply = repliesSent.byId.get(input.replyId);
  if (reply === undefined) {
    return refusedPlan(problem('replyRowUnknown', { id: input.replyId, tab: repliesSent.title }));
  }
  const refusal = refusalOf(reply, context);
  if (refusal !== null) return refusedPlan(refusal);
  const draft = createDraft(workbook, words);
  const cells = sendReply(context, draft, reply, input.after ?? 'answered_waiting', meta);
  draft.update(repliesSent, reply, { ...cells, actionId: meta.actionId });
  const customer = workbook.customers.byId.get(reply.customerId ?? '');
  const summary = words.replies.sent({
    reply: reply.id,
    customer: customer?.name ?? reply.customerId ?? '',
    points: words.formatNumber(cells.bonusPoints ?? 0),
    hasPoints: cells.bonusPoints !== 0,
  });
  return plannedAction(draft, { summary });
}

/** Why a reply can no longer, or not yet, leave; null when it can. */
export function refusalOf(reply: RowOf<'repliesSent'>, { workbook, words }: PlanContext): Problem | null {
  const { repliesSent, customers } = workbook;
  if (reply.status === 'sent') {
    const on = reply.sentAt === null ? '?' : words.formatWallTime(reply.sentAt);
    return problem('replySentAlready', { reply: reply.id, on, who: reply.who ?? '?' });
  }
  if (reply.status === 'voided') return problem('replyVoided', { reply: reply.id });
  if (reply.body === null || reply.body.includes(words.replies.markStart)) {
    return problem('replyTextMissing', { reply: reply.id }, placeOf(repliesSent, reply, 'body'));
  }
  const customer = customers.byId.get(reply.customerId ?? '');
  return customer?.erasedOn == null ? null : problem('replyCustomerErased', { customer: customer.id });
}
