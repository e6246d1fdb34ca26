// What became of a mail that the add-on handed to Gmail, noted on its row of Envois: a draft, a message sent, or a failure.
// A draft or a failure changes nothing else; what a sent one brings is written with it.
import type { ActionMeta } from '#lib/actions/action.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { sendReply } from './send-reply.ts';

export type Delivery =
  | { readonly kind: 'drafted'; readonly draftId: string }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed' };

/** What the host must read whole to plan it. */
export const recordDeliveryReads: readonly TableKey[] = [
  ...(['repliesSent', 'replyTemplates', 'tickets', 'orders', 'incidents', 'customers', 'pointLots'] as const),
];

/** Ledgers it appends to unread. */
export const recordDeliveryAppends: readonly TableKey[] = ['points'];

/** Nothing when the row already says so; a problem when there is no such row to write on. */
export function planRecordDelivery(
  context: PlanContext,
  replyId: string,
  delivery: Delivery,
  meta: ActionMeta,
): ChangeSet {
  const { workbook, words } = context;
  const { repliesSent } = workbook;
  const draft = createDraft(workbook, words);
  const reply = repliesSent.byId.get(replyId);
  if (reply === undefined) {
    return { changes: [], problems: [problem('replyRowUnknown', { id: replyId, tab: repliesSent.title })] };
  }
  // Sent once is sent, whatever is tried afterwards.
  if (reply.status === 'sent') return draft.changeSet();
  if (delivery.kind === 'sent') {
    draft.update(repliesSent, reply, sendReply(context, draft, reply, 'answered_waiting', meta), 'delivery');
  } else {
    const draftId = delivery.kind === 'drafted' ? { draftId: delivery.draftId } : {};
    draft.update(repliesSent, reply, { status: delivery.kind, ...draftId }, 'delivery');
  }
  return draft.changeSet();
}
