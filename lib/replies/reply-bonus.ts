// Points that a reply brings when it is sent: once for an order's delay, once a person for an incident, whoever sends what
// how often. What was given is read from the replies sent, so an undone one counts no more.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';

type Reply = RowOf<'repliesSent'>;
/** What a bonus is given for: the rows that a reply names. */
export type BonusCause = Pick<Reply, 'customerId' | 'ticketId' | 'orderId' | 'incidentId'>;
type SideEffect = RowOf<'replyTemplates'>['sideEffect'];

/** 0: the template brings none, or it was given already. */
export function bonusOf(context: PlanContext, sideEffect: SideEffect, cause: BonusCause): number {
  const { workbook, settings } = context;
  if (wasBonusGiven(workbook, sideEffect, cause)) return 0;
  if (sideEffect === 'delay_bonus') return settings['points.delayBonus'];
  if (sideEffect !== 'incident_bonus') return 0;
  return workbook.incidents.byId.get(cause.incidentId ?? '')?.bonusPoints ?? settings['crisis.bonusPoints'];
}

export function wasBonusGiven({ repliesSent }: WorkbookState, sideEffect: SideEffect, cause: BonusCause): boolean {
  if (sideEffect !== 'delay_bonus' && sideEffect !== 'incident_bonus') return false;
  const isSame = sideEffect === 'delay_bonus' ? isSameDelay : isSameIncident;
  return repliesSent.rows.some(
    (reply) => reply.status === 'sent' && (reply.bonusPoints ?? 0) > 0 && isSame(reply, cause),
  );
}

function isSameIncident(reply: Reply, { incidentId, customerId }: BonusCause): boolean {
  return reply.incidentId !== null && reply.incidentId === incidentId && reply.customerId === customerId;
}

/** An order's delay whatever ticket asks about it; without an order the ticket, without a ticket the person. */
function isSameDelay(reply: Reply, { orderId, ticketId, customerId }: BonusCause): boolean {
  if (reply.incidentId !== null) return false;
  if (orderId !== null) return reply.orderId === orderId;
  if (ticketId !== null) return reply.ticketId === ticketId;
  return reply.orderId === null && reply.ticketId === null && reply.customerId === customerId;
}
