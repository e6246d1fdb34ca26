// A reply prepared in Envois for each order that is late and was not told so, with its text where every value is known. A
// person reads and sends it: no bonus is credited here. One reply an order, however often the night runs.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { renderReply } from '#lib/replies/render-reply.ts';
import { bonusOf, wasBonusGiven } from '#lib/replies/reply-bonus.ts';
import type { ReplyId } from '#lib/text/words.ts';
import { findLateOrders, type LateOrder } from './find-late-orders.ts';

/** The delay reply explains the partner's path; for the hub's own delays the tracking reply tells what is true. */
const templateFor: Readonly<Record<LateOrder['origin'], ReplyId>> = { partner: 'REP-RETARD', hub: 'REP-SUIVI' };

/** @param actionId null in the night. */
export function planDelayReplies(context: PlanContext, actionId: string | null = null): ChangeSet {
  const { workbook, clock, words } = context;
  const { repliesSent, replyTemplates, customers } = workbook;
  const draft = createDraft(workbook, words);
  if (![workbook.orders, workbook.lines, workbook.shipments, repliesSent].every((state) => state.usable)) {
    return draft.changeSet();
  }
  const keys = new Set<unknown>(repliesSent.rows.map(({ key }) => key));
  for (const { cells } of repliesSent.setAside) keys.add(cells.key);
  const hasReply = (orderId: string) => Object.values(templateFor).some((id) => keys.has(`${orderId}/${id}`));
  for (const { order, origin } of findLateOrders(context)) {
    const customer = customers.byId.get(order.customerId);
    if (order.delayToldOn !== null || hasReply(order.id) || customer?.erasedOn != null) continue;
    const templateId = templateFor[origin];
    const template = replyTemplates.byId.get(templateId);
    const cause = { customerId: order.customerId, orderId: order.id, ticketId: null, incidentId: null };
    const isBonusGiven = wasBonusGiven(workbook, template?.sideEffect ?? null, cause);
    const text = template === undefined ? null : renderReply(context, template, { orders: order.id }, { isBonusGiven });
    draft.append(repliesSent, {
      id: draft.nextId(repliesSent),
      key: `${order.id}/${templateId}`,
      templateId,
      templateVersion: template?.version ?? null,
      ...cause,
      channel: 'email',
      status: 'prepared',
      preparedAt: clock.wallTimeOf(clock.now),
      recipient: customer?.email ?? null,
      // Without a value that is missing the text waits: the night tries again, and says which cell to fill.
      ...(text === null || text.problems.length > 0 ? {} : { subject: text.subject, body: text.body }),
      bonusPoints: bonusOf(context, template?.sideEffect ?? null, cause) || null,
      actionId,
    });
  }
  return draft.changeSet();
}

/** The same from the menu, for who does not want to wait for the night. */
export function planPrepareDelayReplies(context: PlanContext, _input: object, meta: ActionMeta): ActionPlan {
  const { changes, problems } = planDelayReplies(context, meta.actionId);
  if (problems.length > 0) return refusedPlan(...problems);
  if (changes.length === 0) return refusedPlan(problem('orderNothingLate', {}));
  return { changes, problems: [], refusals: [], summary: context.words.orders.delays(changes.length), effects: [] };
}
