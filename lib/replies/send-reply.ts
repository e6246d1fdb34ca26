// A reply that has left: its bonus, the ticket it answers, the order it speaks of and its own row, all in the draft of the
// action that says so. Before this nothing is earned; after it nothing is earned twice.
import type { ActionMeta } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { planBonus } from '#lib/points/plan-bonus.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { createTicketSteps, type TicketStep } from '#lib/tickets/step-ticket.ts';
import { type BonusCause, wasBonusGiven } from './reply-bonus.ts';

export interface LeavingReply extends BonusCause {
  readonly id: string;
  readonly templateId: string | null;
  /** As announced in the text. */
  readonly bonusPoints: number | null;
}

/** What the answer means for the ticket. */
export type AfterAnswer = Extract<TicketStep, 'answered' | 'answered_waiting' | 'answered_resolved'>;

type SentCells = Pick<RowOf<'repliesSent'>, 'status' | 'sentAt' | 'who' | 'bonusPoints'>;

/** @returns the cells of the reply's own row. A bonus that cannot be given is a problem of the draft: nothing is done then. */
export function sendReply(
  context: PlanContext,
  draft: Draft,
  reply: LeavingReply,
  after: AfterAnswer,
  { actionId, who }: ActionMeta,
): SentCells {
  const { workbook, clock, words } = context;
  const { sideEffect = null, name = '' } = workbook.replyTemplates.byId.get(reply.templateId ?? '') ?? {};
  const { customerId } = reply;
  const isGiven = customerId === null || wasBonusGiven(workbook, sideEffect, reply);
  const bonusPoints = isGiven ? 0 : (reply.bonusPoints ?? 0);
  if (!isGiven && bonusPoints > 0) {
    planBonus(context, draft, {
      customerId,
      points: bonusPoints,
      source: reply.id,
      on: clock.today,
      actionId,
      reason: words.replies.bonusReason({ template: name, about: reply.orderId ?? reply.incidentId ?? '' }),
    });
  }
  const sentAt = clock.wallTimeOf(clock.now);
  const ticket = workbook.tickets.byId.get(reply.ticketId ?? '');
  if (ticket !== undefined && ticket.status !== 'voided') {
    draft.update(workbook.tickets, ticket, { ...createTicketSteps(context).step(ticket, after, sentAt), actionId });
  }
  tellOrder(context, draft, reply);
  const incident = workbook.incidents.byId.get(reply.incidentId ?? '');
  if (incident !== undefined) {
    draft.update(workbook.incidents, incident, { messagesSent: (incident.messagesSent ?? 0) + 1 });
  }
  return { status: 'sent', sentAt, who, bonusPoints };
}

/** Whoever is told where a late order stands need not be told again by the night. */
function tellOrder({ workbook, clock }: PlanContext, draft: Draft, reply: LeavingReply): void {
  const order = workbook.orders.byId.get(reply.orderId ?? '');
  const category = workbook.replyTemplates.byId.get(reply.templateId ?? '')?.category;
  if (order === undefined || order.deliveredOn !== null || order.delayToldOn !== null) return;
  const isLate = order.promisedOn !== null && order.promisedOn < clock.today;
  if (category === 'delay' || (category === 'delivery' && isLate)) {
    draft.update(workbook.orders, order, { delayToldOn: clock.today });
  }
}
