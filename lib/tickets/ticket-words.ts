// How a ticket and its clock are called in lists, hints and summaries.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { nameOf } from '#lib/customers/chosen-customer.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import type { TicketClock } from './ticket-clock.ts';

/** A subject longer than this does not fit a line of the sidebar. */
const SUBJECT_CHARACTERS = 60;

export function ticketLabel({ workbook, words }: PlanContext, ticket: TicketsRow, state = ''): string {
  const customer = workbook.customers.byId.get(ticket.customerId ?? '');
  return words.tickets.option({
    ticket: ticket.id,
    subject: shortSubject(ticket),
    customer: customer === undefined ? '' : nameOf(customer),
    state,
  });
}

export function shortSubject({ subject, message }: TicketsRow): string {
  const text = subject ?? message ?? '';
  return text.length > SUBJECT_CHARACTERS ? `${text.slice(0, SUBJECT_CHARACTERS - 1).trimEnd()}…` : text;
}

/** What presses and how much time is left; '' for a ticket that was taken out of use. */
export function clockSentence({ words }: PlanContext, ticket: TicketsRow, clock: TicketClock): string {
  const { dueAt } = clock.cells;
  if (clock.kind !== null && clock.minutesLeft !== null && dueAt !== null) {
    const facts = { kind: clock.kind, minutesLeft: clock.minutesLeft, dueAt: words.formatWallTime(dueAt) };
    return clock.state === 'breached' && clock.minutesLeft === 0
      ? words.tickets.clockJustPast(facts)
      : words.tickets.clock(facts);
  }
  if (ticket.status === 'waiting_customer') {
    const { waitingSince } = ticket;
    return waitingSince === null
      ? words.tickets.waiting
      : words.tickets.waitingSince(words.formatWallTime(waitingSince));
  }
  if (ticket.status === 'resolved' && ticket.resolvedAt !== null) {
    return words.tickets.resolvedOn(words.formatWallTime(ticket.resolvedAt));
  }
  return '';
}
